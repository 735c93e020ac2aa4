import type { GraphEngine } from "../engine/port.ts";
import { type BundleInGraph, bundlesInGraph, namedBeside, owners } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { compare } from "./graph.ts";

/** How many bundles are read at once. */
const AT_ONCE = 200;
/** How many are held at most until what they point at has been given. */
const MOST_HELD = 2_000;

/** A bundle, and the names of those that define what it points at. */
interface Held {
  readonly bundle: BundleInGraph;
  readonly needs: readonly string[];
}

/**
 * Everything as bundles, just as they were stated: what the loader computed is left out. What a bundle points at comes before it, unless it
 * points back: a stream is loaded as it comes, and only so much of it can wait for what comes later. Throws EngineError.
 */
export async function* bundlesOf(engine: GraphEngine, model: Model): AsyncGenerator<BundleInGraph> {
  const all = await namesOf(engine);
  const given = new Set<string>();
  for (let next = 0; next < all.length; ) {
    let wanted: string[] = [];
    for (; next < all.length && wanted.length < AT_ONCE; next++) wanted.push(...(given.has(all[next] ?? "") ? [] : [all[next] ?? ""]));
    const held = new Map<string, Held>();
    while (wanted.length > 0 && held.size < MOST_HELD) {
      for (const [name, bundle] of await readHeld(engine, model, wanted.slice(0, AT_ONCE))) held.set(name, bundle);
      const later = new Set(wanted.slice(AT_ONCE));
      for (const { needs } of held.values()) for (const name of needs) if (!given.has(name) && !held.has(name)) later.add(name);
      wanted = [...later].sort(compare);
    }
    for (const bundle of inOrder(held)) {
      given.add(bundle.name);
      if (bundle.nodes.length + bundle.edges.length > 0) yield bundle;
    }
  }
}

async function namesOf(engine: GraphEngine): Promise<string[]> {
  const named = async (text: string) => (await engine.read({ text, params: {} })).map(([name]) => String(name));
  const nodes = await named("MATCH (n:Node) WHERE n.bundle IS NOT NULL RETURN DISTINCT n.bundle");
  const reaching = await named("MATCH (b:Bundle) RETURN b.name");
  return [...new Set([...nodes, ...reaching])].sort(compare);
}

/** Those that others need before these; of those that need each other, whichever is met first comes last. */
function* inOrder(held: ReadonlyMap<string, Held>): Generator<BundleInGraph> {
  const met = new Set<string>();
  function* visit(name: string): Generator<BundleInGraph> {
    const found = held.get(name);
    if (!found || met.has(name)) return;
    met.add(name);
    for (const need of found.needs) yield* visit(need);
    yield found.bundle;
  }
  for (const name of [...held.keys()].sort(compare)) yield* visit(name);
}

async function readHeld(engine: GraphEngine, model: Model, names: readonly string[]): Promise<Map<string, Held>> {
  const bundles = await bundlesInGraph(engine, model, names);
  const foreign = new Map(
    bundles.map(({ name, nodes, edges }) => {
      const own = new Set(nodes.map(({ id }) => id));
      return [
        name,
        [...new Set(edges.flatMap((edge) => [edge.from, edge.to, ...namedBeside(edge)]))].filter((id) => !own.has(id)),
      ] as const;
    }),
  );
  const found = await owners(engine, [...new Set([...foreign.values()].flat())]);
  return new Map(
    bundles.map((bundle) => {
      const needs = new Set((foreign.get(bundle.name) ?? []).flatMap((id) => found.get(id) ?? []));
      return [bundle.name, { bundle, needs: [...needs].sort(compare) }];
    }),
  );
}
