import { createHash } from "node:crypto";
import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { check } from "./check.ts";
import { applyGroup, type Counts } from "./group.ts";
import { inTurn, prepare, resting } from "./load.ts";
import { type Bundle, type EdgeRecord, formatPlace, type Place, type Problem } from "./record.ts";
import { existing, readState } from "./snapshot.ts";
import { writeChanges } from "./write.ts";

/** Part of every digest: raise it when the loader writes other things for the same records. */
const DIGEST_VERSION = 1;

export interface StreamOptions {
  /** How many records, nodes and edges together, make a batch: one transaction. 20,000 unless told. */
  readonly batch?: number;
  /** Called after each batch. */
  readonly onBatch?: (report: StreamReport) => void;
}

/** What a streamed load did. */
export interface StreamReport {
  /** Bundles written, and bundles skipped because the graph has them as they are. */
  bundles: number;
  unchanged: number;
  readonly nodes: Counts;
  readonly edges: Counts;
  /** Bundles that were refused, by what is wrong with them; all others were written. */
  rejected: number;
  /** What was wrong with them: the first thousand. */
  readonly problems: Problem[];
  /** Edges left out because the graph has no node at one end, by that end's id. */
  readonly missing: Map<string, number>;
}

/** How many records may wait for others that come later in the stream. */
const MOST_WAITING = 100_000;

/** The most problems that are kept: a file that is wrong throughout must not fill the memory. */
const MOST_PROBLEMS = 1000;

/**
 * Loads bundles as they come, of any number: batch by batch, each batch one transaction, so that memory does not grow with the stream.
 * A bundle that has a problem is refused and the others go on. One that points at what the graph does not have waits for the end of the
 * stream, since that may come yet; an edge to a node that is not there even then is left out and counted.
 * Each bundle's digest is written with it: a bundle that the graph has already is skipped, so that a load that was cut off ends, run
 * again, with the same graph. Throws EngineError.
 */
export async function loadStream(
  engine: GraphEngine,
  model: Model,
  bundles: AsyncIterable<Bundle>,
  options: StreamOptions = {},
): Promise<StreamReport> {
  const report: StreamReport = {
    bundles: 0,
    unchanged: 0,
    nodes: none(),
    edges: none(),
    rejected: 0,
    problems: [],
    missing: new Map(),
  };
  const most = options.batch ?? 20_000;
  let batch = new Map<string, Bundle>();
  let size = 0;
  const waiting = new Waiting();
  const flush = async () => {
    if (batch.size === 0) return;
    const loaded = [...batch.values()];
    batch = new Map();
    size = 0;
    await inTurn(engine, () => loadBatch(engine, model, loaded, report, waiting));
    options.onBatch?.(report);
  };
  await prepare(engine, model);
  for await (const bundle of bundles) {
    // What several records share comes again with each of them; where it says more by then, the last one counts.
    if (!batch.has(bundle.name)) size += bundle.nodes.length + bundle.edges.length;
    batch.set(bundle.name, bundle);
    if (size >= most) await flush();
  }
  await flush();
  for (const bundle of waiting.close()) batch.set(bundle.name, bundle);
  await flush();
  return report;
}

/** Bundles that point at what the graph does not have yet; only so many, lest a file without its commodities fill the memory. */
class Waiting {
  #bundles: Bundle[] | null = [];
  #size = 0;

  /** Keeps a bundle for later; false where there is no more room, or no more later. */
  take(bundle: Bundle): boolean {
    if (this.#bundles === null || this.#size >= MOST_WAITING) return false;
    this.#bundles.push(bundle);
    this.#size += bundle.nodes.length + bundle.edges.length;
    return true;
  }

  close(): readonly Bundle[] {
    const bundles = this.#bundles ?? [];
    this.#bundles = null;
    return bundles;
  }
}

async function loadBatch(
  engine: GraphEngine,
  model: Model,
  batch: readonly Bundle[],
  report: StreamReport,
  waiting: Waiting,
): Promise<void> {
  const digests = new Map(batch.map((bundle) => [bundle.name, digestOf(bundle)]));
  const known = await knownDigests(engine, [...digests.keys()]);
  const fresh = batch.filter(({ name }) => known.get(name) !== digests.get(name));
  report.unchanged += batch.length - fresh.length;
  if (fresh.length === 0) return;

  const rested = fresh.map((bundle) => resting(bundle, model));
  let bundles = await withoutLooseEnds(engine, rested, report, waiting);
  if (bundles.length === 0) return;
  // What lost an edge is written again once the graph has what it points at: no digest says that it is whole.
  const sizes = new Map(rested.map(({ name, edges }) => [name, edges.length]));
  for (const { name, edges } of bundles) if (edges.length !== sizes.get(name)) digests.delete(name);
  for (;;) {
    const state = await readState(engine, model, bundles);
    const problems = check(bundles, state, true);
    if (problems.length === 0) {
      const changes = applyGroup(state, bundles);
      await writeChanges(engine, changes, () => undefined, digests);
      for (const done of changes.reports) {
        add(report.nodes, done.nodes);
        add(report.edges, done.edges);
      }
      report.bundles += bundles.length;
      return;
    }
    const sound = withoutFaulty(bundles, problems);
    report.problems.push(...problems.slice(0, Math.max(0, MOST_PROBLEMS - report.problems.length)));
    // A problem whose place is in none of them refuses them all.
    const kept = sound.length < bundles.length ? sound : [];
    report.rejected += bundles.length - kept.length;
    if (kept.length === 0) return;
    bundles = kept;
  }
}

/** The bundles in none of whose records a problem lies. */
function withoutFaulty(bundles: readonly Bundle[], problems: readonly Problem[]): Bundle[] {
  const faulty = new Set(problems.map(formatPlace));
  const isFaulty = (record: { place: Place; places?: ReadonlyMap<string, Place> | undefined }) =>
    faulty.has(formatPlace(record.place)) || [...(record.places?.values() ?? [])].some((place) => faulty.has(formatPlace(place)));
  return bundles.filter((bundle) => !isFaulty(bundle) && !bundle.nodes.some(isFaulty) && !bundle.edges.some(isFaulty));
}

/**
 * Bundles whose edges and claims all have an end, in the batch or in the graph. The others wait; where they can't, the edges that lack one are
 * left out and counted.
 */
async function withoutLooseEnds(
  engine: GraphEngine,
  bundles: readonly Bundle[],
  report: StreamReport,
  waiting: Waiting,
): Promise<Bundle[]> {
  let left = [...bundles];
  for (;;) {
    const defined = new Set(left.flatMap((bundle) => bundle.nodes.map((node) => node.id)));
    const needs = ({ from, to, claims }: EdgeRecord) => [from, to, ...claims].filter((id) => !defined.has(id));
    const looked = [...new Set(left.flatMap((bundle) => bundle.edges.flatMap(needs)))];
    const found = await existing(engine, looked);
    if (found.size === looked.length) return left;
    const loose = (edge: EdgeRecord) => needs(edge).find((id) => !found.has(id));
    const patient = new Set(left.filter((bundle) => bundle.edges.some((edge) => loose(edge) !== undefined) && waiting.take(bundle)));
    // What went to wait may have been what others pointed at.
    if (patient.size > 0) left = left.filter((bundle) => !patient.has(bundle));
    else {
      const isKept = (edge: EdgeRecord) => {
        const missing = loose(edge);
        if (missing !== undefined) report.missing.set(missing, (report.missing.get(missing) ?? 0) + 1);
        return missing === undefined;
      };
      return left.map((bundle) => ({ ...bundle, edges: bundle.edges.filter(isKept) }));
    }
  }
}

async function knownDigests(engine: GraphEngine, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await engine.read({
    text: "UNWIND $names AS name MATCH (b:Bundle {name: name}) WHERE b.digest IS NOT NULL RETURN b.name, b.digest",
    params: { names },
  });
  return new Map(rows.map(([name, digest]) => [String(name), String(digest)]));
}

/** Stands for all that a bundle says; places say nothing. */
function digestOf({ name, nodes, edges, restsOn }: Bundle): string {
  const said = [
    DIGEST_VERSION,
    name,
    nodes.map(({ type, id, properties }) => [type, id, properties]),
    edges.map(({ type, from, to, properties, claims }) => [type, from, to, properties, claims]),
    restsOn ?? [],
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

function none(): Counts {
  return { added: 0, changed: 0, unchanged: 0, removed: 0 };
}

function add(sum: Counts, counts: Counts): void {
  for (const outcome of ["added", "changed", "unchanged", "removed"] as const) sum[outcome] += counts[outcome];
}
