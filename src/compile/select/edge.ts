import { getNamedType } from "graphql";
import { DATED, type Property } from "../../model/index.ts";
import { cypher, type Fragment, type Name, stored } from "../cypher/fragment.ts";
import { matchByIds } from "../cypher/patterns.ts";
import { asPlace, writeCursor } from "../page/cursor.ts";
import type { AsOf } from "../request/day.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import { type Read, type Shaped, shapedBy } from "../request/shape.ts";
import { valueAsOf } from "../where/as-of.ts";
import { edgeProperty, official, sourceCount } from "../where/evidence.ts";
import { type ObjectBuilder, type Place, placeOf } from "./builder.ts";
import { addNodes } from "./nodes.ts";
import { compileObject } from "./object.ts";

/** An item of a list: an edge, and the node that it leads to. */
export interface End {
  /** The edge type of the served schema. */
  readonly edgeType: string;
  readonly place: Place;
  /** The edge; null for an item of a root list, to which none leads. */
  readonly edge: Name | null;
  /** The node whose edge it is, of some types, where edges of others than the field's own node `near` are listed; else null. */
  readonly via: { readonly node: Name; readonly types: readonly string[]; readonly near: Name } | null;
  /** What the edge has beside what every dated edge has. */
  readonly properties: ReadonlyMap<string, Property>;
  /** Makes the columns of the item's place in its order. */
  readonly position: () => readonly number[];
  /** Names the list and its order, in cursors. */
  readonly tag: string;
}

/** What the edges of a root list say that can't be null: no edge was walked. */
const WITHOUT_EDGE: Readonly<Record<string, unknown>> = { claims: [], sourceCount: 0, official: false };

/** Compiles what `edges { … }` selects into the item, and returns how to read one edge. */
export function compileEdge(item: ObjectBuilder, end: End, field: Selected): Read<Shaped> {
  const readers = selectedOn(end.edgeType, field.selections, field.context).flatMap((part): Read<[string, unknown]>[] => {
    const read = compilePart(item, end, part);
    return read ? [(row, parameters) => [part.key, read(row, parameters)]] : [];
  });
  return (row, parameters) => shapedBy(readers.map((read) => read(row, parameters)));
}

function compilePart(item: ObjectBuilder, end: End, part: Selected): Read | null {
  const { name } = part;
  const { edge } = end;
  if (name === "cursor") return compileCursor(end.position(), end.tag);
  if (name === "node") return item.nest(compileObject(part.context, end.place, part.selections));
  if (edge === null) return () => WITHOUT_EDGE[name] ?? null;
  if (name === "via") return addVia(item, end, part);
  if (name === "claims") return addClaims(item, edge, part);
  if (name === "sourceCount") return readColumn(item, sourceCount(edge, part.context.asOf));
  if (name === "official") return readColumn(item, official(edge, part.context.asOf));
  const property = end.properties.get(name) ?? DATED.get(name);
  return property ? readProperty(item, edge, property, part.context.asOf) : null;
}

/** Reads a property of an edge as of the day asked for. */
function readProperty(item: ObjectBuilder, edge: Name, property: Property, asOf: AsOf): Read {
  const ofDay = valueAsOf(asOf, property);
  if (ofDay) {
    // The value is picked out of the history once it is here: a look at it for each property would be long to plan.
    const [history, column] = [item.column(stored(edge, "history")), item.column(stored(edge, property.name))];
    return (row, parameters) => ofDay(row[history] ?? null, row[column] ?? null, parameters);
  }
  const read = readColumn(item, edgeProperty(edge, property, asOf));
  return property.list ? (row, parameters) => read(row, parameters) ?? [] : read;
}

/** The node whose edge it is; null where that is the field's own. */
function addVia(item: ObjectBuilder, { edgeType, via }: End, { context, name, selections }: Selected): Read<Shaped | null> {
  if (via === null) return () => null;
  const type = getNamedType(context.fieldOf(edgeType, name).type).name;
  const read = item.nest(compileObject(context, { node: via.node, type, targets: via.types }, selections));
  const isOwn = item.column(cypher`${stored(via.node, "id")} = ${stored(via.near, "id")}`);
  return (row, parameters) => (row[isOwn] === true ? null : read(row, parameters));
}

/** Reads the cursor of an item, whose place in its order stands in some columns. */
export function compileCursor(columns: readonly number[], tag: string): Read<string> {
  return (row) =>
    writeCursor(
      tag,
      columns.map((column) => asPlace(row[column])),
    );
}

function readColumn(item: ObjectBuilder, expression: Fragment): Read {
  const column = item.column(expression);
  return (row) => row[column];
}

/** The claims of an edge: nodes that its `claims` names by id. */
function addClaims(item: ObjectBuilder, edge: Name, field: Selected): Read<Shaped[]> {
  const { context } = field;
  const claim = context.name("node");
  const id = context.name("id");
  return addNodes(item, field, placeOf(context, claim, "Claim"), () => matchByIds(claim, id, stored(edge, "claims")));
}
