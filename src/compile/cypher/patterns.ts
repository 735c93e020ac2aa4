import type { EdgeField } from "../../model/index.ts";

type Edge = Pick<EdgeField, "type" | "direction" | "symmetric" | "targets" | "closed">;

/**
 * The pattern of an edge from a bound node to what lies at its other end; the far label stands where one is enough, and the relationship does not
 * say it already: looking at the labels of 11,000 nodes took Neo4j 2 ms of 6, the embedded engine 0.7 of 1.1.
 */
export function pattern(near: string, relation: string, far: string, edge: Edge): string {
  const label = edge.targets.length === 1 && !edge.closed ? `:${edge.targets[0]}` : "";
  const body = `[${relation}:${edge.type}]`;
  if (edge.symmetric) return `(${near})-${body}-(${far}${label})`;
  return edge.direction === "OUT" ? `(${near})-${body}->(${far}${label})` : `(${near})<-${body}-(${far}${label})`;
}

/**
 * The same edge where its far end is bound and the near one is looked for. The embedded engine walks from the node that is
 * written first: 240 ms the wrong way round, 0.4 ms this way, for 1,200 of 60,000 edges.
 */
export function patternBack(near: string, relation: string, far: string, edge: Edge): string {
  const body = `[${relation}:${edge.type}]`;
  if (edge.symmetric) return `(${far})-${body}-(${near})`;
  return edge.direction === "OUT" ? `(${far})<-${body}-(${near})` : `(${far})-${body}->(${near})`;
}

/** What the pattern can't say: that the far node has one of several labels, where the relationship leads to others too. */
export function labelCondition(far: string, edge: Pick<EdgeField, "targets" | "closed">): string[] {
  if (edge.closed || edge.targets.length === 1) return [];
  return [`(${edge.targets.map((t) => `${far}:${t}`).join(" OR ")})`];
}

/** The WHERE of conditions that must all hold, with a space before it; empty where there are none. */
export function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
}
