import { type GraphQLEnumType, type GraphQLField, type GraphQLInterfaceType, isEnumType } from "graphql";
import { type EdgeField, labelOfValue, type Model, type Property, statedProperties } from "../../src/model/index.ts";
import type { Examples } from "./examples.ts";
import { argumentList, cell, fieldsTable, folded, GENERATED, paragraphs, shown, table, typeWords } from "./words.ts";

const INTERFACES = ["Node", "Subject", "Entity", "Actor", "Authority", "Act"] as const;

/** The page with which the dictionary begins: the types, what they have in common, how lists are asked for. */
export function indexPage(model: Model, examples: Examples): string {
  const measures = model.schema.getQueryType()?.getFields().measures;
  return [
    "# Data dictionary",
    `What the graph holds, field by field. Written from [schema/](../schema/README.md) and [seed/](../seed/README.md) by \`npm run codegen\`: change these, not this page.`,
    "## Types of nodes",
    table(
      ["type", "ids, such as", "what it is"],
      [...model.nodes.values()].map((type) => {
        const example = examples.nodeOf(type.name);
        const description = model.schema.getType(type.name)?.description ?? "";
        return [
          `[${type.name}](dictionary/${type.singular}.md)`,
          example === null ? `\`${type.prefix}:…\`` : shown(example),
          cell(description),
        ];
      }),
    ),
    "[Root fields](dictionary/query.md) · [rows and other objects](dictionary/rows.md) · [what stands on edges](dictionary/edges.md) · [the values of enums](dictionary/enums.md) · [where sources differ](evidence.md)",
    "A value is null where nothing is known or nothing applies; each field says which. A list is empty then, never null. Claims may give a field other values than it has: the best supported one is the answer.",
    "## What types have in common",
    "A type has the fields of each interface that its page names.",
    ...INTERFACES.flatMap((name) => interfaceParts(model, name)),
    "## Lists",
    "Every list of nodes, at the root or along an edge, takes these arguments. Along an edge there are two more: `edge`, a filter of the edges themselves, and `on`, a day on which they held; of countries, agencies and commodities also `reach`, whether what lies above or below counts.",
    ...(measures ? [folded(`Arguments: ${measures.args.map(({ name }) => name).join(", ")}`, argumentList(measures.args))] : []),
  ].join("\n\n");
}

/** An interface: what it stands for, its own fields, those worked out with their arguments folded. */
function interfaceParts(model: Model, name: string): string[] {
  const served = model.schema.getType(name) as GraphQLInterfaceType;
  const above = new Set(served.getInterfaces().flatMap((other) => Object.keys(other.getFields())));
  const fields = Object.values(served.getFields()).filter((field) => !above.has(field.name));
  return [
    `### ${name}`,
    paragraphs(served.description),
    fieldsTable(fields),
    ...fields.filter((field) => model.computed.get(name)?.has(field.name) && field.args.length > 0).map(foldedArguments),
  ];
}

const foldedArguments = (field: GraphQLField<unknown, unknown>): string => folded(`Arguments of ${field.name}`, argumentList(field.args));

/** The page of what edges say: what every dated edge has, and each @properties and @value type. */
export function edgesPage(model: Model, examples: Examples): string {
  const carriers = new Map<string, EdgeField[]>();
  for (const node of model.nodes.values())
    for (const edge of node.edges.values()) {
      const name = edge.propertiesType;
      if (name !== null) carriers.set(name, [...(carriers.get(name) ?? []), edge]);
    }
  const values = [...model.nodes.values()].flatMap(({ properties }) => [...properties.values()].filter(({ kind }) => kind === "value"));
  const dated = [...statedProperties({ dated: true, properties: new Map() }).values()];
  return [
    "# What stands on edges",
    GENERATED,
    "## Every dated edge",
    "All edges but those of claims themselves (`source`, `about`, `contradicts`) have these, beside `claims`, on which they rest, and `recordedOn`, the day on which the earliest source of it was published.",
    propertyTable(dated, () => null),
    ...[...carriers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, edges]) => {
        const description = model.schema.getType(name)?.description ?? "";
        return [
          `## ${name}`,
          ...(description === "" ? [] : [paragraphs(description)]),
          `On ${[...new Set(edges.map(({ owner, name: field }) => `\`${owner}.${field}\``))].join(", ")}.`,
          propertyTable([...(edges[0]?.properties.values() ?? [])], (property) => examples.ofEdge(name, property)?.value ?? null),
        ];
      }),
    ...[...new Map(values.map((property) => [property.type, property])).values()].flatMap((property) => [
      `## ${property.type}`,
      `${paragraphs(model.schema.getType(property.type)?.description)} No node of its own: it stands in the field \`${property.name}\`.`,
      propertyTable([...property.fields.values()], () => null),
    ]),
    "## Relationships",
    "Every type of edge by its name in the database, with the fields that walk it. `relationships(types: …)` lists them by themselves.",
    relationshipTable(model),
  ].join("\n\n");
}

function propertyTable(properties: readonly Property[], exampleOf: (property: string) => string | null): string {
  return table(
    ["field", "meaning", "example"],
    properties.map((property) => {
      const example = exampleOf(property.name);
      const words = typeWords(property, { enums: "enums.md", edges: "edges.md" });
      return [`\`${property.name}\``, `${cell(property.description)}<br>*${words}*`, example === null ? "–" : shown(example)];
    }),
  );
}

function relationshipTable(model: Model): string {
  const fieldsOf = (type: string, direction: "OUT" | "IN") => {
    const fields = [...model.edgeFields].flatMap(([owner, edges]) =>
      [...edges.values()].flatMap((edge) =>
        edge.type === type && edge.direction === direction && edge.owner === owner ? [`\`${owner}.${edge.name}\``] : [],
      ),
    );
    return [...new Set(fields)].join("<br>") || "–";
  };
  const cause = { FROM: "its beginning", TO: "its end" } as const;
  return table(
    ["relationship", "from its beginning", "from its end", "which end is the cause"],
    [...model.edges.values()].map(({ type, cause: end }) => [
      `\`${type}\``,
      fieldsOf(type, "OUT"),
      fieldsOf(type, "IN"),
      end === null ? "–" : cause[end],
    ]),
  );
}

/** The page of enums: each value with its words and its meaning. Those that only name fields to order and count by are left out. */
export function enumsPage(model: Model): string {
  const enums = [...model.enums.keys()]
    .filter((name) => !/(Facet|OrderField)$/.test(name))
    .map((name) => model.schema.getType(name))
    .filter((type): type is GraphQLEnumType => isEnumType(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    "# The values of enums",
    "In answers the value, in lists and legends its words; `enumLabels` gives the words. Written by `npm run codegen`: change [schema/](../../schema/README.md), not this page.",
    ...enums.flatMap((type) => [
      `## ${type.name}`,
      paragraphs(type.description),
      table(
        ["value", "in words", "meaning"],
        type
          .getValues()
          .map(({ name, description }) => [`\`${name}\``, cell(labelOfValue(model, type.name, name)), cell(description ?? "")]),
      ),
    ]),
  ].join("\n\n");
}
