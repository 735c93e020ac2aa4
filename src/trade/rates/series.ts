/** The times over which a line's duties stay as they are. */

import { AFTER, BEFORE, dayAfter, dayBefore, type Law, lawOf, spanOf } from "../status/index.ts";
import { type Stack, stackOn, statusOfDay } from "./law.ts";
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
  const laws = new Map(candidates.map(({ id, own, parts }): [string, Law] => [id, lawOf(own, parts, to)]));
  const stackOf = stackOn(line, candidates, isCut, treeOf(line), (one, day) => laws.get(one.id)?.on(day).status ?? statusOfDay(one, day));
  const spans: Span[] = [];
  let last = "";
  for (const day of daysOf(line, candidates, [...laws.values()], { from, to })) {
    const stack = stackOf(day);
    const name = nameOf(stack);
    if (name === last) continue;
    last = name;
    if (spans.length > most) break;
    spans.push({ from: day, until: to, stack });
  }
  return spans.map((span, at) => {
    const next = spans[at + 1];
    return { ...span, until: next ? dayBefore(next.from) : to };
  });
}

/** The days of a span on which something may change, the first one included, in their order. */
function daysOf(
  { goods, authorities, partners }: Line,
  candidates: readonly Candidate[],
  laws: readonly Law[],
  { from, to }: { from: string; to: string },
): string[] {
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
  const days = [...ofEdges.flatMap(turnsOf), ...laws.flatMap(({ turns }) => turns)];
  return [...new Set([from, ...days.filter((day) => day > from && day <= to)])].sort();
}

/** The days on which what a date says of a day may change: those it may stand for first and last, and the days after these. */
function turnsOf(date: string | null): string[] {
  if (date === null || date === BEFORE || date === AFTER) return [];
  const { first, last } = spanOf(date);
  return [...new Set([first, last])].flatMap((day) => [day, dayAfter(day)]);
}

/** What two stacks have alike where nothing of them differs that a row tells. */
function nameOf({ layers, total, whyNoTotal }: Stack): string {
  const each = layers.map((layer) => [
    layer.candidate.id,
    layer.status,
    layer.state,
    layer.rate,
    layer.unit,
    layer.duty,
    layer.through,
    layer.inFavourOf,
    ...layer.edges,
  ]);
  return JSON.stringify([total, whyNoTotal, each]);
}
