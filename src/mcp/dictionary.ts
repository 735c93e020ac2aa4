/** What the schema means, in pieces that fit an answer: categories, types, fields. */
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from "graphql";
import { Refusal } from "./ask.ts";

/** A line of the dictionary. */
export interface Entry {
  readonly name: string;
  /** Its type as GraphQL writes it, or what it takes; left out where it has none. */
  readonly type?: string;
  readonly means: string;
}

/** What a piece is about, and its lines. */
export interface Piece {
  readonly about: string;
  readonly entries: readonly Entry[];
}

/** The most characters of a meaning in a list; a field by itself has all of its. */
const SHORT = 220;

interface Category {
  readonly name: string;
  readonly means: string;
  has(type: GraphQLNamedType, schema: GraphQLSchema): boolean;
}

const implementing = (type: GraphQLNamedType, schema: GraphQLSchema): boolean => {
  const node = schema.getType("Node");
  return isObjectType(type) && isInterfaceType(node) && schema.isSubType(node, type);
};
const isOfList = ({ name }: GraphQLNamedType): boolean => /(Connection|Edge|PageInfo|Facet|Facets)$/.test(name);

const CATEGORIES: readonly Category[] = [
  { name: "nodes", means: "the types of nodes: countries, measures, claims …", has: implementing },
  { name: "interfaces", means: "what several types of nodes share", has: (type) => isInterfaceType(type) || isUnionType(type) },
  {
    name: "rows",
    means: "other objects of answers: statuses, rates, timeline entries, changes …",
    has: (type, schema) => isObjectType(type) && !implementing(type, schema) && !isOfList(type) && !isRoot(type, schema),
  },
  { name: "lists", means: "pages of lists, with cursors, counts and what edges say", has: (type) => isObjectType(type) && isOfList(type) },
  { name: "inputs", means: "filters and orders", has: (type) => isInputObjectType(type) },
  { name: "enums", means: "lists of values: kinds, statuses, certainties …", has: (type) => isEnumType(type) },
  { name: "scalars", means: "days, codes and other plain values", has: (type) => isScalarType(type) },
];

/** The pieces that do not follow from a kind of type. */
const OTHERS: readonly Entry[] = [
  { name: "query", means: "the root fields: where every query begins" },
  { name: "directives", means: "@asOf and others" },
];

const isRoot = (type: GraphQLNamedType, schema: GraphQLSchema): boolean =>
  type === schema.getMutationType() || type === schema.getQueryType();

/** The categories, each with what it has. */
export function categories(schema: GraphQLSchema): Entry[] {
  const types = typesOf(schema);
  return [
    ...OTHERS,
    ...CATEGORIES.map(({ name, means, has }) => ({ name, means: `${means} (${types.filter((type) => has(type, schema)).length})` })),
    { name: "edges", means: "the types of dated edges, which `edges` takes: the values of RelationshipType" },
  ];
}

/** The types of a schema by name, but for those of introspection. */
export const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The lines of a category, of a type, or of one field (`Type.field`). Throws Refusal where there is none of that name. */
export function entriesOf(schema: GraphQLSchema, name: string): Piece {
  const category = CATEGORIES.find((one) => one.name === name.toLowerCase() && schema.getType(name) === undefined);
  if (category)
    return {
      about: category.means,
      entries: typesOf(schema)
        .filter((type) => category.has(type, schema))
        .map(lineOf),
    };
  if (name === "query") return pieceOf(schema.getQueryType());
  if (name === "edges") return pieceOf(schema.getType("RelationshipType"));
  if (name === "directives")
    return {
      about: "",
      entries: schema.getDirectives().map((one) => ({ name: `@${one.name}${argumentsOf(one.args)}`, means: flat(one.description) })),
    };
  const [typeName = "", fieldName] = name.split(".");
  const type = schema.getType(typeName);
  if (!type || typeName.startsWith("__")) throw new Refusal(unknown(schema, typeName));
  return fieldName === undefined ? pieceOf(type) : fieldOf(type, fieldName);
}

function unknown(schema: GraphQLSchema, name: string): string {
  const wanted = name.toLowerCase();
  const like = typesOf(schema)
    .map((type) => type.name)
    .filter((known) => wanted.length > 2 && (known.toLowerCase().includes(wanted) || wanted.includes(known.toLowerCase())))
    .slice(0, 8);
  return `There is no category or type ${name}.${like.length > 0 ? ` Did you mean ${like.join(", ")}?` : ""} Categories: ${categories(
    schema,
  )
    .map((one) => one.name)
    .join(", ")}.`;
}

/** A type and its fields or values. */
function pieceOf(type: GraphQLNamedType | null | undefined): Piece {
  const about = flat(type?.description);
  if (isObjectType(type) || isInterfaceType(type))
    return {
      about,
      entries: Object.values(type.getFields()).map((field) => ({
        name: `${field.name}${argumentsOf(field.args)}`,
        type: String(field.type),
        means: short(field.description),
      })),
    };
  if (isInputObjectType(type))
    return {
      about,
      entries: Object.values(type.getFields()).map((field) => ({
        name: field.name,
        type: String(field.type),
        means: short(field.description),
      })),
    };
  if (isEnumType(type)) return { about, entries: type.getValues().map((value) => ({ name: value.name, means: short(value.description) })) };
  if (isUnionType(type)) return { about, entries: type.getTypes().map(lineOf) };
  return { about, entries: [] };
}

/** What fields of all types have; those of inputs take no arguments. */
interface Member {
  readonly type: unknown;
  readonly description?: string | null | undefined;
  readonly args?: readonly GraphQLArgument[];
}

/** One field in full, with its arguments. */
function fieldOf(type: GraphQLNamedType, name: string): Piece {
  const fields: Readonly<Record<string, Member>> =
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : {};
  const field = fields[name];
  if (!field)
    throw new Refusal(`${type.name} has no field ${name}. \`schema\` with category ${JSON.stringify(type.name)} lists its fields.`);
  const entries = (field.args ?? []).map((one) => ({ name: one.name, type: String(one.type), means: flat(one.description) }));
  return { about: `${type.name}.${name}: ${String(field.type)}. ${flat(field.description)}`, entries };
}

/** The arguments of a page are those of every list: they are named together. */
function argumentsOf(args: readonly GraphQLArgument[]): string {
  const paged = ["first", "after", "last", "before"];
  const own = args.map((one) => one.name).filter((name) => !paged.includes(name));
  const isPaged = args.some(({ name }) => name === "after");
  const said = isPaged ? [...own, "first…"] : args.map((one) => one.name);
  return said.length === 0 ? "" : `(${said.join(", ")})`;
}

const lineOf = ({ name, description }: GraphQLNamedType): Entry => ({ name, means: short(description) });
const flat = (text: string | null | undefined): string => (text ?? "").replaceAll(/\s+/g, " ").trim();

/** The first sentences of a text, as many as fit. */
function short(text: string | null | undefined): string {
  const all = flat(text);
  if (all.length <= SHORT) return all;
  const sentences = all.slice(0, SHORT).match(/^.*[.;:](?= )/)?.[0];
  return `${sentences ?? all.slice(0, SHORT)} …`;
}
