import { gql } from "@urql/core";
import { choicesOf } from "../data/words.ts";

/** How a variable is asked for. */
export type Kind = "node" | "country" | "code" | "day" | "date" | "enum" | "number" | "truth" | "text" | "json";

/** A value of a variable as JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** A variable of a question. */
export interface Variable {
  readonly name: string;
  /** Under which name it stands in the address: its own, unless the frame has that one. */
  readonly asked: string;
  readonly kind: Kind;
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** The name of its type. */
  readonly type: string;
  /** What the question has where nobody changes it; undefined where it has nothing. */
  readonly usual: Value | undefined;
}

/** What the frame and this view keep in the address. */
const TAKEN: readonly string[] = ["on", "known", "evidence", "as"];
const KINDS: Readonly<Record<string, Kind>> = {
  ID: "node",
  CountryCode: "country",
  HsCode: "code",
  Date: "day",
  PartialDate: "date",
  Int: "number",
  Float: "number",
  Boolean: "truth",
  String: "text",
};

type Document = ReturnType<typeof gql>;
type Definition = Document["definitions"][number];
type Operation = Extract<Definition, { readonly kind: "OperationDefinition" }>;
type Type = NonNullable<Operation["variableDefinitions"]>[number]["type"];
type Literal = NonNullable<NonNullable<Operation["variableDefinitions"]>[number]["defaultValue"]>;

/** A question's text as a document. Nothing is said of fragments that share a name with those of another question. */
export const documentOf = (source: string): Document => gql(source);

/** The variables of a question, in its order. */
export function variablesOf(document: Document): Variable[] {
  const operation = document.definitions.find((definition): definition is Operation => String(definition.kind) === "OperationDefinition");
  return (operation?.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const { name, isList } = unpacked(type);
    const isEnum = choicesOf(name).length > 0;
    return {
      name: variable.name.value,
      asked: TAKEN.includes(variable.name.value) ? `v.${variable.name.value}` : variable.name.value,
      kind: KINDS[name] ?? (isEnum ? "enum" : "json"),
      isList,
      isRequired: String(type.kind) === "NonNullType",
      type: name,
      usual: defaultValue && jsonOf(defaultValue),
    };
  });
}

function unpacked(type: Type): { readonly name: string; readonly isList: boolean } {
  if (type.kind === "NamedType") return { name: type.name.value, isList: false };
  const inner = unpacked(type.type);
  return type.kind === "ListType" ? { ...inner, isList: true } : inner;
}

/** A literal of the question as JSON. */
function jsonOf(literal: Literal): Value {
  switch (literal.kind) {
    case "NullValue":
      return null;
    case "IntValue":
    case "FloatValue":
      return Number(literal.value);
    case "ListValue":
      return literal.values.map((value) => jsonOf(value as Literal));
    case "ObjectValue":
      return Object.fromEntries(literal.fields.map(({ name, value }) => [name.value, jsonOf(value as Literal)]));
    default:
      return literal.value;
  }
}

/** An empty list in the address, where nothing at all stands for what is usual. */
const EMPTY = "-";

/** A value as the address has it. */
export const writeValue = (value: Value): string =>
  Array.isArray(value)
    ? value.map(String).join(",") || EMPTY
    : typeof value === "object" && value !== null
      ? JSON.stringify(value)
      : String(value);

/** What the address says of a variable; undefined where it says nothing that can be one, so that the question's own holds. */
export function readValue({ kind, isList }: Variable, text: string | null): Value | undefined {
  if (text === null) return undefined;
  if (isList) return text === EMPTY ? [] : text.split(",").filter((part) => part !== "");
  if (kind === "number") return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (kind === "truth") return text === "true";
  if (kind !== "json") return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** The name of a variable in words: `rareEarths` is `Rare earths`. */
export function nameWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z0-9])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
