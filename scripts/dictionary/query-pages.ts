import { type GraphQLField, type GraphQLObjectType, isObjectType } from "graphql";
import type { Model } from "../../src/model/index.ts";
import { argumentList, fieldsTable, folded, GENERATED, paragraphs, table } from "./words.ts";

/** Whether a type is a connection, an edge of one, or what both are walked with: they follow one pattern. */
const isOfConnection = (type: GraphQLObjectType): boolean =>
  type.name === "PageInfo" || ["pageInfo", "cursor"].some((name) => name in type.getFields());

/** The page of root fields: those of each node type in a table, all others one by one with their arguments folded. */
export function queryPage(model: Model): string {
  const fields = Object.values(model.schema.getQueryType()?.getFields() ?? {});
  const nodes = [...model.nodes.values()];
  const ofTypes = new Set(nodes.flatMap(({ plural, singular }) => [plural, singular]));
  return [
    "# Root fields",
    GENERATED,
    "Each type of node has a list, and a field that finds one by its id (a country by its code, a commodity by its code in the Harmonized System):",
    table(
      ["type", "one", "list"],
      nodes.map(({ name, singular, plural }) => [`[${name}](${singular}.md)`, `\`${singular}\``, `\`${plural}\``]),
    ),
    "What lists take: [arguments](../dictionary.md#lists). What the fields below give beside nodes: [rows](rows.md).",
    ...fields.flatMap((field) => (ofTypes.has(field.name) && !isLookup(model, field.name) ? [] : fieldParts(field))),
  ].join("\n\n");
}

const isLookup = ({ lookups }: Model, name: string): boolean => lookups.some(({ field }) => field === name);

function fieldParts(field: GraphQLField<unknown, unknown>): string[] {
  const named = field.args.map(({ name }) => name).join(", ");
  return [
    `## ${field.name}`,
    `\`${String(field.type)}\``,
    paragraphs(field.description),
    ...(field.args.length === 0 ? [] : [folded(`Arguments: ${named}`, argumentList(field.args))]),
  ];
}

/** The page of all objects that are no nodes: rows, steps, layers, what a load says. */
export function rowsPage(model: Model): string {
  const stored = new Set(
    [...model.nodes.values()].flatMap(({ edges }) => [...edges.values()].flatMap(({ propertiesType }) => propertiesType ?? [])),
  );
  const types = Object.values(model.schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type))
    .filter(({ name }) => !name.startsWith("__") && name !== "Query" && !model.nodes.has(name) && !stored.has(name))
    .filter((type) => !isOfConnection(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    "# Rows and other objects",
    `What is worked out or told, and is no node. ${GENERATED}`,
    ...types.flatMap((type) => [`## ${type.name}`, paragraphs(type.description), fieldsTable(Object.values(type.getFields()))]),
  ].join("\n\n");
}
