import {
  type Context,
  carry,
  collect,
  compileObject,
  cypher,
  inTurn,
  itemsOf,
  join,
  labelOf,
  matchById,
  type Name,
  number,
  ObjectBuilder,
  type Parameters,
  placeOf,
  type Read,
  type Selected,
  type Shaped,
  selectedOn,
  shapedBy,
  stored,
  typesAt,
  type Value,
} from "../../compile/index.ts";
import { type FacetBy, facetsOf, labelOfValue, MOST_VALUES, requestError } from "../../model/index.ts";
import { grouped } from "./groups.ts";
import { type Asked, COUNTED, countedIn, source } from "./source.ts";

/** How many things measures are grouped by at most. */
export const MOST_GROUPINGS = 3;

/** The groups of a period: those that are shown, how many there are, and the sums of all their counts. */
interface OfPeriod {
  readonly key: string;
  readonly shown: readonly Value[][];
  readonly all: number;
  readonly sums: readonly [number, number];
}

/** What a row says. */
interface Row {
  readonly period: string;
  readonly values: readonly (string | null)[];
  readonly combinations: number;
  readonly count: number;
  readonly unknown: number | null;
}

/** What was read of the nodes by which some value names one, by their ids. */
type Found = ReadonlyMap<string, { readonly label: string; readonly row: readonly Value[] }>;

/** Puts periods in their order: their labels by keys of what was read. */
export type InOrder = (parameters: Parameters) => ReadonlyMap<string, string>;

/** Adds the rows of `rows(groupBy:, first:)`: one subquery that groups and cuts, and for each thing that is a node one that reads the nodes that are shown. */
export function addRows(result: ObjectBuilder, asked: Asked, inOrder: InOrder, field: Selected): Read<Shaped[]> {
  const { context } = asked;
  const site = field.site("Statistics");
  const by = groupingsOf(context, site.args.texts("groupBy"));
  const first = site.parameter((args) => shownOf(args.number("first") ?? 0));
  const [periods, into] = [context.name("list"), context.name("list")];
  const { clauses, unit, values } = grouped(context, { ...asked, periods }, by);
  const measures = source(asked, { periods, isWhole: false, later: [clauses] });
  const [names, least] = [
    join(values, ", "),
    join(
      values.map((value) => cypher`coalesce(${value}, '~')`),
      ", ",
    ),
  ];
  const groups = cypher`${countedIn(periods, unit, names)} ORDER BY p, k DESC, o DESC, ${least}`;
  const [atCount, atUnknown] = [number(by.length), number(by.length + 1)];
  const sums = cypher`reduce(s = 0, g IN gs | s + g[${atCount}]), reduce(s = 0, g IN gs | s + g[${atUnknown}])`;
  const cut = cypher`WITH p, collect([${names}, k, o]) AS gs`;
  result.calls.push(collect([measures, clauses, groups, cut], [cypher`p`, cypher`gs[0..${first}]`, cypher`size(gs)`, sums], into));
  const column = result.column(into);
  const parts = selectedOn("StatisticsRow", field.selections, context);
  const readGroups = by.map((one, at) => groupReader(result, { by: one, at, rows: into, parts }, context));
  return (row, parameters) => {
    const found = itemsOf(row[column]).map(
      ([key, shown, all, count, unknown]): OfPeriod => ({
        key: String(key),
        shown: itemsOf(shown).map((group) => [...group]),
        all: Number(all),
        sums: [Number(count), Number(unknown)],
      }),
    );
    const byKey = new Map(found.map((one) => [one.key, one]));
    const nodes = readGroups.map((read) => read.found(row));
    return [...inOrder(parameters)].flatMap(([key, period]) => {
      const one = byKey.get(key);
      return one ? rowsOf(one, period, { groupings: by.length, isStock: asked.isStock }).map((it) => shaped(it)) : [];
    });

    function shaped(it: Row): Shaped {
      const plain: Readonly<Record<string, unknown>> = { ...it };
      const groups = (key: string) =>
        it.values.map((value, at) => readGroups[at]?.read(key, value, nodes[at] ?? new Map(), parameters) ?? null);
      return shapedBy(parts.map(({ key, name }) => [key, name === "groups" ? groups(key) : plain[name]]));
    }
  };
}

/** Throws BAD_FILTER where there are none or too many. */
function groupingsOf(context: Context, constants: readonly string[]): FacetBy[] {
  if (constants.length === 0 || constants.length > MOST_GROUPINGS || new Set(constants).size < constants.length) {
    const message = `groupBy: name one to ${MOST_GROUPINGS} things, each once. Without any, the counts are in \`periods\`.`;
    throw requestError("BAD_FILTER", message);
  }
  const known = new Map(facetsOf(context.model, COUNTED).map((by) => [by.constant, by]));
  return constants.map((constant) => {
    const by = known.get(constant);
    if (!by) throw new Error(`Nothing counts ${COUNTED} by ${constant}.`);
    return by;
  });
}

/** Throws BAD_PAGE where a period can't show so many groups. */
function shownOf(first: number): number {
  if (first >= 0 && first <= MOST_VALUES) return first;
  const message = `first: ${first} is out of bounds: each period shows 0 to ${MOST_VALUES} groups, and sums up the rest in one row.`;
  throw requestError("BAD_PAGE", message);
}

/** The rows of one period: its groups, and one for those that are not shown. */
function rowsOf({ shown, all, sums }: OfPeriod, period: string, of: { readonly groupings: number; readonly isStock: boolean }): Row[] {
  const numbers = (group: readonly Value[]) => [Number(group[of.groupings]), Number(group[of.groupings + 1])] as const;
  const unknown = (count: number) => (of.isStock ? count : null);
  const rows = shown.map((group): Row => {
    const [count, open] = numbers(group);
    const values = group.slice(0, of.groupings).map((value) => (value === null ? null : String(value)));
    return { period, values, combinations: 1, count, unknown: unknown(open) };
  });
  if (all === shown.length) return rows;
  const [count, open] = shown.map(numbers).reduce(([a, b], [c, d]) => [a - c, b - d] as const, sums);
  return [...rows, { period, values: [], combinations: all - shown.length, count, unknown: unknown(open) }];
}

/** How the values are read of one thing that measures are grouped by. */
interface GroupReader {
  readonly found: (row: readonly Value[]) => Found;
  readonly read: (key: string, value: string | null, found: Found, parameters: Parameters) => Shaped;
}

/** A thing that measures are grouped by, its place, the rows that have its values, and what is selected of a row. */
interface Grouping {
  readonly by: FacetBy;
  readonly at: number;
  readonly rows: Name;
  readonly parts: readonly Selected[];
}

function groupReader(result: ObjectBuilder, grouping: Grouping, context: Context): GroupReader {
  const { by, parts } = grouping;
  const inGroup = new Map(
    parts.map((part) => [part.key, part.name === "groups" ? selectedOn("StatisticsGroup", part.selections, part.context) : []]),
  );
  const nodes = by.of.kind === "edge" ? addShown(result, grouping, typesAt(by.of), inGroup, context) : null;
  const values =
    by.of.kind === "computed" ? by.of.values : by.of.kind === "property" && by.of.property.kind === "enum" ? by.of.property.type : null;
  const named = (value: string | null, found: Found) => {
    if (value === null) return null;
    if (nodes) return found.get(value)?.label ?? value;
    return values === null ? value : labelOfValue(context.model, values, value);
  };
  return {
    found: nodes ? nodes.found : () => new Map(),
    read: (key, value, found, parameters) =>
      shapedBy(
        (inGroup.get(key) ?? []).map((part) => {
          if (part.name === "by") return [part.key, by.constant];
          if (part.name === "value") return [part.key, value];
          if (part.name === "label") return [part.key, named(value, found)];
          const row = value === null ? undefined : found.get(value)?.row;
          return [part.key, row ? (nodes?.reads.get(`${key}.${part.key}`)?.(row, parameters) ?? null) : null];
        }),
      ),
  };
}

/** Reads the nodes that the values of one thing name, each once. */
function addShown(
  result: ObjectBuilder,
  { at, rows }: Grouping,
  types: readonly string[],
  inGroup: ReadonlyMap<string, readonly Selected[]>,
  context: Context,
) {
  const [node, into] = [context.name("node"), context.name("columns")];
  const item = new ObjectBuilder();
  const [id, label] = [item.column(stored(node, "id")), item.column(labelOf(context, types, node))];
  const reads = new Map<string, Read<Shaped>>();
  for (const [key, parts] of inGroup) {
    for (const part of parts.filter(({ name }) => name === "node")) {
      const place = { ...placeOf(part.context, node, "Node"), targets: types };
      reads.set(`${key}.${part.key}`, item.nest(compileObject(part.context, place, part.selections)));
    }
  }
  const ids = cypher`UNWIND ${rows} AS q UNWIND q[1] AS g WITH DISTINCT g[${number(at)}] AS v WHERE v IS NOT NULL`;
  const carried = cypher`WITH ${carry([node], item.calls)}`;
  result.calls.push(collect([ids, matchById(node, cypher`v`), carried, ...inTurn(item.calls)], item.columns, into));
  const column = result.column(into);
  const found = (row: readonly Value[]): Found =>
    new Map(itemsOf(row[column]).map((columns) => [String(columns[id]), { label: String(columns[label]), row: columns }]));
  return { reads, found };
}
