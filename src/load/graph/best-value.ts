import type { Value } from "../../engine/port.ts";
import { HISTORY_STEP, type Model, type NodeType, type Property, validateScalar } from "../../model/index.ts";
import { type ClaimFacts, earliest } from "./claim-support.ts";
import { type Latest, linesAsKnown, stepsByValidity } from "./latest-value.ts";
import { textOrNull, type Values } from "./values.ts";

/** What one claim asserts of a node or an edge: of a field, with a value, or of the whole. */
export interface Assertion {
  readonly claim: string;
  readonly field: string | null;
  readonly value: string | null;
  /** The day from which the value holds, by the claim. */
  readonly since: string | null;
  readonly facts: ClaimFacts;
}

/** A claim in support of a value. */
export interface SupportingClaim extends ClaimFacts {
  readonly since: string | null;
  /** It is about the whole, and so supports the record's own value. */
  readonly whole: boolean;
}

/** A value that somebody claims for a field, with the claims that support it. */
export interface Candidate {
  readonly text: string;
  /** What the thing's own record states. */
  readonly stated: boolean;
  /** The claims that name the field and give this value. */
  readonly named: readonly SupportingClaim[];
  /** What stands behind the record's own value where no claim that names the field does: the claims about the whole. Of other values, none. */
  readonly whole: readonly SupportingClaim[];
}

/** What supports a record that nothing is claimed about. */
export const UNSOURCED: ClaimFacts = { certainty: null, recordedOn: null, sourceId: null, official: false };

/** What claims give values of: a node or an edge. */
export interface Claimed {
  /** What it may have, by name. */
  readonly properties: ReadonlyMap<string, Property>;
  /** The property that dates it; null where none does. */
  readonly date: string | null;
  /** Since when it is known itself; null where always. */
  readonly recordedOn: string | null;
}

/**
 * The values of the fields of a node or an edge, given what is claimed about them. The best supported value counts: the one with the surest claim, then
 * one with an official source, then the one with most sources, then the record's own. For a field with @latest it is the one that holds
 * since the latest day; claims that give no such day count from their publication, the record's own value from the day that dates the node,
 * and what is only alleged, forecast or unverified counts where nobody says better.
 * A claim that names the field supports its value; where none gives the record's own value, the claims about the whole support that: of an edge, those that it rests on.
 * Returns what to set: values other than the record's own (with those kept in `stated`), the `history` of the fields whose value changed, or became
 * known only after the thing itself did (see HISTORY_STEP), `asKnown` where that does not tell what was known (latest-value.ts), in `unclaimed` the record's own values that claims deny and none gives, and in `unclaimedUntil`
 * those that one gives from a day on, with that day.
 */
export function bestValues(model: Model, of: Claimed, stated: Values, assertions: readonly Assertion[]): Values {
  const values: Record<string, Value> = {};
  const replaced: Record<string, Value> = {};
  const history: string[] = [];
  const asKnown: string[] = [];
  let isDifferent = false;
  const unclaimed: string[] = [];
  const unclaimedUntil: string[] = [];
  const recordedOn = of.recordedOn ?? "";
  // In an order of their own: engines give claims in any.
  const claimed = new Set(assertions.flatMap(({ field, value }) => (field !== null && value !== null ? [field] : [])));
  for (const name of [...claimed].sort()) {
    const property = of.properties.get(name);
    if (!property?.contestable || property.derived) continue;
    const date = of.date === null ? null : textOrNull(stated[of.date]);
    const candidates = candidateValues(model, property, stated[name], date, assertions);
    const own = property.latest ? null : unclaimedOf(name, candidates);
    if (own?.until === null) unclaimed.push(own.line);
    else if (own) unclaimedUntil.push([own.line, own.until].join(HISTORY_STEP));
    const steps = property.latest ? stepsByValidity(model, candidates, (c) => supportOf(c)) : stepsByPublication(model, candidates);
    const final = steps.at(-1);
    if (final === undefined) continue;
    const value = typedValue(property, final.text);
    if (stated[name] !== value) {
      values[name] = value;
      replaced[name] = stated[name] ?? null;
    }
    const kept = keptSteps(property, steps, { text: String(stated[name] ?? ""), since: date ?? "", known: recordedOn });
    history.push(...historyLines(name, kept));
    if (property.latest) {
      const dated = of.date === null ? null : candidateValues(model, of.properties.get(of.date) ?? property, date, null, assertions);
      const lines = linesAsKnown(
        model,
        latestOf({ property, candidates, dated, stated: String(stated[name] ?? ""), date, recordedOn }),
        kept,
      );
      asKnown.push(...(lines ?? historyLines(name, kept)));
      isDifferent ||= lines !== null;
    } else asKnown.push(...historyLines(name, kept));
    if (name === of.date && of.properties.get("date")?.derived) {
      values.date = value;
      history.push(...historyLines("date", kept));
      asKnown.push(...historyLines("date", kept));
    }
  }
  if (history.length > 0) values.history = history;
  if (isDifferent) values.asKnown = asKnown;
  if (unclaimed.length > 0) values.unclaimed = unclaimed;
  if (unclaimedUntil.length > 0) values.unclaimedUntil = unclaimedUntil;
  if (Object.keys(replaced).length > 0) values.stated = JSON.stringify(replaced);
  return values;
}

/** What `bestValues` adds beside values. */
const COMPUTED: ReadonlySet<string> = new Set(["stated", "history", "asKnown", "unclaimed", "unclaimedUntil"]);

/** What the record itself says, of a node as it is stored: without what follows from claims. */
export function statedValues(type: NodeType, stored: Values): Values {
  const replaced: Record<string, Value> = typeof stored.stated === "string" ? JSON.parse(stored.stated) : {};
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(stored)) {
    if (COMPUTED.has(name)) continue;
    const own = Object.hasOwn(replaced, name) ? (replaced[name] ?? null) : value;
    if (own !== null) values[name] = own;
  }
  if (type.date !== null && Object.hasOwn(replaced, type.date) && "date" in values) {
    const date = values[type.date];
    if (date === undefined) delete values.date;
    else values.date = date;
  }
  return values;
}

/**
 * The record's own value of a field, with its name, where claims give others: `disagreements` sets it against these. `until` is the day from which a
 * claim gives it too, null where none does; a value that a claim without a date gives was never without one.
 */
function unclaimedOf(field: string, candidates: readonly Candidate[]): { line: string; until: string | null } | null {
  const own = candidates.find(({ stated }) => stated);
  if (own === undefined || candidates.length === 1) return null;
  const until = own.named.some(({ recordedOn }) => recordedOn === null) ? "" : earliest(own.named.map(({ recordedOn }) => recordedOn));
  return until === "" ? null : { line: [field, own.text].join(HISTORY_STEP), until };
}

/** Why a claimed value is none of a property's type; null where it is one. */
export function claimedValueProblem(model: Model, property: Property, text: string): string | null {
  if (property.kind === "enum") {
    const known = model.enums.get(property.type) ?? [];
    return known.includes(text) ? null : `is no ${property.type}: its values are ${known.join(", ")}`;
  }
  return validateScalar(property.type, typedValue(property, text));
}

function candidateValues(
  model: Model,
  property: Property,
  stated: Value | undefined,
  date: string | null,
  assertions: readonly Assertion[],
): Candidate[] {
  const claimed = new Map<string, SupportingClaim[]>();
  for (const { field, value, since, facts } of assertions) {
    if (field !== property.name || value === null || claimedValueProblem(model, property, value) !== null) continue;
    const text = String(typedValue(property, value));
    claimed.set(text, [...(claimed.get(text) ?? []), { ...facts, since: since ?? facts.recordedOn, whole: false }]);
  }
  const values = [...claimed].map(([text, named]): Candidate => ({ text, stated: false, named, whole: [] }));
  if (stated === undefined || stated === null) return values;
  const text = String(stated);
  const named = claimed.get(text) ?? [];
  const about = assertions.filter((s) => s.field === null).map((s) => s.facts);
  const whole = about.length > 0 || named.length > 0 ? about : [UNSOURCED];
  const own: Candidate = { text, stated: true, named, whole: whole.map((facts) => ({ ...facts, since: date, whole: true })) };
  return [...values.filter((value) => value.text !== text), own];
}

/** What was known of a field with @latest; `dated` are the values of the day that dates the thing, null where none does. */
function latestOf({
  dated,
  date,
  ...known
}: Omit<Latest, "dateOn" | "days"> & { readonly dated: readonly Candidate[] | null; readonly date: string | null }): Latest {
  const own = dated?.find(({ stated }) => stated);
  const supporting = [...known.candidates, ...(own ? [own] : [])].flatMap(({ named, whole }) => [...named, ...whole]);
  return {
    ...known,
    // A day that no claim names is known with the thing.
    dateOn: (day) => (own === undefined || !dated?.some(({ named }) => named.length > 0) || supportOf(own, day).length > 0 ? date : null),
    days: supporting.map(({ recordedOn }) => recordedOn ?? ""),
  };
}

/** What supports a value by what was published by a day; by all that is known, where none is given. */
export function supportOf({ named, whole }: Candidate, day: string | null = null): readonly SupportingClaim[] {
  const known = (claims: readonly SupportingClaim[]) => claims.filter((s) => day === null || (s.recordedOn ?? "") <= day);
  const naming = known(named);
  return naming.length > 0 ? naming : known(whole);
}

/** One value of a field in its history. */
export interface HistoryStep {
  readonly since: string;
  readonly known: string;
  readonly text: string;
}

/** When the earliest source that says something of a node was published; null where none is dated, and for types that are always there. */
export function nodeRecordedOn(type: NodeType, assertions: readonly Assertion[]): string | null {
  const isDated = type.properties.get("recordedOn")?.derived === true;
  return isDated ? earliest(assertions.map(({ facts }) => facts.recordedOn)) : null;
}

/**
 * The steps that a field's history needs: none where it had its one value as long as the node was known. What can't be missing is the
 * record's `own` until a claim gives it another value; what can be has none until then.
 */
export function keptSteps(property: Property, steps: readonly HistoryStep[], own: HistoryStep): readonly HistoryStep[] {
  const isKnown = steps.some(({ known }) => known <= own.known);
  if (!isKnown && !property.required) return steps;
  const all = isKnown ? steps : [own, ...steps];
  return new Set(all.map(({ text }) => text)).size > 1 ? all : [];
}

/** A field's history as it is stored (see HISTORY_STEP). */
function historyLines(field: string, steps: readonly HistoryStep[]): string[] {
  return steps.map(({ since, known, text }) => [field, since, known, text].join(HISTORY_STEP));
}

/** Of any other field: the best supported value by each day on which a source was published, where it changes. */
function stepsByPublication(model: Model, candidates: readonly Candidate[]): HistoryStep[] {
  const days = [...new Set(candidates.flatMap((c) => [...c.named, ...c.whole].map((s) => s.recordedOn ?? "")))].sort();
  const steps: HistoryStep[] = [];
  for (const known of days) {
    const text = bestOf(model, candidates, known);
    if (text !== null && text !== steps.at(-1)?.text) steps.push({ since: "", known, text });
  }
  return steps;
}

/** The best supported value of those that claims published by a day give; null where there is none. */
function bestOf(model: Model, candidates: readonly Candidate[], day: string): string | null {
  const ranked = candidates.flatMap((candidate) => {
    const { text, stated } = candidate;
    const known = supportOf(candidate, day);
    if (known.length === 0) return [];
    const sources = new Set(known.map((s) => s.sourceId)).size;
    return [{ text, rank: [-uncertainty(model, known), known.some((s) => s.official), sources, stated] as const }];
  });
  const [best] = ranked.sort((a, b) => compare(b.rank, a.rank) || (a.text < b.text ? -1 : 1));
  return best?.text ?? null;
}

/** How sure the surest of some claims is: 0 is the surest. */
export function uncertainty(model: Model, support: readonly SupportingClaim[]): number {
  const known = model.enums.get("Certainty") ?? [];
  return Math.min(...support.map((s) => (s.certainty === null ? known.length : known.indexOf(s.certainty))));
}

export function compare(a: readonly (string | number | boolean)[], b: readonly (string | number | boolean)[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right !== undefined && left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function typedValue(property: Property, text: string): string | number | boolean {
  if (property.type === "Float" || property.type === "Int") return text.trim() === "" ? text : Number(text);
  if (property.type === "Boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}
