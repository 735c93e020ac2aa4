/** Full-text search, the same on every engine: the engine's two indexes propose, `rank.ts` orders. */
import type { Row, SearchSource, Statement, Value } from "./port.ts";
import { type Candidate, rank } from "./rank.ts";
import { gramsOf, queryWords } from "./text.ts";

/** The indexed node properties; made by `searchWords` and `searchGrams` of `text.ts`. */
export const searchProperties = ["searchText", "searchNames"] as const;
export type SearchProperty = (typeof searchProperties)[number];

/** How an engine asks one of its text indexes. */
export interface TextIndexes {
  /** A clause that binds `n` to the nodes of `types` that score best on any of some tokens, best first; `query` and `depth` are parameters. */
  hits(property: SearchProperty, query: string, depth: string, types: readonly string[] | null): string;
  /** The value of the parameter `query`; tokens hold letters and digits only. */
  query(tokens: readonly string[]): string;
  read(statement: Statement): Promise<readonly Row[]>;
}

/** Hits of other types may stand before those that are wanted: so many times deeper the index is looked into. */
const DEEPER = 3;

const mostWords = 16;
/** Lucene refuses more than 1,024 clauses. */
const mostGrams = 256;
/** Enough candidates by words that ties at the border do not reach the first page; 1,000 cost the embedded engine 10 ms at 60,000 nodes. */
const fewestByWords = 200;
/** By letter groups what is closest comes first anyway; 200 take three times as long. */
const fewestByGrams = 40;
const mostCandidates = 1_000;

/** The hits as a clause that every engine runs: it binds `n` and `score`. Its text never changes, so that plan caches hold it. */
const clause = "UNWIND $searchHits AS searchHit MATCH (n:Node {id: searchHit[0]}) WITH n, searchHit[1] AS score";

/** Finds nodes for what a reader typed. No words in it (empty, punctuation, emoji): no hits. */
export async function searchSource(
  text: string,
  limit: number,
  types: readonly string[] | null,
  indexes: TextIndexes,
): Promise<SearchSource> {
  const asked = queryWords(text, mostWords);
  const rows = asked.length > 0 && limit > 0 ? await indexes.read(candidatesFor(asked, limit, types, indexes)) : [];
  const hits = rank(asked, rows.map(candidateOf), limit);
  return { clause, params: { searchHits: hits.map(({ id, score }): Value => [id, score]) } };
}

/**
 * The statement that reads the candidates: first by their words, then by the letter groups of their names. What holds every word comes before
 * all that is misspelt or begun: where there is a page of it, nobody looks for that.
 */
function candidatesFor(asked: readonly string[], limit: number, types: readonly string[] | null, indexes: TextIndexes): Statement {
  const grams = [...new Set(asked.flatMap(gramsOf))].slice(0, mostGrams);
  const counts = (name: string, factor: number, fewest: number) => {
    const most = Math.min(Math.max(limit * factor, fewest), mostCandidates);
    return { [`${name}Most`]: most, [`${name}Depth`]: types === null ? most : Math.min(most * DEEPER, mostCandidates) };
  };
  const hits = (property: SearchProperty, name: string) =>
    `${indexes.hits(property, `$${name}`, `$${name}Depth`, types)} WITH n LIMIT $${name}Most`;
  const whole = "[n IN found WHERE all(word IN $wholeWords WHERE ' ' + n.searchText + ' ' CONTAINS word)]";
  const misspelt = grams.length > 0 ? ` UNION WITH found WHERE size(${whole}) < $limit ${hits("searchNames", "grams")} RETURN n` : "";
  return {
    text: [
      `CALL () { ${hits("searchText", "words")} RETURN collect(n) AS found }`,
      `CALL (found) { UNWIND found AS n RETURN n${misspelt} }`,
      "RETURN n.id, n.searchText, n.searchNames",
    ].join(" "),
    params: {
      words: indexes.query(asked),
      ...counts("words", 5, fewestByWords),
      grams: indexes.query(grams),
      ...counts("grams", 2, fewestByGrams),
      wholeWords: asked.map((word) => ` ${word} `),
      limit,
    },
  };
}

/** Labels are GraphQL names; anything else is left out. */
const label = /^[A-Za-z_]\w*$/;

/** The condition that keeps `n` to some types; nothing where all types count. */
export function ofTypes(types: readonly string[] | null, joint: "WHERE" | "AND"): string {
  if (types === null) return "";
  const any = types.filter((type) => label.test(type)).map((type) => `n:${type}`);
  return ` ${joint} (${any.join(" OR ") || "false"})`;
}

function candidateOf(row: readonly Value[]): Candidate {
  const [id, searchText, searchNames] = row.map((value) => (typeof value === "string" ? value : ""));
  return { id: id ?? "", searchText: searchText ?? "", searchNames: searchNames ?? "" };
}
