import type { GraphQLObjectType } from "graphql";
import type { EdgeField, Model, NodeType, Property } from "../../src/model/index.ts";
import type { Examples } from "./examples.ts";
import { anchor, argumentList, arrow, cell, folded, paragraphs, shown, table, typeLink, typeWords } from "./words.ts";

const PAGES = { enums: "enums.md", edges: "edges.md" };

/** The page of a node type: its fields with examples, the edges that it has, what is worked out for it. */
export function typePage(model: Model, type: NodeType, examples: Examples): string {
  const served = model.schema.getType(type.name) as GraphQLObjectType;
  const example = examples.nodeOf(type.name);
  const interfaces = served.getInterfaces().map(({ name }) => name);
  const parts = [
    `# ${type.name}`,
    paragraphs(served.description),
    [
      `- Asked for by \`${type.singular}(…)\` and \`${type.plural}(filter: …)\`; section \`${type.plural}:\` of seed files.`,
      `- Ids: \`${type.prefix}:…\`, such as ${example === null ? "(the seed has none)" : `\`${example}\``}.`,
      `- Is also: ${interfaces.map((name) => `[${name}](../dictionary.md#${anchor(name)})`).join(", ")}.`,
    ].join("\n"),
    "## Fields",
    fieldTable(type, examples, example),
    `Examples are of \`${example ?? "no node"}\`; \\* of another one. – stands where the seed has none.`,
    ...edgeParts(model, type, interfaces),
    ...computedParts(model, type, served, interfaces),
  ];
  return parts.join("\n\n");
}

function fieldTable(type: NodeType, examples: Examples, example: string | null): string {
  return table(
    ["field", "meaning", "example"],
    [...type.properties.values()].map((property) => [
      `\`${property.name}\``,
      `${cell(property.description)}<br>*${typeWords(property, PAGES)}*${note(property)}`,
      exampleCell(type, property, examples, example),
    ]),
  );
}

/** What else is to be known of a property, in a few words. */
function note(property: Property): string {
  if (property.derived) return " · worked out when data is loaded";
  return property.latest ? " · the claim published last counts" : "";
}

function exampleCell(type: NodeType, property: Property, examples: Examples, example: string | null): string {
  // What dates an act is one of its own fields.
  const name = property.derived && property.name === "date" ? type.date : property.name;
  const found = name === null ? null : examples.ofNode(type.name, name);
  if (found === null) return "–";
  const value = property.latest ? `${shown(found.value)} at first` : shown(found.value);
  return found.id === example ? value : `${value}\\*`;
}

/** The edges of a type: its own in a table, those of its interfaces folded, then their arguments. */
function edgeParts(model: Model, type: NodeType, interfaces: readonly string[]): string[] {
  const inherited = new Set(interfaces.flatMap((name) => [...(model.edgeFields.get(name)?.keys() ?? [])]));
  const edges = [...type.edges.values()];
  const own = edges.filter(({ name }) => !inherited.has(name));
  const others = edges.filter(({ name }) => inherited.has(name));
  const heads = ["field", "leads to", "relationship", "on the edge"];
  return [
    "## Edges",
    "Every field here is a list with a page, a filter and an order ([arguments](../dictionary.md#lists)), but for those that lead to one node.",
    ...(own.length === 0
      ? []
      : [
          table(
            heads,
            own.map((edge) => edgeRow(model, edge)),
          ),
        ]),
    ...(others.length === 0
      ? []
      : [
          folded(
            `${others.length} more that it has as ${interfaces.at(-1)} and the like`,
            table(
              heads,
              others.map((edge) => edgeRow(model, edge)),
            ),
          ),
        ]),
  ];
}

function edgeRow(model: Model, edge: EdgeField): string[] {
  const own = edge.propertiesType === null ? "" : `[${edge.propertiesType}](edges.md#${anchor(edge.propertiesType)})`;
  const dated = edge.dated ? "" : "neither days nor claims";
  return [
    `\`${edge.name}\`<br>${cell(edge.description)}`,
    `${typeLink(model, edge.to)}${edge.list ? "" : edge.required ? ", one" : ", one or null"}`,
    arrow(edge),
    [own, dated].filter((words) => words !== "").join(", ") || "–",
  ];
}

/** What is worked out for a node when it is asked for; arguments folded. What every node has stands in the index. */
function computedParts(model: Model, type: NodeType, served: GraphQLObjectType, interfaces: readonly string[]): string[] {
  const inherited = new Map(
    interfaces.flatMap((name) => [...(model.computed.get(name)?.keys() ?? [])].map((field) => [field, name] as const)),
  );
  const fields = [...(model.computed.get(type.name)?.keys() ?? [])];
  const own = fields.filter((name) => !inherited.has(name));
  const links = [...inherited].map(([field, name]) => `[\`${field}\`](../dictionary.md#${anchor(name)})`);
  return [
    "## Worked out when asked for",
    `As every node of its kind: ${[...new Set(links)].join(", ")}.`,
    ...own.flatMap((name) => {
      const field = served.getFields()[name];
      if (!field) return [];
      return [
        `### ${name}`,
        `\`${String(field.type)}\``,
        paragraphs(field.description),
        ...(field.args.length === 0
          ? []
          : [folded(`Arguments: ${field.args.map((arg) => arg.name).join(", ")}`, argumentList(field.args))]),
      ];
    }),
  ];
}
