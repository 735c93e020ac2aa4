import type { FieldNode, SelectionSetNode } from "graphql";
import { names } from "../../model/index.ts";
import { where } from "../cypher/patterns.ts";
import { asPlace, writeCursor } from "../page/cursor.ts";
import { edgeName, type Key } from "../page/order.ts";
import type { Context, Site } from "../request/context.ts";
import { type Selected, selectedOn, selectionsOf } from "../request/selection.ts";
import { itemsOf, type Read, type Shaped } from "../request/shape.ts";
import { type AsOf, nodeIsThere, within } from "../where/as-of.ts";
import { official, sourceCount } from "../where/evidence.ts";
import { compilePages } from "./connection.ts";
import { compileObject, ObjectBuilder, type ObjectPlan } from "./object.ts";

/** A list whose members are no nodes but rows that clauses bind: what src/trade writes for the root lists with @rows. */
export interface Rows {
  /** The type of a row in the served schema. */
  readonly type: string;
  /** Clauses that bind the rows' names, ending so that WHERE may follow. */
  readonly match: string;
  readonly conditions: readonly string[];
  /** Names of sets that the clauses use. */
  readonly sets: readonly string[];
  /** The names that the clauses bind and the fields use; the first one is counted. */
  readonly bound: readonly [string, ...string[]];
  /** A total order. */
  readonly keys: readonly Key[];
  readonly fields: RowFields;
}

export type RowFields = Readonly<Record<string, RowField>>;

/** How a field of a row is read. */
export type RowField =
  /** An expression. */
  | { readonly kind: "value"; readonly expression: string }
  /** A node that is bound. */
  | { readonly kind: "node"; readonly name: string; readonly type: string }
  /** A node by its id, which is bound; null where the id is. */
  | { readonly kind: "reference"; readonly id: string; readonly type: string }
  /** Claims by their ids, a list that is bound and may be null, and those about a bound node or one field of it, where `field` is bound and not null. */
  | { readonly kind: "claims"; readonly ids: string; readonly about: { readonly node: string; readonly field: string } | null }
  /** A dated relationship by the ids of its ends and its name (`edgeName`), which are bound; null where the name is. A relationship itself does not survive a UNION with null on the embedded engine. */
  | { readonly kind: "relationship"; readonly from: string; readonly to: string; readonly name: string }
  /** A list of rows, ordered by the values of their expressions `by`; null comes last. */
  | {
      readonly kind: "rows";
      readonly type: string;
      readonly members: readonly { readonly by: readonly string[]; readonly fields: RowFields }[];
    };

/** Writes the rows of a root list, given its arguments. */
export type RowsOf = (context: Context, site: Site) => Rows;

/** A key of an order that always has a value, as texts without free words. */
export function key(expression: string, options: Partial<Key> = {}): Key {
  return {
    expression,
    descending: false,
    nullable: false,
    present: options.nullable !== true,
    kind: "string",
    text: false,
    ofEdge: false,
    ...options,
  };
}

/** The fields of a row of type Relationship, for an edge whose names are bound. */
export function relationshipFields(asOf: AsOf, edge: { relation: string; from: RowField; to: RowField; claims: string }): RowFields {
  const { relation, from, to } = edge;
  const value = (expression: string): RowField => ({ kind: "value", expression });
  return {
    type: value(`type(${relation})`),
    from,
    to,
    since: value(`${relation}.since`),
    until: value(`${relation}.until`),
    recordedOn: value(`${relation}.recordedOn`),
    certainty: value(`${relation}.certainty`),
    note: value(`${relation}.note`),
    sourceCount: value(sourceCount(relation, asOf)),
    official: value(official(relation, asOf)),
    claims: { kind: "claims", ids: edge.claims, about: null },
  };
}

/** Compiles a root list of rows into its page and its count. */
export function compileRows(context: Context, rowsOf: RowsOf, nodes: readonly FieldNode[]): ObjectPlan {
  const [first] = nodes;
  if (!first) throw new Error("A root field without nodes was asked for.");
  const site = context.site(context.fieldOf("Query", first.name.value), first);
  const rows = rowsOf(context, site);
  const order = { keys: rows.keys, tag: `${first.name.value}:${rows.keys.map((k) => (k.descending ? "-" : "+")).join("")}` };
  const read = (inner: Context, item: ObjectBuilder, part: Selected) =>
    compileRow(inner, item, rows.type, rows.fields, selectionsOf(part.nodes));
  const listing = {
    type: names.connection(rows.type, null),
    match: rows.match,
    conditions: rows.conditions,
    imports: [],
    sets: rows.sets,
    bound: rows.bound,
    counted: rows.bound[0],
    order,
    extent: { kind: "each" as const },
    readNode: read,
    readEdge: (inner: Context, item: ObjectBuilder, part: Selected, place: () => number[]): Read => {
      const readers = selectedOn(names.edge(rows.type, null), selectionsOf(part.nodes), inner).map((field): Read<[string, unknown]> => {
        if (field.name === "node") {
          const node = read(within(inner, field.nodes), item, field);
          return (row, parameters) => [field.key, node(row, parameters)];
        }
        const columns = place();
        const places = (row: Parameters<Read>[0]) => columns.map((c) => asPlace(row[c]));
        return (row) => [field.key, writeCursor(order.tag, places(row))];
      });
      return (row, parameters) => Object.fromEntries(readers.map((r) => r(row, parameters)));
    },
  };
  return compilePages(context, site, listing, { key: "", name: first.name.value, nodes, types: null });
}

/** Compiles what is selected on a row into the item, and returns how to read it. */
function compileRow(
  context: Context,
  item: ObjectBuilder,
  type: string,
  fields: RowFields,
  selections: readonly SelectionSetNode[],
): Read<Shaped> {
  const readers = selectedOn(type, selections, context).map((selected): [string, Read] => {
    const field = fields[selected.name];
    if (!field) throw new Error(`Nothing gives ${type}.${selected.name}: add it to its rows in src/trade.`);
    return [selected.key, compileField(within(context, selected.nodes), item, field, selectionsOf(selected.nodes))];
  });
  return (row, parameters) => Object.fromEntries(readers.map(([name, read]) => [name, read(row, parameters)]));
}

function compileField(context: Context, item: ObjectBuilder, field: RowField, selections: readonly SelectionSetNode[]): Read {
  if (field.kind === "value") {
    const column = item.column(field.expression);
    return (row) => row[column];
  }
  if (field.kind === "node") return item.nest(compileObject(context, field.type, typesOf(context, field.type), field.name, selections));
  if (field.kind === "reference") {
    const found = compileList(context, item, field.type, selections, [field.id], (node) => `MATCH (${node}:Node {id: ${field.id}})`, []);
    return (row, parameters) => found(row, parameters)[0] ?? null;
  }
  if (field.kind === "claims") return compileClaims(context, item, field, selections);
  if (field.kind === "relationship") return compileRelationship(context, item, field, selections);
  const members = field.members.map(({ by, fields }) => ({
    by: by.map((expression) => item.column(expression)),
    read: compileRow(context, item, field.type, fields, selections),
  }));
  return (row, parameters) => {
    const place = (by: readonly number[]) => by.map((column) => String(row[column] ?? "~")).join("\n");
    const placed = members.map((member) => ({ ...member, at: place(member.by) }));
    return placed.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ read }) => read(row, parameters));
  };
}

function compileRelationship(
  context: Context,
  item: ObjectBuilder,
  { from, to, name: named }: Extract<RowField, { kind: "relationship" }>,
  selections: readonly SelectionSetNode[],
): Read {
  const [start, end] = [context.name("n"), context.name("n")];
  const [relation, claims, name] = [context.name("r"), context.name("q"), context.name("c")];
  const node = (name: string): RowField => ({ kind: "node", name, type: "Node" });
  const inner = new ObjectBuilder();
  const fields = relationshipFields(context.asOf, { relation, from: node(start), to: node(end), claims });
  const read = compileRow(context, inner, "Relationship", fields, selections);
  const sets = [...new Set(inner.sets)];
  item.sets.push(...sets);
  item.calls.push(
    [
      `CALL (${[from, to, named, ...sets].join(", ")}) { MATCH (${start}:Node {id: ${from}}) MATCH (${end}:Node {id: ${to}}) MATCH (${start})-[${relation}]->(${end}) WHERE ${edgeName(start, relation, end)} = ${named}`,
      `WITH ${[start, end, relation, `${relation}.claims AS ${claims}`, ...sets].join(", ")}`,
      ...inner.calls,
      `RETURN collect([${inner.columns.join(", ")}]) AS ${name} }`,
    ].join(" "),
  );
  const column = item.column(name);
  return (row, parameters) => {
    const [found] = itemsOf(row[column]);
    return found ? read(found, parameters) : null;
  };
}

function compileClaims(
  context: Context,
  item: ObjectBuilder,
  { ids, about }: Extract<RowField, { kind: "claims" }>,
  selections: readonly SelectionSetNode[],
): Read {
  const id = context.name("i");
  const byId = (claim: string) => `UNWIND coalesce(${ids}, []) AS ${id} MATCH (${claim}:Node {id: ${id}})`;
  if (!about) return compileList(context, item, "Claim", selections, [ids], byId, []);
  const { node, field } = about;
  const edge = context.name("e");
  const either = (claim: string) =>
    [
      `CALL (${ids}, ${node}, ${field}) { ${byId(claim)} RETURN ${claim}`,
      `UNION MATCH (${node})<-[${edge}:ABOUT]-(${claim}:Claim) WHERE ${field} IS NOT NULL AND (${edge}.field IS NULL OR ${edge}.field = ${field}) RETURN ${claim} }`,
      `WITH ${claim}`,
    ].join(" ");
  return compileList(context, item, "Claim", selections, [ids, node, field], either, []);
}

/** Nodes that a clause finds, in a CALL of their own, ordered by id. */
function compileList(
  context: Context,
  item: ObjectBuilder,
  type: string,
  selections: readonly SelectionSetNode[],
  imports: readonly string[],
  match: (node: string) => string,
  conditions: readonly string[],
): Read<Shaped[]> {
  const node = context.name("n");
  const name = context.name("c");
  const types = typesOf(context, type);
  const there = [...nodeIsThere(context, node, types), ...conditions];
  const plan = compileObject(context, type, types, node, selections);
  item.sets.push(...plan.sets);
  const carried = [...new Set(plan.sets)];
  const found = match(node);
  // A clause that ends with WITH has to carry the sets on.
  const clause = found.endsWith(`WITH ${node}`) ? [found, ...carried].join(", ") : found;
  item.calls.push(
    [
      `CALL (${[...new Set([...imports, ...carried])].join(", ")}) { ${clause}${where(there)}`,
      `WITH ${[node, ...carried].join(", ")} ORDER BY ${node}.id`,
      ...plan.calls,
      `RETURN collect([${plan.columns.join(", ")}]) AS ${name} }`,
    ].join(" "),
  );
  const column = item.column(name);
  return (row, parameters) => itemsOf(row[column]).map((columns) => plan.shape(columns, parameters));
}

function typesOf(context: Context, type: string): readonly string[] {
  return type === "Node" ? [...context.model.nodes.keys()] : (context.model.possible.get(type) ?? [type]);
}
