import type { GraphQLArgument, GraphQLField } from "graphql";
import type { EdgeField, Model, Property } from "../../src/model/index.ts";

/** Types of values in words. */
const SCALARS: Readonly<Record<string, string>> = {
  ID: "id",
  String: "text",
  Int: "whole number",
  Float: "number",
  Boolean: "yes or no",
  Date: "day",
  PartialDate: "year, month or day",
  DateTime: "moment in UTC",
  HsCode: "code of the Harmonized System",
  HsEdition: "edition of the Harmonized System",
  CountryCode: "code of a country or bloc",
  URL: "web address",
};

/** The longest example that a cell of a table holds. */
const LONGEST = 60;

/** A text in one line that a cell of a table can hold: bars escaped, in code too, as GitHub wants it. */
export const cell = (text: string): string => text.replaceAll(/\s+/g, " ").trim().replaceAll("|", "\\|");

/** A text as paragraphs of Markdown, as the schema has them. */
export const paragraphs = (text: string | null | undefined): string => (text ?? "").trim();

/** Code in Markdown; a long text is cut with an ellipsis. */
export function shown(value: string): string {
  const short = value.length > LONGEST ? `${value.slice(0, LONGEST - 1).trimEnd()}…` : value;
  return `\`${cell(short.replaceAll("`", "'"))}\``;
}

/** A table of Markdown. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Under the heading of each page in docs/dictionary. */
export const GENERATED = "Written by `npm run codegen`: change [schema/](../../schema/README.md), not this page.";

/** Fields of the schema as a table. */
export const fieldsTable = (fields: readonly GraphQLField<unknown, unknown>[]): string =>
  table(
    ["field", "type", "meaning"],
    fields.map(({ name, type, description }) => [`\`${name}\``, `\`${String(type)}\``, cell(description ?? "")]),
  );

/** What is folded until a reader opens it. */
export const folded = (summary: string, body: string): string => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** The anchor of a heading that is one name. */
export const anchor = (name: string): string => name.toLowerCase();

/** What a property's values are, in words, with a link to the page of an enum or a small object; and whether there may be none. */
export function typeWords(property: Property, pages: { readonly enums: string; readonly edges: string }): string {
  const { type, kind, list, required } = property;
  const one =
    kind === "enum"
      ? `one of [${type}](${pages.enums}#${anchor(type)})`
      : kind === "value"
        ? `[${type}](${pages.edges}#${anchor(type)})`
        : (SCALARS[type] ?? type);
  if (list) return `list: ${one}`;
  return required ? `${one}, never null` : `${one}, may be null`;
}

/** How an edge runs, seen from the node: `IMPOSED_BY →`, `← IMPOSED_BY`. */
export function arrow({ type, direction, symmetric }: Pick<EdgeField, "type" | "direction" | "symmetric">): string {
  if (symmetric) return `\`${type}\` ↔`;
  return direction === "OUT" ? `\`${type}\` →` : `← \`${type}\``;
}

/** The page of a node type, seen from one beside it; that of an interface is a heading of the index. */
export function typeLink(model: Model, name: string): string {
  const node = model.nodes.get(name);
  return node ? `[${name}](${node.singular}.md)` : `[${name}](../dictionary.md#${anchor(name)})`;
}

/** The arguments of a field as a list of Markdown. */
export function argumentList(args: readonly GraphQLArgument[]): string {
  return args
    .map(({ name, type, defaultValue, description }) => {
      const words = defaultValue === undefined || defaultValue === null ? "" : `, \`${String(defaultValue)}\` unless said otherwise`;
      return `- \`${name}\` (\`${String(type)}\`${words}): ${(description ?? "").replaceAll(/\s+/g, " ").trim()}`;
    })
    .join("\n");
}
