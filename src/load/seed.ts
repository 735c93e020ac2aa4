import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { readSeedNote } from "./folders/index.ts";
import { bundlesWithNodes } from "./graph/index.ts";
import { type LoadOptions, load } from "./load.ts";
import { filesAmong, type Input, InputError, readInputs, readYaml } from "./read/index.ts";
import type { Problem } from "./record.ts";
import type { LoadReport } from "./report.ts";

/** What became of the seed at a start. */
export type SeedOutcome =
  /** The graph has it as its files are, and nothing was written. */
  | { readonly kind: "current" }
  /** It was loaded into an empty graph, or the rest of it after a first load that was cut off. */
  | { readonly kind: "loaded"; readonly report: LoadReport }
  /** Its files have changed, and the graph was brought to them, but for the bundles in `left`, which another load has changed since. */
  | { readonly kind: "changed"; readonly report: LoadReport; readonly left: readonly string[] }
  /** It can't be loaded; nothing was written. `isFirst` where the graph has nothing of it yet. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[]; readonly isFirst: boolean }
  /** The graph holds data that did not come from the seed, and nothing of it was loaded. */
  | { readonly kind: "foreign" }
  /** Its folder can't be read, or holds no file at all, as where a disk is not there; the graph stays as it is. */
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Brings the graph to the seed at a start of the server, where that is safe: an empty graph is filled, a first load that was cut off is
 * completed, and a graph that came from the seed follows its files. One that something else has filled is left as it is.
 * Throws InputError where the seed can't be read and the graph is empty, and EngineError.
 */
export async function bringSeed(
  engine: GraphEngine,
  model: Model,
  seedDir: string,
  { onProgress }: Pick<LoadOptions, "onProgress"> = {},
): Promise<SeedOutcome> {
  const isEmpty = !(await has(engine, "MATCH (n:Node) RETURN n.id LIMIT 1"));
  const found = await readInputs([seedDir], { seedDir }).catch((error: unknown) => {
    if (isEmpty || !(error instanceof InputError)) throw error;
    return error;
  });
  if (found instanceof InputError) return { kind: "unreadable", reason: found.message };
  const inputs = filesAmong(found);
  if (!isEmpty && inputs.length === 0)
    return { kind: "unreadable", reason: `${seedDir}: No file *.yaml or *.yml lies in it; to remove what it brought, run load --prune.` };
  const note = await readSeedNote(engine);
  if (note && note.digest === inputs[0]?.folder?.digest) return { kind: "current" };
  const isFirst = isEmpty || (!note && (await has(engine, "MATCH (s:Seeding) RETURN s.id")));
  const names = inputs.map((input) => readYaml(input, model).name);
  const present = isEmpty ? new Set<string>() : await bundlesWithNodes(engine, names);
  // A version that noted no bundles left only a mark that it had come to the end.
  if (!(isFirst || note || (present.size > 0 && (await has(engine, "MATCH (s:Seeded) RETURN s.id"))))) return { kind: "foreign" };

  const left = note ? names.filter((name) => present.has(name) && !note.bundles.includes(name)) : [];
  const report = await load(engine, model, bundlesOf(inputs, names, left), {
    prune: true,
    by: "the seed, at a start",
    ...(isFirst ? { onProgress, onWrite: () => markBeginning(engine) } : {}),
  });
  if (report.problems.length > 0) return { kind: "refused", problems: report.problems, isFirst };
  return isFirst ? { kind: "loaded", report } : { kind: "changed", report, left };
}

function bundlesOf(inputs: readonly Input[], names: readonly string[], left: readonly string[]): Input[] {
  return inputs.filter((_, i) => !left.includes(names[i] ?? ""));
}

async function has(engine: GraphEngine, text: string): Promise<boolean> {
  return (await engine.read({ text, params: {} })).length > 0;
}

/** Marks that a first load has begun, so that a later start completes it: half of the seed is no data of others. */
async function markBeginning(engine: GraphEngine): Promise<void> {
  await engine.write((transaction) => transaction.run({ text: "MERGE (s:Seeding {id: 'seed'})", params: {} }));
}
