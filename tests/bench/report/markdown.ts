import type { CompileTimes } from "../compile-times.ts";
import type { Figures } from "../measure.ts";
import type { Outcome, ShapeOutcome } from "../outcome.ts";
import { SHAPES, SIDES, type SideName } from "../shapes/index.ts";
import { sizeOf } from "../sizes.ts";
import { geometricMean } from "../statistics.ts";
import { compileGoals, type Goal, goalsOf, growthGoals, ratios, times } from "./goals.ts";

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
  return `${[HEAD, machineText(machine), ...main.map(section), compiledText(compiled), growthText(growth), NOTES].filter((part) => part !== "").join("\n\n")}\n`;
}

const HEAD = `# Results

Written by \`npm run bench\` (small and large graph) and \`npm run bench -- --growth\`; see [README.md](README.md) for what is measured and how.
All sides were measured in one run on one machine, taking turns. Take the ratios, not the milliseconds.`;

function machineText({ cpu, cores, memory, versions }: Machine): string {
  const listed = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Machine: ${cpu}, ${cores} cores, ${memory}. Versions: ${listed.join(", ")}.`;
}

function section(outcome: Outcome): string {
  const { size, nodes, edges, measuredOn, shapes } = outcome;
  return [
    `## ${size}: ${thousands(nodes)} nodes, ${thousands(edges)} edges`,
    `Measured on ${measuredOn}; ${thousands(sizeOf(size).measures)} measures.`,
    goalsText(goalsOf(outcome)),
    "### Requests a second at 16 connections (× @neo4j/graphql)",
    matrix(shapes, (f, peer) => `${f.throughput.toFixed(0)}${peer ? ` (${times(f.throughput / peer.throughput)})` : ""}`),
    means(shapes),
    "### One request after the other: p50 / p95 in ms",
    matrix(shapes, (f) => `${f.p50.toFixed(2)} / ${f.p95.toFixed(2)}`),
    "### The first time a shape is seen, ms",
    matrix(shapes, (f) => f.cold.toFixed(1)),
    "### Bytes of an answer",
    matrix(shapes, (f) => (f.bytes === null ? "" : f.bytes.toFixed(0))),
  ].join("\n\n");
}

function matrix(shapes: readonly ShapeOutcome[], cell: (figures: Figures, peer: Figures | undefined) => string): string {
  const sides = SIDES.filter((side) => shapes.some(({ figures }) => figures.some((f) => f.side === side && cell(f, undefined) !== "")));
  const rows = shapes.map(({ shape, figures }) => {
    const peer = figures.find(({ side }) => side === "neo4j-graphql");
    return [
      shape,
      ...sides.map((side) => {
        const found = figures.find((f) => f.side === side);
        return found ? `${cell(found, peer)}${found.rough ? " †" : ""}` : "–";
      }),
    ];
  });
  return tableOf(["shape", ...sides], rows);
}

/** Geometric means of what a side does better than the peer, with and without the shape that is most in its favour. */
function means(shapes: readonly ShapeOutcome[]): string {
  const rows = (["ours-neo4j", "ours-embedded", "dataloader"] as const).flatMap((side) => {
    const throughput = ratios(shapes, side, "neo4j-graphql", (f) => f.throughput).map(({ value }) => value);
    const p50 = ratios(shapes, "neo4j-graphql", side, (f) => f.p50).map(({ value }) => value);
    if (throughput.length === 0) return [];
    return [[side, ...[throughput, p50].flatMap((values) => [times(geometricMean(values)), times(geometricMean(withoutLargest(values)))])]];
  });
  return `Times as good as @neo4j/graphql, geometric means over the shapes; in the second column of each without the shape that is most in favour:\n\n${tableOf(
    ["side", "throughput", "without best", "p50", "without best"],
    rows,
  )}`;
}

function withoutLargest(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b).slice(0, -1);
}

function goalsText(goals: readonly Goal[]): string {
  return tableOf(
    ["goal", "met", "found"],
    goals.map(({ text, met, found }) => [text, met ? "yes" : "**no**", found]),
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
  return (
    shapes
      .find((s) => s.shape === shape)
      ?.figures.find((f) => f.side === side)
      ?.p50.toFixed(2) ?? "–"
  );
}

const NOTES = `## What can't be compared, or not alike

${SHAPES.flatMap(({ name, ranked }) => (ranked ? [`- **${name}**: ${ranked}.`] : [])).join("\n")}
- **Dates** of this world are days, and all measures have one. Where dates are partial or missing, this project places them last and weighs what
  they may stand for; the others would need more of their callers.
- **Claims of an edge** are ids on the edge. Only this project reads them as nodes; so the shapes ask for the claims about a measure instead.
- **†**: too slow to be timed like the others; from three answers, and as many requests a second as if every core worked on them without loss.
- **Peers' indexes**: this project finds nodes by \`Node.id\`. The others got indexes on \`Measure.id\` and \`Agency.id\` besides.`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function thousands(number: number): string {
  return number.toLocaleString("en-US");
}
