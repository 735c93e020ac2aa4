import type { Distinction } from "./stored-edge.ts";

/** What finds one edge of a type: its ends, and what distinguishes it from others between them (`tells`, as statements name it). */
export type EdgeRow = { readonly from: string; readonly to: string; readonly tells: Distinction };

/** An edge as a row that finds it. */
export function edgeRow({
  from,
  to,
  distinction,
}: {
  readonly from: string;
  readonly to: string;
  readonly distinction: Distinction;
}): EdgeRow {
  return { from, to, tells: distinction };
}

/**
 * Patterns that bind the edges `r` of `rows`, each with its share of the rows; a pattern starts at the end that fewer rows have.
 * The embedded engine walks from the node that is named first: 3,000 edges of a country with 20,000 took 20 s from the country,
 * and 40 ms from the other ends.
 */
export function edgeMatches<R extends EdgeRow>(type: string, rows: readonly R[]): { pattern: string; rows: R[] }[] {
  const uses = new Map<string, number>();
  for (const { from, to } of rows) for (const id of [from, to]) uses.set(id, (uses.get(id) ?? 0) + 1);
  const fromStart = rows.filter(({ from, to }) => (uses.get(from) ?? 0) < (uses.get(to) ?? 0));
  const fromEnd = rows.filter(({ from, to }) => (uses.get(from) ?? 0) >= (uses.get(to) ?? 0));
  const conditions = Object.keys(rows[0]?.tells ?? {}).map((name) => `coalesce(r.${name}, '') = row.tells.${name}`);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  return [
    { pattern: `MATCH (a:Node {id: row.from})-[r:${type}]->(b:Node {id: row.to})${where}`, rows: fromStart },
    { pattern: `MATCH (b:Node {id: row.to})<-[r:${type}]-(a:Node {id: row.from})${where}`, rows: fromEnd },
  ];
}
