import {
  bind,
  type Context,
  type CountedEdge,
  call,
  countedValue,
  cypher,
  type Fragment,
  join,
  matchById,
  type Name,
  number,
  walkAbove,
  walkAlong,
} from "../../compile/index.ts";
import type { EdgeField, FacetBy } from "../../model/index.ts";

/** The measures that are counted, a row for each, and what is counted with each. */
export interface Counted {
  readonly node: Name;
  /** The edge whose ends are counted with each measure; null where measures are counted by themselves. */
  readonly unit: EdgeField | null;
  /** The name of the periods in which each counts. */
  readonly periods: Name;
}

/** Clauses that part the rows of measures, so that each has one thing to count in one group. */
export interface Grouped {
  readonly clauses: Fragment;
  /** What is counted, as a text that is its own. */
  readonly unit: Fragment;
  /** The group's values, by the places of what was asked for: texts, null where there is none. */
  readonly values: readonly Name[];
}

/** One edge that is walked, and what is asked for of what lies at its end, with the names of the values. */
interface Walked {
  readonly edge: EdgeField;
  readonly asked: readonly { readonly level: CountedEdge["level"]; readonly value: Name }[];
}

/**
 * Parts measures by what they are to be grouped by. What is asked for along one edge is read of the same end of it: a target goes with its own country. So
 * is what is counted with each measure: it counts in its own group.
 */
export function grouped(context: Context, { node, unit, periods }: Counted, by: readonly FacetBy[]): Grouped {
  const placed = by.map(({ of }) => ({ of, value: context.name("value") }));
  const along = placed.flatMap(({ of, value }) => (of.kind === "edge" ? [{ ...of, value }] : []));
  const edges = new Map([...(unit ? [unit] : []), ...along.map(({ edge }) => edge)].map((edge) => [edge.name, edge]));
  const clauses: Fragment[] = [];
  /** What the rows bind beside the measure. */
  const bound = [periods];
  for (const { of, value } of placed) {
    if (of.kind === "edge") continue;
    const { clauses: before, expression, isList } = countedValue(context, node, bound, of);
    clauses.push(cypher`${before} UNWIND ${isList ? emptyIsNone(expression) : cypher`[${expression}]`} AS ${bind(value)}`);
    bound.push(value);
  }
  let counted: Fragment = cypher`${node}.id`;
  for (const edge of edges.values()) {
    const end = context.name("id");
    const isUnit = edge.name === unit?.name;
    const asked = along.filter(({ edge: { name } }) => name === edge.name);
    clauses.push(ends(context, [node, ...bound], { edge, asked }, end, isUnit));
    if (isUnit) counted = cypher`${node}.id + ' ' + ${end}`;
    bound.push(end, ...asked.map(({ value }) => value));
  }
  return { clauses: join(clauses), unit: counted, values: placed.map(({ value }) => value) };
}

const emptyIsNone = (list: Fragment) => cypher`CASE WHEN size(coalesce(${list}, [])) = 0 THEN [null] ELSE ${list} END`;

/**
 * Binds the id of what lies at each end of an edge, a row for each, and the values of all that is asked for of it: null where there is none. Of a measure without such an
 * edge, one row with nulls; none of what is counted itself. The rows bind `names`, the measure first, and keep them. What lies above an end is looked up once for all
 * measures that have it.
 */
function ends(context: Context, names: readonly [Name, ...Name[]], { edge, asked }: Walked, end: Name, isUnit: boolean): Fragment {
  const [node] = names;
  const { walk, far } = walkAlong(context, node, edge);
  const [ids, rows, row] = [context.name("list"), context.name("list"), context.name("row")];
  const found = call(cypher`${walk} RETURN collect(${far}.id) AS ${bind(ids)}`, [ids], [node]);
  const each = cypher`${found} UNWIND ${isUnit ? ids : emptyIsNone(ids)} AS ${bind(end)}`;
  const own = asked.flatMap(({ level, value }) => (level === "node" ? [cypher`${end} AS ${bind(value)}`] : []));
  const above = asked.flatMap(({ level, value }) => (level === "node" ? [] : [{ ...valuesAbove(context, end, level), value }]));
  if (above.length === 0) return own.length === 0 ? each : cypher`${each} WITH ${join([...names, end, ...own], ", ")}`;
  const kept = names.map((name, i) => cypher`${row}[${number(i)}] AS ${bind(name)}`);
  return join([
    cypher`${each} WITH ${end}, collect([${join(names, ", ")}]) AS ${bind(rows)}`,
    ...above.map(({ clause }) => clause),
    ...above.map(({ list, value }) => cypher`UNWIND ${emptyIsNone(list)} AS ${bind(value)}`),
    cypher`UNWIND ${rows} AS ${bind(row)}`,
    cypher`WITH ${join([...kept, end, ...own, ...above.map(({ value }) => value)], ", ")}`,
  ]);
}

/** A subquery that binds the ids of what lies above a node, by its id, at a level. */
function valuesAbove(context: Context, id: Name, level: "chapter" | "country") {
  const [near, list] = [context.name("node"), context.name("list")];
  const { walk, end } = walkAbove(context, near, level);
  return { clause: call(cypher`${matchById(near, id)} ${walk} RETURN collect(DISTINCT ${end}.id) AS ${bind(list)}`, [list], [id]), list };
}
