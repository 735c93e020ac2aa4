import type { Values } from "../graph/index.ts";
import { type Bundle, type EdgeRecord, namedBeside } from "../record.ts";
import type { Memory } from "./memory.ts";

/** How many records may wait for others that come later in the stream. */
const MOST_WAITING = 100_000;

/** Bundles that point at what the graph does not have yet; only so many, so that a file without its commodities does not fill the memory. */
export class WaitingBundles {
  #bundles: Bundle[] | null = [];
  #size = 0;

  /** Keeps a bundle for the end of the stream; false where there is no more room, or the end has come. */
  add(bundle: Bundle): boolean {
    if (this.#bundles === null || this.#size >= MOST_WAITING) return false;
    this.#bundles.push(bundle);
    this.#size += bundle.nodes.length + bundle.edges.length;
    return true;
  }

  /** At the end of the stream: all that waited. None can wait from then on. */
  close(): readonly Bundle[] {
    const bundles = this.#bundles ?? [];
    this.#bundles = null;
    return bundles;
  }
}

/**
 * Bundles whose edges and claims all have an end, in the batch or in the graph, with the nodes of the graph that they point at or define anew.
 * The others wait; where they can't, the edges that lack an end are left out, and each of these ends is told by the bundle's name (`lacks`). Throws EngineError.
 */
export async function withEdgeEnds(
  memory: Memory,
  bundles: readonly Bundle[],
  waiting: Pick<WaitingBundles, "add">,
): Promise<{ bundles: readonly Bundle[]; nodes: ReadonlyMap<string, Values>; lacks: ReadonlyMap<string, readonly string[]> }> {
  const nodes = await memory.nodes(idsOf(bundles));
  let left = bundles;
  for (;;) {
    const defined = new Set(left.flatMap((bundle) => bundle.nodes.map(({ id }) => id)));
    const isMissing = (id: string) => !defined.has(id) && !nodes.has(id);
    const missingEnd = (edge: EdgeRecord): string | undefined => {
      if (isMissing(edge.from)) return edge.from;
      return isMissing(edge.to) ? edge.to : namedBeside(edge).find(isMissing);
    };
    const incomplete = left.filter((bundle) => bundle.edges.some((edge) => missingEnd(edge) !== undefined));
    if (incomplete.length === 0) return { bundles: left, nodes, lacks: new Map() };
    const heldBack = new Set(incomplete.filter((bundle) => waiting.add(bundle)));
    if (heldBack.size === 0) return { ...withoutEdges(left, new Set(incomplete), missingEnd), nodes };
    // What went to wait may have been what others pointed at.
    left = left.filter((bundle) => !heldBack.has(bundle));
  }
}

/** Every id that bundles define, point at or rest on. */
function idsOf(bundles: readonly Bundle[]): Set<string> {
  const defined = new Set<string>();
  const named = new Set<string>();
  for (const bundle of bundles) {
    for (const { id } of bundle.nodes) defined.add(id);
    for (const edge of bundle.edges) {
      named.add(edge.from).add(edge.to);
      for (const id of namedBeside(edge)) named.add(id);
    }
  }
  return new Set([...defined, ...named]);
}

/** The bundles, those that are incomplete without the edges that lack an end, and these ends. */
function withoutEdges(
  bundles: readonly Bundle[],
  incomplete: ReadonlySet<Bundle>,
  missingEnd: (edge: EdgeRecord) => string | undefined,
): { readonly bundles: readonly Bundle[]; readonly lacks: ReadonlyMap<string, readonly string[]> } {
  return {
    bundles: bundles.map((bundle) =>
      incomplete.has(bundle) ? { ...bundle, edges: bundle.edges.filter((edge) => missingEnd(edge) === undefined) } : bundle,
    ),
    lacks: new Map([...incomplete].map(({ name, edges }) => [name, edges.flatMap((edge) => missingEnd(edge) ?? [])])),
  };
}
