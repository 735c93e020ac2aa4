import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { check } from "../check/index.ts";
import {
  addCounts,
  applyBundles,
  type BundleNote,
  type Changes,
  haveKeys,
  noCounts,
  readSameKeys,
  readState,
  State,
  type Values,
  writeChanges,
} from "../graph/index.ts";
import { HERE } from "../here.ts";
import { followMerges, type Merges, readMerges, restatedStatements, type Together } from "../merges/index.ts";
import { type Bundle, formatPlace, type Place, type Problem, problemAt } from "../record.ts";
import { removalsOf } from "../report.ts";
import { withBundleClaims } from "../rests-on.ts";
import { withStoredTexts } from "../texts.ts";
import { inTurn } from "../turns.ts";
import { prepare } from "../usable.ts";
import { digestOf } from "./digest.ts";
import { Memory } from "./memory.ts";
import { newBundles } from "./new-bundles.ts";
import { foreignProblems, keptOrigin, twinProblem } from "./origins.ts";
import { type Digested, sortedByParts } from "./parts.ts";
import { MOST_PROBLEMS, type StreamOptions, type StreamReport } from "./report.ts";
import { filled, filledFromGraph } from "./silence.ts";
import { WaitingBundles, withEdgeEnds } from "./waiting.ts";

/**
 * Loads bundles as they come, of any number: batch by batch, each batch one transaction, so that memory does not grow with the stream. While
 * one batch is being written, the next one is read and checked.
 * A bundle that has a problem is refused and the others go on. One that points at what the graph does not have waits for the end of the
 * stream, since that may come yet; an edge to a node that is not there even then is left out and counted.
 * A bundle that something else has made (`Bundle.origin`) is neither changed nor made smaller unless `replace` says so. Of what the record of a
 * bundle says nothing about (`Bundle.silence`), what it said before stays.
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

/** A batch beside the graph. */
interface Compared {
  readonly changes: Changes;
  /** What is to be noted of its bundles, by name. */
  readonly notes: ReadonlyMap<string, BundleNote>;
  /** Whether all of its bundles are new throughout. */
  readonly allNew: boolean;
  /** What merges made of it; null where none has to do with it. */
  readonly together: Together | null;
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
    followed: 0,
  };
  readonly #waiting = new WaitingBundles();
  readonly #memory: Memory;
  /** Those of the graph, once they are read: loads make none. */
  #merges: Merges | null = null;
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
    const { name } = given;
    const refusal = this.options.refusal?.(name) ?? null;
    if (refusal !== null) {
      this.#refuse([given], [problemAt(given.place, refusal)]);
      return;
    }
    const before = this.#batch.get(name);
    if (before && before.bundle.origin !== given.origin) {
      this.#refuse([given], [twinProblem(given, before.bundle.origin ?? null)]);
      return;
    }
    const bundle = filled(withStoredTexts(given), before?.bundle);
    const digest = digestOf(bundle);
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
    const { changes, notes, allNew, together } = compared;
    const removals = removalsOf(changes);
    for (const one of removals) this.options.onRemovals?.(one);
    this.#memory.noteWriting({
      notes,
      nodes: new Map(changes.addedNodes.map(({ id, values }) => [id, values])),
    });
    const digests = new Map([...batch.values()].map(({ bundle, digest }) => [bundle.name, digest]));
    this.#writing = this.#write(changes, notes, digests, together);
    // Its failure is thrown where it is awaited next.
    this.#writing.catch(() => undefined);
    if (allNew) return;
    await this.#writing;
    this.#memory.forgetNodes();
  }

  async #write(
    changes: Changes,
    notes: ReadonlyMap<string, BundleNote>,
    digests: ReadonlyMap<string, string>,
    together: Together | null,
  ): Promise<void> {
    const written = new Set(changes.reports.map(({ name }) => name));
    const restated = new Map([...(together?.restated ?? [])].filter(([name]) => written.has(name)));
    const more = [...restatedStatements(restated)];
    await writeChanges(this.engine, this.model, changes, () => undefined, { by: this.options.by ?? HERE, digests }, { notes, more });
    for (const [name, { followed }] of restated) if (!together?.companions.has(name)) this.#report.followed += followed;
    const own = changes.reports.filter(({ name }) => !together?.companions.has(name));
    for (const { nodes, edges } of own) {
      addCounts(this.#report.nodes, nodes);
      addCounts(this.#report.edges, edges);
    }
    this.#report.bundles += own.length;
    this.options.onBatch?.(this.#report);
  }

  /** What a batch changes; null where that is nothing. */
  async #compare(batch: ReadonlyMap<string, Digested>): Promise<Compared | null> {
    const known = await this.#memory.bundles([...batch.keys()]);
    const others = [...batch.values()].filter(({ bundle, digest }) => known.get(bundle.name)?.digest !== digest);
    this.#report.unchanged += batch.size - others.length;
    this.#merges ??= await readMerges(this.engine);
    const { changed, same } = await sortedByParts(others, known, { waiting: this.#waiting, memory: this.#memory, merges: this.#merges });
    this.#report.unchanged += same.length;
    for (const ends of same) this.#countMissing(ends);
    if (changed.length === 0) return null;

    if (changed.some(({ bundle }) => bundle.silence && known.has(bundle.name))) await this.#writing;
    const said = await filledFromGraph(
      this.engine,
      this.model,
      changed.map(({ bundle }) => bundle),
      known,
    );
    const withClaims = said.map((bundle) => withBundleClaims(bundle, this.model));
    const together = await this.#followed(withClaims);
    const followed = together?.bundles ?? withClaims;
    const present = new Map([...known, ...(together?.companions ?? [])]);
    // What waits comes again as it was given, so that its digest is the same.
    const given = (name: string) => batch.get(name)?.bundle;
    const waiting = { add: ({ name }: Bundle) => given(name) !== undefined && this.#waiting.add(given(name) as Bundle) };
    const { bundles, nodes, lacks } = await withEdgeEnds(this.#memory, followed, waiting);
    for (const ends of lacks.values()) this.#countMissing(ends);
    const validated = await this.#validate(bundles, nodes, present, together);
    if (!validated) return null;
    // What lost an edge is written again once the graph has what it points at: no digest says that it is whole, but one what it is without that edge.
    const left = new Set(bundles);
    const whole = new Set(followed.filter((bundle) => left.has(bundle)).map(({ name }) => name));
    const notes = new Map(
      validated.changes.reports.map(({ name, nodes, edges }): [string, BundleNote] => {
        const companion = together?.companions.get(name);
        if (companion) return [name, companion];
        const { digest: said = null, bundle } = batch.get(name) ?? {};
        const before = known.get(name);
        // Who says again what is there already has not made it.
        const same = before && [nodes, edges].every((c) => c.added + c.changed + c.removed === 0);
        const origin = same ? keptOrigin(before, bundle) : (bundle?.origin ?? null);
        const ends = lacks.get(name);
        const part = ends && said !== null ? { part: { digest: said, lacks: ends } } : {};
        return [name, { digest: whole.has(name) ? said : null, origin, ...part }];
      }),
    );
    return { ...validated, notes, together };
  }

  #countMissing(ends: readonly string[]): void {
    const { missing } = this.#report;
    for (const id of ends) missing.set(id, (missing.get(id) ?? 0) + 1);
  }

  /** Bundles with merges followed, and those that come along; null where no merge has to do with them. */
  async #followed(bundles: readonly Bundle[]): Promise<Together | null> {
    if ((this.#merges?.size ?? 0) === 0) return null;
    // Bundles that come along are read from the graph.
    await this.#writing;
    return followMerges(this.engine, this.model, bundles);
  }

  /** What the valid ones of some bundles change, the others refused; null where none is left. `present` are the notes of those that the graph has. */
  async #validate(
    bundles: readonly Bundle[],
    nodes: ReadonlyMap<string, Values>,
    present: ReadonlyMap<string, BundleNote>,
    together: Together | null,
  ): Promise<Omit<Compared, "notes" | "together"> | null> {
    const unmade = together?.problems ?? [];
    // What merges make of bundles is written as a whole or not at all.
    const isTogether = ({ name }: Bundle) => (together?.restated.get(name)?.merged.length ?? 0) > 0;
    let left = bundles;
    while (left.length > 0) {
      const added = newBundles(this.model, left, present, (id) => nodes.has(id));
      const state = await this.#stateOf(
        left.filter((bundle) => !added.has(bundle)),
        nodes,
      );
      await this.#readSameKeys(state, left);
      const unmadeHere = left.some(isTogether) ? unmade : [];
      const problems = unmadeHere.length > 0 ? unmadeHere : check(left, state, true);
      if (problems.length > 0) {
        const valid = withoutProblems(left, problems);
        // A problem whose place is in none of them refuses them all.
        const isBroken = left.some((bundle) => isTogether(bundle) && !valid.includes(bundle));
        const kept = new Set(valid.length < left.length ? valid.filter((bundle) => !(isBroken && isTogether(bundle))) : []);
        this.#refuse(
          left.filter((bundle) => !kept.has(bundle)),
          problems,
        );
        left = [...kept];
        continue;
      }
      const changes = applyBundles(state, left);
      const foreign = this.options.replace ? new Map<Bundle, Problem>() : foreignProblems(left, changes.reports, present);
      if (foreign.size === 0) return { changes, allNew: added.size === left.length };
      this.#refuse([...foreign.keys()], [...foreign.values()]);
      left = left.filter((bundle) => !foreign.has(bundle));
    }
    return null;
  }

  #refuse(bundles: readonly Bundle[], problems: readonly Problem[]): void {
    const report = this.#report;
    report.problems.push(...problems.slice(0, Math.max(0, MOST_PROBLEMS - report.problems.length)));
    for (const { records = 1 } of bundles) report.rejected += records;
  }

  /** Other nodes of the graph may have the keys of new ones too. */
  async #readSameKeys(state: State, bundles: readonly Bundle[]): Promise<void> {
    if (!haveKeys(state, bundles)) return;
    await this.#writing;
    await readSameKeys(this.engine, state, bundles);
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
