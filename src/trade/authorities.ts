import {
  type AsOf,
  anyOf,
  bind,
  type Context,
  cypher,
  edgeIsThere,
  type Fragment,
  join,
  matchByIds,
  type Parameter,
  type Row,
  where,
} from "../compile/index.ts";

/**
 * Rows `[id, id]`: from each agency of some ids to each authority that it belongs to, its country or customs union the last. A country is no part of its
 * blocs here: what one of them does, the others did not do.
 */
export function agenciesText(context: Context, ids: Parameter): Fragment {
  const [id, near, agency, above, edge] = [
    context.name("id"),
    context.name("node"),
    context.name("node"),
    context.name("node"),
    context.name("edge"),
  ];
  // Only agencies lie below agencies, so that all but the last step of a way lead to one.
  const found = cypher`${matchByIds(near, id, ids)} MATCH (${near}:Agency)-[q:PART_OF*0..]->(${bind(agency)}:Agency)${wayHolds(context.asOf)}`;
  const last = cypher`MATCH (${agency})-[${bind(edge)}:${anyOf(["PART_OF"])}]->(${bind(above)}:Node)${where(edgeIsThere(context.asOf, edge))}`;
  return cypher`${found} ${last} RETURN DISTINCT ${id} AS near, ${above}.id AS far`;
}

/** That all edges of a way `q` are there. */
export function wayHolds(asOf: AsOf): Fragment {
  const there = edgeIsThere(asOf, cypher`e`);
  return there.length === 0 ? cypher`` : cypher` WHERE all(e IN q WHERE ${join(there, " AND ")})`;
}

/** Authorities by what belongs to them, itself included: what rows of `agenciesText` say of some ids. */
export function authoritiesOf(rows: readonly Row[]): (ids: readonly string[]) => Set<string> {
  const above = new Map<string, string[]>();
  for (const [near, far] of rows) above.set(String(near), [...(above.get(String(near)) ?? []), String(far)]);
  return (ids) => new Set(ids.flatMap((id) => [id, ...(above.get(id) ?? [])]));
}
