import { isDeepStrictEqual } from "node:util";
import { searchGrams, searchWords, type Value } from "../../engine/port.ts";
import { distinguishingProperties, type Model, type NodeType, type Property, statedProperties } from "../../model/index.ts";
import type { EdgeRecord, NodeRecord, Properties, PropertyValue } from "../record.ts";

/** Properties as the graph stores them; what is not stored is not a key. */
export type Values = Readonly<Record<string, Value>>;

/** What one bundle says of an edge. Certainty stands among the properties only where it was written. */
export interface Part {
  readonly claims: readonly string[];
  readonly properties: Values;
}

/** The stored form of a node: its properties, its bundle, and the words that search finds it by. `recordedOn` is added when all claims are known. */
export function nodeValues(type: NodeType, record: NodeRecord, bundle: string): Values {
  const values: Record<string, Value> = { id: record.id, bundle };
  for (const property of type.properties.values()) {
    const stated = record.properties[property.name];
    if (stated !== undefined) values[property.name] = storedValue(stated, property);
    else if (property.list) values[property.name] = [];
  }
  // Acts of different types are ordered by one property, whatever each type calls the day that dates it.
  const dated = type.date === null ? undefined : values[type.date];
  if (dated !== undefined && type.properties.get("date")?.derived) values.date = dated;
  const texts = (names: readonly string[]) => names.flatMap((name) => textsOf(record.properties[name]));
  const words = searchWords(texts([...type.names, ...type.search]));
  const grams = searchGrams(texts(type.names));
  if (words !== "") values.searchText = words;
  if (grams !== "") values.searchNames = grams;
  return values;
}

/** Objects are stored as JSON, their fields in the order of the schema, so that the same object is the same text. */
function storedValue(value: PropertyValue, property: Property): Value {
  if (typeof value !== "object") return value;
  return value.map((item) => (typeof item === "object" ? JSON.stringify(item, [...property.fields.keys()]) : item));
}

/** What a record said of some properties, given how they are stored; lists that hold nothing were not said. */
export function recordedProperties(known: ReadonlyMap<string, Property>, stored: Values): Properties {
  const said: Record<string, PropertyValue> = {};
  for (const property of known.values()) {
    const value = stored[property.name];
    if (property.derived || property.name === "id" || value === undefined || value === null) continue;
    if (!Array.isArray(value)) said[property.name] = typeof value === "bigint" ? Number(value) : (value as PropertyValue);
    else if (value.length > 0)
      said[property.name] = (property.kind === "value" ? value.map((item) => JSON.parse(String(item))) : value) as PropertyValue;
  }
  return said;
}

function textsOf(value: PropertyValue | undefined): string[] {
  if (value === undefined || typeof value === "boolean") return [];
  if (typeof value !== "object") return [String(value)];
  return value.flatMap((item) => (typeof item === "object" ? [] : [String(item)]));
}

/** What tells an edge from others of its type between the same nodes, by property; empty where it does not say. */
export type Tells = Readonly<Record<string, string>>;

/** What tells an edge of a type apart, as a record or the graph has it. */
export function tellsOf(model: Model, type: string, properties: Values | Properties): Tells {
  const tells: Record<string, string> = {};
  for (const name of distinguishingProperties(model.edges.get(type))) tells[name] = String(properties[name] ?? "");
  return tells;
}

/** What makes two statements the same edge: the type, both ends, and what tells it from others between them. */
export function edgeKey({ from, type, to }: Pick<EdgeRecord, "type" | "from" | "to">, tells: Tells): string {
  return [from, type, to, ...Object.values(tells)].join("|");
}

/** What a record says of an edge, as it is stored. */
export function partOf(model: Model, edge: EdgeRecord): Part {
  const known = model.edges.get(edge.type);
  const properties: Record<string, Value> = {};
  for (const property of known ? statedProperties(known).values() : []) {
    const stated = edge.properties[property.name];
    if (stated !== undefined) properties[property.name] = storedValue(stated, property);
  }
  return { claims: edge.claims, properties };
}

/** What claims say of themselves, for the edges that rest on them. */
export interface ClaimFacts {
  readonly certainty: string | null;
  readonly recordedOn: string | null;
  /** Id of the source that states it; null where the graph has none. */
  readonly sourceId: string | null;
  /** Whether that source is official. */
  readonly official: boolean;
}

/** The sources behind some claims, each once, as an edge stores them: whether it is official, when it spoke first, its id. */
function evidenceOf(facts: readonly ClaimFacts[]): string[] {
  const sources = new Map<string, ClaimFacts[]>();
  for (const fact of facts) if (fact.sourceId !== null) sources.set(fact.sourceId, [...(sources.get(fact.sourceId) ?? []), fact]);
  return [...sources]
    .map(([id, of]) => [of.some((f) => f.official) ? "1" : "0", earliest(of.map((f) => f.recordedOn)) ?? "", id].join("|"))
    .sort();
}

/** What the claims that an edge rests on say of it together. */
interface Support {
  readonly evidence: readonly string[];
  readonly recordedOn: string | null;
  readonly certainty: string | null;
}

/** Works out what claims say together, once for each of the many edges that rest on the same ones; it holds as long as the claims do not change. */
export function supportOf(model: Model, factsOf: (claim: string) => ClaimFacts): (claims: readonly string[]) => Support {
  const known = new Map<string, Support>();
  return (claims) => {
    const key = claims.join(" ");
    let support = known.get(key);
    if (!support) {
      const facts = claims.map(factsOf);
      support = {
        evidence: evidenceOf(facts),
        recordedOn: earliest(facts.map((f) => f.recordedOn)),
        certainty: strongest(
          model,
          facts.map((f) => f.certainty),
        ),
      };
      known.set(key, support);
    }
    return support;
  };
}

/** The stored form of an edge that one or more bundles state: their claims united, dated by the earliest and as sure as the surest. */
export function edgeValues(
  model: Model,
  type: string,
  parts: ReadonlyMap<string, Part>,
  support: (claims: readonly string[]) => Support,
): Values {
  const bundles = [...parts.keys()].sort();
  const ordered = bundles.flatMap((bundle) => parts.get(bundle) ?? []);
  const stated: Record<string, Value> = Object.assign({}, ...ordered.map((part) => part.properties));
  const values: Record<string, Value> = { ...stated, bundles };
  if (!model.edges.get(type)?.dated) return values;
  const claims = [...new Set(ordered.flatMap((part) => part.claims))];
  const { evidence, recordedOn, certainty: surest } = support(claims);
  const certainty = stated.certainty ?? surest;
  values.claims = claims;
  if (evidence.length > 0) values.evidence = evidence;
  if (recordedOn !== null) values.recordedOn = recordedOn;
  if (certainty !== null) values.certainty = certainty;
  // Who said what is needed once one of several bundles leaves, or when a certainty was written rather than worked out.
  if (bundles.length > 1 || stated.certainty !== undefined)
    values.stated = bundles.map((bundle) => JSON.stringify({ bundle, ...parts.get(bundle) }));
  return values;
}

/** Reads back what each bundle said of a stored edge. */
export function partsOf(model: Model, type: string, values: Values): Map<string, Part> {
  const known = model.edges.get(type);
  const names = known ? [...statedProperties(known).keys()].filter((name) => name !== "certainty") : [];
  const properties = Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  const alone: Part = { claims: strings(values.claims), properties };
  const parts = new Map(strings(values.bundles).map((bundle) => [bundle, alone]));
  for (const text of strings(values.stated)) {
    const { bundle, claims, properties }: { bundle: string } & Part = JSON.parse(text);
    parts.set(bundle, { claims, properties });
  }
  return parts;
}

/** The earliest of some dates, of whatever precision; null where there is none. */
export function earliest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((first, date) => (date !== null && (first === null || date < first) ? date : first), null);
}

/** The surest of some certainties; the schema lists them from the surest down. */
function strongest(model: Model, certainties: readonly (string | null)[]): string | null {
  return (model.enums.get("Certainty") ?? []).find((certainty) => certainties.includes(certainty)) ?? null;
}

/** What to set so that `stored` becomes `wanted`; null removes. Null where nothing differs. */
export function differences(stored: Values, wanted: Values): Values | null {
  const changes: Record<string, Value> = {};
  for (const name of new Set([...Object.keys(stored), ...Object.keys(wanted)])) {
    if (!isDeepStrictEqual(stored[name] ?? null, wanted[name] ?? null)) changes[name] = wanted[name] ?? null;
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

export function strings(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function textOrNull(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** Properties as they come from the graph, absent ones left out. */
export function present(value: Value | undefined): Values {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null));
}
