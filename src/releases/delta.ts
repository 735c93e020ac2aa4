import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/** What changed between two releases. */
export interface Delta {
  added: number;
  changed: number;
  /** The bundles that are gone, by name. */
  removed: string[];
}

/** The lines of a compressed file. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createReadStream(path).pipe(createGunzip());
  yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
}

/** The bundle that a line is of; null for the line at the beginning, which says the format. */
function bundleOf(line: string): string | null {
  const { bundle } = JSON.parse(line) as { bundle?: unknown };
  return typeof bundle === "string" ? bundle : null;
}

const digestOf = (line: string): string => createHash("sha256").update(line).digest("base64");

/**
 * The lines of a graph (`graph.jsonl.gz`) that a former one lacks, behind the line that says the format: bundles that are new or say something else. Counts into `delta`, and leaves there
 * the names of those that are gone. Of the former graph a digest for each bundle is held.
 */
export async function* deltaLines(before: string, now: string, delta: Delta): AsyncGenerator<string> {
  const former = new Map<string, string>();
  for await (const line of linesOf(before)) {
    const bundle = bundleOf(line);
    if (bundle !== null) former.set(bundle, digestOf(line));
  }
  for await (const line of linesOf(now)) {
    const bundle = bundleOf(line);
    if (bundle === null) {
      yield `${line}\n`;
      continue;
    }
    const was = former.get(bundle);
    former.delete(bundle);
    if (was === digestOf(line)) continue;
    if (was === undefined) delta.added += 1;
    else delta.changed += 1;
    yield `${line}\n`;
  }
  delta.removed.push(...[...former.keys()].sort());
}
