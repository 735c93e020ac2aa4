import { type Order, orderClause } from "./order.ts";

/** A list of all nodes of a type, as far as narrowing it goes. */
export interface WholeLabel {
  /** MATCH …, binding `node`. */
  readonly match: string;
  readonly node: string;
  /** Names that have to outlive the clauses. */
  readonly kept: readonly string[];
  readonly conditions: readonly string[];
  readonly order: Order;
  /** Parameter: how many nodes are wanted. */
  readonly limit: string;
  /** A fresh name. */
  readonly bound: string;
}

/** Properties that engines look up by themselves; not an expression. */
const PLAIN = /^\w+\.\w+$/;

/**
 * The first page of all nodes of a type, ordered by a date, code or number, without sorting all of them: the first few different values are
 * found first, then the nodes that have one of these. Neo4j follows its index (1.3 ms against 8 for 9,000 nodes, and no more for more), the
 * embedded engine sorts a few (39 ms against 108 for 105,000). Where there are too few values, what has none is listed too, and all is sorted.
 * Null where the order does not begin with such a property.
 */
export function narrowed({ match, node, kept, conditions, order, limit, bound }: WholeLabel): string | null {
  const [key, tie] = order.keys;
  if (!key || !tie || key.text || key.kind === "boolean" || !PLAIN.test(key.expression)) return null;
  const { expression, descending } = key;
  const where = (...more: string[]) => [...more, ...conditions].join(" AND ");
  const all = conditions.length > 0 ? ` WHERE ${where()}` : "";
  const present: Order = { ...order, keys: [{ ...key, present: true }, ...order.keys.slice(1)] };
  return [
    `CALL () { ${match} WHERE ${where(`${expression} IS NOT NULL`)} WITH DISTINCT ${expression} AS v ORDER BY v${descending ? " DESC" : ""} LIMIT ${limit}`,
    `WITH collect(v) AS vs RETURN CASE WHEN size(vs) = ${limit} THEN vs[-1] END AS ${bound} }`,
    `CALL (${bound}) { WITH ${bound} WHERE ${bound} IS NOT NULL ${match} WHERE ${where(`${expression} ${descending ? ">=" : "<="} ${bound}`)}`,
    `WITH ${node} ${orderClause(present, false)} LIMIT ${limit} RETURN ${node}`,
    `UNION ALL WITH ${bound} WHERE ${bound} IS NULL ${match}${all} WITH ${node} ${orderClause(order, false)} LIMIT ${limit} RETURN ${node} }`,
    `WITH ${kept.join(", ")} ${orderClause(order, false)}`,
  ].join(" ");
}
