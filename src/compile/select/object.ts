import type { SelectionSetNode } from "graphql";
import type { Value } from "../../engine/port.ts";
import { type EdgeField, type Property, prefixOf } from "../../model/index.ts";
import { addStatus } from "../../trade/status.ts";
import { labelCondition, pattern, where } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { type Selected, selectedOn, selectedOnNode, selectionsOf } from "../request/selection.ts";
import { columnsOf, itemsOf, type Read, type Shape, type Shaped } from "../request/shape.ts";
import { edgeIsThere, nodeIsThere, valueAsOf, within } from "../where/as-of.ts";
import { compileConnection } from "./connection.ts";

/** What a selection on one variable needs: clauses to run once it is bound, columns to return, and how to read them. */
export interface ObjectPlan {
  /** Nested CALLs, each of which binds a name that the columns use. */
  readonly calls: readonly string[];
  /** Expressions, in the order in which `shape` reads them. */
  readonly columns: readonly string[];
  /** Names of sets that the calls import from the outer scope. */
  readonly sets: readonly string[];
  readonly shape: Shape;
}

/** How one response key is read from the columns. */
interface Reader {
  readonly key: string;
  readonly types: readonly string[] | null;
  readonly read: Read;
}

/** Collects calls, columns and readers of one object. */
export class ObjectBuilder {
  readonly calls: string[] = [];
  readonly columns: string[] = [];
  readonly sets: string[] = [];
  readonly #readers: Reader[] = [];

  /** Adds a column (once) and returns its index. */
  column(expression: string): number {
    const known = this.columns.indexOf(expression);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  /** Makes a plan part of this object, and returns the function that reads it from this object's columns. */
  nest(plan: ObjectPlan): Shape {
    this.calls.push(...plan.calls);
    this.sets.push(...plan.sets);
    const columns = plan.columns.map((c) => this.column(c));
    return (row, parameters) =>
      plan.shape(
        columns.map((c) => row[c] ?? null),
        parameters,
      );
  }

  /** Says how a response key is read; `types` limits it to objects of these types. */
  reader(key: string, types: readonly string[] | null, read: Read): void {
    this.#readers.push({ key, types, read });
  }

  /** Reads plain objects; with `typeOf`, each object says its `__typename` and has only the keys of its type. */
  plan(typeOf: ((columns: readonly Value[]) => string) | null): ObjectPlan {
    const readers = this.#readers;
    const shape: Shape = (columns, parameters) => {
      const shaped: Shaped = {};
      const type = typeOf?.(columns);
      if (type !== undefined) shaped.__typename = type;
      for (const { key, types, read } of readers) {
        if (types === null || type === undefined || types.includes(type)) shaped[key] = read(columns, parameters);
      }
      return shaped;
    };
    return { calls: this.calls, columns: this.columns, sets: this.sets, shape };
  }
}

/** Compiles the selections on a node bound to `node`, whose type the schema gives as `type` (a node type or an interface). */
export function compileObject(
  context: Context,
  type: string,
  targets: readonly string[],
  node: string,
  selections: readonly SelectionSetNode[],
): ObjectPlan {
  const builder = new ObjectBuilder();
  addNodeFields(context, builder, type, targets, node, selections);
  const isAbstract = !context.model.nodes.has(type);
  if (!isAbstract) return builder.plan(null);
  const id = builder.column(`${node}.id`);
  const byPrefix = new Map([...context.model.nodes.values()].map((n) => [n.prefix, n.name]));
  return builder.plan((columns) => byPrefix.get(prefixOf(String(columns[id]))) ?? type);
}

function addNodeFields(
  context: Context,
  builder: ObjectBuilder,
  type: string,
  targets: readonly string[],
  node: string,
  selections: readonly SelectionSetNode[],
): void {
  for (const field of selectedOnNode(type, targets, selections, context)) {
    // A field of an interface's fragment is looked up on the types for which it was asked: they agree, or validation had failed.
    const owner = field.types?.[0] ?? targets[0] ?? type;
    const near = field.types?.length === 1 ? owner : null;
    const property = context.model.properties.get(owner)?.get(field.name);
    const edge = context.model.edgeFields.get(owner)?.get(field.name);
    if (context.model.computed.get(owner)?.has(field.name)) addComputed(context, builder, node, owner, field);
    else if (property) addProperty(context, builder, property, node, field);
    else if (edge) addEdge(context, builder, edgeSeenFrom(context, edge, field.types ?? targets), node, field, near);
  }
}

/** Fields that the statement works out, by name. */
const COMPUTED: Readonly<Record<string, typeof addStatus>> = { statusOn: addStatus };

function addComputed(context: Context, builder: ObjectBuilder, node: string, owner: string, field: Selected): void {
  const add = COMPUTED[field.name];
  if (!add) throw new Error(`Nothing works out ${owner}.${field.name}: add it in src/compile.`);
  add(context, builder, node, owner, field);
}

/** The edge field as all of some owners see it: its ends are those of each. */
function edgeSeenFrom(context: Context, edge: EdgeField, owners: readonly string[]): EdgeField {
  const all = owners.map((o) => context.model.edgeFields.get(o)?.get(edge.name)).filter((e) => e !== undefined);
  const targets = [...new Set(all.flatMap((e) => e.targets))].sort();
  return { ...edge, targets, closed: all.every((e) => e.closed) };
}

/** Adds a stored property of a node or an edge. */
export function addProperty(context: Context, builder: ObjectBuilder, property: Property, variable: string, field: Selected): void {
  const column = builder.column(`${variable}.${property.name}`);
  const asOf = valueAsOf(context.asOf, property);
  if (asOf) {
    const history = builder.column(`${variable}.history`);
    builder.reader(field.key, field.types, (columns, parameters) => asOf(columns[history] ?? null, columns[column] ?? null, parameters));
    return;
  }
  if (property.kind === "value") {
    const inner = selectedOn(property.type, selectionsOf(field.nodes), context);
    builder.reader(field.key, field.types, (columns) => readValues(columns[column], inner));
  } else if (property.list) builder.reader(field.key, field.types, (columns) => columns[column] ?? []);
  else builder.reader(field.key, field.types, (columns) => columns[column]);
}

/** @value objects are stored as JSON texts. */
function readValues(stored: Value | undefined, fields: readonly Selected[]): Shaped[] {
  if (stored === null || stored === undefined) return [];
  return columnsOf(stored).map((text) => {
    const value = JSON.parse(String(text)) as Record<string, unknown>;
    return Object.fromEntries(fields.map((f) => [f.key, value[f.name] ?? null]));
  });
}

function addEdge(outer: Context, builder: ObjectBuilder, edge: EdgeField, node: string, field: Selected, nearLabel: string | null): void {
  if (edge.targets.length === 0) return;
  if (edge.list) {
    const page = compileConnection(outer, { kind: "edge", edge, near: node, nearLabel }, field);
    builder.reader(field.key, field.types, builder.nest(page));
    return;
  }
  const context = within(outer, field.nodes);
  const far = context.name("n");
  const relation = context.name("r");
  const name = context.name("c");
  // What a reference must have is there with what refers to it.
  const there = edge.required
    ? []
    : [...(edge.dated ? edgeIsThere(context.asOf, relation) : []), ...nodeIsThere(context, far, edge.targets)];
  const conditions = [...labelCondition(far, edge), ...there];
  const inner = compileObject(context, edge.to, edge.targets, far, selectionsOf(field.nodes));
  builder.calls.push(
    [
      `CALL (${[node, ...inner.sets].join(", ")}) { MATCH ${pattern(node, relation, far, edge)}${where(conditions)}`,
      // The loader lets no second node in: nothing to order.
      `WITH ${[far, ...inner.sets].join(", ")} LIMIT 1`,
      ...inner.calls,
      `RETURN collect([${inner.columns.join(", ")}]) AS ${name} }`,
    ].join(" "),
  );
  builder.sets.push(...inner.sets);
  const column = builder.column(name);
  builder.reader(field.key, field.types, (columns, parameters) => {
    const [found] = itemsOf(columns[column]);
    return found ? inner.shape(found, parameters) : null;
  });
}
