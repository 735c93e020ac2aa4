/** Which bundles have to be written together because of merges, and what each of them said. */
import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { type BundleNote, bundlesInGraph, edgeKeyOf, owners, readNotes } from "../graph/index.ts";
import { type Bundle, namedBeside } from "../record.ts";
import { type Followed, follow } from "./follow.ts";
import { type Merges, type Restated, readMerges, readRestated } from "./notes.ts";

/** Bundles with merges followed, and those that must be written with them. */
export interface Together extends Followed {
  /** The names of bundles that were not given: what they say is written anew, in the same transaction. */
  readonly companions: ReadonlyMap<string, BundleNote>;
}

/** Bundles as they are stated: what merges made of them is taken back. Throws EngineError. */
export async function bundlesAsStated(engine: GraphEngine, model: Model, names: readonly string[]): Promise<Bundle[]> {
  const restated = await readRestated(engine, { merged: [], bundles: names });
  return (await bundlesInGraph(engine, model, names)).map(({ stored: _, ...bundle }) => asStated(model, bundle, restated.get(bundle.name)));
}

function asStated(model: Model, bundle: Bundle, restated: Restated | undefined): Bundle {
  if (!restated) return bundle;
  const became = new Set(restated.became);
  const kept = new Set(restated.nodes.map(({ id }) => id));
  return {
    ...bundle,
    nodes: [...bundle.nodes.filter(({ id }) => !kept.has(id)), ...restated.nodes],
    edges: [...bundle.edges.filter((edge) => !became.has(edgeKeyOf(model, edge, edge.properties))), ...restated.edges],
  };
}

/**
 * Bundles with the merges of the graph followed. Where a bundle has to do with merged nodes, the other bundles that have to do with them come along: what a
 * record of one of them says may follow from those of another. Null where no merge concerns any of them. Throws EngineError.
 */
export async function followMerges(engine: GraphEngine, model: Model, given: readonly Bundle[]): Promise<Together | null> {
  const merges = await readMerges(engine);
  return merges.size === 0 ? null : together(engine, model, given, { before: merges, after: merges });
}

/** The same for merges that are to be others than before; `start` names bundles of the graph to begin with. Throws EngineError. */
export async function together(
  engine: GraphEngine,
  model: Model,
  given: readonly Bundle[],
  { before, after, start = [] }: { readonly before: Merges; readonly after: Merges; readonly start?: readonly string[] },
): Promise<Together | null> {
  let added: readonly Bundle[] = [...given, ...(await bundlesAsStated(engine, model, start))];
  const all = new Map(added.map((bundle) => [bundle.name, bundle]));
  const known = await readRestated(engine, { merged: [], bundles: [...all.keys()] });
  const seen = new Set<string>();
  while (added.length > 0) {
    const targets = new Set(added.flatMap((bundle) => targetsOf(bundle, known.get(bundle.name), [before, after])));
    const ids = new Set([...targets].filter((id) => !seen.has(id)));
    for (const id of ids) seen.add(id);
    if (ids.size === 0) break;
    const restated = await readRestated(engine, { merged: [...before.formerOf(ids), ...after.formerOf(ids)], bundles: [] });
    for (const [name, one] of restated) known.set(name, one);
    const names = new Set([...restated.keys(), ...(await owners(engine, [...ids])).values()]);
    added = await bundlesAsStated(
      engine,
      model,
      [...names].filter((name) => !all.has(name)),
    );
    for (const bundle of added) all.set(bundle.name, bundle);
  }
  if (seen.size === 0) return null;
  const companions = [...all.keys()].slice(given.length);
  const notes = await readNotes(engine, companions);
  const noted = new Map(companions.map((name) => [name, notes.get(name) ?? { digest: null, origin: null }]));
  const bundles = [...all.values()].map((bundle) => ({ ...bundle, origin: bundle.origin ?? noted.get(bundle.name)?.origin ?? undefined }));
  return { ...follow(model, bundles, after), companions: noted };
}

/** The nodes that stand for the merged ones that a bundle has to do with. */
function targetsOf({ nodes, edges }: Bundle, restated: Restated | undefined, both: readonly Merges[]): string[] {
  const named = new Set(restated?.merged);
  for (const { id } of nodes) named.add(id);
  for (const edge of edges) {
    for (const id of [edge.from, edge.to, ...namedBeside(edge)]) named.add(id);
    if (typeof edge.properties.value === "string") named.add(edge.properties.value);
  }
  return both.flatMap((merges) => {
    const targets = new Set(merges.all().map(({ from }) => merges.final(from)));
    return [...named].flatMap((id) =>
      merges.get(id) ? [merges.final(id)] : targets.has(id) && nodes.some((node) => node.id === id) ? [id] : [],
    );
  });
}
