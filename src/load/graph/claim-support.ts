import type { Model } from "../../model/index.ts";

/** What a claim says of itself, for the edges that rest on it. */
export interface ClaimFacts {
  readonly certainty: string | null;
  readonly recordedOn: string | null;
  /** Id of the source that states it; null where the graph has none. */
  readonly sourceId: string | null;
  /** Whether that source is official. */
  readonly official: boolean;
}

/** What the claims that an edge rests on say of it together. */
export interface ClaimSupport {
  /** The sources behind them, as an edge stores them (see `evidenceOf`). */
  readonly evidence: readonly string[];
  /** The earliest of their dates; null where none has one. */
  readonly recordedOn: string | null;
  /** How sure the surest of those published by a day is, from the first such day on; empty where none says. */
  readonly certainties: readonly CertaintyStep[];
}

/** How sure something is from a day on, as what was published by then says. */
export interface CertaintyStep {
  /** Empty where the claim has no date: it counts as always known. */
  readonly known: string;
  readonly certainty: string;
}

/** Computes what claims say together, once for each of the many edges that rest on the same ones; it holds as long as the claims do not change. */
export function supportByClaims(model: Model, factsOf: (claim: string) => ClaimFacts): (claims: readonly string[]) => ClaimSupport {
  const known = new Map<string, ClaimSupport>();
  return (claims) => {
    const key = claims.join(" ");
    let support = known.get(key);
    if (!support) {
      const facts = claims.map(factsOf);
      support = {
        evidence: evidenceOf(facts),
        recordedOn: earliest(facts.map((f) => f.recordedOn)),
        certainties: certaintiesOf(model, facts),
      };
      known.set(key, support);
    }
    return support;
  };
}

/**
 * The sources behind some claims, each once, as an edge stores them: whether it is official, and its first date. Earlier versions added its id, which
 * nobody reads: without it a database takes 4 % less memory.
 */
function evidenceOf(facts: readonly ClaimFacts[]): string[] {
  const sources = new Map<string, ClaimFacts[]>();
  for (const fact of facts) if (fact.sourceId !== null) sources.set(fact.sourceId, [...(sources.get(fact.sourceId) ?? []), fact]);
  return [...sources.values()]
    .map((of) => `${of.some((f) => f.official) ? "1" : "0"}|${earliest(of.map((f) => f.recordedOn)) ?? ""}`)
    .sort();
}

/** The earliest of some dates, of whatever precision; null where there is none. */
export function earliest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((first, date) => (date !== null && (first === null || date < first) ? date : first), null);
}

/** How sure the surest of some claims is, by the days on which a surer one was published; the schema lists certainties from the surest down. */
function certaintiesOf(model: Model, facts: readonly ClaimFacts[]): CertaintyStep[] {
  const order = model.enums.get("Certainty") ?? [];
  const steps: CertaintyStep[] = [];
  let reached = order.length;
  const said = facts.flatMap(({ certainty, recordedOn }) => {
    const rank = certainty === null ? -1 : order.indexOf(certainty);
    return certainty === null || rank < 0 ? [] : [{ known: recordedOn ?? "", certainty, rank }];
  });
  // Of one day, the surest first: what is no surer than what came before is no step.
  for (const { known, certainty, rank } of said.sort((a, b) => (a.known === b.known ? a.rank - b.rank : a.known < b.known ? -1 : 1))) {
    if (rank >= reached) continue;
    reached = rank;
    steps.push({ known, certainty });
  }
  return steps;
}
