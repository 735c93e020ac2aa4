import { DATED, distinguishingProperties, type EdgeField, isOrderable, names, type Property, requestError } from "../../model/index.ts";
import { cypher, EMPTY, type Fragment, join, type Name, Stored, stored } from "../cypher/fragment.ts";
import type { Arguments } from "../request/arguments.ts";
import type { AsOf } from "../request/day.ts";
import { propertyAsOf } from "../where/as-of.ts";
import { edgeProperty } from "../where/evidence.ts";

/** One key of an order: an expression that is never a list, and its direction. */
export interface Key {
  readonly expression: Fragment;
  readonly descending: boolean;
  /** Tie-breaks always have a value; other keys may be null, and then come last. */
  readonly nullable: boolean;
  /** All that is listed has a value, for the schema or the filter wants one: engines can follow an index. */
  readonly present: boolean;
  /** What its values are in JSON. */
  readonly kind: "string" | "number" | "boolean";
  /** Free text, in any script; codes, dates and ids are plain ASCII. */
  readonly text: boolean;
  /** What it reads belongs to the edge, not to the node that is listed. */
  readonly ofEdge: boolean;
}

/** A total order of a list: what the query asks for, then the id, then what distinguishes edges to one node. */
export interface Order {
  readonly keys: readonly Key[];
  /** Names the list and its order inside cursors. */
  readonly tag: string;
}

/** The edges of a list, as its order sees them. */
export interface OrderedEdge {
  /** The variable that is bound to the edge. */
  readonly name: Name;
  readonly field: Pick<EdgeField, "dated" | "properties" | "symmetric">;
  /** Whether the answer distinguishes edges to one node: where it gives nodes alone, one is as good as the other. */
  readonly distinct: boolean;
  /** The node whose edge it is, where those of several are listed; else null. */
  readonly via: Name | null;
}

/** What is ordered. */
export interface Ordered {
  /** Names what is listed, in cursors. */
  readonly list: string;
  /** The variable of its nodes, and what they have. */
  readonly node: Name;
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties that the filter wants, so that all that is listed has them. */
  readonly present: ReadonlySet<string>;
  /** A root list has no edges. */
  readonly edge: OrderedEdge | null;
}

/** What a key reads, before it is known in which direction it orders. */
type Readable = Omit<Key, "descending" | "nullable">;

/** A key whose value is always there: plain ASCII, rising, of the node, unless it says otherwise. */
export function key(expression: Fragment, options: Partial<Key> = {}): Key {
  const present = options.nullable !== true;
  return { expression, descending: false, nullable: false, present, kind: "string", text: false, ofEdge: false, ...options };
}

/** The steps of an argument `orderBy`. */
export function stepsOf(args: Arguments): { readonly field: string; readonly descending: boolean }[] {
  return args.inputs("orderBy").map((step) => ({ field: step.text("field"), descending: step.text("direction") === "DESC" }));
}

/** Reads `orderBy` of a list of nodes. Throws BAD_ORDER. */
export function readOrder(asOf: AsOf, ordered: Ordered, args: Arguments): Order {
  const steps = stepsOf(args);
  const repeated = steps.find((step, i) => steps.findIndex((s) => s.field === step.field) < i);
  if (repeated) throw requestError("BAD_ORDER", `orderBy names ${repeated.field} twice; name each field once.`);
  const readable = steps.length > 0 ? readables(asOf, ordered) : new Map<string, Readable>();
  const keys = steps.map(({ field, descending }): Key => {
    const known = readable.get(field);
    if (!known) throw requestError("BAD_ORDER", `This list can't be ordered by ${field}.`);
    return { ...known, descending, nullable: true };
  });
  const { list, node, edge } = ordered;
  return {
    keys: [...keys, key(stored(node, "id")), ...(edge?.distinct ? edgeTies(edge) : [])],
    tag: `${list}:${steps.map(({ field, descending }) => `${field}${descending ? "-" : "+"}`).join("")}`,
  };
}

/** What a list can be ordered by, by the names of the schema's enum values. */
function readables(asOf: AsOf, { node, properties, present, edge }: Ordered): Map<string, Readable> {
  const readable = new Map<string, Readable>([["ID", key(stored(node, "id"))]]);
  for (const property of [...properties.values()].filter(isOrderable)) {
    const expression = propertyAsOf(asOf, property, node);
    const isPresent = property.required || present.has(property.name);
    readable.set(names.constant(property.name), { expression, ...readAs(property.type), ofEdge: false, present: isPresent });
  }
  const dated = edge?.field.dated ? [...DATED.values()] : [];
  for (const property of edge ? [...dated, ...[...edge.field.properties.values()].filter(isOrderable)] : []) {
    if (!edge) continue;
    readable.set(`EDGE_${names.constant(property.name)}`, {
      expression: edgeProperty(edge.name, property, asOf),
      ...readAs(property.type),
      ofEdge: true,
      present: false,
    });
  }
  return readable;
}

/** How values of a scalar or enum are ordered. */
function readAs(type: string): Pick<Key, "kind" | "text"> {
  const kind = type === "Float" || type === "Int" ? "number" : type === "Boolean" ? "boolean" : "string";
  return { kind, text: type === "String" || type === "URL" };
}

/** What distinguishes edges between the same two nodes; a symmetric edge may have been stated from either of them. */
function edgeTies({ name, field, via }: OrderedEdge): Key[] {
  const said = distinguishingProperties(field).map((property) => {
    const { text } = readAs(field.properties.get(property)?.type ?? "PartialDate");
    return key(cypher`coalesce(${stored(name, property)}, '')`, { text, ofEdge: true });
  });
  const ends = [...(field.symmetric ? [cypher`startNode(${name}).id`] : []), ...(via ? [stored(via, "id")] : [])];
  return [...said, ...ends.map((end) => key(end, { ofEdge: true }))];
}

/** Expressions that distinguish a dated edge from all others of the same node: its type, and what distinguishes it from those of that type. */
export function distinguishingValues(edge: Name): Fragment[] {
  return [cypher`type(${edge})`, ...distinguishingProperties().map((property) => cypher`coalesce(${stored(edge, property)}, '')`)];
}

/** An expression that names a dated edge among all: its ends, its type, and what distinguishes it from others of that type between them. */
export function edgeName(from: Name, edge: Name, to: Name): Fragment {
  const [type, ...others] = distinguishingValues(edge);
  return join([stored(from, "id"), type ?? EMPTY, stored(to, "id"), ...others], " + '|' + ");
}

/**
 * The ORDER BY of a list, or of the list in reverse. What has no value comes last, as Cypher has it where values rise; where they fall it
 * counts as less than any code, date or number, in the same key: each key more costs a sort a third.
 */
export function orderClause(keys: readonly Key[], reversed: boolean): Fragment {
  const parts = keys.flatMap((key) => {
    const direction = key.descending !== reversed ? cypher` DESC` : EMPTY;
    const fills = key.descending && key.nullable && !key.present;
    if (!fills) return [cypher`${key.expression}${direction}`];
    const least = key.text ? undefined : LEAST[key.kind];
    if (least) return [cypher`coalesce(${key.expression}, ${least})${direction}`];
    return [cypher`${key.expression} IS NULL${reversed ? cypher` DESC` : EMPTY}`, cypher`${key.expression}${direction}`];
  });
  return cypher`ORDER BY ${join(parts, ", ")}`;
}

/** Less than any value of its kind that is stored; any text may be stored, and booleans have no third value. */
const LEAST: Readonly<Partial<Record<Key["kind"], Fragment>>> = { string: cypher`''`, number: cypher`-1.0e308` };

/** Whether engines can look a key's values up by an index. */
export function isIndexed({ expression, text, kind }: Key): boolean {
  return expression instanceof Stored && !text && kind !== "boolean";
}
