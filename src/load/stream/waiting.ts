import type { Values } from "../graph/stored.ts";
import type { Bundle, EdgeRecord } from "../record.ts";
import type { Memory } from "./memory.ts";

/** How many records may wait for others that come later in the stream. */
const MOST_WAITING = 100_000;

/** Bundles that point at what the graph does not have yet; only so many, lest a file without its commodities fill the memory. */
export class Waiting {
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

/**
 * Bundles whose edges and claims all have an end, in the batch or in the graph, with the nodes of the graph that they point at or define anew.
 * The others wait; where they can't, the edges that lack an end are left out and counted in `missing`.
 */
export async function withoutLooseEnds(
  memory: Memory,
  bundles: readonly Bundle[],
  missing: Map<string, number>,
  waiting: Waiting,
): Promise<{ bundles: readonly Bundle[]; nodes: ReadonlyMap<string, Values> }> {
  let left = bundles;
  const defined = new Set<string>();
  const looked = new Set<string>();
  for (const bundle of bundles) {
    for (const { id } of bundle.nodes) defined.add(id);
    for (const { from, to, claims } of bundle.edges) {
      looked.add(from).add(to);
      for (const claim of claims) looked.add(claim);
    }
  }
  const nodes = await memory.nodes(new Set([...defined, ...looked]));
  for (;;) {
    const loose = ({ from, to, claims }: EdgeRecord): string | undefined => {
      const isMissing = (id: string) => !defined.has(id) && !nodes.has(id);
      if (isMissing(from)) return from;
      return isMissing(to) ? to : claims.find(isMissing);
    };
    const incomplete = left.filter((bundle) => bundle.edges.some((edge) => loose(edge) !== undefined));
    if (incomplete.length === 0) return { bundles: left, nodes };
    const patient = new Set(incomplete.filter((bundle) => waiting.take(bundle)));
    if (patient.size === 0) {
      const isKept = (edge: EdgeRecord) => {
        const end = loose(edge);
        if (end !== undefined) missing.set(end, (missing.get(end) ?? 0) + 1);
        return end === undefined;
      };
      const faulty = new Set(incomplete);
      return { bundles: left.map((bundle) => (faulty.has(bundle) ? { ...bundle, edges: bundle.edges.filter(isKept) } : bundle)), nodes };
    }
    // What went to wait may have been what others pointed at.
    left = left.filter((bundle) => !patient.has(bundle));
    defined.clear();
    for (const bundle of left) for (const { id } of bundle.nodes) defined.add(id);
  }
}
