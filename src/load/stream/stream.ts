import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { check } from "../check/index.ts";
import {
  addCounts,
  applyBundles,
  type Changes,
  type Counts,
  noCounts,
  prepare,
  readState,
  State,
  type Values,
  writeChanges,
} from "../graph/index.ts";
import { type Bundle, formatPlace, type Place, type Problem } from "../record.ts";
import { withBundleClaims } from "../rests-on.ts";
import { withStoredTexts } from "../texts.ts";
import { inTurn } from "../turns.ts";
import { digestOf } from "./digest.ts";
import { Memory } from "./memory.ts";
import { newBundles } from "./new-bundles.ts";
import { WaitingBundles, withEdgeEnds } from "./waiting.ts";

/** How a stream is loaded. */
export interface StreamOptions {
  /** How many records, nodes and edges together, make a batch: one transaction. 20,000 when left out. */
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
 * Loads bundles as they come, of any number: batch by batch, each batch one transaction, so that memory does not grow with the stream. While
 * one batch is being written, the next one is read and checked.
 * A bundle that has a problem is refused and the others go on. One that points at what the graph does not have waits for the end of the
 * stream, since that may come yet; an edge to a node that is not there even then is left out and counted.
 * Each bundle's digest is written with it: a bundle that the graph has already is skipped, so that a load that was cut off ends, run
 * again, with the same graph. Throws EngineError.
 */
export function loadStream(
  engine: GraphEngine,
  model: Model,
  bundles: AsyncIterable<Bundle>,
  options: StreamOptions = {},
): Promise<StreamReport> {
  return inTurn(engine, () => new Stream(engine, model, options).load(bundles));
}

/** A bundle on its way, with its digest. */
interface Digested {
  readonly bundle: Bundle;
  readonly digest: string;
}

/** A batch beside the graph. */
interface Compared {
  readonly changes: Changes;
  /** The digests to be stored, by bundle. */
  readonly digests: ReadonlyMap<string, string>;
  /** Whether all of its bundles are new throughout. */
  readonly allNew: boolean;
}

class Stream {
  readonly #report: StreamReport = {
    bundles: 0,
    unchanged: 0,
    nodes: noCounts(),
    edges: noCounts(),
    rejected: 0,
    problems: [],
    missing: new Map(),
  };
  readonly #waiting = new WaitingBundles();
  readonly #memory: Memory;
  #batch = new Map<string, Digested>();
  /** How many nodes and edges the batch has. */
  #size = 0;
  /** The batch that is being written. */
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly engine: GraphEngine,
    private readonly model: Model,
    private readonly options: StreamOptions,
  ) {
    this.#memory = new Memory(engine);
  }

  async load(bundles: AsyncIterable<Bundle>): Promise<StreamReport> {
    const most = this.options.batch ?? 20_000;
    await prepare(this.engine, this.model);
    try {
      for await (const bundle of bundles) {
        this.#add(bundle);
        if (this.#size >= most) await this.#flush();
      }
      await this.#flush();
      for (const bundle of this.#waiting.close()) this.#add(bundle);
      await this.#flush();
      await this.#writing;
      return this.#report;
    } finally {
      await this.#writing.catch(() => undefined);
    }
  }

  /** What several records share comes again with each of them; where it says more by then, the last one counts. */
  #add(given: Bundle): void {
    const bundle = withStoredTexts(given);
    const { name } = bundle;
    const digest = digestOf(bundle);
    const before = this.#batch.get(name);
    if (!before && this.#memory.digest(name) === digest) {
      this.#report.unchanged += 1;
      return;
    }
    if (!before) this.#size += bundle.nodes.length + bundle.edges.length;
    this.#batch.set(name, { bundle, digest });
  }

  async #flush(): Promise<void> {
    if (this.#batch.size === 0) return;
    const batch = this.#batch;
    this.#batch = new Map();
    this.#size = 0;
    const compared = await this.#compare(batch);
    await this.#writing;
    if (!compared) {
      this.options.onBatch?.(this.#report);
      return;
    }
    const { changes, digests, allNew } = compared;
    this.#memory.noteWriting({
      names: new Map(changes.reports.map(({ name }) => [name, digests.get(name) ?? ""])),
      nodes: new Map(changes.addedNodes.map(({ id, values }) => [id, values])),
    });
    this.#writing = this.#write(changes, digests);
    // Its failure is thrown where it is awaited next.
    this.#writing.catch(() => undefined);
    if (allNew) return;
    await this.#writing;
    this.#memory.forgetNodes();
  }

  async #write(changes: Changes, digests: ReadonlyMap<string, string>): Promise<void> {
    await writeChanges(this.engine, changes, () => undefined, digests);
    for (const { nodes, edges } of changes.reports) {
      addCounts(this.#report.nodes, nodes);
      addCounts(this.#report.edges, edges);
    }
    this.#report.bundles += changes.reports.length;
    this.options.onBatch?.(this.#report);
  }

  /** What a batch changes; null where that is nothing. */
  async #compare(batch: ReadonlyMap<string, Digested>): Promise<Compared | null> {
    const known = await this.#memory.bundles([...batch.keys()]);
    const changed = [...batch.values()].filter(({ bundle, digest }) => known.digests.get(bundle.name) !== digest);
    this.#report.unchanged += batch.size - changed.length;
    if (changed.length === 0) return null;

    const withClaims = changed.map(({ bundle }) => withBundleClaims(bundle, this.model));
    const { bundles, nodes } = await withEdgeEnds(this.#memory, withClaims, this.#report.missing, this.#waiting);
    const validated = await this.#validate(bundles, nodes, known.present);
    if (!validated) return null;
    // What lost an edge is written again once the graph has what it points at: no digest says that it is whole.
    const whole = new Set(withClaims);
    const digests = bundles.flatMap((bundle) => (whole.has(bundle) ? [[bundle.name, batch.get(bundle.name)?.digest ?? ""] as const] : []));
    return { ...validated, digests: new Map(digests) };
  }

  /** What the valid ones of some bundles change, the others refused; null where none is left. `present` are the bundles that the graph has. */
  async #validate(
    bundles: readonly Bundle[],
    nodes: ReadonlyMap<string, Values>,
    present: ReadonlySet<string>,
  ): Promise<Omit<Compared, "digests"> | null> {
    const report = this.#report;
    let left = bundles;
    while (left.length > 0) {
      const added = newBundles(this.model, left, present, (id) => nodes.has(id));
      const state = await this.#stateOf(
        left.filter((bundle) => !added.has(bundle)),
        nodes,
      );
      const problems = check(left, state, true);
      if (problems.length === 0) return { changes: applyBundles(state, left), allNew: added.size === left.length };
      const valid = withoutProblems(left, problems);
      report.problems.push(...problems.slice(0, Math.max(0, MOST_PROBLEMS - report.problems.length)));
      // A problem whose place is in none of them refuses them all.
      const kept = valid.length < left.length ? valid : [];
      report.rejected += left.length - kept.length;
      left = kept;
    }
    return null;
  }

  /** The part of the graph that a batch touches: all around the bundles that the graph may have, and the ends of the new ones. */
  async #stateOf(present: readonly Bundle[], nodes: ReadonlyMap<string, Values>): Promise<State> {
    if (present.length > 0) await this.#writing;
    const state = present.length > 0 ? await readState(this.engine, this.model, present) : new State(this.model);
    for (const [id, values] of nodes) if (!state.nodes.has(id)) state.addNode(id, values);
    return state;
  }
}

/** The bundles in none of whose records a problem lies. */
function withoutProblems(bundles: readonly Bundle[], problems: readonly Problem[]): Bundle[] {
  const places = new Set(problems.map(formatPlace));
  const hasProblem = (record: { place: Place; places?: ReadonlyMap<string, Place> | undefined }) =>
    places.has(formatPlace(record.place)) || [...(record.places?.values() ?? [])].some((place) => places.has(formatPlace(place)));
  return bundles.filter((bundle) => !hasProblem(bundle) && !bundle.nodes.some(hasProblem) && !bundle.edges.some(hasProblem));
}
