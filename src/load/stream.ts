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

/** The most problems that are kept: a file that is wrong throughout must not fill the memory. */
const MOST_PROBLEMS = 1000;

/**
 * Loads bundles as they come, of any number: batch by batch, each batch one transaction, so that memory does not grow with the stream.
 * A bundle that has a problem is refused and the others go on; an edge to a node that the graph does not have is left out and counted.
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
  const flush = async () => {
    if (batch.size === 0) return;
    const loaded = [...batch.values()];
    batch = new Map();
    size = 0;
    await inTurn(engine, () => loadBatch(engine, model, loaded, report));
    options.onBatch?.(report);
  };
  await prepare(engine, model);
  for await (const bundle of bundles) {
    // What several records share comes again with each of them.
    if (batch.has(bundle.name)) continue;
    batch.set(bundle.name, bundle);
    size += bundle.nodes.length + bundle.edges.length;
    if (size >= most) await flush();
  }
  await flush();
  return report;
}

async function loadBatch(engine: GraphEngine, model: Model, batch: readonly Bundle[], report: StreamReport): Promise<void> {
  const digests = new Map(batch.map((bundle) => [bundle.name, digestOf(bundle)]));
  const known = await knownDigests(engine, [...digests.keys()]);
  const fresh = batch.filter(({ name }) => known.get(name) !== digests.get(name));
  report.unchanged += batch.length - fresh.length;
  if (fresh.length === 0) return;

  let bundles = await withoutLooseEdges(
    engine,
    fresh.map((bundle) => resting(bundle, model)),
    report.missing,
  );
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

/** Leaves out edges of which an end is neither in the batch nor in the graph, and counts them. */
async function withoutLooseEdges(engine: GraphEngine, bundles: readonly Bundle[], missing: Map<string, number>): Promise<Bundle[]> {
  const defined = new Set(bundles.flatMap((bundle) => bundle.nodes.map((node) => node.id)));
  const ends = ({ from, to }: EdgeRecord) => [from, to].filter((id) => !defined.has(id));
  const looked = [...new Set(bundles.flatMap((bundle) => bundle.edges.flatMap(ends)))];
  const found = await existing(engine, looked);
  if (found.size === looked.length) return [...bundles];
  return bundles.map((bundle) => ({
    ...bundle,
    edges: bundle.edges.filter((edge) => {
      const loose = ends(edge).find((id) => !found.has(id));
      if (loose !== undefined) missing.set(loose, (missing.get(loose) ?? 0) + 1);
      return loose === undefined;
    }),
  }));
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
