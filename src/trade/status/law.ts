/**
 * The law of status over plain values; docs/status.md has it in words and as tables. What is selected is decided here; cypher.ts says the same
 * in Cypher, and tests/trade/status.test.ts holds both to a third one that tries every day that a date may stand for.
 */

import { AFTER, all, BEFORE, begun, dayAfter, not, OPEN, over, type Span, type Sure, sinceOf, some, spanOf, untilOf } from "./sure.ts";

/** The relationship types by which an act decides a measure's status, from the act to the measure. */
export const EFFECTS = ["ENDS", "REPLACES", "SUSPENDS", "EXTENDS"] as const;

/** One of these types. */
export type EffectType = (typeof EFFECTS)[number];

/** What an act does to a measure. */
export interface Effect {
  /** The ids of the measure and of the act. */
  readonly to: string;
  readonly act: string;
  readonly type: EffectType;
  /** The day from which it counts, by the edge or its act; null where nothing says. */
  readonly since: string | null;
  /** The edge's own last day; null where it gives none. */
  readonly until: string | null;
  /** The last day of the act by its own terms; null where it has none. */
  readonly actUntil: string | null;
  /** The edge's own first day; null where it gives none. */
  readonly written: string | null;
  /** Whether what was done to the act lies too far away to have been read. */
  readonly cut: boolean;
}

/** What decides the status of a measure: its own dates, and the effects on it, on the acts behind them, and so on. */
export interface Facts {
  readonly id: string;
  readonly announcedOn: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly effects: readonly Effect[];
}

/** The statuses, those first that a package without dates of its own takes first from its parts. */
export const STATUSES = [
  "IN_FORCE",
  "UNKNOWN",
  "SUSPENDED",
  "POSTPONED",
  "SCHEDULED",
  "ANNOUNCED",
  "EXPIRED",
  "REVOKED",
  "REPLACED",
  "NEVER_IN_FORCE",
  "NOT_YET_ANNOUNCED",
] as const;

export type Status = (typeof STATUSES)[number];

/** An effect with its days, and the numbers of the effects on its act. */
interface Dated extends Effect {
  readonly from: Span;
  readonly to_: Span;
  readonly term: Span;
  readonly onAct: readonly number[];
}

/** The days that matter: the one asked for first, then each before it on which something may change. */
function daysOf({ inForceFrom }: Facts, effects: readonly Dated[], day: string): string[] {
  const own = inForceFrom === null ? [] : [spanOf(inForceFrom)];
  const begin = [...own, ...effects.map(({ from }) => from)].flatMap(({ first, last }) => [first, last]);
  const end = effects.flatMap(({ to_, term }) => [to_, term]).flatMap(({ first, last }) => [dayAfter(first), dayAfter(last)]);
  return [...new Set([day, ...[...begin, ...end].filter((d) => d !== BEFORE && d <= day)])];
}

/** Whether an effect stops by itself when its act does: it has no last day of its own, and is no deed that is done once. */
const lastsWithAct = ({ type, until }: Effect) => until === null && (type === "SUSPENDS" || type === "EXTENDS");

/** How sure it is that an effect counts on a day, where that of the effects on its act is `by` their types. */
function countsOn(effect: Dated, day: string, by: (types: readonly EffectType[]) => Sure): Sure {
  const stands = not(by(lastsWithAct(effect) ? ["ENDS", "SUSPENDS", "REPLACES"] : ["ENDS", "SUSPENDS"]));
  // What was done to an act too far away may have stopped it, or prolonged it.
  const isRead = effect.cut ? 1 : 2;
  const expired = lastsWithAct(effect) ? all(over(effect.term, day), not(by(["EXTENDS"])), isRead) : 0;
  return all(begun(effect.from, day), not(over(effect.to_, day)), stands, not(expired), isRead);
}

/**
 * How sure it is that each effect counts on each day: at once of those on whose acts nothing acts, and of the others in rounds, until nothing
 * changes. What turns in a circle stays open.
 */
function inEffect(effects: readonly Dated[], days: readonly string[]): Sure[][] {
  const sure = effects.map((effect) => days.map((day): Sure => (effect.onAct.length > 0 ? 1 : countsOn(effect, day, () => 0))));
  const next = (effect: Dated): Sure[] => {
    const by = (at: number) => (types: readonly EffectType[]) =>
      some(effect.onAct.map((i) => (types.includes(effects[i]?.type ?? "ENDS") ? (sure[i]?.[at] ?? 0) : 0)));
    const counts = days.map((day, at) => countsOn(effect, day, by(at)));
    if (effect.type !== "REPLACES") return counts;
    // A place once taken is taken, whatever becomes of what took it.
    return days.map((day) => all(not(over(effect.to_, day)), some(counts.filter((_, i) => (days[i] ?? "") <= day))));
  };
  // What is settled stays so: a round settles something, or is the last.
  for (let open = true; open; ) {
    open = false;
    for (const [i, effect] of effects.entries()) {
      if (effect.onAct.length === 0 || !sure[i]?.includes(1)) continue;
      const [last, now] = [sure[i], next(effect)];
      open ||= now.some((it, at) => it !== last[at]);
      sure[i] = now;
    }
  }
  return sure;
}

/** What reaches a measure on a day, and whether its own terms are over. */
interface Reached {
  readonly ended: Sure;
  readonly replaced: Sure;
  readonly suspended: Sure;
  readonly extended: Sure;
  readonly expired: Sure;
}

/** The effects that can have begun by a day, with their days and those on their acts that matter to them. */
function datedEffects(facts: Facts, day: string): Dated[] {
  const dated = facts.effects.map((effect) => ({
    ...effect,
    from: sinceOf(effect.since),
    to_: untilOf(effect.until),
    term: untilOf(effect.actUntil),
  }));
  const begun = dated.filter(({ from }) => from.first <= day);
  const matters = (effect: Effect, other: Effect) =>
    other.to === effect.act && (other.type === "ENDS" || other.type === "SUSPENDS" || lastsWithAct(effect));
  return begun.map((effect) => ({ ...effect, onAct: begun.flatMap((other, i) => (matters(effect, other) ? [i] : [])) }));
}

/** The status of a measure on a day, by its own dates and what reaches it; `isOpen` where nothing says when it applies, and nothing reaches it. */
export function statusOf(facts: Facts, day: string): { readonly status: Status; readonly isOpen: boolean } {
  const { id, announcedOn, inForceFrom, inForceUntil } = facts;
  const effects = datedEffects(facts, day);
  const days = daysOf(facts, effects, day);
  const sure = inEffect(effects, days);
  const reachedAt = (at: number): Reached => {
    const by = (type: EffectType) =>
      some(effects.map((effect, i) => (effect.to === id && effect.type === type ? (sure[i]?.[at] ?? 0) : 0)));
    const extended = by("EXTENDS");
    const expired = all(over(untilOf(inForceUntil), days[at] ?? day), not(extended));
    return { ended: by("ENDS"), replaced: by("REPLACES"), suspended: by("SUSPENDS"), extended, expired };
  };
  const now = reachedAt(0);
  const { ended, replaced, suspended, extended, expired } = now;
  const from = inForceFrom === null ? null : spanOf(inForceFrom);
  const due = from === null ? 0 : begun(from, day);
  // What applies, or is acted upon, is public.
  const isPublic = announcedOn !== null ? begun(spanOf(announcedOn), day) : some([1, due, ended, replaced, suspended, extended, expired]);
  const applied = (at: number) => {
    const then = reachedAt(at);
    return all(begun(from ?? OPEN, days[at] ?? day), not(some([then.ended, then.replaced, then.suspended, then.expired])));
  };
  const finished = some([ended, replaced, expired]);
  // Whether it has ever applied is asked only where it matters.
  const ever = from === null || some([finished, suspended]) === 0 ? 2 : some(days.map((_, at) => applied(at)));
  const cases: readonly (readonly [Sure, Status])[] = [
    [not(isPublic), announcedOn === null ? "UNKNOWN" : "NOT_YET_ANNOUNCED"],
    [all(finished, not(ever)), "NEVER_IN_FORCE"],
    [ended, "REVOKED"],
    [replaced, "REPLACED"],
    [expired, "EXPIRED"],
    [all(suspended, not(ever)), "POSTPONED"],
    [suspended, "SUSPENDED"],
    [from === null ? 2 : 0, announcedOn === null ? "UNKNOWN" : "ANNOUNCED"],
    [not(due), "SCHEDULED"],
    [2, "IN_FORCE"],
  ];
  const isOpen =
    from === null && inForceUntil === null && some([ended, replaced, suspended]) === 0 && (announcedOn === null || isPublic === 2);
  return { status: oneOf(cases), isOpen };
}

/** The one status that is possible: cases that may hold are gathered up to the first that does. */
function oneOf(cases: readonly (readonly [Sure, Status])[]): Status {
  const possible = new Set<Status>();
  for (const [sure, status] of cases) {
    if (sure > 0) possible.add(status);
    if (sure === 2) break;
  }
  const [only, ...others] = possible;
  return only === undefined || others.length > 0 ? "UNKNOWN" : only;
}

/** Of effects on the measure itself, the one without which the status would differ; null where there is none. */
export function decidingEffect(facts: Facts, day: string): Effect | null {
  let effects = facts.effects;
  // Those that are not needed are left out, the latest first: what came later did not decide what had come about already.
  const direct = effects.filter(({ to }) => to === facts.id).sort(latestFirst);
  if (direct.length === 0) return null;
  const { status } = statusOf(facts, day);
  for (const effect of direct) {
    const without = effects.filter((other) => other !== effect);
    if (statusOf({ ...facts, effects: without }, day).status === status) effects = without;
  }
  return direct.find((effect) => effects.includes(effect)) ?? null;
}

/** Undated ones count as the latest; of one day, the last by the act's id, and then by type and last day, goes first. */
function latestFirst(a: Effect, b: Effect): number {
  const key = ({ since, act, type, until }: Effect) => [since ?? AFTER, act, type, until ?? AFTER];
  const [mine, others] = [key(a), key(b)];
  const at = mine.findIndex((part, i) => part !== others[i]);
  return at < 0 ? 0 : (mine[at] ?? "") < (others[at] ?? "") ? 1 : -1;
}

/** The status of a measure, or of a package by its parts; `parts` has those whose status it is, by id, and is null where it is the measure's own. */
export interface Answer {
  readonly status: Status;
  readonly parts: readonly string[] | null;
}

/** Decides by the facts of a measure, and where it is a package without dates of its own, of the parts below it. */
export function decide(own: Facts, parts: readonly Facts[], day: string): Answer {
  const { status, isOpen } = statusOf(own, day);
  if (!isOpen || parts.length === 0) return { status, parts: null };
  const found = parts.map((part) => ({ id: part.id, status: statusOf(part, day).status }));
  const first = STATUSES.find((candidate) => found.some((part) => part.status === candidate)) ?? "UNKNOWN";
  return { status: first, parts: found.flatMap((part) => (part.status === first ? [part.id] : [])).sort() };
}
