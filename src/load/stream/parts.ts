import type { BundleNote } from "../graph/index.ts";
import type { Merges } from "../merges/index.ts";
import type { Bundle } from "../record.ts";
import type { Memory } from "./memory.ts";
import type { WaitingBundles } from "./waiting.ts";

/** A bundle on its way, with its digest. */
export interface Digested {
  readonly bundle: Bundle;
  readonly digest: string;
}

/** Bundles beside what the graph has of them. */
export interface ByParts {
  /** Those that have to be compared with it. */
  readonly changed: readonly Digested[];
  /** Of each that it has as it is but for edges without an end, the ends that it still lacks. */
  readonly same: readonly (readonly string[])[];
}

/** What tells whether an end is there. */
interface Ends {
  readonly waiting: Pick<WaitingBundles, "add">;
  readonly memory: Pick<Memory, "nodes">;
  readonly merges: Pick<Merges, "get">;
}

/**
 * Sorts out the bundles that the graph has as they are but for edges whose ends it still lacks. An end may come later in the stream: as others do whose
 * edges lack one, these wait for its end first, and are in neither list until then. Throws EngineError.
 */
export async function sortedByParts(
  batch: readonly Digested[],
  known: ReadonlyMap<string, BundleNote>,
  { waiting, memory, merges }: Ends,
): Promise<ByParts> {
  const lacksOf = ({ bundle, digest }: Digested): readonly string[] => {
    const part = known.get(bundle.name)?.part;
    return part?.digest === digest ? part.lacks : [];
  };
  const left = batch.filter((one) => lacksOf(one).length === 0 || !waiting.add(one.bundle));
  const ends = new Set(left.flatMap(lacksOf));
  if (ends.size === 0) return { changed: left, same: [] };
  const there = new Set([...batch.flatMap(({ bundle }) => bundle.nodes.map(({ id }) => id)), ...(await memory.nodes(ends)).keys()]);
  const isThere = (id: string) => there.has(id) || merges.get(id) !== undefined;
  const isSame = (one: Digested) => lacksOf(one).length > 0 && !lacksOf(one).some(isThere);
  return { changed: left.filter((one) => !isSame(one)), same: left.filter(isSame).map(lacksOf) };
}
