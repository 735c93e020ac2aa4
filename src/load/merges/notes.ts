/** What the graph notes of merges: which id goes to which, and what the bundles said whose records follow one. */
import type { GraphEngine, Statement } from "../../engine/port.ts";
import { numberOf, textOf, textOrNull, textsOf } from "../graph/index.ts";
import type { EdgeRecord, NodeRecord } from "../record.ts";

/** A node that was merged into another: a note `:Merged {id, into, bundle, reason, day, by}`, outside the public graph. */
export interface Merge {
  /** Id of the node that was merged away. */
  readonly from: string;
  /** Id of the node that stands for both; it may have been merged into a third one since. */
  readonly into: string;
  /** The bundle that defined it when it was merged. */
  readonly bundle: string;
  /** Why, in the words of who did it; null where nothing was said. */
  readonly reason: string | null;
  /** The day of the merge, in UTC. */
  readonly day: string;
  /** Who merged: the name of a key, or of the machine's own command. */
  readonly by: string;
}

/** What a bundle said, of which a merge made something else: a note `:Restated {bundle, merged, said, became}`. */
export interface Restated {
  /** Ids of merged nodes that the bundle names, or into whose new node it is that it defines. */
  readonly merged: readonly string[];
  /** The records as they were stated. */
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
  /** Keys of the edges that stand in the graph in the place of `edges`. */
  readonly became: readonly string[];
  /** How many of its records are other ones because of a merge. */
  readonly followed: number;
}

/** All merges of a graph, by the id that was merged away. */
export class Merges {
  readonly #byFrom: ReadonlyMap<string, Merge>;

  constructor(all: Iterable<Merge>) {
    this.#byFrom = new Map([...all].map((merge) => [merge.from, merge]));
  }

  get size(): number {
    return this.#byFrom.size;
  }

  all(): Merge[] {
    return [...this.#byFrom.values()];
  }

  get(id: string): Merge | undefined {
    return this.#byFrom.get(id);
  }

  /** The id that stands for a node now, over as many merges as there are; the id itself where it was not merged. */
  final(id: string): string {
    let at = id;
    for (let next = this.#byFrom.get(at); next; next = this.#byFrom.get(at)) at = next.into;
    return at;
  }

  /** The ids that some ids stand for now, in order. */
  formerOf(targets: ReadonlySet<string>): string[] {
    return [...this.#byFrom.keys()].filter((id) => targets.has(this.final(id))).sort();
  }
}

/** All merges of a graph. Throws EngineError. */
export async function readMerges(engine: GraphEngine): Promise<Merges> {
  const rows = await engine.read({
    text: "MATCH (m:Merged) RETURN m.id, m.into, m.bundle, m.reason, m.day, m.by ORDER BY m.id",
    params: {},
  });
  return new Merges(
    rows.map(([from, into, bundle, reason, day, by]) => ({
      from: textOf(from),
      into: textOf(into),
      bundle: textOf(bundle),
      reason: textOrNull(reason),
      day: textOf(day),
      by: textOf(by),
    })),
  );
}

/** What bundles said that some merges changed, or that have some names, by the bundle. Throws EngineError. */
export async function readRestated(
  engine: GraphEngine,
  { merged, bundles }: { readonly merged: readonly string[]; readonly bundles: readonly string[] },
): Promise<Map<string, Restated>> {
  const rows = await engine.read({
    text: "MATCH (r:Restated) WHERE r.bundle IN $bundles OR any(id IN r.merged WHERE id IN $merged) RETURN r.bundle, r.merged, r.said, r.became, r.followed ORDER BY r.bundle",
    params: { merged: [...merged], bundles: [...bundles] },
  });
  return new Map(
    rows.map(([bundle, ids, said, became, followed]) => {
      const { nodes, edges }: Pick<Restated, "nodes" | "edges"> = JSON.parse(textOf(said));
      return [textOf(bundle), { merged: textsOf(ids), nodes, edges, became: textsOf(became), followed: numberOf(followed) }];
    }),
  );
}

/** Writes what bundles said, in the transaction that writes what became of it; of those with nothing to keep, the note goes. */
export function* restatedStatements(restated: ReadonlyMap<string, Restated>): Iterable<Statement> {
  for (const [bundle, { merged, nodes, edges, became, followed }] of restated) {
    if (merged.length === 0) {
      yield { text: "MATCH (r:Restated {bundle: $bundle}) DELETE r", params: { bundle } };
      continue;
    }
    const said = JSON.stringify({ nodes: nodes.map(withoutPlaces), edges: edges.map(withoutPlaces) });
    yield {
      text: "MERGE (r:Restated {bundle: $bundle}) SET r.merged = $merged, r.said = $said, r.became = $became, r.followed = $followed",
      params: { bundle, merged: [...merged], said, became: [...became], followed },
    };
  }
}

/** Places are of one load; the record stands where its bundle is named. */
function withoutPlaces<R extends NodeRecord | EdgeRecord>({ places: _, ...record }: R): Omit<R, "places"> {
  return { ...record, place: { file: "", line: 1, column: 1 } };
}
