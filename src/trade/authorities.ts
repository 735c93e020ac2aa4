import {
  anyOf,
  bind,
  type Context,
  cypher,
  edgeIsThere,
  type Fragment,
  matchByIds,
  type Parameter,
  pathIsThere,
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
  const found = cypher`${matchByIds(near, id, ids)} MATCH (${near}:Agency)-[q:PART_OF*0..]->(${bind(agency)}:Agency)${where(pathIsThere(context.asOf))}`;
  const last = cypher`MATCH (${agency})-[${bind(edge)}:${anyOf(["PART_OF"])}]->(${bind(above)}:Node)${where(edgeIsThere(context.asOf, edge))}`;
  return cypher`${found} ${last} RETURN DISTINCT ${id} AS near, ${above}.id AS far`;
}

/** Authorities by what belongs to them, itself included: what rows of `agenciesText` say of some ids. */
export function authoritiesOf(rows: readonly Row[]): (ids: readonly string[]) => Set<string> {
  const above = new Map<string, string[]>();
  for (const [near, far] of rows) {
    const known = above.get(String(near)) ?? [];
    above.set(String(near), known);
    known.push(String(far));
  }
  return (ids) => new Set(ids.flatMap((id) => [id, ...(above.get(id) ?? [])]));
}
