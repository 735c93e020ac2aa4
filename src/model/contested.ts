import type { Model } from "./types.ts";

/**
 * What the loader keeps at a node about which two sides may be at odds, whatever day is asked about: true, and nothing at all others. So whoever looks for
 * disagreements in the whole graph starts from these. It may stand where there is none on a closer look, and is missing nowhere.
 */
export const DISPUTED = "disputed";

/**
 * The fields of which two different values can't both be right: all of them, or those of some types. Of a field that changes as things go on (@latest),
 * claims of different days give different values. Edges' own values (`edgePropertyOf`) are none of these.
 */
export function contestedFields({ nodes }: Pick<Model, "nodes">, types: readonly string[] | null = null): string[] {
  const properties = [...nodes.values()].flatMap((node) => [...node.properties.values()]);
  const changing = new Set(properties.filter((p) => p.latest).map((p) => p.name));
  const isContested = properties.filter((p) => p.contestable && !p.derived && !changing.has(p.name));
  return [...new Set(isContested.filter((p) => types === null || types.includes(p.type)).map((p) => p.name))].sort();
}
