import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { check } from "./check/index.ts";
import { emptyBundle, FoldersOfLoad, type GoneBundle, readFolderNotes, writeFolderNotes } from "./folders/index.ts";
import { applyBundles, type BundleReport, existing, readNamed, readState, transactionGroups, writeChanges } from "./graph/index.ts";
import { HERE } from "./here.ts";
import { followMerges, restatedStatements } from "./merges/index.ts";
import { type MayLoad, requireAllowed } from "./not-allowed.ts";
import { filesAmong, type Inputs, namedRecord, readYaml, resolveDrafts, withSuggestions } from "./read/index.ts";
import { type Bundle, formatProblem, type Problem } from "./record.ts";
import { differenceLines, type LoadReport, type Removals, removalsOf, undatedSources } from "./report.ts";
import { withBundleClaims } from "./rests-on.ts";
import { digestOf } from "./stream/digest.ts";
import { withStoredTexts } from "./texts.ts";
import { inTurn } from "./turns.ts";
import { prepare } from "./usable.ts";

/** How a load is done. */
export interface LoadOptions {
  /** Who loads, for the journal of writes; `HERE` when absent. */
  readonly by?: string | undefined;
  /** Whether who loads may load a bundle of this name; all when absent. Where one may not be, nothing is written, and `load` throws NotAllowedError. */
  readonly mayLoad?: MayLoad;
  /** Reports what would change, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Removes what the graph has from bundles that no file of a loaded folder names any more (see `LoadReport.gone`). */
  readonly prune?: boolean | undefined;
  /** Called once all is checked, before anything is written. */
  readonly onWrite?: (() => Promise<void>) | undefined;
  /** Called as records are written; both count nodes and edges. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Called before anything is removed, with what is, what `prune` removes included. */
  readonly onRemovals?: ((removals: Removals) => void) | undefined;
}

/**
 * Loads seed files. Afterwards the graph holds just what each file's bundle says; a second load of the same files changes nothing.
 * All files are checked first, together and against the graph; if anything is wrong, all of it is reported and nothing is written.
 * Each bundle is one transaction; bundles that point at each other's new records both ways share one (see `transactionGroups`).
 * Loads of one process on one engine wait for each other; on Neo4j, run one loading process at a time. Throws EngineError.
 */
export function load(engine: GraphEngine, model: Model, inputs: Inputs, options: LoadOptions = {}): Promise<LoadReport> {
  return inTurn(engine, async () => {
    const drafts = filesAmong(inputs).map((input) => readYaml(input, model));
    await requireAllowed(
      drafts.map(({ name }) => name),
      options.mayLoad,
    );
    if (!options.dryRun) await prepare(engine, model);
    const resolved = await resolveDrafts(drafts, model, (ids) => existing(engine, ids));
    const complete = drafts.every((draft) => draft.readable);
    const folders = new FoldersOfLoad(inputs, drafts, complete ? await readFolderNotes(engine) : []);
    const gone = await folders.gone(engine, model);
    const removed = options.prune ? gone : [];
    await requireAllowed(
      removed.map(({ name }) => name),
      options.mayLoad,
    );
    const report = await loadResolved(engine, model, options, {
      bundles: [...resolved.map(({ bundle }) => withStoredTexts(bundle)), ...removed.map(emptyBundle)],
      problems: [...drafts, ...resolved].flatMap(({ problems }) => problems),
      complete,
      removed,
    });
    if (report.problems.length > 0) return report;
    if (!options.dryRun) await writeFolderNotes(engine, folders.notesAfter(report, removed));
    return { ...report, gone };
  });
}

/** Loads the records of an importer, as `load` does those of seed files. */
export function loadBundles(engine: GraphEngine, model: Model, bundles: readonly Bundle[], options: LoadOptions = {}): Promise<LoadReport> {
  return inTurn(engine, async () => {
    if (!options.dryRun) await prepare(engine, model);
    const rested = bundles.map((bundle) => withBundleClaims(withStoredTexts(bundle), model));
    return loadResolved(engine, model, options, {
      bundles: rested,
      problems: [],
      complete: true,
      removed: [],
    });
  });
}

/** Bundles with their ids in full. */
interface Resolved {
  readonly bundles: readonly Bundle[];
  /** What was found wrong while they were read. */
  readonly problems: readonly Problem[];
  /** False where a file could not be read at all. */
  readonly complete: boolean;
  /** Those that are empty, since no file names them any more. */
  readonly removed: readonly GoneBundle[];
}

async function loadResolved(
  engine: GraphEngine,
  model: Model,
  { dryRun = false, by = HERE, onWrite, onProgress, onRemovals }: LoadOptions,
  { bundles: given, problems: found, complete, removed }: Resolved,
): Promise<LoadReport> {
  const together = await followMerges(engine, model, given);
  const bundles = together?.bundles ?? given;
  const records = given.reduce((sum, { name }) => sum + (together?.restated.get(name)?.followed ?? 0), 0);
  const followed = records > 0 ? { followed: records } : {};
  const state = await readState(engine, model, bundles);
  // What merges can't be made of would be reported again for what it leaves.
  const unmade = together?.problems ?? [];
  const problems = inOrder([...found, ...(unmade.length > 0 ? unmade : check(bundles, state, complete))], bundles);
  if (problems.length > 0) return { problems: await suggesting(engine, model, problems, bundles), bundles: [], recomputed: 0 };
  const undated = undatedSources(given);
  if (dryRun) {
    const changes = applyBundles(state, bundles);
    const { reports, recomputed } = changes;
    return {
      problems,
      bundles: reports,
      recomputed,
      differences: differenceLines(changes),
      removals: removalsOf(changes, removed),
      undatedSources: undated,
      ...followed,
    };
  }
  await onWrite?.();
  const allRemovals: Removals[] = [];
  const reports = new Map<string, BundleReport>();
  const total = size(bundles);
  let done = 0;
  let recomputed = 0;
  // What follows from merges is written with what is kept of it.
  const groups = together ? [[...bundles]] : transactionGroups(bundles, state);
  const notes = together ? { notes: together.companions, more: [...restatedStatements(together.restated)] } : {};
  for (const group of groups) {
    const changes = applyBundles(state, group);
    for (const removals of removalsOf(changes, removed)) {
      allRemovals.push(removals);
      onRemovals?.(removals);
    }
    const author = { by, digests: new Map(group.map((bundle) => [bundle.name, digestOf(bundle)])) };
    await writeChanges(engine, model, changes, (n, of) => onProgress?.(done + Math.floor((size(group) * n) / of), total), author, notes);
    done += size(group);
    recomputed += changes.recomputed;
    onProgress?.(done, total);
    for (const report of changes.reports) reports.set(report.name, report);
  }
  const written = bundles.flatMap(({ name }) => reports.get(name) ?? []);
  return { problems, bundles: written, recomputed, removals: allRemovals, undatedSources: undated, ...followed };
}

/** The problems with what ids that fit nothing may have been meant for, among the records of the load and of the graph. */
async function suggesting(engine: GraphEngine, model: Model, problems: readonly Problem[], bundles: readonly Bundle[]): Promise<Problem[]> {
  const types = new Set(problems.flatMap(({ meant }) => meant?.types ?? []));
  const loading = new Set(bundles.map(({ name }) => name));
  // What the loaded bundles wrote before is replaced by what they say now.
  const inGraph = (await readNamed(engine, model, types)).filter(({ bundle }) => !loading.has(bundle));
  const inLoad = bundles.flatMap(({ nodes }) => nodes.filter(({ type }) => types.has(type)).map((node) => namedRecord(model, node)));
  return withSuggestions(problems, model, [...inLoad, ...inGraph]);
}

/** Each problem once, by file and line; a claim that many edges rest on is missing once. */
function inOrder(problems: readonly Problem[], bundles: readonly Bundle[]): Problem[] {
  const once = [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
  const files = [...new Set([...bundles.map((bundle) => bundle.place.file), ...once.map((problem) => problem.file)])];
  return once.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
}

/** How many nodes and edges bundles have. */
function size(bundles: readonly Bundle[]): number {
  return bundles.reduce((sum, bundle) => sum + bundle.nodes.length + bundle.edges.length, 0);
}
