import { DATED, names } from "../../model/index.ts";
import { bind, call, carry, cypher, type Fragment, join, type Name } from "../cypher/fragment.ts";
import { matchById, matchByIds } from "../cypher/patterns.ts";
import type { Dated, Extent, Walk } from "../page/list.ts";
import type { Key } from "../page/order.ts";
import type { AsOf } from "../request/day.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import { type Read, type Shaped, shapedBy } from "../request/shape.ts";
import type { Site } from "../request/site.ts";
import { edgeProperty, official, sourceCount } from "../where/evidence.ts";
import { type ObjectBuilder, type ObjectPlan, placeOf } from "./builder.ts";
import { compileCursor } from "./edge.ts";
import { addNodes } from "./nodes.ts";
import { compileObject } from "./object.ts";
import { compilePages, type Listing } from "./pages.ts";
import { addList, addRelationship, addRelationships } from "./row-lists.ts";

/** A list whose members are no nodes but rows that clauses bind: what src/trade writes for the lists with @rows. */
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
  /** How they are found node by node, where they can be: the order begins with that node's id. */
  readonly walk?: Walk;
  /** How those of some days are found alone, where they can be: then `match` is empty, and the order begins with the day. */
  readonly dated?: Dated;
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
  /** A node by its id; null where the id is. */
  | { readonly kind: "reference"; readonly id: Fragment; readonly type: string }
  /** Claims by their ids, a list that is bound and may be null, and those about a bound node or one field of it, where `field` is bound and not null. */
  | { readonly kind: "claims"; readonly ids: Name; readonly about: { readonly node: Name; readonly field: Name } | null }
  /** A dated relationship by the ids of its ends and its name (`edgeName`); null where the name is. A relationship itself does not survive a UNION with null on the embedded engine. */
  | { readonly kind: "relationship"; readonly from: Fragment; readonly to: Fragment; readonly name: Fragment }
  /**
   * What a list holds that is an expression, in its order: each member is a list of values with its number first. `of` gives clauses that bind more for a
   * member, and says how it is read; a member for which they find nothing is left out.
   */
  | {
      readonly kind: "list";
      readonly list: Fragment;
      readonly of: (member: Name) => { readonly match: Fragment; readonly read: RowField | Members };
    }
  /** Dated relationships that a clause finds for each row, the first ones by their order. */
  | ({ readonly kind: "relationships" } & Relationships)
  /** A list of rows, ordered by the values of their expressions `by`; null comes last. */
  | {
      readonly kind: "rows";
      readonly type: string;
      readonly members: readonly { readonly by: readonly Fragment[]; readonly fields: RowFields }[];
    };

/** Rows of a type, by their fields. */
export interface Members {
  readonly type: string;
  readonly fields: RowFields;
}

/** Dated relationships that a clause finds. */
export interface Relationships {
  /** Binds the relationship, so that WITH may follow; `edge` is a fresh name. */
  readonly match: (edge: Name) => Fragment;
  /** What they are ordered by, before their names. */
  readonly by: (edge: Name) => readonly Fragment[];
  /** How many are answered at most; null where all are. */
  readonly most: number | null;
}

/** Writes the rows of a list, given its field and the place of its arguments. */
export type RowsOf = (field: Selected, site: Site) => Rows;

/** A field of a row that is an expression. */
export function value(expression: Extract<RowField, { kind: "value" }>["expression"]): RowField {
  return { kind: "value", expression };
}

/** The fields of a row of type Relationship, for an edge whose names are bound. */
export function relationshipFields(row: { edge: Name; from: RowField; to: RowField; claims: Name }): RowFields {
  const { edge, from, to } = row;
  const dated = [...DATED].map(([name, property]) => [name, value((asOf) => edgeProperty(edge, property, asOf))] as const);
  return {
    type: value(cypher`type(${edge})`),
    from,
    to,
    ...Object.fromEntries(dated),
    sourceCount: value((asOf) => sourceCount(edge, asOf)),
    official: value((asOf) => official(edge, asOf)),
    claims: { kind: "claims", ids: row.claims, about: null },
  };
}

/** Compiles a list of rows into its page and its count: a root list, or a field of the type `owner`. */
export function compileRows(rowsOf: RowsOf, field: Selected, owner = "Query"): ObjectPlan {
  const site = field.site(owner);
  const rows = rowsOf(field, site);
  const order = { keys: rows.keys, tag: `${field.name}:${rows.keys.map((key) => (key.descending ? "-" : "+")).join("")}` };
  const addNode: Listing["addNode"] = (item, part) => compileRow(item, rows.type, rows.fields, part);
  const listing: Listing = {
    ...rows,
    type: names.connection(rows.type, null),
    counted: rows.bound[0],
    order,
    extent: extentOf(rows),
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

function extentOf({ walk, dated }: Rows): Extent {
  if (walk) return { kind: "walked", walk };
  return dated ? { kind: "dated", dated } : { kind: "each" };
}

/** Compiles what a field selects on a row into the item, and returns how to read it. */
export function compileRow(item: ObjectBuilder, type: string, fields: RowFields, { context, selections }: Selected): Read<Shaped> {
  const readers = selectedOn(type, selections, context).map((part): [string, Read] => {
    const field = fields[part.name];
    if (!field) throw new Error(`Nothing gives ${type}.${part.name}: add it to its rows in src/trade.`);
    return [part.key, compileField(item, field, part)];
  });
  return (row, parameters) => shapedBy(readers.map(([key, read]) => [key, read(row, parameters)]));
}

/** Compiles one field of a row into the item, and returns how to read it. */
export function compileField(item: ObjectBuilder, field: RowField, part: Selected): Read {
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
    case "list":
      return addList(item, field, part);
    case "relationships":
      return addRelationships(item, field, part);
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
