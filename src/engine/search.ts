/** Full-text search, the same on every engine: the engine's two indexes propose, `rank.ts` orders. */
import type { SearchSource, Value } from "./port.ts";
import { type Candidate, rank } from "./rank.ts";
import { gramsOf, queryWords } from "./text.ts";

/** The indexed node properties; made by `searchWords` and `searchGrams` of `text.ts`. */
export const searchProperties = ["searchText", "searchNames"] as const;
export type SearchProperty = (typeof searchProperties)[number];

/** Asks one index for the nodes that score best on any of some tokens, which hold letters and digits only. */
export type Propose = (proposal: Proposal) => Promise<readonly Candidate[]>;

/** What an index is asked for. */
export interface Proposal {
  readonly property: SearchProperty;
  readonly tokens: readonly string[];
  /** How many hits the index looks at. */
  readonly depth: number;
  /** How many of them, best first, are given: those of `types`, where there are any. */
  readonly most: number;
  readonly types: readonly string[] | null;
}

/** Hits of other types may stand before those that are wanted: so many times deeper the index is looked into. */
const DEEPER = 3;

const mostWords = 16;
/** Lucene refuses more than 1,024 clauses. */
const mostGrams = 256;
/** Enough candidates that ties at the border do not reach the first page; 1,000 cost the embedded engine 10 ms at 60,000 nodes. */
const fewestCandidates = 200;
const mostCandidates = 1_000;

/** The hits as a clause that every engine runs: it binds `n` and `score`. Its text never changes, so that plan caches hold it. */
const clause = "UNWIND $searchHits AS searchHit MATCH (n:Node {id: searchHit[0]}) WITH n, searchHit[1] AS score";

/** Finds nodes for what a reader typed. No words in it (empty, punctuation, emoji): no hits. */
export async function searchSource(text: string, limit: number, types: readonly string[] | null, propose: Propose): Promise<SearchSource> {
  const asked = queryWords(text, mostWords);
  const candidates = new Map<string, Candidate>();
  if (asked.length > 0 && limit > 0) {
    const most = Math.min(Math.max(limit * 5, fewestCandidates), mostCandidates);
    const grams = [...new Set(asked.flatMap(gramsOf))].slice(0, mostGrams);
    const depth = types === null ? most : Math.min(most * DEEPER, mostCandidates);
    const ask = (property: SearchProperty, tokens: readonly string[]) => propose({ property, tokens, depth, most, types });
    const add = (proposals: readonly Candidate[]) => {
      for (const candidate of proposals) candidates.set(candidate.id, candidate);
    };
    add(await ask("searchText", asked));
    // What holds every word comes before all that is misspelt: where there is a page of it, nobody looks for that.
    const whole = [...candidates.values()].filter((candidate) => holdsAll(asked, candidate)).length;
    if (whole < limit && grams.length > 0) add(await ask("searchNames", grams));
  }
  const hits = rank(asked, [...candidates.values()], limit);
  return { clause, params: { searchHits: hits.map(({ id, score }): Value => [id, score]) } };
}

function holdsAll(asked: readonly string[], { searchText }: Candidate): boolean {
  const words = new Set(searchText.split(" "));
  return asked.every((word) => words.has(word));
}

/** Labels are GraphQL names; anything else is left out. */
const label = /^[A-Za-z_]\w*$/;

/** The condition that keeps `n` to some types; nothing where all types count. */
export function ofTypes(types: readonly string[] | null, joint: "WHERE" | "AND"): string {
  if (types === null) return "";
  const any = types.filter((type) => label.test(type)).map((type) => `n:${type}`);
  return ` ${joint} (${any.join(" OR ") || "false"})`;
}

/** Reads the row `[id, searchText, searchNames]` that the engines' proposals return. */
export function candidateOf(row: readonly Value[]): Candidate {
  const [id, searchText, searchNames] = row.map((value) => (typeof value === "string" ? value : ""));
  return { id: id ?? "", searchText: searchText ?? "", searchNames: searchNames ?? "" };
}
