import { names } from "../../model/index.ts";
import { bind, call, carry, collect, cypher, type Fragment, inTurn, join, type Name, stored } from "../cypher/fragment.ts";
import { matchById, matchByIds } from "../cypher/patterns.ts";
import { edgeName, type Key } from "../page/order.ts";
import type { AsOf } from "../request/day.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import { itemsOf, type Read, type Shaped, shapedBy } from "../request/shape.ts";
import type { Site } from "../request/site.ts";
import { edgeProperty, official, sourceCount } from "../where/evidence.ts";
import { ObjectBuilder, type ObjectPlan, placeOf } from "./builder.ts";
import { compileCursor } from "./edge.ts";
import { addNodes } from "./nodes.ts";
import { compileObject } from "./object.ts";
import { compilePages, type Listing } from "./pages.ts";

/** A list whose members are no nodes but rows that clauses bind: what src/trade writes for the root lists with @rows. */
export interface Rows {
  /** The type of a row in the served schema. */
  readonly type: string;
  /** Clauses that bind the rows' names, ending so that WHERE may follow. */
  readonly match: Fragment;
  readonly conditions: readonly Fragment[];
  /** The names that the clauses bind and the fields use; the first one is counted. */
  readonly bound: readonly [Name, ...Name[]];
  /** A total order. */
  readonly keys: readonly Key[];
  readonly fields: RowFields;
  /** The day as of which all below a row is read, where it is not that of the list's own @asOf. */
  readonly asOf?: AsOf;
}

export type RowFields = Readonly<Record<string, RowField>>;

/** How a field of a row is read. */
export type RowField =
  /** An expression; of a value that depends on the day of its own field, how to make it. */
  | { readonly kind: "value"; readonly expression: Fragment | ((asOf: AsOf) => Fragment) }
  /** An expression that is answered as text: a number as JavaScript writes it, since engines spell large ones in their own ways. */
  | { readonly kind: "text"; readonly expression: Fragment }
  /** A node that is bound. */
  | { readonly kind: "node"; readonly name: Name; readonly type: string }
  /** A node by its id, which is bound; null where the id is. */
  | { readonly kind: "reference"; readonly id: Name; readonly type: string }
  /** Claims by their ids, a list that is bound and may be null, and those about a bound node or one field of it, where `field` is bound and not null. */
  | { readonly kind: "claims"; readonly ids: Name; readonly about: { readonly node: Name; readonly field: Name } | null }
  /** A dated relationship by the ids of its ends and its name (`edgeName`), which are bound; null where the name is. A relationship itself does not survive a UNION with null on the embedded engine. */
  | { readonly kind: "relationship"; readonly from: Name; readonly to: Name; readonly name: Name }
  /** A list of rows, ordered by the values of their expressions `by`; null comes last. */
  | {
      readonly kind: "rows";
      readonly type: string;
      readonly members: readonly { readonly by: readonly Fragment[]; readonly fields: RowFields }[];
    };

/** Writes the rows of a root list, given its field and the place of its arguments. */
export type RowsOf = (field: Selected, site: Site) => Rows;

/** A field of a row that is an expression. */
export function value(expression: Extract<RowField, { kind: "value" }>["expression"]): RowField {
  return { kind: "value", expression };
}

/** The fields of a row of type Relationship, for an edge whose names are bound. */
export function relationshipFields(row: { edge: Name; from: RowField; to: RowField; claims: Name }): RowFields {
  const { edge, from, to } = row;
  return {
    type: value(cypher`type(${edge})`),
    from,
    to,
    since: value(stored(edge, "since")),
    until: value(stored(edge, "until")),
    recordedOn: value(stored(edge, "recordedOn")),
    certainty: value((asOf) => edgeProperty(edge, "certainty", asOf)),
    note: value(stored(edge, "note")),
    sourceCount: value((asOf) => sourceCount(edge, asOf)),
    official: value((asOf) => official(edge, asOf)),
    claims: { kind: "claims", ids: row.claims, about: null },
  };
}

/** Compiles a root list of rows into its page and its count. */
export function compileRows(rowsOf: RowsOf, field: Selected): ObjectPlan {
  const site = field.site("Query");
  const rows = rowsOf(field, site);
  const order = { keys: rows.keys, tag: `${field.name}:${rows.keys.map((key) => (key.descending ? "-" : "+")).join("")}` };
  const addNode: Listing["addNode"] = (item, part) => compileRow(item, rows.type, rows.fields, part);
  const listing: Listing = {
    ...rows,
    type: names.connection(rows.type, null),
    counted: rows.bound[0],
    order,
    extent: { kind: "each" },
    facets: null,
    addNode,
    addEdge: (item, part, position) => {
      const readers = selectedOn(names.edge(rows.type, null), part.selections, part.context).map((inner): [string, Read] => [
        inner.key,
        inner.name === "node" ? addNode(item, inner) : compileCursor(position(), order.tag),
      ]);
      return (row, parameters) => shapedBy(readers.map(([key, read]) => [key, read(row, parameters)]));
    },
  };
  return compilePages(site, listing, rows.asOf ? field.within(rows.asOf) : field);
}

/** Compiles what a field selects on a row into the item, and returns how to read it. */
function compileRow(item: ObjectBuilder, type: string, fields: RowFields, { context, selections }: Selected): Read<Shaped> {
  const readers = selectedOn(type, selections, context).map((part): [string, Read] => {
    const field = fields[part.name];
    if (!field) throw new Error(`Nothing gives ${type}.${part.name}: add it to its rows in src/trade.`);
    return [part.key, compileField(item, field, part)];
  });
  return (row, parameters) => shapedBy(readers.map(([key, read]) => [key, read(row, parameters)]));
}

function compileField(item: ObjectBuilder, field: RowField, part: Selected): Read {
  switch (field.kind) {
    case "value": {
      const { expression } = field;
      const column = item.column(typeof expression === "function" ? expression(part.context.asOf) : expression);
      return (row) => row[column];
    }
    case "text": {
      const column = item.column(field.expression);
      return (row) => (row[column] === null || row[column] === undefined ? null : String(row[column]));
    }
    case "node":
      return item.nest(compileObject(part.context, placeOf(part.context, field.name, field.type), part.selections));
    case "reference":
      return addById(item, field, part);
    case "claims":
      return addClaims(item, field, part);
    case "relationship":
      return addRelationship(item, field, part);
    case "rows":
      return addMembers(item, field, part);
  }
}

/** A node by its id. */
function addById(item: ObjectBuilder, { id, type }: Extract<RowField, { kind: "reference" }>, part: Selected): Read {
  const node = part.context.name("node");
  const read = addNodes(item, part, placeOf(part.context, node, type), () => matchById(node, id));
  return (row, parameters) => read(row, parameters)[0] ?? null;
}

/** Rows inside a row, in their order. */
function addMembers(item: ObjectBuilder, { type, members }: Extract<RowField, { kind: "rows" }>, part: Selected): Read {
  const readers = members.map(({ by, fields }) => ({
    by: by.map((expression) => item.column(expression)),
    read: compileRow(item, type, fields, part),
  }));
  return (row, parameters) => {
    const place = (by: readonly number[]) => by.map((column) => String(row[column] ?? "~")).join("\n");
    const placed = readers.map((member) => ({ ...member, at: place(member.by) }));
    return placed.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ read }) => read(row, parameters));
  };
}

function addRelationship(item: ObjectBuilder, { from, to, name }: Extract<RowField, { kind: "relationship" }>, part: Selected): Read {
  const { context } = part;
  const [start, end] = [context.name("node"), context.name("node")];
  const [edge, claims, into] = [context.name("edge"), context.name("claims"), context.name("columns")];
  const node = (end: Name): RowField => ({ kind: "node", name: end, type: "Node" });
  const inner = new ObjectBuilder();
  const fields = relationshipFields({ edge, from: node(start), to: node(end), claims });
  const read = compileRow(inner, "Relationship", fields, part);
  const found = cypher`${matchById(start, from)} ${matchById(end, to)} MATCH (${start})-[${bind(edge)}]->(${end}) WHERE ${edgeName(start, edge, end)} = ${name}`;
  const carried = carry([start, end, edge, cypher`${edge}.claims AS ${bind(claims)}`], inner.calls);
  item.calls.push(collect([found, cypher`WITH ${carried}`, ...inTurn(inner.calls)], inner.columns, into));
  const column = item.column(into);
  return (row, parameters) => {
    const [first] = itemsOf(row[column]);
    return first ? read(first, parameters) : null;
  };
}

function addClaims(item: ObjectBuilder, { ids, about }: Extract<RowField, { kind: "claims" }>, part: Selected): Read {
  const { context } = part;
  const id = context.name("id");
  const through = about ? context.name("through") : null;
  const claim = context.name("node");
  const byIds = matchByIds(claim, id, cypher`coalesce(${ids}, [])`);
  return addNodes(item, part, placeOf(context, claim, "Claim"), (later) => {
    if (!about || !through) return byIds;
    const { node, field } = about;
    const isAbout = cypher`${field} IS NOT NULL AND (${through}.field IS NULL OR ${through}.field = ${field})`;
    const whole = cypher`MATCH (${node})<-[${bind(through)}:ABOUT]-(${bind(claim)}:Claim) WHERE ${isAbout}`;
    const both = call(join([cypher`${byIds} RETURN ${claim}`, cypher`UNION ${whole} RETURN ${claim}`]), [claim]);
    return cypher`${both} WITH ${carry([claim], later)}`;
  });
}
