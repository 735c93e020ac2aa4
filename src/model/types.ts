import type { GraphQLSchema } from "graphql";

/** The schema read as a graph: what is stored, how, and how it is asked for. Made once, at start, by `readModel`. */
export interface Model {
  /** The schema as clients see it: connections, filters and orders added, storage directives gone. */
  readonly schema: GraphQLSchema;
  /** Node types by name (= label), in the order of their names. */
  readonly nodes: ReadonlyMap<string, NodeType>;
  /** Concrete type names by the name of an interface, a union or a node type (itself alone), sorted. */
  readonly possible: ReadonlyMap<string, readonly string[]>;
  /** Edge fields that clients may select on an interface or node type, by type name, then field name. */
  readonly edgeFields: ReadonlyMap<string, ReadonlyMap<string, EdgeField>>;
  /** Stored properties by interface or node type name, then property name. */
  readonly properties: ReadonlyMap<string, ReadonlyMap<string, Property>>;
  /** Fields that the statement computes, by interface or node type name, then field name. */
  readonly computed: ReadonlyMap<string, ReadonlyMap<string, ComputedField>>;
  /** Relationship types, with what may stand at their ends. */
  readonly edges: ReadonlyMap<string, EdgeType>;
  /** Root fields that find one node by other properties than its id (@lookup). */
  readonly lookups: readonly Lookup[];
  /** Values of each enum, by its name. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** What the values of enums are called, by `Enum.VALUE`, where their names in small letters will not do. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A field that is not stored: the statement computes it. */
export interface ComputedField {
  readonly name: string;
  /** Field of the type's filter that keeps nodes by it, with its input type; null where there is none. */
  readonly filter: { readonly name: string; readonly input: string } | null;
  /** Constant by which lists are counted by it, with the enum of its values; null where they can't be. */
  readonly facet: { readonly constant: string; readonly values: string } | null;
  readonly description: string;
}

/** A root field that finds one node by any of some properties. */
export interface Lookup {
  readonly field: string;
  /** The node type it finds. */
  readonly type: string;
  readonly by: readonly string[];
  /** Name of the argument that `by` is compared with. */
  readonly argument: string;
  /** Properties that its other arguments are compared with: they tell nodes with the same value apart. */
  readonly within: readonly { readonly property: string; readonly argument: string }[];
}

/** A type whose objects are stored as nodes. */
export interface NodeType {
  /** GraphQL type and label. */
  readonly name: string;
  /** First part of its ids. */
  readonly prefix: string;
  /** Root list field and seed section, `measures`. */
  readonly plural: string;
  /** Root field by id, `measure`. */
  readonly singular: string;
  /** Properties that full-text search reads beside `names`. */
  readonly search: readonly string[];
  /** Properties that name the thing; also found with typing errors. */
  readonly names: readonly string[];
  /** Properties that label the thing, whichever comes first and has a value. */
  readonly label: readonly string[];
  /** The property that dates a node, or null where none does. */
  readonly date: string | null;
  /** Other properties whose day tells that a node was there by then, where nothing dates it. */
  readonly begins: readonly string[];
  /** The relationship type that makes a hierarchy of this type (child → parent), or null. */
  readonly hierarchy: string | null;
  /** Stored properties by name, `id` included. */
  readonly properties: ReadonlyMap<string, Property>;
  /** Edges by field name. */
  readonly edges: ReadonlyMap<string, EdgeField>;
}

/** A property of a node or an edge. */
export interface Property {
  readonly name: string;
  /** Name of the scalar, enum or @value type. */
  readonly type: string;
  readonly kind: "scalar" | "enum" | "value";
  readonly list: boolean;
  /** Non-null in the schema: a record without it is refused (lists may be left out: they are empty). */
  readonly required: boolean;
  readonly indexed: boolean;
  /** No two nodes of the type have the same value, unless they differ in one of these properties; null where nodes may have it alike (see `uniqueKeys`). */
  readonly unique: readonly string[] | null;
  /** Filled in by the loader, never by a seed file. */
  readonly derived: boolean;
  /** Claims may give it other values than the record does: it is one value, of a node that claims can be about or of a dated edge. The loader keeps the history of these. */
  readonly contestable: boolean;
  /** Where claims give several values, the one published last counts, not the best supported one. */
  readonly latest: boolean;
  /** What a timeline lists of it. */
  readonly moments: readonly Moment[];
  /** Fields of a @value type, which is stored as JSON text; empty for others. */
  readonly fields: ReadonlyMap<string, Property>;
  readonly description: string;
}

/** An edge as one of its ends sees it: a field of a type. */
export interface EdgeField {
  /** The type that has the field: a node type or an interface. */
  readonly owner: string;
  readonly name: string;
  /** Relationship type. */
  readonly type: string;
  /** Seen from the owner; OUT for a symmetric edge, which is stored the way it was written. */
  readonly direction: "OUT" | "IN";
  /** Holds for both ends, whichever it was written from. */
  readonly symmetric: boolean;
  /** The type at the other end as the schema names it: a node type or an interface. */
  readonly to: string;
  /** The concrete types that the other end may have, seen from `owner`, sorted. */
  readonly targets: readonly string[];
  /** True where every node that the relationship type reaches in this direction from the owner is one of `targets`, so that no label need be checked. */
  readonly closed: boolean;
  /** A connection (true) or a reference to at most one node (false). */
  readonly list: boolean;
  /** A reference that is never null. */
  readonly required: boolean;
  /** Name of the @properties type, or null. */
  readonly propertiesType: string | null;
  /** Properties of the edge beside those that every dated edge has. */
  readonly properties: ReadonlyMap<string, Property>;
  /** Whether it carries since, until, recordedOn, certainty, note and claims. */
  readonly dated: boolean;
  /** What a timeline lists of it: of the node at its other end, by the owner. */
  readonly moments: readonly Moment[];
  readonly description: string;
}

/** A day that a timeline lists (@moment). */
export interface Moment {
  readonly kind: string;
  /** Only of nodes of this `kind`; null for those that the field's other moments leave. */
  readonly of: string | null;
  /** Relationship types that prevent it, where one had reached the node by that day and still held. */
  readonly unless: readonly string[];
  /** Of an edge: its last day. */
  readonly end: boolean;
}

/** A relationship type. */
export interface EdgeType {
  readonly type: string;
  readonly dated: boolean;
  /** The end whose act brought the other about; null where the edge does not say why. */
  readonly cause: "FROM" | "TO" | null;
  /** Properties beside those that every dated edge has. */
  readonly properties: ReadonlyMap<string, Property>;
  /** Allowed ends: `from>to` for each pair of node types. */
  readonly pairs: ReadonlySet<string>;
}

/** A fault in schema/*.graphql, with its place. */
export interface ModelProblem {
  /** `schema/measure.graphql:12:3` */
  readonly place: string;
  readonly message: string;
}

/** The schema can't be read as a graph; `problems` lists every fault found. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  constructor(readonly problems: readonly ModelProblem[]) {
    super(`The schema can't be read as a graph:\n${problems.map((p) => `  ${p.place}: ${p.message}`).join("\n")}`);
  }
}
