import type { Random } from "../support/random.ts";

/*
 * The law of docs/status.md written a second time, another way: dates are days, one each, and a measure's life is walked through day by day. A
 * history with partial dates stands for many such worlds.
 */

export type Kind = "ENDS" | "REPLACES" | "SUSPENDS" | "EXTENDS";
export type Given = string | null;

/** An act: a measure with its dates, or an event, which only has a day. */
export interface Act {
  readonly id: string;
  readonly announcedOn: Given;
  readonly inForceFrom: Given;
  readonly inForceUntil: Given;
  readonly isPackage?: boolean;
  readonly partOf?: string;
}
export interface Edge {
  readonly type: Kind;
  readonly from: string;
  readonly to: string;
  readonly since: Given;
  readonly until: Given;
  readonly recordedOn?: Given;
}
export interface History {
  readonly acts: readonly Act[];
  readonly edges: readonly Edge[];
}

const DAY = 86_400_000;
export const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;

/** The days that a date may stand for, as numbers. */
export function daysOf(date: string): readonly [number, number] {
  const [year = "", month] = date.split("-");
  if (date.length === 10) return [numberOf(date), numberOf(date)];
  const next = month === undefined ? Date.UTC(Number(year) + 1, 0) : Date.UTC(Number(year), Number(month));
  return [numberOf(`${year}-${month ?? "01"}-01`), next / DAY - 1];
}

/** One of the days that a date may stand for: the first, the last, or any. */
function chosen(random: Random, date: string): number {
  const [first, last] = daysOf(date);
  return random.pick([first, last, first + random.below(last - first + 1)]);
}

interface WorldAct {
  readonly announced: number | null;
  readonly from: number | null;
  readonly until: number | null;
}
interface WorldEdge {
  readonly type: Kind;
  readonly from: string;
  readonly to: string;
  readonly since: number;
  readonly until: number | null;
}
export interface World {
  readonly acts: ReadonlyMap<string, WorldAct>;
  readonly edges: readonly WorldEdge[];
  readonly first: number;
}

/** A world that a history stands for: a day for each date; for the beginning of an effect that nobody dates, any day. */
export function worldOf(random: Random, { acts, edges }: History, around: number): World {
  const day = (date: Given) => (date === null ? null : chosen(random, date));
  const made = new Map(
    acts.map((act): [string, WorldAct] => [
      act.id,
      { announced: day(act.announcedOn), from: day(act.inForceFrom), until: day(act.inForceUntil) },
    ]),
  );
  const unsaid = () => around + random.pick([-2000, 2000, random.below(80) - 40]);
  const dated = edges.map((edge): WorldEdge => {
    const act = made.get(edge.from);
    const since = day(edge.since) ?? act?.from ?? act?.announced ?? unsaid();
    return { ...edge, since, until: day(edge.until) };
  });
  const numbers = [...dated.map(({ since }) => since), ...[...made.values()].flatMap(({ from }) => from ?? [])];
  return { acts: made, edges: dated, first: Math.min(around, ...numbers) };
}

/** Whether an effect counts on a day. No act acts upon itself, not even through others. */
function counts(world: World, edge: WorldEdge, day: number): boolean {
  if (edge.until !== null && edge.until < day) return false;
  const by = (kinds: readonly Kind[], on: number) =>
    world.edges.some((other) => other.to === edge.from && kinds.includes(other.type) && counts(world, other, on));
  if (edge.type === "REPLACES") {
    // It needs one day on which the replacing measure stood.
    for (let d = edge.since; d <= day; d++) if ((edge.until === null || d <= edge.until) && !by(["ENDS", "SUSPENDS"], d)) return true;
    return false;
  }
  if (day < edge.since || by(["ENDS", "SUSPENDS"], day)) return false;
  if (edge.type === "ENDS" || edge.until !== null) return true;
  const term = world.acts.get(edge.from)?.until ?? null;
  const isOver = term !== null && term < day && !by(["EXTENDS"], day);
  return !isOver && !by(["REPLACES"], day);
}

/** The status of a measure on a day of a world. */
export function statusIn(world: World, id: string, day: number): string {
  const { announced, from, until } = world.acts.get(id) ?? { announced: null, from: null, until: null };
  const hit = (kind: Kind, on: number) => world.edges.some((edge) => edge.to === id && edge.type === kind && counts(world, edge, on));
  const isOver = (on: number) => until !== null && until < on && !hit("EXTENDS", on);
  const isStopped = (on: number) => hit("ENDS", on) || hit("REPLACES", on) || hit("SUSPENDS", on) || isOver(on);
  const hasApplied = () => {
    if (from === null) return true;
    for (let d = from; d <= day; d++) if (!isStopped(d)) return true;
    return false;
  };
  if (announced !== null && announced > day) return "NOT_YET_ANNOUNCED";
  const touched = (from !== null && from <= day) || isStopped(day) || hit("EXTENDS", day);
  if (announced === null && !touched) return "UNKNOWN";
  if ((hit("ENDS", day) || hit("REPLACES", day) || isOver(day)) && !hasApplied()) return "NEVER_IN_FORCE";
  if (hit("ENDS", day)) return "REVOKED";
  if (hit("REPLACES", day)) return "REPLACED";
  if (isOver(day)) return "EXPIRED";
  if (hit("SUSPENDS", day)) return hasApplied() ? "SUSPENDED" : "POSTPONED";
  if (from === null) return announced === null ? "UNKNOWN" : "ANNOUNCED";
  return from <= day ? "IN_FORCE" : "SCHEDULED";
}

/** All statuses that a history gives a measure on a day, over some of its worlds. */
export function possibleStatuses(random: Random, history: History, id: string, day: string, tries: number): Set<string> {
  const on = numberOf(day);
  return new Set(Array.from({ length: tries }, () => statusIn(worldOf(random, history, on), id, on)));
}

/** What reaches a measure, on the acts behind it, and so on: effects never form circles, since they go from later acts to earlier ones. */
export function randomHistory(random: Random, dates: readonly Given[], size: number): History {
  const date = () => random.pick(dates);
  const acts = Array.from(
    { length: size },
    (_, i): Act => ({
      id: `measure:m${i}`,
      announcedOn: random.pick([date(), date(), null]),
      inForceFrom: date(),
      inForceUntil: random.pick([null, date()]),
    }),
  );
  const kinds: readonly Kind[] = ["ENDS", "REPLACES", "SUSPENDS", "SUSPENDS", "EXTENDS"];
  const edges = Array.from({ length: size }, (): Edge => {
    const to = random.below(size - 1);
    const from = to + 1 + random.below(Math.min(2, size - 1 - to));
    return {
      type: random.pick(kinds),
      from: `measure:m${from}`,
      to: `measure:m${to}`,
      since: random.pick([null, date()]),
      until: random.pick([null, date()]),
    };
  });
  const alike = (a: Edge, b: Edge) => a.type === b.type && a.from === b.from && a.to === b.to && a.since === b.since;
  return { acts, edges: edges.filter((edge, i) => edges.findIndex((other) => alike(other, edge)) === i) };
}
