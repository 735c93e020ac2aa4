import { type Interval, median, medianInterval } from "../statistics.ts";

/** Whether a goal is met: `open` where what was measured is too unsure to say. */
export type Verdict = "yes" | "no" | "open";

/** A figure with the values of the rounds from which it follows, and where it lies with a certainty of 90 % or more; null where there were too few rounds. */
export interface Measured {
  readonly value: number;
  readonly rounds: readonly number[];
  readonly interval: Interval | null;
}

/** The median of what rounds gave. */
export function measured(rounds: readonly number[]): Measured {
  return { value: median(rounds), rounds, interval: medianInterval(rounds) };
}

/** What is made of several figures round by round: those of one round belong together. */
export function roundByRound(all: readonly (readonly number[])[], make: (values: readonly number[]) => number): Measured {
  const rounds = Math.min(...all.map(({ length }) => length));
  return measured(Array.from({ length: rounds }, (_, round) => make(all.map((values) => values[round] ?? Number.NaN))));
}

/** Whether a figure is at least, or at most, what a goal wants: `yes` and `no` only where all of its interval says so. */
export function verdict({ interval }: Measured, goal: { readonly least: number } | { readonly most: number }): Verdict {
  if (interval === null) return "open";
  const { low, high } = interval;
  if ("least" in goal) return low >= goal.least ? "yes" : high < goal.least ? "no" : "open";
  return high <= goal.most ? "yes" : low > goal.most ? "no" : "open";
}

/** A goal that all have to meet. */
export function together(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("open") ? "open" : "yes";
}

/** A figure with its interval, as text. */
export function written({ value, interval }: Measured, digits: number, unit: string): string {
  const text = `${value.toFixed(digits)}${unit}`;
  return interval === null ? text : `${text} (${interval.low.toFixed(digits)}–${interval.high.toFixed(digits)})`;
}
