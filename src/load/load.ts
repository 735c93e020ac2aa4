import type { GraphEngine } from "../engine/port.ts";
import { indexesOf, type Model } from "../model/index.ts";
import { check } from "./check/index.ts";
import { inOrder } from "./graph/bundle-order.ts";
import { applyGroup, type BundleReport } from "./graph/changes.ts";
import { existing, readState } from "./graph/snapshot.ts";
import { writeChanges } from "./graph/write.ts";
import type { Input } from "./read/inputs.ts";
import { KnownIds } from "./read/known-ids.ts";
import { candidates, resolve } from "./read/resolve.ts";
import { readYaml } from "./read/yaml.ts";
import { type Bundle, formatProblem, type Problem } from "./record.ts";
import { differenceLines, type LoadReport } from "./report.ts";

export interface LoadOptions {
  /** Tells what would change, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Called as records are written; both count nodes and edges. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Loads seed files. Afterwards the graph holds just what each file's bundle says; a second load of the same files changes nothing.
 * All files are checked first, together and against the graph; if anything is wrong, all of it is reported and nothing is written.
 * Each bundle is one transaction; bundles that point at each other's new records both ways share one (see `inOrder`).
 * Loads of one process on one engine wait for each other; on Neo4j, run one loading process at a time. Throws EngineError.
 */
export function load(engine: GraphEngine, model: Model, inputs: readonly Input[], options: LoadOptions = {}): Promise<LoadReport> {
  return inTurn(engine, async () => {
    const drafts = inputs.map((input) => readYaml(input, model));
    const problems = drafts.flatMap((draft) => draft.problems);
    const complete = drafts.every((draft) => draft.readable);
    if (!options.dryRun) await prepare(engine, model);

    const defined = new Set(drafts.flatMap((draft) => draft.nodes.map((node) => node.id)));
    const looked = candidates(drafts, model).filter((id) => !defined.has(id));
    const found = looked.length > 0 ? await existing(engine, looked) : new Set<string>();
    const known = new KnownIds(
      (id) => defined.has(id) || found.has(id),
      () => [...defined, ...found],
      complete,
    );
    const bundles = drafts.filter((draft) => draft.readable).map((draft) => resolve(draft, model, known, problems));
    return loadChecked(engine, model, bundles, options, problems, complete);
  });
}

/** Loads the records of an importer, as `load` does those of seed files. */
export function loadBundles(engine: GraphEngine, model: Model, bundles: readonly Bundle[], options: LoadOptions = {}): Promise<LoadReport> {
  return inTurn(engine, async () => {
    if (!options.dryRun) await prepare(engine, model);
    return loadChecked(
      engine,
      model,
      bundles.map((bundle) => resting(bundle, model)),
      options,
      [],
      true,
    );
  });
}

async function loadChecked(
  engine: GraphEngine,
  model: Model,
  bundles: readonly Bundle[],
  { dryRun = false, onProgress }: LoadOptions,
  found: readonly Problem[],
  complete: boolean,
): Promise<LoadReport> {
  const state = await readState(engine, model, bundles);
  const problems = inPlace([...found, ...check(bundles, state, complete)], bundles);
  if (problems.length > 0) return { problems, bundles: [], recomputed: 0 };
  if (dryRun) {
    const changes = applyGroup(state, bundles);
    return { problems, bundles: changes.reports, recomputed: changes.recomputed, differences: differenceLines(changes) };
  }
  const reports = new Map<string, BundleReport>();
  const total = size(bundles);
  let done = 0;
  let recomputed = 0;
  for (const group of inOrder(bundles, state)) {
    const changes = applyGroup(state, group);
    await writeChanges(engine, changes, (n, of) => onProgress?.(done + Math.floor((size(group) * n) / of), total));
    done += size(group);
    recomputed += changes.recomputed;
    onProgress?.(done, total);
    for (const report of changes.reports) reports.set(report.name, report);
  }
  return { problems, bundles: bundles.flatMap(({ name }) => reports.get(name) ?? []), recomputed };
}

/** Gives dated edges without claims what their bundle rests on. */
export function resting(bundle: Bundle, model: Model): Bundle {
  const claims = bundle.restsOn ?? [];
  if (claims.length === 0) return bundle;
  const rests = (type: string) => model.edges.get(type)?.dated === true;
  return { ...bundle, edges: bundle.edges.map((edge) => (edge.claims.length === 0 && rests(edge.type) ? { ...edge, claims } : edge)) };
}

/** Each problem once, by file and line; a claim that many edges rest on is missing once. */
function inPlace(problems: readonly Problem[], bundles: readonly Bundle[]): Problem[] {
  const once = [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
  const files = [...new Set([...bundles.map((bundle) => bundle.place.file), ...once.map((problem) => problem.file)])];
  return once.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}

function size(bundles: readonly Bundle[]): number {
  return bundles.reduce((sum, bundle) => sum + bundle.nodes.length + bundle.edges.length, 0);
}

/** Without its indexes, every edge of a load would scan all nodes for its ends. */
export async function prepare(engine: GraphEngine, model: Model): Promise<void> {
  if (prepared.has(engine)) return;
  await engine.prepare([...indexesOf(model), { label: "Bundle", property: "name", unique: true }]);
  prepared.add(engine);
}

const prepared = new WeakSet<GraphEngine>();
const turns = new WeakMap<GraphEngine, Promise<unknown>>();

/** A load reads the graph before it writes; another one in between would write on what is no longer so. */
export function inTurn<T>(engine: GraphEngine, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(engine) ?? Promise.resolve()).then(work);
  turns.set(
    engine,
    turn.catch(() => undefined),
  );
  return turn;
}
