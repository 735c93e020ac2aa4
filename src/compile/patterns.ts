import type { EdgeField } from "../model/index.ts";

/** The pattern of an edge between two variables, written from the owner's side; the far label stands where one is enough. */
export function pattern(
  near: string,
  relation: string,
  far: string,
  edge: Pick<EdgeField, "type" | "direction" | "targets">,
  bound = false,
): string {
  const [only] = edge.targets;
  const label = edge.targets.length === 1 && !bound ? `:${only}` : "";
  const body = `[${relation}:${edge.type}]`;
  return edge.direction === "OUT" ? `(${near})-${body}->(${far}${label})` : `(${near})<-${body}-(${far}${label})`;
}

/** What the pattern can't say: that the far node has one of several labels, where the relationship leads to others too. */
export function labelCondition(far: string, edge: Pick<EdgeField, "targets" | "closed">): string[] {
  if (edge.closed || edge.targets.length === 1) return [];
  return [`(${edge.targets.map((t) => `${far}:${t}`).join(" OR ")})`];
}
