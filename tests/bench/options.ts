import { parseArgs } from "node:util";
import type { Effort } from "./measure.ts";
import { SHAPES, SIDES, type SideName } from "./shapes/index.ts";
import { SIZES } from "./sizes.ts";

export interface Options {
  readonly sizes: readonly string[];
  readonly sides: readonly SideName[];
  readonly shapes: readonly string[];
  readonly effort: Effort;
  /** Whether results.md and results.svg are written. */
  readonly write: boolean;
}

export const USAGE = `npm run bench -- [options]
  --quick             a small graph, a second a shape: about two minutes; no verdicts, and no results unless --write
  --growth            the same degree at 10,000, 100,000 and 1,000,000 measures, this project only
  --sizes a,b         ${SIZES.map(({ name }) => name).join(", ")}
  --sides a,b         ${SIDES.join(", ")}
  --shapes a,b        ${SHAPES.map(({ name }) => name).join(", ")}
  --rounds n          how often the sides take turns
  --write             write tests/bench/results.md and results.svg
  --help              this`;

// Eight rounds give the median of a figure to within those that are second from either end (93 %).
const FULL: Effort = { rounds: 8, sequential: 400, concurrent: 600, connections: 16, warm: 2_000, cold: 7 };
const QUICK: Effort = { rounds: 1, sequential: 60, concurrent: 80, connections: 16, warm: 40, cold: 1 };

/** Reads the command line. Throws for what it does not know. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      growth: { type: "boolean", default: false },
      sizes: { type: "string" },
      sides: { type: "string" },
      shapes: { type: "string" },
      rounds: { type: "string" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const { quick, growth } = values;
  const usual = growth ? SIZES.map(({ name }) => name).filter((name) => name.startsWith("growth")) : quick ? ["quick"] : ["small", "large"];
  const sizes =
    chosen(
      "size",
      values.sizes,
      SIZES.map(({ name }) => name),
    ) ?? usual;
  const shapes =
    chosen(
      "shape",
      values.shapes,
      SHAPES.map(({ name }) => name),
    ) ?? (growth ? GROWN : SHAPES.map(({ name }) => name));
  const sides = chosen("side", values.sides, SIDES) ?? (growth ? OURS : SIDES);
  const rounds = values.rounds === undefined ? {} : { rounds: Number(values.rounds) };
  return {
    sizes,
    sides: SIDES.filter((side) => sides.includes(side)),
    shapes,
    effort: { ...(quick ? QUICK : FULL), ...rounds },
    // A part of the whole is no result to keep.
    write: values.write || (!quick && !values.sizes && !values.sides && !values.shapes),
  };
}

const GROWN = ["point", "country", "hub"];
const OURS: readonly SideName[] = ["ours-neo4j", "ours-embedded"];

function chosen(what: string, value: string | undefined, known: readonly string[]): string[] | null {
  if (value === undefined) return null;
  const names = value.split(",");
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined) throw new Error(`There is no ${what} ${strange}; there are ${known.join(", ")}.`);
  return names;
}
