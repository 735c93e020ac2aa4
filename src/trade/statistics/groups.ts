import {
  bind,
  type Context,
  type CountedEdge,
  call,
  countedValue,
  cypher,
  type Fragment,
  join,
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
export function grouped(context: Context, { node, unit }: Counted, by: readonly FacetBy[]): Grouped {
  const placed = by.map(({ of }) => ({ of, value: context.name("value") }));
  const along = placed.flatMap(({ of, value }) => (of.kind === "edge" ? [{ ...of, value }] : []));
  const edges = new Map([...(unit ? [unit] : []), ...along.map(({ edge }) => edge)].map((edge) => [edge.name, edge]));
  const walked = [...edges.values()].map(
    (edge): Walked => ({
      edge,
      asked: along.flatMap(({ edge: { name }, level, value }) => (name === edge.name ? [{ level, value }] : [])),
    }),
  );
  const clauses: Fragment[] = [];
  let counted: Fragment = cypher`${node}.id`;
  for (const { edge, asked } of walked) {
    const end = context.name("row");
    const isUnit = edge.name === unit?.name;
    clauses.push(ends(context, node, { edge, asked }, end, isUnit));
    if (isUnit) counted = cypher`${node}.id + ' ' + ${end}[0]`;
    for (const [i, { value }] of asked.entries()) {
      clauses.push(
        cypher`UNWIND CASE WHEN size(${end}[${number(i + 1)}]) = 0 THEN [null] ELSE ${end}[${number(i + 1)}] END AS ${bind(value)}`,
      );
    }
  }
  for (const { of, value } of placed) {
    if (of.kind === "edge") continue;
    const { clause, expression, isList } = countedValue(context, node, of);
    clauses.unshift(cypher`${clause} UNWIND ${isList ? emptyIsNone(expression) : cypher`[${expression}]`} AS ${bind(value)}`);
  }
  return { clauses: join(clauses), unit: counted, values: placed.map(({ value }) => value) };
}

const emptyIsNone = (list: Fragment) => cypher`CASE WHEN size(coalesce(${list}, [])) = 0 THEN [null] ELSE ${list} END`;

/**
 * Binds what lies at the ends of an edge, a row for each: a list of its id and, for each thing asked for, of values. Where there is none, one row without
 * values; none of what is counted itself.
 */
function ends(context: Context, node: Name, { edge, asked }: Walked, end: Name, isUnit: boolean): Fragment {
  const { walk, far } = walkAlong(context, node, edge);
  const all = context.name("list");
  const above = asked.map(({ level }) => {
    if (level === "node") return { clause: cypher``, list: cypher`[${far}.id]` };
    const { walk, end } = walkAbove(context, far, level);
    const list = context.name("list");
    return { clause: call(cypher`${walk} RETURN collect(DISTINCT ${end}.id) AS ${bind(list)}`, [list], [far]), list };
  });
  const columns = join([cypher`${far}.id`, ...above.map(({ list }) => list)], ", ");
  const body = join([
    walk,
    cypher`WITH ${far}`,
    ...above.map(({ clause }) => clause),
    cypher`RETURN collect([${columns}]) AS ${bind(all)}`,
  ]);
  const none = cypher`[[null, ${join(
    asked.map(() => cypher`[]`),
    ", ",
  )}]]`;
  const rows = isUnit ? all : cypher`CASE WHEN size(${all}) = 0 THEN ${none} ELSE ${all} END`;
  return cypher`${call(body, [all], [node])} UNWIND ${rows} AS ${bind(end)}`;
}
