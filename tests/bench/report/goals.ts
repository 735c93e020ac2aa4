import type { CompileTimes } from "../compile-times.ts";
import type { Figures } from "../measure.ts";
import type { Outcome, ShapeOutcome } from "../outcome.ts";
import { BESIDE, COMMON, type SideName } from "../shapes/index.ts";
import { geometricMean } from "../statistics.ts";
import { type Measured, measured, roundByRound, together, type Verdict, verdict, written } from "./verdict.ts";

/** What the project set itself, and what was found. */
export interface Goal {
  readonly text: string;
  readonly met: Verdict;
  readonly found: string;
}

const PEER: SideName = "neo4j-graphql";
const HAND: SideName = "cypher-idiomatic";

/** What rounds gave. */
type Key = keyof Figures["rounds"];

/** The figure of a side at a shape, or how it compares with that of another. */
export interface AtShape {
  readonly shape: string;
  readonly measured: Measured;
}

/** The shapes of an outcome that are answered by all, and those with a table of their own. */
export const commonIn = ({ shapes }: Outcome): ShapeOutcome[] => shapes.filter(({ shape }) => COMMON.some(({ name }) => name === shape));
export const besideIn = ({ shapes }: Outcome): ShapeOutcome[] => shapes.filter(({ shape }) => BESIDE.some(({ name }) => name === shape));

const sideOf = ({ figures }: ShapeOutcome, name: SideName): Figures | undefined => figures.find(({ side }) => side === name);

/** The quotient of a figure of two sides at every shape that both answer, round by round. */
export function ratios(shapes: readonly ShapeOutcome[], over: SideName, under: SideName, key: Key, of = valuesOf): AtShape[] {
  return shapes.flatMap((shape) => {
    const [above, below] = [sideOf(shape, over), sideOf(shape, under)];
    if (!above || !below) return [];
    return [{ shape: shape.shape, measured: roundByRound([of(above, key), of(below, key)], ([a = 0, b = 0]) => a / b) }];
  });
}

const valuesOf = ({ rounds }: Figures, key: Key): readonly number[] => rounds[key];

/** What planning costs, with whatever else is only done the first time. */
const firstTimes = ({ rounds, p50 }: Figures): readonly number[] => rounds.cold.map((cold) => Math.max(cold - p50, 0.01));

/** The geometric mean over shapes of how sides compare. */
export function meanOf(found: readonly AtShape[]): Measured {
  return roundByRound(
    found.map((one) => one.measured.rounds),
    geometricMean,
  );
}

type Bound = { readonly least: number } | { readonly most: number };

function mean(text: string, found: readonly AtShape[], bound: Bound): Goal[] {
  if (found.length === 0) return [];
  const all = meanOf(found);
  return [{ text, met: verdict(all, bound), found: written(all, 2, "×") }];
}

/** A goal that every shape has to meet: those that miss it or may miss it are named, else the nearest. */
function each(text: string, found: readonly AtShape[], bound: Bound, [digits, unit]: readonly [number, string] = [2, "×"]): Goal[] {
  if (found.length === 0) return [];
  const judged = found.map((one) => ({ ...one, met: verdict(one.measured, bound) }));
  const sorted = [...judged].sort((a, b) => ("least" in bound ? 1 : -1) * (a.measured.value - b.measured.value));
  const missed = sorted.filter(({ met }) => met !== "yes");
  const named = missed.length > 0 ? missed : sorted.slice(0, 1);
  return [
    {
      text,
      met: together(judged.map(({ met }) => met)),
      found: named.map(({ shape, measured }) => `${shape} ${written(measured, digits, unit)}`).join(", "),
    },
  ];
}

/** The goals of the shapes that all sides answer. */
export function goalsOf(outcome: Outcome): Goal[] {
  const shapes = commonIn(outcome);
  const better = (side: SideName) => ratios(shapes, side, PEER, "throughput");
  const beside = (under: SideName) => ratios(shapes, "ours-neo4j", under, "p50");
  const search = shapes.filter(({ shape }) => shape === "search");
  const filtered = shapes.filter(({ shape }) => shape === "filtered");
  return [
    ...mean("on Neo4j: throughput at least 3.5 times @neo4j/graphql's in the geometric mean", better("ours-neo4j"), { least: 3.5 }),
    ...each("on Neo4j: throughput at least 1.5 times at every shape", better("ours-neo4j"), { least: 1.5 }),
    ...mean("embedded: throughput at least 5 times @neo4j/graphql's in the geometric mean", better("ours-embedded"), { least: 5 }),
    ...each("embedded: throughput at least 2 times at every shape", better("ours-embedded"), { least: 2 }),
    ...mean("on Neo4j: p50 no longer than the idiomatic statement's in the geometric mean", beside(HAND), { most: 1 }),
    ...each("on Neo4j: p50 at most 1.3 times the idiomatic statement's at every shape", beside(HAND), { most: 1.3 }),
    ...each("on Neo4j: p50 at most 1.5 times the best statement's", beside("cypher-best"), { most: 1.5 }),
    ...(["ours-neo4j", "ours-embedded"] as const).flatMap((side) =>
      each(`${side}: search, exact words, as many requests a second as the peer`, ratios(search, side, PEER, "throughput"), { least: 1 }),
    ),
    ...each("filtered by dates, embedded: p50 at most 2 times that on Neo4j", ratios(filtered, "ours-embedded", "ours-neo4j", "p50"), {
      most: 2,
    }),
    ...each(
      "on Neo4j: the first time of a shape adds at most 1.3 times what planning adds to the best statement's",
      ratios(shapes, "ours-neo4j", "cypher-best", "cold", firstTimes),
      { most: 1.3 },
    ),
  ];
}

/** How long a page may take, in milliseconds. */
const PAGE = 50;

/** The goals of the shapes beside statements by hand. */
export function besideGoals(outcome: Outcome): Goal[] {
  const shapes = besideIn(outcome);
  return (["ours-neo4j", "ours-embedded"] as const).flatMap((side) => [
    ...each(`${side}: p50 at most 2 times the statement's by hand`, ratios(shapes, side, HAND, "p50"), { most: 2 }),
    ...each(`${side}: p50 at most ${PAGE} ms`, figuresAt(shapes, side), { most: PAGE }, [1, " ms"]),
  ]);
}

function figuresAt(shapes: readonly ShapeOutcome[], side: SideName): AtShape[] {
  return shapes.flatMap((shape) => {
    const found = sideOf(shape, side);
    return found ? [{ shape: shape.shape, measured: measured(found.rounds.p50) }] : [];
  });
}

/** How the shapes beside statements by hand grow from the small graph to the large one. */
export function sizeGoals(small: Outcome | undefined, large: Outcome | undefined): Goal[] {
  if (!small || !large) return [];
  return (["ours-neo4j", "ours-embedded"] as const).flatMap((side) => {
    const before = new Map(figuresAt(besideIn(small), side).map(({ shape, measured }) => [shape, measured]));
    const grown = figuresAt(besideIn(large), side).flatMap(({ shape, measured }) => {
      const one = before.get(shape);
      return one ? [{ shape, measured: quotient(measured, one) }] : [];
    });
    return each(`${side}: p50 grows at most 2 times from the small graph to the large one`, grown, { most: 2 });
  });
}

/** The quotient of figures that were not measured in the same rounds: between the quotients of their intervals' ends. */
function quotient(over: Measured, under: Measured): Measured {
  const [a, b] = [over.interval, under.interval];
  const interval = a && b ? { low: a.low / b.high, high: a.high / b.low } : null;
  return { value: over.value / under.value, rounds: [], interval };
}

/** What compiling may cost. It is measured some hundred times, of which the median has no doubt worth telling. */
export function compileGoals(all: readonly CompileTimes[]): Goal[] {
  const slowest = (figure: (t: CompileTimes) => number) => [...all].sort((a, b) => figure(b) - figure(a))[0];
  const goal = (text: string, figure: (t: CompileTimes) => number, most: number): Goal => {
    const last = slowest(figure);
    const value = last ? figure(last) : Number.NaN;
    return { text, met: value < most ? "yes" : "no", found: `${last?.shape} ${value.toFixed(3)} ms` };
  };
  return [
    goal("compiling from the cache takes less than 0.1 ms", (t) => t.cached, 0.1),
    goal("compiling anew takes less than 5 ms", (t) => t.cold, 5),
  ];
}

/** How times grow from the smallest to the largest graph of the growth series. */
export function growthGoals(outcomes: readonly Outcome[], measures: readonly number[]): Goal[] {
  const [first, last] = [outcomes[0], outcomes.at(-1)];
  const [least, most] = [measures[0], measures.at(-1)];
  if (!first || !last || first === last || !least || !most) return [];
  return (["ours-neo4j", "ours-embedded"] as const).flatMap((side) => {
    const p50 = ({ shapes }: Outcome, name: string) => {
      const found = shapes.find(({ shape }) => shape === name);
      return measured((found && sideOf(found, side)?.rounds.p50) ?? []);
    };
    const goal = (shape: string, limit: number, why: string): Goal => {
      const grown = quotient(p50(last, shape), p50(first, shape));
      const text = `${side}: p50 of ${shape} grows at most ${limit} times ${why}`;
      return { text, met: verdict(grown, { most: limit }), found: written(grown, 2, "×") };
    };
    return [
      ...["point", "country"].map((shape) => goal(shape, 1.5, `from ${least} to ${most} measures at equal degree`)),
      goal("hub", most / least, "as the hub's degree grows as much"),
    ];
  });
}
