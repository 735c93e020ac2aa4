import type { Counts } from "../graph/index.ts";
import type { Problem } from "../record.ts";
import type { Removals } from "../report.ts";

/** How a stream is loaded. */
export interface StreamOptions {
  /** How many records, nodes and edges together, make a batch: one transaction. 20,000 when left out. */
  readonly batch?: number;
  /** Who loads, for the journal of writes; `HERE` when absent. */
  readonly by?: string;
  /** Why a bundle of this name may not be loaded, which it then is not; null where it may. All may when absent. */
  readonly refusal?: (bundle: string) => string | null;
  /** Called after each batch. */
  readonly onBatch?: (report: StreamReport) => void;
  /** Called before anything is removed, with what is. */
  readonly onRemovals?: (removals: Removals) => void;
  /** Takes bundles although something else has made what the graph has under their names. */
  readonly replace?: boolean;
}

/** What a streamed load did. */
export interface StreamReport {
  /** Bundles written, and bundles skipped because the graph has them as they are. */
  bundles: number;
  unchanged: number;
  readonly nodes: Counts;
  readonly edges: Counts;
  /** Records in the bundles that were refused for what is wrong with them; all other bundles were written. */
  rejected: number;
  /** What was wrong with them: the first thousand. */
  readonly problems: Problem[];
  /** Edges left out because the graph has no node at one end, by that end's id. */
  readonly missing: Map<string, number>;
  /** Records of the bundles written that follow a merge: they name a node that was merged into another, or say what follows from it. */
  followed: number;
}

/** The most problems that are kept: a file that is wrong throughout must not fill the memory. */
export const MOST_PROBLEMS = 1000;
