import type { CompileTimes } from "../compile-times.ts";
import type { Figures } from "../measure.ts";
import type { Outcome, ShapeOutcome } from "../outcome.ts";
import type { SideName } from "../shapes/index.ts";
import { geometricMean } from "../statistics.ts";

/** What the project set itself, and what was found. */
export interface Goal {
  readonly text: string;
  readonly met: boolean;
  readonly found: string;
}

const PEER: SideName = "neo4j-graphql";
/** Answers of at most so many objects are held against the best statement that could be written by hand. */
const FEW_OBJECTS = 200;

interface Ratio {
  readonly shape: string;
  readonly value: number;
}

/** The quotient of a figure of two sides at every shape that both answer. */
export function ratios(shapes: readonly ShapeOutcome[], over: SideName, under: SideName, figure: (f: Figures) => number): Ratio[] {
  return shapes.flatMap(({ shape, figures }) => {
    const [above, below] = [over, under].map((name) => figures.find(({ side }) => side === name));
    return above && below ? [{ shape, value: figure(above) / figure(below) }] : [];
  });
}

export const times = (value: number) => `${value.toFixed(2)}×`;

/** How much better than the peer a side is, in the mean and at every shape. */
function against(shapes: readonly ShapeOutcome[], side: SideName, engine: string, mean: number, each: number): Goal[] {
  const figures: [string, Ratio[]][] = [
    ["throughput", ratios(shapes, side, PEER, (f) => f.throughput)],
    ["p50", ratios(shapes, PEER, side, (f) => f.p50)],
  ];
  return figures
    .filter(([, found]) => found.length > 0)
    .flatMap(([what, found]) => [
      {
        text: `${engine}: ${what} at least ${mean} times as good as @neo4j/graphql's in the geometric mean`,
        met: geometricMean(found.map(({ value }) => value)) >= mean,
        found: times(geometricMean(found.map(({ value }) => value))),
      },
      worst(`${engine}: ${what} at least ${each} times as good at every shape`, found, each),
    ]);
}

/** A goal that every shape has to meet: those that miss it are named, else the nearest. */
function worst(text: string, found: readonly Ratio[], least: number): Goal {
  const missed = found.filter(({ value }) => value < least);
  const [nearest] = [...found].sort((a, b) => a.value - b.value);
  const named = missed.length > 0 ? missed : nearest ? [nearest] : [];
  return { text, met: missed.length === 0, found: named.map(({ shape, value }) => `${shape} ${times(value)}`).join(", ") };
}

function atMost(text: string, found: readonly Ratio[], most: number): Goal[] {
  if (found.length === 0) return [];
  const missed = found.filter(({ value }) => value > most);
  const [nearest] = [...found].sort((a, b) => b.value - a.value);
  const named = missed.length > 0 ? missed : nearest ? [nearest] : [];
  return [{ text, met: missed.length === 0, found: named.map(({ shape, value }) => `${shape} ${times(value)}`).join(", ") }];
}

/** What planning costs, with whatever else is only done the first time. */
const firstTime = ({ cold, p50 }: Figures) => Math.max(cold - p50, 0.01);

export function goalsOf({ shapes }: Outcome): Goal[] {
  const few = shapes.filter(({ objects }) => objects <= FEW_OBJECTS);
  const p50 = (f: Figures) => f.p50;
  return [
    ...against(shapes, "ours-neo4j", "on Neo4j", 2.5, 1.4),
    ...against(shapes, "ours-embedded", "embedded", 4, 2.5),
    ...atMost("on Neo4j: p50 no longer than the idiomatic statement's", ratios(shapes, "ours-neo4j", "cypher-idiomatic", p50), 1),
    ...atMost(
      `on Neo4j: p50 at most 1.5 times the best statement's, for answers of up to ${FEW_OBJECTS} objects`,
      ratios(few, "ours-neo4j", "cypher-best", p50),
      1.5,
    ),
    ...atMost(
      "on Neo4j: the first time of a shape adds no more than planning adds to the best statement's",
      ratios(shapes, "ours-neo4j", "cypher-best", firstTime),
      1,
    ),
  ];
}

export function compileGoals(all: readonly CompileTimes[]): Goal[] {
  const slowest = (figure: (t: CompileTimes) => number) => [...all].sort((a, b) => figure(b) - figure(a))[0];
  const goal = (text: string, figure: (t: CompileTimes) => number, most: number): Goal => {
    const last = slowest(figure);
    const value = last ? figure(last) : Number.NaN;
    return { text, met: value < most, found: `${last?.shape} ${value.toFixed(3)} ms` };
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
    const p50 = ({ shapes }: Outcome, shape: string) =>
      shapes.find((s) => s.shape === shape)?.figures.find((f) => f.side === side)?.p50 ?? Number.NaN;
    const grown = (shape: string) => p50(last, shape) / p50(first, shape);
    const goal = (shape: string, limit: number, why: string): Goal => ({
      text: `${side}: p50 of ${shape} grows at most ${limit} times ${why}`,
      met: grown(shape) <= limit,
      found: times(grown(shape)),
    });
    return [
      ...["point", "country"].map((shape) => goal(shape, 1.5, `from ${least} to ${most} measures at equal degree`)),
      goal("hub", most / least, "as the hub's degree grows as much"),
    ];
  });
}
