/** Merging a node into another, and taking that back. */
import type { GraphEngine, Statement } from "../../engine/port.ts";
import { CLAIM, type Model, nodeTypeOf, SOURCE } from "../../model/index.ts";
import { check } from "../check/index.ts";
import { applyBundles, owners, readState, textsOf, type Values, writeChanges } from "../graph/index.ts";
import { HERE } from "../here.ts";
import { type MayLoad, requireAllowed } from "../not-allowed.ts";
import { InputError } from "../read/index.ts";
import { formatProblem } from "../record.ts";
import { digestOf } from "../stream/digest.ts";
import { inTurn } from "../turns.ts";
import { prepare } from "../usable.ts";
import { together } from "./companions.ts";
import { type Merge, Merges, readMerges, restatedStatements } from "./notes.ts";

/** How a merge is done. */
export interface MergeOptions {
  /** Why both are one, in words. */
  readonly reason?: string | undefined;
  /** Who merges; `HERE` when absent. */
  readonly by?: string | undefined;
  /** Whether who merges may change a bundle: the one that defines either node. All when absent. */
  readonly mayLoad?: MayLoad;
}

/** What a merge, or its taking back, did. */
export interface MergeReport {
  readonly from: string;
  readonly into: string;
  /** How many records of bundles follow merges of nodes that are one with these, after it. */
  readonly records: number;
  /** The bundles that have such records, or had them before, by name. */
  readonly bundles: readonly string[];
  /** Values of merged nodes that no claim vouches for and that gave way, in words. They are kept, and come back when the merge is taken back. */
  readonly gaveWay: readonly string[];
}

/**
 * Merges a node into another of its type: from then on both ids mean the second. Its edges and claims go to that node, in one transaction, with all that
 * follows; what bundles stated is kept, so that `unmerge` restores the graph as it was. Throws InputError where that can't be, NotAllowedError, EngineError.
 */
export function merge(engine: GraphEngine, model: Model, from: string, into: string, options: MergeOptions = {}): Promise<MergeReport> {
  return inTurn(engine, async () => {
    await prepare(engine, model);
    const before = await readMerges(engine);
    const found = await owners(engine, [from, into]);
    requireMergeable(model, { from, into }, before, found);
    await requireAllowed(new Set(found.values()), options.mayLoad);
    const day = new Date().toISOString().slice(0, 10);
    const made: Merge = { from, into, bundle: found.get(from) ?? "", reason: options.reason ?? null, day, by: options.by ?? HERE };
    const note: Statement = { text: "UNWIND $rows AS row CREATE (m:Merged) SET m += row", params: { rows: [noted(made)] } };
    return rewrite(
      engine,
      model,
      made,
      { before, after: new Merges([...before.all(), made]), names: await speakingOf(engine, from), note },
      options,
    );
  });
}

/** Takes a merge back: the node is there again, with all that its bundles say by now. Throws as `merge` does. */
export function unmerge(engine: GraphEngine, model: Model, from: string, options: Omit<MergeOptions, "reason"> = {}): Promise<MergeReport> {
  return inTurn(engine, async () => {
    await prepare(engine, model);
    const before = await readMerges(engine);
    const made = before.get(from);
    if (!made) throw new InputError(`${from} was not merged into any node, so there is nothing to take back.`);
    const target = before.final(from);
    const found = await owners(engine, [target]);
    await requireAllowed(new Set(found.values()), options.mayLoad);
    const note: Statement = { text: "MATCH (m:Merged {id: $id}) DELETE m", params: { id: from } };
    const after = new Merges(before.all().filter((one) => one !== made));
    return rewrite(engine, model, made, { before, after, names: [...found.values()], note }, options);
  });
}

/** A merge as it is noted. */
function noted({ from, reason, ...more }: Merge): Values {
  return { id: from, ...more, ...(reason === null ? {} : { reason }) };
}

/** Throws InputError that says why a node can't be merged into another. */
function requireMergeable(
  model: Model,
  { from, into }: { from: string; into: string },
  merges: Merges,
  found: ReadonlyMap<string, string>,
): void {
  const refuse = (why: string): never => {
    throw new InputError(why);
  };
  if (from === into) refuse(`${from} can't be merged into itself.`);
  const before = merges.get(from);
  if (before) refuse(`${from} was merged into ${before.into} already (${before.day}): npm run unmerge -- ${from} first.`);
  const moved = merges.get(into);
  if (moved) refuse(`${into} was itself merged into ${moved.into}: merge into ${merges.final(into)}.`);
  for (const id of [from, into]) {
    const type = nodeTypeOf(model, id);
    if (!type) refuse(`"${id}" is no id: an id is prefix:key, and the prefix names a node type.`);
    if (!found.has(id)) refuse(`The graph has no ${id}.`);
    if (type && [CLAIM, SOURCE].includes(type.name))
      refuse(`${id} is a ${type.name.toLowerCase()}: evidence stays as it is, and is never merged.`);
  }
  const [one, other] = [nodeTypeOf(model, from)?.name, nodeTypeOf(model, into)?.name];
  if (one !== other) refuse(`${from} is a ${one} and ${into} a ${other}: only nodes of one type can be one.`);
}

/** The bundles that say something of a node: they define it, state an edge of it, or claim something that names it. Throws EngineError. */
async function speakingOf(engine: GraphEngine, id: string): Promise<string[]> {
  const names = new Set((await owners(engine, [id])).values());
  const texts = [
    "MATCH (n:Node {id: $id})-[r]-(:Node) RETURN DISTINCT r.bundles",
    "MATCH (:Claim)-[r:ABOUT]->(:Node) WHERE r.value = $id OR r.field CONTAINS $within RETURN DISTINCT r.bundles",
  ];
  for (const text of texts)
    for (const [bundles] of await engine.read({ text, params: text.includes("$within") ? { id, within: `(${id})` } : { id } }))
      for (const name of textsOf(bundles)) names.add(name);
  return [...names].sort();
}

/** What is to be written anew. */
interface Rewrite {
  readonly before: Merges;
  readonly after: Merges;
  /** Bundles that are concerned; those that are by what they say come along. */
  readonly names: readonly string[];
  /** Notes the merge, or that it is no more. */
  readonly note: Statement;
}

async function rewrite(
  engine: GraphEngine,
  model: Model,
  { from, into }: Merge,
  { before, after, names, note }: Rewrite,
  { by = HERE }: MergeOptions,
): Promise<MergeReport> {
  // All of them are of the graph: what is noted of each stays as it is.
  const found = await together(engine, model, [], { before, after, start: names });
  if (!found) throw new InputError(`The graph has nothing of ${from} and ${into}.`);
  const state = await readState(engine, model, found.bundles);
  const problems = found.problems.length > 0 ? found.problems : check(found.bundles, state, true);
  if (problems.length > 0)
    throw new InputError(
      `${from} and ${into}: nothing was written.\n${problems.map((problem) => (problem.file === "" ? problem.message : formatProblem(problem))).join("\n")}`,
    );
  const changes = applyBundles(state, found.bundles);
  const author = { by, digests: new Map(found.bundles.map((bundle) => [bundle.name, digestOf(bundle)])) };
  const more = [...restatedStatements(found.restated), note];
  await writeChanges(engine, model, changes, () => undefined, author, { notes: found.companions, more });
  return { from, into, records: found.count, bundles: found.bundles.map(({ name }) => name).sort(), gaveWay: found.gaveWay };
}
