/** The times over which a line's duties stay as they are. */

import { AFTER, BEFORE, dayAfter, type Facts, type Status, spanOf } from "../status/index.ts";
import { type Stack, type StatusOfDay, stackOn, statusOfDay } from "./law.ts";
import type { Candidate, Held, Line } from "./layer.ts";
import { treeOf } from "./reaches.ts";

/** What holds from a day to another. */
export interface Span {
  readonly from: string;
  readonly until: string;
  readonly stack: Stack;
}

/** The stack of a line over a span of days: one for each time in which nothing of it changes; `most` and one more at the most. */
export function stacksBetween(
  line: Line,
  candidates: readonly Candidate[],
  isCut: boolean,
  { from, to, most }: { from: string; to: string; most: number },
): Span[] {
  const stackOf = stackOn(line, candidates, isCut, treeOf(line), remembered());
  const spans: Span[] = [];
  let last = "";
  for (const day of daysOf(line, candidates, from, to)) {
    const stack = stackOf(day);
    const name = nameOf(stack);
    if (name === last) continue;
    last = name;
    if (spans.length > most) break;
    spans.push({ from: day, until: to, stack });
  }
  return spans.map((span, at) => ({ ...span, until: dayBefore(spans[at + 1]?.from) ?? to }));
}

/** The days of a span on which something may change, the first one included, in their order. */
function daysOf({ goods, authorities, partners }: Line, candidates: readonly Candidate[], from: string, to: string): string[] {
  const ways = [...goods, ...authorities, ...partners].flatMap(({ steps }) => steps);
  const held = candidates.flatMap(({ covers, imposedBy, targets, exempts, terms }) => [
    ...covers,
    ...imposedBy,
    ...targets,
    ...targets.flatMap(({ seat }) => seat ?? []),
    ...exempts,
    ...terms,
  ]);
  const ofEdges = [...ways, ...held].flatMap(({ since, until }: Held) => [since, until]);
  const days = [...ofEdges.flatMap(turnsOf), ...candidates.flatMap(statusDays)];
  return [...new Set([from, ...days.filter((day) => day > from && day <= to)])].sort();
}

/** The days on which the status of a duty may change. */
function statusDays({ own, parts }: Candidate): string[] {
  return [own, ...parts].flatMap(({ announcedOn, inForceFrom, inForceUntil, effects }: Facts) => [
    ...[announcedOn, inForceFrom, inForceUntil].flatMap(turnsOf),
    ...effects.flatMap(({ since, until, actUntil }) => [since, until, actUntil].flatMap(turnsOf)),
  ]);
}

/** The days on which what a date says of a day may change: those it may stand for first and last, and the days after these. */
function turnsOf(date: string | null): string[] {
  if (date === null || date === BEFORE || date === AFTER) return [];
  const { first, last } = spanOf(date);
  return [...new Set([first, last])].flatMap((day) => [day, dayAfter(day)]);
}

/** The law's status of a duty, worked out once for each time between two days on which it may change. */
function remembered(): StatusOfDay {
  const known = new Map<string, { readonly days: readonly string[]; readonly at: Map<string, Status> }>();
  return (candidate, day) => {
    const memory = known.get(candidate.id) ?? { days: [...new Set(statusDays(candidate))].sort(), at: new Map<string, Status>() };
    known.set(candidate.id, memory);
    const turn = memory.days.findLast((turn) => turn <= day) ?? BEFORE;
    const status = memory.at.get(turn) ?? statusOfDay(candidate, day);
    memory.at.set(turn, status);
    return status;
  };
}

/** What two stacks have alike where nothing of them differs that a row tells. */
function nameOf({ layers, total, whyNoTotal }: Stack): string {
  const each = layers.map((layer) => [
    layer.candidate.id,
    layer.status,
    layer.state,
    layer.rate,
    layer.unit,
    layer.through,
    layer.inFavourOf,
    ...layer.edges,
  ]);
  return JSON.stringify([total, whyNoTotal, each]);
}

/** The day before. */
function dayBefore(day: string | undefined): string | null {
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
