import type { Value } from "../../engine/port.ts";
import { type FacetBy, facetsOf, labelOfValue, MOST_VALUES, requestError } from "../../model/index.ts";
import { bind, call, carry, collect, cypher, type Fragment, inTurn, type Name, type Parameter, stored, where } from "../cypher/fragment.ts";
import { matchById } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import { itemsOf, type Parameters, type Read, type Shaped, shapedBy } from "../request/shape.ts";
import { ObjectBuilder } from "./builder.ts";
import { type CountedEdge, type CountedValue, countedValue, isDisjoint, typesAt, walkAbove, walkAlong } from "./counted-by.ts";
import { labelOf } from "./label.ts";
import { compileObject } from "./object.ts";

/** A list that is counted: the type of its nodes as the schema names it, the name of a node, and how the list is found. */
export interface CountedList {
  readonly type: string;
  readonly node: Name;
  /** The name that is counted: the node, or the edge that leads to it. */
  readonly counted: Name;
  readonly match: Fragment;
  readonly conditions: readonly Fragment[];
  /** The name under which all of it was gathered; null where each facet finds it anew. */
  readonly all: Name | null;
}

/** A value with how many entries have it, what to call it, and what was read of the node that it names, if it does. */
interface Found {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly row: readonly Value[];
}

/** A facet as it was read: what is shown, and counts of the rest. */
interface Counts {
  readonly shown: readonly Found[];
  readonly none: number;
  readonly distinct: number;
  readonly others: number;
}

/** Reads one `node` of a facet's values, by its selection. */
type NodeReads = ReadonlyMap<string, Read<Shaped>>;

/**
 * Compiles `facets(by:)` of a connection into the object that has it: a subquery for each facet, which goes over the list and groups it as it goes, and
 * along edges one more for the nodes that are shown.
 */
export function addFacets(result: ObjectBuilder, list: CountedList, connection: string, field: Selected): Read<Shaped[]> {
  const site = field.site(connection);
  const known = facetsOf(field.context.model, list.type);
  const reads = site.args.inputs("by").map((args, i): Read<Shaped> => {
    const by = known.find(({ constant }) => constant === args.text("field"));
    if (!by) throw new Error(`Nothing counts ${list.type} by ${args.text("field")}.`);
    const first = site.under("by", i).parameter((given) => shownOf(given.number("first") ?? 0));
    const shown = { first, write: facetWriter(by, field) };
    if (by.of.kind === "edge") return alongEdge(result, list, by.of, shown, field);
    return ofValue(result, list, countedValue(field.context, list.node, [list.counted], by.of), shown, field.context);
  });
  return (row, parameters) => reads.map((read) => read(row, parameters));
}

/** Throws BAD_PAGE where a facet can't show so many values. */
function shownOf(first: number): number {
  if (first >= 0 && first <= MOST_VALUES) return first;
  throw requestError(
    "BAD_PAGE",
    `first: ${first} is out of bounds: a facet shows 0 to ${MOST_VALUES} values, and counts the rest in \`others\`.`,
  );
}

/** What makes a facet of its counts. */
type Writer = (counts: Counts, parameters: Parameters, nodes: NodeReads) => Shaped;

function facetWriter({ constant, of }: FacetBy, { selections, context }: Selected): Writer {
  const parts = selectedOn("Facet", selections, context);
  const disjoint = isDisjoint(of);
  const inValue = new Map(
    parts.map((part) => [part.key, part.name === "values" ? selectedOn("FacetValue", part.selections, part.context) : []]),
  );
  const shownAs = (part: Selected, found: Found, parameters: Parameters, nodes: NodeReads): Shaped =>
    shapedBy(
      (inValue.get(part.key) ?? []).map(({ key, name }) => {
        if (name === "node") return [key, nodes.get(`${part.key}.${key}`)?.(found.row, parameters) ?? null];
        return [key, name === "value" ? found.value : name === "label" ? found.label : found.count];
      }),
    );
  return (counts, parameters, nodes) => {
    const { shown, none, distinct, others } = counts;
    const plain: Readonly<Record<string, unknown>> = { by: constant, disjoint, none, distinctValues: distinct, others };
    return shapedBy(
      parts.map((part) => [
        part.key,
        part.name === "values" ? shown.map((found) => shownAs(part, found, parameters, nodes)) : plain[part.name],
      ]),
    );
  };
}

/** What all facets have. */
interface Shown {
  readonly first: Parameter;
  readonly write: Writer;
}

const byCount = (a: Found, b: Found) => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Counts by a value of the nodes themselves: all values are read, since they are few. */
function ofValue(
  result: ObjectBuilder,
  { counted, match, conditions }: CountedList,
  { clauses, expression, isList, values }: CountedValue,
  { first, write }: Shown,
  context: Context,
): Read<Shaped> {
  const [value, into] = [context.name("value"), context.name("columns")];
  // A list that is empty stands for itself, as none.
  const each = isList ? cypher` UNWIND CASE WHEN size(coalesce(v, [])) = 0 THEN [null] ELSE v END AS x WITH x` : cypher` WITH v`;
  const found = cypher`${match}${where(conditions)} ${clauses} WITH ${counted}, ${expression} AS v${each} AS ${bind(value)}, count(${counted}) AS k`;
  result.calls.push(collect([found], [cypher`${value}`, cypher`k`], into));
  const column = result.column(into);
  return (row, parameters) => {
    const groups = itemsOf(row[column]).map(([value = null, count]) => ({
      value: value === null ? null : String(value),
      count: Number(count),
    }));
    const sorted = groups.flatMap(({ value, count }): Found[] => {
      if (value === null) return [];
      const label = values === null ? value : labelOfValue(context.model, values, value);
      return [{ value, label, count, row: [] }];
    });
    sorted.sort(byCount);
    const shown = sorted.slice(0, Number(parameters[first.name]));
    const none = groups.filter(({ value }) => value === null).reduce((sum, { count }) => sum + count, 0);
    return write({ shown, none, distinct: sorted.length, others: sumOf(sorted) - sumOf(shown) }, parameters, new Map());
  };
}

const sumOf = (found: readonly Found[]) => found.reduce((sum, { count }) => sum + count, 0);

/** Counts by what lies at the other end of an edge: of what may be many values, the statement cuts those that are shown. */
function alongEdge(result: ObjectBuilder, list: CountedList, along: CountedEdge, { first, write }: Shown, field: Selected): Read<Shaped> {
  const { context } = field;
  const parts = selectedOn("Facet", field.selections, context);
  const wantsNone = parts.some(({ name }) => name === "none");
  const [values, distinct, sum, some] = [context.name("list"), context.name("count"), context.name("count"), context.name("count")];
  // A name of its own: the embedded engine takes what other subqueries call so for an edge as well.
  const entry = context.name("row");
  const grouped = cypher`${eachValue(context, list, along, entry, wantsNone)} WITH v, count(DISTINCT ${entry}) AS k ORDER BY k DESC, v`;
  const parted = cypher`WITH collect(CASE WHEN v IS NOT NULL THEN [v, k] END) AS vs, max(CASE WHEN v IS NULL THEN k END) AS o`;
  const counts = cypher`size(vs) AS ${bind(distinct)}, reduce(s = 0, x IN vs | s + x[1]) AS ${bind(sum)}, coalesce(o, 0) AS ${bind(some)}`;
  const names = [values, distinct, sum, some];
  result.calls.push(call(cypher`${grouped} ${parted} RETURN vs[0..${first}] AS ${bind(values)}, ${counts}`, names));
  const [ofDistinct, ofSum, ofSome] = [result.column(distinct), result.column(sum), result.column(some)];
  const readShown = addShown(context, result, values, typesAt(along), parts);
  const all = wantsNone ? addAll(result, list, context) : ofSome;
  return (row, parameters) => {
    const { shown, nodes } = readShown(row);
    const none = Number(row[all]) - Number(row[ofSome]);
    return write({ shown, none, distinct: Number(row[ofDistinct]), others: Number(row[ofSum]) - sumOf(shown) }, parameters, nodes);
  };
}

/**
 * Clauses that bind each entry with each value that it has (`v`), perhaps several times; `withNull`: and once more with null, so that those are counted that have any.
 * What lies above the ends of the edges is looked up once for each end, not for each edge: goods and countries are few, edges many.
 */
function eachValue(
  context: Context,
  { node, counted, match, conditions }: CountedList,
  along: CountedEdge,
  entry: Name,
  withNull: boolean,
): Fragment {
  const { walk, far } = walkAlong(context, node, along.edge);
  const ends = cypher`${match}${where(conditions)} ${walk} WITH ${far}, collect(${counted}) AS xs`;
  if (along.level === "node") {
    const ids = withNull ? cypher`[${stored(far, "id")}, null]` : cypher`[${stored(far, "id")}]`;
    return cypher`${ends} UNWIND ${ids} AS v UNWIND xs AS ${bind(entry)}`;
  }
  const above = walkAbove(context, far, along.level);
  const ids = context.name("list");
  const found = call(cypher`${above.walk} RETURN collect(DISTINCT ${stored(above.end, "id")}) AS ${bind(ids)}`, [ids], [far]);
  const values = withNull ? cypher`CASE WHEN size(${ids}) = 0 THEN [] ELSE ${ids} + [null] END` : ids;
  return cypher`${ends} ${found} WITH xs, ${ids} UNWIND ${values} AS v UNWIND xs AS ${bind(entry)}`;
}

/** Reads the nodes that are shown, with their counts. */
function addShown(context: Context, result: ObjectBuilder, values: Name, types: readonly string[], parts: readonly Selected[]) {
  const [shown, node, into] = [context.name("value"), context.name("node"), context.name("columns")];
  const item = new ObjectBuilder();
  const [id, count] = [item.column(stored(node, "id")), item.column(cypher`${shown}[1]`)];
  const label = item.column(labelOf(context, types, node));
  const nodes = new Map<string, Read<Shaped>>();
  for (const part of parts.filter(({ name }) => name === "values")) {
    for (const inner of selectedOn("FacetValue", part.selections, part.context)) {
      if (inner.name !== "node") continue;
      nodes.set(
        `${part.key}.${inner.key}`,
        item.nest(compileObject(inner.context, { node, type: "Node", targets: types }, inner.selections)),
      );
    }
  }
  const found = cypher`UNWIND ${values} AS ${bind(shown)} ${matchById(node, cypher`${shown}[0]`)}`;
  result.calls.push(collect([found, cypher`WITH ${carry([shown, node], item.calls)}`, ...inTurn(item.calls)], item.columns, into));
  const column = result.column(into);
  return (row: readonly Value[]) => {
    const found = itemsOf(row[column]).map(
      (columns): Found => ({ value: String(columns[id]), label: String(columns[label]), count: Number(columns[count]), row: columns }),
    );
    return { shown: found.sort(byCount), nodes };
  };
}

/** Adds how many entries there are, and returns the column of it. */
function addAll(result: ObjectBuilder, { match, conditions, counted, all }: CountedList, context: Context): number {
  if (all !== null) return result.column(cypher`size(${all})`);
  const count = context.name("count");
  result.calls.push(call(cypher`${match}${where(conditions)} RETURN count(${counted}) AS ${bind(count)}`, [count]));
  return result.column(count);
}
