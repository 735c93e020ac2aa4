import type { Candidate } from "./candidates.ts";
import { pairsOf } from "./pairs.ts";
import { type Weighed, weigh } from "./weigh.ts";

/** Two nodes that may be one. */
export interface Proposal extends Weighed {
  /** The one that would be merged away. */
  readonly from: Pick<Candidate, "id" | "label">;
  /** The one that would stand for both: it has more identifiers, else more names, else the id that comes first. */
  readonly into: Pick<Candidate, "id" | "label">;
}

/** What was found, and what was not looked at. */
export interface Proposals {
  /** The likeliest first; equally likely ones by their ids. */
  readonly proposals: readonly Proposal[];
  /** How many pairs were looked at. */
  readonly looked: number;
  /** Words and parts of names that too many nodes have to lead to comparisons by themselves. */
  readonly left: readonly string[];
}

/** The pairs of nodes of one type that are one with a score of at least `least`, 0 to 1. */
export function proposalsOf(candidates: readonly Candidate[], least: number): Proposals {
  const { pairs, left } = pairsOf(candidates);
  const proposals: Proposal[] = [];
  for (const [one, other] of pairs) {
    const [a, b] = [candidates[one], candidates[other]];
    const weighed = a && b ? weigh(a, b) : null;
    if (!a || !b || !weighed || weighed.score < least) continue;
    const [into, from] = [a, b].toSorted(byStanding);
    if (into && from) proposals.push({ ...weighed, from: called(from), into: called(into) });
  }
  proposals.sort((a, b) => b.score - a.score || order(a.into.id, b.into.id) || order(a.from.id, b.from.id));
  return { proposals, looked: pairs.length, left };
}

const called = ({ id, label }: Candidate) => ({ id, label });

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byStanding(a: Candidate, b: Candidate): number {
  return b.identifiers.size - a.identifiers.size || b.names.length - a.names.length || order(a.id, b.id);
}
