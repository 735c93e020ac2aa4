import type { CompileTimes } from "../compile-times.ts";
import type { Figures } from "../measure.ts";
import type { Outcome, ShapeOutcome } from "../outcome.ts";
import { SHAPES, SIDES, type SideName } from "../shapes/index.ts";
import { sizeOf } from "../sizes.ts";
import {
  type AtShape,
  besideGoals,
  besideIn,
  commonIn,
  compileGoals,
  type Goal,
  goalsOf,
  growthGoals,
  meanOf,
  ratios,
  sizeGoals,
} from "./goals.ts";
import { measured, written } from "./verdict.ts";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The report of all that was measured, as Markdown. */
export function report(outcomes: readonly Outcome[], compiled: readonly CompileTimes[], machine: Machine): string {
  const main = outcomes.filter(({ size }) => !size.startsWith("growth"));
  const growth = outcomes.filter(({ size }) => size.startsWith("growth"));
  return `${[HEAD, machineText(machine), ...main.map(section), sizesText(main), compiledText(compiled), growthText(growth), NOTES].filter((part) => part !== "").join("\n\n")}\n`;
}

const HEAD = `# Results

Written by \`npm run bench\` (small and large graph) and \`npm run bench -- --growth\`; see [README.md](README.md) for what is measured and how.
All sides were measured in one run on one machine, taking turns. Take the ratios, not the milliseconds. Figures are medians of rounds, in brackets that between which the
median lies with a certainty of 90 % or more, by how the rounds differ. A goal is met (yes) or missed (no) where all of that lies on one side of it, else it is open.`;

function machineText({ cpu, cores, memory, versions }: Machine): string {
  const listed = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Machine: ${cpu}, ${cores} cores, ${memory}. Versions: ${listed.join(", ")}.`;
}

function section(outcome: Outcome): string {
  const { size, nodes, edges, measuredOn } = outcome;
  const shapes = commonIn(outcome);
  const beside = besideIn(outcome);
  return [
    `## ${size}: ${thousands(nodes)} nodes, ${thousands(edges)} edges`,
    `Measured on ${measuredOn}; ${thousands(sizeOf(size).measures)} measures.`,
    ...(shapes.length > 0 ? commonText(outcome, shapes) : []),
    ...(beside.length > 0 ? besideText(outcome, beside) : []),
  ].join("\n\n");
}

/** The tables of the shapes that all sides answer. */
function commonText(outcome: Outcome, shapes: readonly ShapeOutcome[]): string[] {
  return [
    goalsText(goalsOf(outcome)),
    "### Requests a second at 16 connections (× @neo4j/graphql)",
    matrix(shapes, (f, { name, shape }) => {
      const [ratio] = ratios([shape], name, "neo4j-graphql", "throughput");
      return `${f.throughput.toFixed(0)}${ratio ? `, ${written(ratio.measured, 2, "×")}` : ""}`;
    }),
    means(shapes),
    "### One request after the other: p50 / p95 in ms",
    matrix(shapes, (f) => `${written(measured(f.rounds.p50), 2, "")} / ${f.p95.toFixed(2)}`),
    "### The first time a shape is seen, ms",
    matrix(shapes, (f) => written(measured(f.rounds.cold), 1, "")),
    "### Bytes of an answer",
    matrix(shapes, (f) => (f.bytes === null ? "" : f.bytes.toFixed(0))),
  ];
}

/** The tables of the shapes beside statements by hand, which are in no mean. */
function besideText(outcome: Outcome, shapes: readonly ShapeOutcome[]): string[] {
  return [
    `### Beside hand-written Cypher: questions that the others can't ask, or hardly`,
    goalsText(besideGoals(outcome)),
    "One request after the other, p50 in ms, HTTP included on this project's sides alone (× cypher-idiomatic):",
    matrix(shapes, (f, { name, shape }) => {
      const [ratio] = name === "cypher-idiomatic" ? [] : ratios([shape], name, "cypher-idiomatic", "p50");
      return `${written(measured(f.rounds.p50), 2, "")}${ratio ? `, ${written(ratio.measured, 2, "×")}` : ""}`;
    }),
    "Requests a second at 16 connections:",
    matrix(shapes, (f) => written(measured(f.rounds.throughput), 0, "")),
    "The first time a shape is seen, ms:",
    matrix(shapes, (f) => written(measured(f.rounds.cold), 1, "")),
  ];
}

/** How questions grow from the small graph to the large one. */
function sizesText(outcomes: readonly Outcome[]): string {
  const [small, large] = ["small", "large"].map((name) => outcomes.find(({ size }) => size === name));
  const goals = sizeGoals(small, large);
  return goals.length === 0 ? "" : `## From the small graph to the large one\n\n${goalsText(goals)}`;
}

function matrix(
  shapes: readonly ShapeOutcome[],
  cell: (figures: Figures, at: { readonly name: SideName; readonly shape: ShapeOutcome }) => string,
): string {
  const cells = shapes.map((shape) => {
    const inOrder = SIDES.map((name) => {
      const found = shape.figures.find((f) => f.side === name);
      return found ? `${cell(found, { name, shape })}${found.rough ? " †" : ""}` : "";
    });
    return { name: shape.shape, inOrder };
  });
  const shown = SIDES.map((_, i) => i).filter((i) => cells.some(({ inOrder }) => inOrder[i] !== ""));
  const rows = cells.map(({ name, inOrder }) => [name, ...shown.map((i) => inOrder[i] || "–")]);
  return tableOf(["shape", ...shown.map((i) => SIDES[i] ?? "")], rows);
}

/** Geometric means of what a side does better than the peer, with and without the shape that is most in its favour. */
function means(shapes: readonly ShapeOutcome[]): string {
  const rows = (["ours-neo4j", "ours-embedded", "dataloader"] as const).flatMap((side) => {
    const throughput = ratios(shapes, side, "neo4j-graphql", "throughput");
    const p50 = ratios(shapes, "neo4j-graphql", side, "p50");
    if (throughput.length === 0) return [];
    return [
      [
        side,
        ...[throughput, p50].flatMap((found) =>
          [found, withoutLargest(found)].map((some) => (some.length > 0 ? written(meanOf(some), 2, "×") : "–")),
        ),
      ],
    ];
  });
  return `Times as good as @neo4j/graphql, geometric means over the shapes; in the second column of each without the shape that is most in favour:\n\n${tableOf(
    ["side", "throughput", "without best", "p50", "without best"],
    rows,
  )}`;
}

function withoutLargest(found: readonly AtShape[]): AtShape[] {
  return [...found].sort((a, b) => a.measured.value - b.measured.value).slice(0, -1);
}

function goalsText(goals: readonly Goal[]): string {
  return tableOf(
    ["goal", "met", "found"],
    goals.map(({ text, met, found }) => [text, met === "yes" ? met : `**${met}**`, found]),
  );
}

function compiledText(compiled: readonly CompileTimes[]): string {
  if (compiled.length === 0) return "";
  const rows = compiled.map(({ shape, cached, cold }) => [shape, cached.toFixed(4), cold.toFixed(3)]);
  return `## Compiling a selection\n\nMedians in ms, of a process that has compiled other selections before.\n\n${goalsText(compileGoals(compiled))}\n\n${tableOf(
    ["shape", "from the cache", "anew"],
    rows,
  )}`;
}

function growthText(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return "";
  const sorted = outcomes.map((outcome) => ({ outcome, measures: sizeOf(outcome.size).measures })).sort((a, b) => a.measures - b.measures);
  const all = sorted.map(({ outcome }) => outcome);
  const sides = SIDES.filter((side) => all[0]?.shapes[0]?.figures.some((f) => f.side === side));
  const rows = (all[0]?.shapes ?? []).flatMap(({ shape }) => sides.map((side) => [shape, side, ...all.map((o) => p50Of(o, shape, side))]));
  return [
    "## Growth",
    `The same degree everywhere but at the hub, whose degree is a tenth of the measures. Measured on ${all[0]?.measuredOn}. p50 in ms.`,
    goalsText(
      growthGoals(
        all,
        sorted.map(({ measures }) => measures),
      ),
    ),
    tableOf(
      ["shape", "side", ...sorted.map(({ measures, outcome }) => `${thousands(measures)} measures, ${thousands(outcome.edges)} edges`)],
      rows,
    ),
  ].join("\n\n");
}

function p50Of({ shapes }: Outcome, shape: string, side: SideName): string {
  const found = shapes.find((s) => s.shape === shape)?.figures.find((f) => f.side === side);
  return found ? written(measured(found.rounds.p50), 2, "") : "–";
}

const NOTES = `## What can't be compared, or not alike

${SHAPES.flatMap(({ name, ranked }) => (ranked ? [`- **${name}**: ${ranked}.`] : [])).join("\n")}
- **Dates** of this world are days, and all measures have one. Where dates are partial or missing, this project places them last and weighs what
  they may stand for; the others would need more of their callers.
- **Claims of an edge** are ids on the edge. Only this project reads them as nodes; so the shapes ask for the claims about a measure instead.
- **Beside hand-written Cypher**: whether a measure is in force is written down by hand for this world, whose ends and pauses are plain; this project weighs whatever
  may stop an act, to any length. Paths and exposures take a statement a level here and one by hand. cypher-best of \`changes\` and \`relationships\` reads what this project's loader notes at
  nodes of their edges' days.
- **†**: too slow to be timed like the others; from three answers, and as many requests a second as if every core worked on them without loss.
- **Peers' indexes**: this project finds nodes by \`Node.id\`. The others got indexes on \`Measure.id\` and \`Agency.id\` besides.`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function thousands(number: number): string {
  return number.toLocaleString("en-US");
}
