import type { Value } from "../../engine/port.ts";
import { distinguishingProperties, type Model, statedProperties } from "../../model/index.ts";
import type { EdgeRecord, Properties } from "../record.ts";
import { type Assertion, bestValues } from "./best-value.ts";
import { type CertaintyStep, type ClaimSupport, earliest } from "./claim-support.ts";
import { storedValue } from "./stored-properties.ts";
import { textsOf, type Values } from "./values.ts";

/** Type and ends of an edge. */
export type EdgeEnds = Pick<EdgeRecord, "type" | "from" | "to">;

/** What one bundle says of an edge. Certainty stands among the properties only where it was written. */
export interface Part {
  readonly claims: readonly string[];
  readonly properties: Values;
}

/** What distinguishes an edge from others of its type between the same nodes, by property; empty where it does not say. */
export type Distinction = Readonly<Record<string, string>>;

/** What distinguishes an edge of a type, as a record or the graph has it. */
export function distinctionOf(model: Model, type: string, properties: Values | Properties): Distinction {
  const distinction: Record<string, string> = {};
  for (const name of distinguishingProperties(model.edges.get(type))) distinction[name] = String(properties[name] ?? "");
  return distinction;
}

/** What makes two statements the same edge: the type, both ends, and what distinguishes it from others between them. */
export function edgeKey({ from, type, to }: EdgeEnds, distinction: Distinction): string {
  return [from, type, to, ...Object.values(distinction)].join("|");
}

/** The key of an edge among all others, given its properties as a record or the graph has them. */
export function edgeKeyOf(model: Model, edge: EdgeEnds, properties: Values | Properties): string {
  return edgeKey(edge, distinctionOf(model, edge.type, properties));
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

/**
 * The stored form of an edge that one or more bundles state: their claims united, dated by the earliest and as sure as the surest. Where claims name
 * its own values (`assertions`), it has the best supported ones, with their history.
 */
export function edgeValues(
  model: Model,
  type: string,
  parts: ReadonlyMap<string, Part>,
  supportOf: (claims: readonly string[]) => ClaimSupport,
  assertions: readonly Assertion[],
): Values {
  const bundles = [...parts.keys()].sort();
  const ordered = bundles.flatMap((bundle) => parts.get(bundle) ?? []);
  const stated: Record<string, Value> = Object.assign({}, ...ordered.map((part) => part.properties));
  const values: Record<string, Value> = { ...stated, bundles };
  const known = model.edges.get(type);
  if (!known?.dated) return values;
  const claims = [...new Set(ordered.flatMap((part) => part.claims))];
  const { evidence, recordedOn, certainties } = supportOf(claims);
  const steps = fromDay(recordedOn ?? "", certaintySteps(ordered, certainties, supportOf));
  const certainty = steps.at(-1)?.certainty;
  values.claims = claims;
  if (evidence.length > 0) values.evidence = evidence;
  if (recordedOn !== null) values.recordedOn = recordedOn;
  if (certainty !== undefined) values.certainty = certainty;
  // Kept only where an edge became surer than it was: most edges have one certainty, and pay for no other.
  if (steps.length > 1) values.certainties = steps.map((step) => `${step.known}|${step.certainty}`);
  const { stated: replaced, ...best } =
    assertions.length > 0 ? bestValues(model, { properties: statedProperties(known), date: null, recordedOn }, stated, assertions) : {};
  Object.assign(values, best);
  // Who said what is needed once one of several bundles leaves, or when a value was written that is not the one that counts.
  if (bundles.length > 1 || stated.certainty !== undefined || replaced !== undefined)
    values.stated = bundles.map((bundle) => JSON.stringify({ bundle, ...parts.get(bundle) }));
  return values;
}

/** The steps that count from a day on: the last one that is known by then, and what follows. */
function fromDay(day: string, steps: readonly CertaintyStep[]): readonly CertaintyStep[] {
  return steps.filter((_, i) => (steps[i + 1]?.known ?? "~") > day);
}

/**
 * How sure an edge is by the days on which that changed: as sure as the surest of its claims published by then, until a record that states a
 * certainty is known, which is when the first of that record's own claims was published.
 */
function certaintySteps(
  parts: readonly Part[],
  claimed: readonly CertaintyStep[],
  supportOf: (claims: readonly string[]) => ClaimSupport,
): readonly CertaintyStep[] {
  const written = parts.flatMap(({ claims, properties: { certainty } }): CertaintyStep[] =>
    typeof certainty === "string" ? [{ known: supportOf(claims).certainties[0]?.known ?? "", certainty }] : [],
  );
  const first = earliest(written.map(({ known }) => known));
  if (first === null) return claimed;
  // Records that state an edge agree on what they state of it (a load that finds another certainty refuses it): the first one known counts.
  const certainty = written.find(({ known }) => known === first)?.certainty ?? "";
  const before = claimed.filter(({ known }) => known < first);
  return before.at(-1)?.certainty === certainty ? before : [...before, { known: first, certainty }];
}

/** The reverse of `edgeValues`: what each bundle said of a stored edge. */
export function partsOf(model: Model, type: string, values: Values): Map<string, Part> {
  const known = model.edges.get(type);
  const names = known ? [...statedProperties(known).keys()].filter((name) => name !== "certainty") : [];
  const properties = Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  const alone: Part = { claims: textsOf(values.claims), properties };
  const parts = new Map(textsOf(values.bundles).map((bundle) => [bundle, alone]));
  for (const text of textsOf(values.stated)) {
    const { bundle, claims, properties }: { bundle: string } & Part = JSON.parse(text);
    parts.set(bundle, { claims, properties });
  }
  return parts;
}
