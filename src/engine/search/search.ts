/** Full-text search, the same on every engine: the engine's two indexes propose, `rank.ts` orders. */
import type { SearchSource, Value } from "../port.ts";
import { type Candidate, rank } from "./rank.ts";
import { gramsOf, queryWords } from "./text.ts";

/** The indexed node properties; made by `searchWords` and `searchGrams` of `text.ts`. */
export const searchProperties = ["searchText", "searchNames"] as const;
/** One of them. */
export type SearchProperty = (typeof searchProperties)[number];

/** What a search asks of an engine's two indexes. */
export interface Wanted {
  /** Distinct words for `searchText`, letters and digits only. */
  readonly words: readonly string[];
  /** Letter groups for `searchNames`; none where the words are too short for any. */
  readonly grams: readonly string[];
  /** How many hits an index looks at. */
  readonly depth: number;
  /** How many of them, best first, become candidates: those of the wanted types, where there are any. */
  readonly most: number;
  /** Where so many candidates hold every word, letter groups are not searched: what is misspelt or begun comes after these. */
  readonly enough: number;
}

/** What an engine's two indexes found. */
export interface Proposed {
  /** How many the index of words gave, of whatever type: where that is all that was asked of it, there may be more. */
  readonly looked: number;
  /** By their words, best first. */
  readonly byWords: readonly Candidate[];
  /** By their letter groups; may hold some of the others again. */
  readonly byGrams: readonly Candidate[];
}

/** How many times deeper an index is searched where only some types are wanted: hits of other types may come before theirs. */
const DEEPER = 3;

const mostWords = 16;
/** Lucene refuses more than 1,024 clauses. */
const mostGrams = 256;
/**
 * Enough candidates that ties at the border do not reach the first page: of 150 words that others resemble closely, engines disagree on 16 with 40
 * candidates, on none with 200. 1,000 cost the embedded engine 10 ms at 60,000 nodes.
 */
const CANDIDATES = 200;
/** Where the caller's own conditions leave out some: the others may stand far down. */
const MORE_CANDIDATES = 1_000;

/** The hits as a clause that every engine runs: it binds `n` and `score`. Its text never changes, so that plan caches hold it. */
const clause = "UNWIND $searchHits AS searchHit MATCH (n:Node {id: searchHit[0]}) WITH n, searchHit[1] AS score";

/**
 * Finds nodes for what a reader typed. No words in it (empty, punctuation, emoji): no hits. How many candidates are weighed does not depend on
 * `limit`, so that the first few are those of a longer answer.
 */
export async function searchSource(
  text: string,
  limit: number | null,
  types: readonly string[] | null,
  propose: (wanted: Wanted) => Promise<Proposed>,
): Promise<SearchSource> {
  const words = queryWords(text, mostWords);
  const grams = [...new Set(words.flatMap(gramsOf))].slice(0, mostGrams);
  const most = limit === null ? MORE_CANDIDATES : CANDIDATES;
  const depth = types === null ? most : most * DEEPER;
  const enough = limit ?? Number.MAX_SAFE_INTEGER;
  const asked = words.length > 0 && enough > 0;
  // One more than are weighed: it shows whether there are others.
  const { looked, byWords, byGrams } = asked ? await propose({ words, grams, depth: depth + 1, most: most + 1, enough }) : NOTHING;
  const hits = rank(words, byWords.slice(0, most), byGrams.slice(0, most)).slice(0, enough);
  const weighed = looked > depth || byWords.length > most ? most : null;
  return { clause, params: { searchHits: hits.map(({ id, score }): Value => [id, score]) }, cutAt: weighed };
}

const NOTHING: Proposed = { looked: 0, byWords: [], byGrams: [] };

/** Whether a candidate holds every word as it was typed. */
export function holdsAll(words: readonly string[], { searchText }: Candidate): boolean {
  const held = new Set(searchText.split(" "));
  return words.every((word) => held.has(word));
}

/** Labels are GraphQL names; anything else is left out. */
const label = /^[A-Za-z_]\w*$/;

/** The condition that keeps `n` to some types; true where all types count. */
export function isOfTypes(types: readonly string[] | null): string {
  if (types === null) return "true";
  const any = types.filter((type) => label.test(type)).map((type) => `n:${type}`);
  return `(${any.join(" OR ") || "false"})`;
}

/** Reads the row `[id, searchText, searchNames]` that the engines' proposals return. */
export function candidateOf(row: readonly Value[]): Candidate {
  const [id, searchText, searchNames] = row.map((value) => (typeof value === "string" ? value : ""));
  return { id: id ?? "", searchText: searchText ?? "", searchNames: searchNames ?? "" };
}
