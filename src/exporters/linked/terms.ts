import type { Value } from "../../engine/port.ts";
import { type Property, prefixOf } from "../../model/index.ts";

/** The namespace of what the schema names; nothing answers there. */
export const VOCABULARY = "urn:trade-graph:schema:";

/** The vocabularies of others, and our own, by their usual prefixes. */
export const PREFIXES = {
  tg: VOCABULARY,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  owl: "http://www.w3.org/2002/07/owl#",
  dcterms: "http://purl.org/dc/terms/",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  org: "http://www.w3.org/ns/org#",
} as const;

/** What stands at the end of a statement. */
export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly datatype?: string | undefined; readonly language?: string | undefined };

/** A statement about a resource: the predicate in full, and where it leads. */
export type Statement = readonly [predicate: string, object: Term];

/** Statements about one thing that stand together. */
export interface Resource {
  /** In full. */
  readonly iri: string;
  readonly statements: readonly Statement[];
}

/** Resources, a portion at a time. */
export type Resources = AsyncIterable<readonly Resource[]>;

/** The IRI of a name in a vocabulary: `skos:broader`. */
export function named(name: `${keyof typeof PREFIXES}:${string}`): string {
  const [prefix = "", local = ""] = name.split(/:(.*)/s);
  return `${PREFIXES[prefix as keyof typeof PREFIXES]}${local}`;
}

/** The IRI of a node, by its id. */
export function iriOf(id: string): string {
  const prefix = prefixOf(id);
  return `urn:trade-graph:${prefix}:${encodeURIComponent(id.slice(prefix.length + 1))}`;
}

/** The IRI of something that is no node and is named by words or keys of ours. */
export function iriIn(kind: string, ...words: readonly string[]): string {
  return `urn:trade-graph:${kind}:${words.map(encodeURIComponent).join("/")}`;
}

/** An IRI as a term. */
export function link(iri: string): Term {
  return { iri };
}

/** A text; in a language where that is known. */
export function text(value: string, language?: string): Term {
  return language === undefined ? { text: value } : { text: value, language };
}

/** A date as precise as it is: a day, a month, a year. */
export function date(value: string): Term {
  const type = { 4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date" }[value.length] as "xsd:date" | undefined;
  return type === undefined ? { text: value } : { text: value, datatype: named(type) };
}

/** A number; all numbers are decimals, so that one question finds them all. */
export function decimal(value: number | bigint): Term {
  return { text: withoutExponent(String(value)), datatype: named("xsd:decimal") };
}

/** `1e-7` as `0.0000001`: decimals have no exponents. */
function withoutExponent(number: string): string {
  const [, sign = "", whole = "", part = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(number) ?? [];
  if (exponent === undefined) return number;
  const digits = whole + part;
  const at = whole.length + Number(exponent);
  if (at <= 0) return `${sign}0.${"0".repeat(-at)}${digits}`;
  return at >= digits.length ? `${sign}${digits}${"0".repeat(at - digits.length)}` : `${sign}${digits.slice(0, at)}.${digits.slice(at)}`;
}

/** The terms of a stored value: of a list, one for each member. */
export function termsOf(property: Property, value: Value | undefined): Term[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => termsOf(property, item));
  if (typeof value === "number" || typeof value === "bigint") return [decimal(value)];
  if (typeof value === "boolean") return [{ text: String(value), datatype: named("xsd:boolean") }];
  const words = String(value);
  if (property.type === "PartialDate" || property.type === "Date") return [date(words)];
  // An address that no IRI can be stays a text.
  if (property.type === "URL") return [isIri(words) ? link(words) : text(words)];
  return [text(words, ENGLISH.has(property.name) ? "en" : undefined)];
}

/** Texts that are English by their definition in the schema: the usual English name, plain words of our own. */
const ENGLISH: ReadonlySet<string> = new Set(["name", "summary", "statement", "note"]);

function isIri(words: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an IRI has none of these.
  return !/[\u0000-\u0020<>"{}|^`\\]/.test(words);
}
