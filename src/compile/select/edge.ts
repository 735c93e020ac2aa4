import type { SelectionSetNode } from "graphql";
import { DATED, type Property } from "../../model/index.ts";
import { where } from "../cypher/patterns.ts";
import { asPlace, writeCursor } from "../page/cursor.ts";
import type { ListSource } from "../page/list.ts";
import type { Context } from "../request/context.ts";
import { type Selected, selectedOn, selectionsOf } from "../request/selection.ts";
import { itemsOf, type Read, type Shaped } from "../request/shape.ts";
import { nodeIsThere, within } from "../where/as-of.ts";
import { official, sourceCount } from "../where/evidence.ts";
import { compileObject, type ObjectBuilder } from "./object.ts";

/** What the edges of a root list say that can't be null: no edge was walked. */
const WITHOUT_EDGE: Readonly<Record<string, unknown>> = { claims: [], sourceCount: 0, official: false };

/** Compiles what `edges { … }` selects into the item, and returns how to read one edge. */
export function compileEdge(
  context: Context,
  item: ObjectBuilder,
  list: {
    readonly source: ListSource;
    /** The edge type of the served schema. */
    readonly edgeType: string;
    readonly type: string;
    readonly targets: readonly string[];
    readonly node: string;
    readonly relation: string | null;
    /** Makes the columns of the item's place in its order. */
    readonly place: () => number[];
    readonly tag: string;
  },
  selections: readonly SelectionSetNode[],
): Read<Shaped> {
  const { source, edgeType, type, targets, node, relation } = list;
  const readers: Read<[string, unknown]>[] = [];
  const properties = source.kind === "edge" ? source.edge.properties : new Map<string, Property>();
  for (const field of selectedOn(edgeType, selections, context)) {
    const { key, name } = field;
    if (name === "cursor") {
      const columns = list.place();
      readers.push((row) => [
        key,
        writeCursor(
          list.tag,
          columns.map((c) => asPlace(row[c])),
        ),
      ]);
    } else if (name === "node") {
      const read = item.nest(compileObject(within(context, field.nodes), type, targets, node, selectionsOf(field.nodes)));
      readers.push((row, parameters) => [key, read(row, parameters)]);
    } else if (relation === null) {
      readers.push(() => [key, WITHOUT_EDGE[name] ?? null]);
    } else if (name === "claims") {
      const read = compileClaims(context, item, relation, field);
      readers.push((row, parameters) => [key, read(row, parameters)]);
    } else if (name === "sourceCount" || name === "official") {
      const column = item.column((name === "official" ? official : sourceCount)(relation, context.asOf));
      readers.push((row) => [key, row[column]]);
    } else if (properties.get(name)?.list) {
      const column = item.column(`${relation}.${name}`);
      readers.push((row) => [key, row[column] ?? []]);
    } else if (properties.has(name) || DATED.has(name)) {
      const column = item.column(`${relation}.${name}`);
      readers.push((row) => [key, row[column]]);
    }
  }
  return (row, parameters) => Object.fromEntries(readers.map((read) => read(row, parameters)));
}

/** The claims of an edge: nodes that its `claims` names by id. */
function compileClaims(outer: Context, item: ObjectBuilder, relation: string, field: Selected): Read<Shaped[]> {
  const context = within(outer, field.nodes);
  const claim = context.name("n");
  const id = context.name("i");
  const name = context.name("c");
  const there = nodeIsThere(context, claim, ["Claim"]);
  const plan = compileObject(context, "Claim", ["Claim"], claim, selectionsOf(field.nodes));
  item.sets.push(...plan.sets);
  item.calls.push(
    [
      `CALL (${[relation, ...plan.sets].join(", ")}) { UNWIND ${relation}.claims AS ${id} MATCH (${claim}:Node {id: ${id}})${where(there)}`,
      `WITH ${[claim, ...plan.sets].join(", ")} ORDER BY ${claim}.id`,
      ...plan.calls,
      `RETURN collect([${plan.columns.join(", ")}]) AS ${name} }`,
    ].join(" "),
  );
  const column = item.column(name);
  return (row, parameters) => itemsOf(row[column]).map((columns) => plan.shape(columns, parameters));
}
