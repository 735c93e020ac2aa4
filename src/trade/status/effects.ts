/** Which effects count on a day: the second part of the law of docs/status.md, over plain values. */

import { AFTER, all, BEFORE, begun, dayAfter, not, over, type Span, type Sure, sinceOf, some, spanOf, untilOf } from "./sure.ts";

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

/** An effect with its days, and the numbers of the effects on its act that matter to it. */
export interface Dated {
  readonly effect: Effect;
  readonly from: Span;
  readonly until: Span;
  /** When its act is over by its own terms. */
  readonly term: Span;
  readonly onAct: readonly number[];
}

/** Whether an effect stops by itself when its act does: it has no last day of its own, and is no deed that is done once. */
const lastsWithAct = ({ type, until }: Effect) => until === null && (type === "SUSPENDS" || type === "EXTENDS");

/** The effects that can have begun by a day. */
export function datedEffects(effects: readonly Effect[], upTo: string): Dated[] {
  const begun = effects.filter(({ since }) => sinceOf(since).first <= upTo);
  const matters = (effect: Effect, other: Effect) =>
    other.to === effect.act && (other.type === "ENDS" || other.type === "SUSPENDS" || lastsWithAct(effect));
  return begun.map((effect) => ({
    effect,
    from: sinceOf(effect.since),
    until: untilOf(effect.until),
    term: untilOf(effect.actUntil),
    onAct: begun.flatMap((other, i) => (matters(effect, other) ? [i] : [])),
  }));
}

/**
 * The days up to one on which the status of a measure may change, in their order: over the time from each to the next nothing does. The first stands
 * for all days before the others.
 */
export function turnsOf({ announcedOn, inForceFrom, inForceUntil }: Facts, effects: readonly Dated[], upTo: string): string[] {
  const own = [announcedOn, inForceFrom].flatMap((date) => (date === null ? [] : [spanOf(date)]));
  const begin = [...own, ...effects.map(({ from }) => from)].flatMap(({ first, last }) => [first, last]);
  const end = [untilOf(inForceUntil), ...effects.flatMap(({ until, term }) => [until, term])];
  const days = [...begin, ...end.flatMap(({ first, last }) => [dayAfter(first), dayAfter(last)])];
  return [...new Set([BEFORE, ...days.filter((day) => day !== AFTER && day <= upTo)])].sort();
}

/** How sure it is that an effect counts on a day, where that of the effects on its act is `by` their types. */
function countsOn({ effect, from, until, term }: Dated, day: string, by: (types: readonly EffectType[]) => Sure): Sure {
  const stands = not(by(lastsWithAct(effect) ? ["ENDS", "SUSPENDS", "REPLACES"] : ["ENDS", "SUSPENDS"]));
  // What was done to an act too far away may have stopped it, or prolonged it.
  const isRead = effect.cut ? 1 : 2;
  const expired = lastsWithAct(effect) ? all(over(term, day), not(by(["EXTENDS"])), isRead) : 0;
  return all(begun(from, day), not(over(until, day)), stands, not(expired), isRead);
}

/**
 * How sure it is that each effect counts at each turn: at once of those on whose acts nothing acts, and of the others in rounds, until nothing
 * changes. What turns in a circle stays open.
 */
export function inEffect(effects: readonly Dated[], turns: readonly string[]): Sure[][] {
  const sure = effects.map((dated) => turns.map((day): Sure => (dated.onAct.length > 0 ? 1 : countsOn(dated, day, () => 0))));
  const next = (dated: Dated): Sure[] => {
    const by = (at: number) => (types: readonly EffectType[]) =>
      some(dated.onAct.map((i) => (types.includes(effects[i]?.effect.type ?? "ENDS") ? (sure[i]?.[at] ?? 0) : 0)));
    const counts = turns.map((day, at) => countsOn(dated, day, by(at)));
    if (dated.effect.type !== "REPLACES") return counts;
    // A place once taken is taken, whatever becomes of what took it.
    let taken: Sure = 0;
    return turns.map((day, at) => {
      taken = some([taken, counts[at] ?? 0]);
      return all(not(over(dated.until, day)), taken);
    });
  };
  // What is settled stays so: a round settles something, or is the last.
  for (let open = true; open; ) {
    open = false;
    for (const [i, dated] of effects.entries()) {
      if (dated.onAct.length === 0 || !sure[i]?.includes(1)) continue;
      const [last, now] = [sure[i], next(dated)];
      open ||= now.some((it, at) => it !== last[at]);
      sure[i] = now;
    }
  }
  return sure;
}
