/**
 * The law of status over plain values; docs/status.md has it in words and as tables. What is selected is decided here; cypher.ts says the same
 * in Cypher, and tests/trade/status.test.ts holds both to a third one that tries every day that a date may stand for.
 */

import { type Dated, datedEffects, type Effect, type EffectType, type Facts, inEffect, turnsOf } from "./effects.ts";
import { AFTER, all, BEFORE, begun, not, OPEN, over, type Sure, some, spanOf, untilOf } from "./sure.ts";

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

/** The status of a measure, or of a package by its parts; `parts` has those whose status it is, by id, and is null where it is the measure's own. */
export interface Answer {
  readonly status: Status;
  readonly parts: readonly string[] | null;
}

/** Where a measure stands, on any day, or on any up to one. */
export interface Law {
  /** The days on which that may change, in their order; the first stands for all days before the others. */
  readonly turns: readonly string[];
  on(day: string): Answer;
  /** Of the effects on the measure itself, the one without which the status would differ; null where there is none. */
  decidedBy(day: string): Effect | null;
}

/** The law for the facts of a measure, and where it is a package without dates of its own, of the parts below it. */
export function lawOf(own: Facts, parts: readonly Facts[], upTo: string = AFTER): Law {
  const alone = new OneMeasure(own, upTo);
  const below = parts.map((part) => ({ id: part.id, law: new OneMeasure(part, upTo) }));
  const turns =
    below.length === 0 ? alone.turns : [...new Set([alone, ...below.map(({ law }) => law)].flatMap(({ turns }) => turns))].sort();
  const answerOn = (day: string): Answer => {
    const { status, isOpen } = alone.on(day);
    if (!isOpen || below.length === 0) return { status, parts: null };
    const found = below.map(({ id, law }) => ({ id, status: law.on(day).status }));
    const first = STATUSES.find((candidate) => found.some((part) => part.status === candidate)) ?? "UNKNOWN";
    return { status: first, parts: found.flatMap((part) => (part.status === first ? [part.id] : [])).sort() };
  };
  const answers = new Map<number, Answer>();
  const on = (day: string): Answer => {
    const at = lastBy(turns, day);
    const answer = answers.get(at) ?? answerOn(day);
    answers.set(at, answer);
    return answer;
  };
  return { turns, on, decidedBy: (day) => (on(day).parts === null ? alone.decidedBy(day) : null) };
}

/** The number of the last of some days in their order that is not after another; the first one is not. */
function lastBy(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? AFTER) <= day) low = middle;
    else high = middle;
  }
  return low;
}

/** A status by a measure's own dates and what reaches it; `isOpen` where nothing says when it applies, and nothing reaches it. */
interface Own {
  readonly status: Status;
  readonly isOpen: boolean;
}

/** What reaches a measure on a day, and whether its own terms are over. */
interface Reached {
  readonly ended: Sure;
  readonly replaced: Sure;
  readonly suspended: Sure;
  readonly extended: Sure;
  readonly expired: Sure;
}

/** Effects that are left out, by their numbers. */
type LeftOut = ReadonlySet<number>;
const NONE: LeftOut = new Set();

/** The law for one measure: which effects count at each turn is worked out once. */
class OneMeasure {
  readonly turns: readonly string[];
  readonly #facts: Facts;
  readonly #effects: readonly Dated[];
  readonly #sure: readonly (readonly Sure[])[];
  /** The effects on the measure itself, by their numbers, the latest first; and at each turn, those of them that may count then. */
  readonly #direct: readonly number[];
  readonly #reaching: readonly (readonly number[])[];
  /** From which turn on it has applied for sure, whichever of the effects on it are left out; -1 where that is never so. */
  readonly #applied: number;
  /** Whether effects on the measure matter to others: whether it acts on what acts on it, straight or around. */
  readonly #isCircular: boolean;

  constructor(facts: Facts, upTo: string) {
    const effects = datedEffects(facts.effects, upTo);
    this.#facts = facts;
    this.#effects = effects;
    this.turns = turnsOf(facts, effects, upTo);
    this.#sure = inEffect(effects, this.turns);
    const direct = [...effects.entries()].filter(([, { effect }]) => effect.to === facts.id);
    this.#direct = direct.sort(([, a], [, b]) => latestFirst(a.effect, b.effect)).map(([i]) => i);
    this.#reaching = this.turns.map((_, at) => this.#direct.filter((i) => (this.#sure[i]?.[at] ?? 0) > 0));
    const prolonging = new Set(this.#direct.filter((i) => effects[i]?.effect.type === "EXTENDS"));
    this.#applied = this.turns.findIndex((_, at) => this.#appliedAt(at, prolonging) === 2);
    this.#isCircular = effects.some(({ onAct }) => onAct.some((i) => effects[i]?.effect.to === facts.id));
  }

  on(day: string, without = NONE): Own {
    const { announcedOn, inForceFrom, inForceUntil } = this.#facts;
    const at = lastBy(this.turns, day);
    const { ended, replaced, suspended, extended, expired } = this.#reachedAt(at, without);
    const from = inForceFrom === null ? null : spanOf(inForceFrom);
    const due = from === null ? 0 : begun(from, day);
    // What applies, or is acted upon, is public.
    const isPublic = announcedOn !== null ? begun(spanOf(announcedOn), day) : some([1, due, ended, replaced, suspended, extended, expired]);
    const finished = some([ended, replaced, expired]);
    // Whether it has ever applied is asked only where it matters.
    const ever = from === null || some([finished, suspended]) === 0 ? 2 : this.#everBy(at, without);
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

  /** The effect on the measure without which the status would differ: those that are not needed are left out, the latest first. */
  decidedBy(day: string): Effect | null {
    const at = lastBy(this.turns, day);
    // What has counted on no day yet changes nothing.
    const mattering = this.#matteringAt(at);
    if (mattering.length === 0) return null;
    const { status } = this.on(day);
    // What came later did not decide what had come about already.
    const left = new Set<number>();
    let last: number | null = null;
    for (const i of mattering) {
      left.add(i);
      if (this.#without(left, day) === status) continue;
      left.delete(i);
      last ??= i;
    }
    return last === null ? null : (this.#effects[last]?.effect ?? null);
  }

  /** The effects on the measure without which its status may differ: others count on no day yet, or only on days that do not matter any more. */
  #matteringAt(at: number): readonly number[] {
    if (this.#isCircular) return this.#direct;
    // Where it has applied, whatever reached it before, only what reaches it now can matter.
    if (this.#applied >= 0 && this.#applied <= at) return this.#reaching[at] ?? [];
    return this.#direct.filter((i) => this.#hasCountedBy(at, i));
  }

  #without(left: LeftOut, day: string): Status {
    if (!this.#isCircular) return this.on(day, left).status;
    const effects = this.#effects.flatMap(({ effect }, i) => (left.has(i) ? [] : [effect]));
    return new OneMeasure({ ...this.#facts, effects }, day).on(day).status;
  }

  /** What reaches it at a turn. */
  #reachedAt(at: number, without: LeftOut): Reached {
    const by: Record<EffectType, Sure> = { ENDS: 0, REPLACES: 0, SUSPENDS: 0, EXTENDS: 0 };
    for (const i of this.#reaching[at] ?? []) {
      const [type, sure] = [this.#effects[i]?.effect.type, this.#sure[i]?.[at] ?? 0];
      if (type !== undefined && sure > by[type] && !without.has(i)) by[type] = sure;
    }
    const expired = all(over(untilOf(this.#facts.inForceUntil), this.turns[at] ?? BEFORE), not(by.EXTENDS));
    return { ended: by.ENDS, replaced: by.REPLACES, suspended: by.SUSPENDS, extended: by.EXTENDS, expired };
  }

  /** Whether it applied at a turn. */
  #appliedAt(at: number, without: LeftOut): Sure {
    const { inForceFrom } = this.#facts;
    const due = begun(inForceFrom === null ? OPEN : spanOf(inForceFrom), this.turns[at] ?? BEFORE);
    if (due === 0) return 0;
    const { ended, replaced, suspended, expired } = this.#reachedAt(at, without);
    return all(due, not(some([ended, replaced, suspended, expired])));
  }

  /** Whether it had applied at a turn, or before. */
  #everBy(at: number, without: LeftOut): Sure {
    if (this.#applied >= 0 && this.#applied <= at) return 2;
    let ever: Sure = 0;
    for (let i = 0; i <= at && ever < 2; i++) ever = some([ever, this.#appliedAt(i, without)]);
    return ever;
  }

  /** Whether an effect may have counted at a turn, or before. */
  #hasCountedBy(at: number, effect: number): boolean {
    const first = this.#sure[effect]?.findIndex((sure) => sure > 0) ?? -1;
    return first >= 0 && first <= at;
  }
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

/** What tells an effect on a measure from the others: edges that have all of this alike are alike to the law. */
export function nameOf({ type, act, written, until }: Effect): string {
  return JSON.stringify([type, act, written, until]);
}

/** Undated ones count as the latest; of one day, the last by the act's id, and then by type and last day, goes first. */
function latestFirst(a: Effect, b: Effect): number {
  const key = ({ since, act, type, until }: Effect) => [since ?? AFTER, act, type, until ?? AFTER];
  const [mine, others] = [key(a), key(b)];
  const at = mine.findIndex((part, i) => part !== others[i]);
  return at < 0 ? 0 : (mine[at] ?? "") < (others[at] ?? "") ? 1 : -1;
}
