import {
  anyOf,
  bind,
  type Context,
  cypher,
  directed,
  edgeIsThere,
  edgeName,
  join,
  matchByIds,
  nodeIsThere,
  type Parameter,
  quoted,
  type Row,
  where,
} from "../compile/index.ts";

/** A hop of a walk that goes level by level: the nodes as it is walked, and the edge's name, `from|TYPE|to|since`, whichever way that runs. */
export interface Hop {
  readonly near: string;
  readonly far: string;
  readonly edge: string;
}

/** Hops of one kind: along edges of some types, the way they run or against it. */
export interface HopKind {
  /** What the rows call it. */
  readonly kind: string;
  /** The nodes from which it is taken. */
  readonly from: Parameter;
  readonly types: readonly string[];
  readonly direction: "OUT" | "IN";
  /** The types of node to which these edges lead, as far as such a node may not be there yet. */
  readonly ends: readonly string[];
}

/** One statement for all hops of a level: rows `[kind, near id, far id, edge's name]`. */
export function hopsText(context: Context, kinds: readonly HopKind[]): string {
  const branches = kinds.map(({ kind, from, types, direction, ends }) => {
    const [id, near, far, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
    const pattern = directed(near, cypher`[${bind(edge)}:${anyOf(types)}]`, cypher`${bind(far)}:Node`, direction);
    const name = direction === "OUT" ? edgeName(near, edge, far) : edgeName(far, edge, near);
    const there = where([...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, far, ends)]);
    const found = cypher`${matchByIds(near, id, from)} MATCH ${pattern}${there}`;
    return cypher`${found} RETURN ${quoted(kind)} AS kind, ${id} AS near, ${far}.id AS far, ${name} AS edge`;
  });
  return join(branches, " UNION ALL ").text;
}

/** The hops of one kind from a node. */
export type HopsFrom = (kind: string, near: string) => readonly Hop[];

/** The rows of such a statement. */
export function hopsIn(rows: readonly Row[]): HopsFrom {
  const hops = new Map<string, Hop[]>();
  const keyOf = (kind: string, near: string) => `${kind} ${near}`;
  for (const [kind, near, far, edge] of rows) {
    const key = keyOf(String(kind), String(near));
    const known = hops.get(key) ?? [];
    hops.set(key, known);
    known.push({ near: String(near), far: String(far), edge: String(edge) });
  }
  return (kind, near) => hops.get(keyOf(kind, near)) ?? [];
}
