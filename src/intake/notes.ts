import { statSync } from "node:fs";
import type { Notes } from "../importers/index.ts";
import { formatFollowed, formatProblem, type Problem, type StreamReport } from "../load/index.ts";
import type { Missing } from "./missing.ts";
import { inWordsOf } from "./words.ts";

/** How often progress is reported, in milliseconds. */
const REPORT_EVERY = 5_000;

/** What an importer noticed, and how far it is: refused records at once, progress now and then, a summary at the end. */
export class ImportNotes implements Notes {
  /** How many records were refused. */
  refused = 0;
  /** How much was wrong, with whatever. */
  problems = 0;
  readonly #counts = new Map<string, number>();
  readonly #started = performance.now();
  readonly #size: number;
  #read = 0;
  #reported = this.#started;

  constructor(
    files: readonly string[],
    private readonly format: string,
    private readonly write: (text: string) => void,
  ) {
    this.#size = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  }

  reject(problem: Problem, records = 1): void {
    this.refused += records;
    this.problems += 1;
    this.tell(problem);
  }

  /** Writes what is wrong, in the words of the format. */
  tell(problem: Problem): void {
    this.write(`${formatProblem(inWordsOf(this.format, problem))}\n`);
  }

  refuse(records: number): void {
    this.refused += records;
  }

  count(note: string): void {
    this.#counts.set(note, (this.#counts.get(note) ?? 0) + 1);
  }

  read(bytes: number): void {
    this.#read += bytes;
  }

  /** Reports rate and time left, on a line of its own, now and then. */
  progress({ nodes, edges, unchanged }: StreamReport): void {
    const now = performance.now();
    if (now - this.#reported < REPORT_EVERY) return;
    this.#reported = now;
    const seconds = (now - this.#started) / 1000;
    const records = [nodes, edges].reduce((sum, c) => sum + c.added + c.changed + c.unchanged, 0);
    const left = this.#size > 0 && this.#read > 0 ? `, about ${duration((seconds * (this.#size - this.#read)) / this.#read)} left` : "";
    const skipped = unchanged > 0 ? `, ${counted(unchanged, "bundle")} as before` : "";
    this.write(`${number(records)} records, ${number(records / seconds)} a second${skipped}${left}\n`);
  }

  /** What was done, noticed and left out; `remedies` says of what is missing what is to be done. */
  summary({ bundles, unchanged, nodes, edges, rejected, missing, followed }: StreamReport, remedies: readonly Missing[]): string {
    const counts = ([name, c]: readonly [string, StreamReport["nodes"]]) =>
      `${name} +${number(c.added)} ~${number(c.changed)} -${number(c.removed)} =${number(c.unchanged)}`;
    const lines = [
      `${counted(bundles, "bundle")} written, ${number(unchanged)} as before: ${(
        [
          ["nodes", nodes],
          ["edges", edges],
        ] as const
      )
        .map(counts)
        .join(", ")}`,
    ];
    for (const [note, times] of [...this.#counts].sort(([, a], [, b]) => b - a)) lines.push(`  ${number(times)} × ${note}`);
    if (followed > 0) lines.push(formatFollowed(followed));
    for (const { ids, remedy } of remedies) lines.push(`${leftOut(ids.map((id) => [id, missing.get(id) ?? 0]))} ${remedy}`);
    const refused = rejected + this.refused;
    if (refused > 0) lines.push(`${counted(refused, "record")} refused.`);
    return lines.join("\n");
  }
}

/** `2 edges left out: the graph has no commodity:hs-999998 (2).` */
function leftOut(missing: readonly (readonly [id: string, times: number])[]): string {
  const ids = [...missing].sort(([, a], [, b]) => b - a);
  const some = ids.slice(0, 5).map(([id, times]) => `${id} (${number(times)})`);
  const more = ids.length > 5 ? ` and ${number(ids.length - 5)} more` : "";
  const edges = ids.reduce((sum, [, times]) => sum + times, 0);
  return `${counted(edges, "edge")} left out: the graph has no ${some.join(", ")}${more}.`;
}

function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
