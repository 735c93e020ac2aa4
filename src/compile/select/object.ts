import type { SelectionSetNode } from "graphql";
import type { Value } from "../../engine/port.ts";
import { type EdgeField, type Property, prefixOf } from "../../model/index.ts";
import { carry, collect, cypher, inTurn, type Name, stored, where } from "../cypher/fragment.ts";
import { labelCondition, pattern } from "../cypher/patterns.ts";
import type { ListSource } from "../page/list.ts";
import type { Context } from "../request/context.ts";
import { type Selected, selectedOn, selectedOnNode } from "../request/selection.ts";
import { columnsOf, itemsOf, type Shaped, shapedBy } from "../request/shape.ts";
import { edgeIsThere, historyFor, nodeIsThere, valueAsOf } from "../where/as-of.ts";
import { ObjectBuilder, type ObjectPlan, type Place } from "./builder.ts";
import { compileConnection } from "./connection.ts";

/** Compiles the selections on a node. The caller gives the context of the field that leads to it. */
export function compileObject(context: Context, place: Place, selections: readonly SelectionSetNode[]): ObjectPlan {
  const builder = new ObjectBuilder();
  for (const field of selectedOnNode(place.targets, selections, context)) addField(context, builder, place, field);
  if (context.model.nodes.has(place.type)) return builder.plan(null);
  const id = builder.column(stored(place.node, "id"));
  const byPrefix = new Map([...context.model.nodes.values()].map((n) => [n.prefix, n.name]));
  return builder.plan((columns) => byPrefix.get(prefixOf(String(columns[id]))) ?? place.type);
}

function addField(context: Context, builder: ObjectBuilder, { node, type, targets }: Place, field: Selected): void {
  const { model } = context;
  // A field of an interface's fragment is looked up on the types for which it was asked: they agree, or validation had failed.
  const owner = field.types?.[0] ?? targets[0] ?? type;
  const property = model.properties.get(owner)?.get(field.name);
  const edge = model.edgeFields.get(owner)?.get(field.name);
  if (model.computed.get(owner)?.has(field.name)) {
    const computed = context.computed[field.name];
    if (!computed) throw new Error(`Nothing computes ${owner}.${field.name}: register it in src/trade.`);
    const [, ...others] = field.types ?? targets;
    computed.select(builder, node, [owner, ...others], field);
  } else if (property) addProperty(builder, property, node, field);
  else if (edge) {
    const nearTypes = field.types ?? targets;
    const seen = edgeSeenFrom(context, edge, nearTypes);
    if (seen.targets.length === 0) return;
    if (edge.list) addConnection(builder, { edge: seen, near: node, nearTypes }, field);
    else addReference(builder, seen, node, field);
  }
}

/** The edge field as all of some owners see it: its ends are those of each. */
function edgeSeenFrom(context: Context, edge: EdgeField, owners: readonly string[]): EdgeField {
  const all = owners.map((o) => context.model.edgeFields.get(o)?.get(edge.name)).filter((e) => e !== undefined);
  const targets = [...new Set(all.flatMap((e) => e.targets))].sort();
  return { ...edge, targets, closed: all.every((e) => e.closed) };
}

/** Adds a stored property of a node or an edge. */
function addProperty(builder: ObjectBuilder, property: Property, node: Name, field: Selected): void {
  const { context } = field;
  const column = builder.column(stored(node, property.name));
  const asOf = valueAsOf(context.asOf, property);
  if (asOf) {
    const history = builder.column(historyFor(context.asOf, node, property));
    builder.reader(field.key, field.types, (columns, parameters) => asOf(columns[history] ?? null, columns[column] ?? null, parameters));
    return;
  }
  if (property.kind === "value") {
    const inner = selectedOn(property.type, field.selections, context);
    builder.reader(field.key, field.types, (columns) => readValues(columns[column], inner));
  } else if (property.list) builder.reader(field.key, field.types, (columns) => columns[column] ?? []);
  else builder.reader(field.key, field.types, (columns) => columns[column]);
}

/** @value objects are stored as JSON texts. */
function readValues(texts: Value | undefined, fields: readonly Selected[]): Shaped[] {
  if (texts === null || texts === undefined) return [];
  return columnsOf(texts).map((text) => {
    const value = JSON.parse(String(text)) as Record<string, unknown>;
    return shapedBy(fields.map((f) => [f.key, value[f.name] ?? null]));
  });
}

function addConnection(
  builder: ObjectBuilder,
  source: Pick<Extract<ListSource, { kind: "edge" }>, "edge" | "near" | "nearTypes">,
  field: Selected,
): void {
  const nearLabel = field.types?.length === 1 ? (field.types[0] ?? null) : null;
  builder.reader(field.key, field.types, builder.nest(compileConnection({ kind: "edge", ...source, nearLabel }, field)));
}

/** Adds an edge that leads to one node at most. */
function addReference(builder: ObjectBuilder, edge: EdgeField, near: Name, field: Selected): void {
  const { context } = field;
  const far = context.name("node");
  const edgeName = context.name("edge");
  const into = context.name("columns");
  // What a reference must have is there with what refers to it.
  const there = edge.required
    ? []
    : [...(edge.dated ? edgeIsThere(context.asOf, edgeName) : []), ...nodeIsThere(context, far, edge.targets)];
  const conditions = [...labelCondition(far, edge), ...there];
  const inner = compileObject(context, { node: far, type: edge.to, targets: edge.targets }, field.selections);
  const found = cypher`MATCH ${pattern(near, edgeName, far, edge)}${where(conditions)}`;
  // The loader lets no second node in: nothing to order.
  const one = cypher`WITH ${carry([far], inner.calls)} LIMIT 1`;
  builder.calls.push(collect([found, one, ...inTurn(inner.calls)], inner.columns, into));
  const column = builder.column(into);
  builder.reader(field.key, field.types, (columns, parameters) => {
    const [first] = itemsOf(columns[column]);
    return first ? inner.shape(first, parameters) : null;
  });
}
