import { HISTORY_STEP, type Model, type Property } from "../../model/index.ts";
import {
  type Candidate,
  compare,
  type HistoryStep,
  keptSteps,
  type SupportingClaim,
  supportOf,
  UNSOURCED,
  uncertainty,
} from "./best-value.ts";

/** Certainties with which a claim moves no status where somebody knows better. */
const WEAK: readonly string[] = ["ALLEGED", "FORECAST", "UNVERIFIED"];

/** What was known of a field that changes as things go on. */
export interface Latest {
  readonly property: Property;
  readonly candidates: readonly Candidate[];
  /** What the record says. */
  readonly stated: string;
  /** The day from which the record's own value holds, by what was published by a day; null where nothing says. */
  readonly dateOn: (day: string) => string | null;
  /** The days on which another was known. */
  readonly days: readonly string[];
  /** Since when the thing itself is known. */
  readonly recordedOn: string;
}

/**
 * Of a field that changes as things go on: each value that a claim gives, in the order of the days since which they hold. What is
 * alleged, forecast or unverified moves nothing where somebody knows better: the other side's accusation is no breach.
 */
export function stepsByValidity(
  model: Model,
  all: readonly Candidate[],
  supportOf: (candidate: Candidate) => readonly SupportingClaim[],
): HistoryStep[] {
  const weak = (s: SupportingClaim) => s.certainty !== null && WEAK.includes(s.certainty);
  const supported = all.map((c) => ({ ...c, support: supportOf(c) }));
  const firm = supported.map((c) => ({ ...c, support: c.support.filter((s) => s.whole || !weak(s)) }));
  const candidates = firm.some((c) => c.support.length > 0) ? firm : supported;
  const steps = candidates.flatMap(({ text, stated, support }) =>
    support.map((s) => ({
      since: s.since ?? "",
      known: s.recordedOn ?? "",
      text,
      rank: [s.since ?? "", -uncertainty(model, [s]), s.official, stated, s.recordedOn ?? ""] as const,
    })),
  );
  return steps.sort((a, b) => compare(a.rank, b.rank) || (a.text < b.text ? 1 : -1));
}

/**
 * The history of such a field as it was known, by the days on which more was published, as lines that say from when to when each of its steps was one
 * of what was known. Null where the steps of today's history say the same, those alone that were known: mostly. They do not where a claim took a step
 * away: one that gives the record's own value another first day, or that knows better than what was only alleged.
 */
export function linesAsKnown(model: Model, latest: Latest, today: readonly HistoryStep[]): string[] | null {
  const { property, recordedOn } = latest;
  const days = [...new Set(["", ...latest.days])].sort().filter((_, i, all) => (all[i + 1] ?? "~") > recordedOn);
  const known = days.map((day) => ({ day, steps: stepsKnownOn(model, latest, day) }));
  const last = known.at(-1)?.steps.at(-1)?.text ?? latest.stated;
  const isSame = known.every(({ day, steps }) => {
    const read = today.filter((step) => step.known <= day);
    const none = mayBeNone(latest) ? [] : [{ since: "", known: "", text: last }];
    return outline(read.length > 0 ? read : none) === outline(steps);
  });
  if (isSame) return null;
  return known.flatMap(({ day, steps }, i) =>
    steps.map(({ since, known: on, text }) => [property.name, since, on, text, day, known[i + 1]?.day ?? "~"].join(HISTORY_STEP)),
  );
}

/** The steps of a field's history by what was published by a day. */
function stepsKnownOn(model: Model, { property, candidates, stated, dateOn, recordedOn }: Latest, day: string): readonly HistoryStep[] {
  const date = dateOn(day);
  const steps = stepsByValidity(model, candidates, (candidate) => {
    const support = supportOf(candidate, day).map((s) => (s.whole ? { ...s, since: date } : s));
    // What the record says is known with it where nothing else speaks for it: the field is never null.
    return support.length === 0 && candidate.stated && property.required ? [{ ...UNSOURCED, since: date, whole: true }] : support;
  });
  const kept = keptSteps(property, steps, { text: stated, since: date ?? "", known: recordedOn });
  if (kept.length > 0 || (steps.length === 0 && mayBeNone({ property, stated }))) return kept;
  return [{ since: "", known: "", text: steps.at(-1)?.text ?? stated }];
}

/** Whether nothing may have been known of it: neither the schema nor the record gives a value. */
function mayBeNone({ property, stated }: Pick<Latest, "property" | "stated">): boolean {
  return !property.required && stated === "";
}

/** Steps as one text: what holds since when. */
function outline(steps: readonly HistoryStep[]): string {
  const changes = steps.filter(({ text }, i) => text !== steps[i - 1]?.text);
  // Of one value, it does not matter since when: there was no other before.
  return changes.map(({ since, text }) => (changes.length > 1 ? `${since} ${text}` : text)).join("|");
}
