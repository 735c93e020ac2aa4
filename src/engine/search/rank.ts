/**
 * The order of search hits, computed from the hits' own words, so that every engine gives the same order. Pure.
 *
 * The engines only propose candidates (their BM25 differs in rounding and in length norms); here they are weighed again with BM25
 * over the candidates, typing errors and beginnings of words included.
 */
import { gramsOf } from "./text.ts";

/** A node that an index proposed: its id and its two search properties (empty when the node lacks one). */
export interface Candidate {
  readonly id: string;
  readonly searchText: string;
  readonly searchNames: string;
}

/** A node that was found. */
export interface Hit {
  readonly id: string;
  /** Higher is better. 3 to 4: holds every word; 2 to 3: every word, some of them misspelt or begun; 1 to 2: some of the words. */
  readonly score: number;
}

/** How much a match counts: the word itself, a word that begins with it, a word that is a typing error away. */
const quality = { exact: 1, prefix: 0.6, typo: 0.5 } as const;
/** BM25's usual constants. */
const k1 = 1.2;
const b = 0.75;

/** Lifts what has the name over what mentions it: the country China, long summary and all, over a short "Tariff on China". */
const nameLift = 2;

/**
 * The hits among candidates for the words asked, best first, equal ones by id. `byGrams`, which a search leaves out where enough hold every word,
 * add hits and change no others: how rare a word is and how long texts are is read off those found by their words, where there are any, and what
 * holds every word without being among them is left out.
 */
export function rank(asked: readonly string[], byWords: readonly Candidate[], byGrams: readonly Candidate[] = []): Hit[] {
  const qualities = asked.map((word) => qualitiesOf(word));
  const found = new Map(byWords.map((candidate) => [candidate.id, weigh(qualities, candidate)]));
  const others = byGrams.flatMap((candidate) => (found.has(candidate.id) ? [] : [weigh(qualities, candidate)]));
  const more = found.size === 0 ? others : others.filter(({ matches }) => !matches.every(isExact));
  const known = found.size === 0 ? more : [...found.values()];
  if (asked.length === 0 || known.length === 0) return [];
  const averageLength = known.reduce((sum, { length }) => sum + length, 0) / known.length || 1;
  const rarity = asked.map((_, at) => {
    const holders = known.filter(({ matches }) => (matches[at]?.quality ?? 0) > 0).length;
    return Math.log(1 + (known.length - holders + 0.5) / (holders + 0.5));
  });
  const askedGrams = new Set(asked.flatMap(gramsOf));
  return [...found.values(), ...more]
    .flatMap(({ candidate, length, matches }) => {
      const found = matches.filter((match) => match.quality > 0).length;
      if (found === 0) return [];
      const tier = found < asked.length ? 1 : matches.every(isExact) ? 3 : 2;
      const norm = k1 * (1 - b + (b * length) / averageLength);
      const bm25 = matches.reduce(
        (sum, { count, quality }, at) => sum + (rarity[at] ?? 0) * quality * ((count * (k1 + 1)) / (count + norm)),
        0,
      );
      const weight = bm25 * (1 + nameLift * nameCover(askedGrams, candidate.searchNames));
      return [{ id: candidate.id, score: tier + weight / (weight + 1) }];
    })
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

/** How one asked word was found: how well (0 for not at all), and how often. */
interface Match {
  readonly quality: number;
  readonly count: number;
}

function isExact(match: Match): boolean {
  return match.quality === quality.exact;
}

function weigh(qualities: readonly ((word: string) => number)[], candidate: Candidate) {
  const counts = new Map<string, number>();
  let length = 0;
  for (const word of candidate.searchText.split(" ")) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    length += 1;
  }
  return { candidate, length, matches: qualities.map((qualityOf) => match(qualityOf, counts)) };
}

function match(qualityOf: (word: string) => number, counts: ReadonlyMap<string, number>): Match {
  let best: Match = { quality: 0, count: 0 };
  for (const [word, count] of counts) {
    const found = qualityOf(word);
    if (found > best.quality) best = { quality: found, count };
  }
  return best;
}

/** How well words match the asked one. Candidates share most of their words, so each word is compared once. */
function qualitiesOf(asked: string): (word: string) => number {
  const known = new Map<string, number>([[asked, quality.exact]]);
  const errors = allowedErrors(asked);
  const compare = (word: string) =>
    asked.length >= 3 && word.startsWith(asked) ? quality.prefix : withinErrors(asked, word, errors) ? quality.typo : 0;
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = compare(word);
      known.set(word, found);
    }
    return found;
  };
}

/** None for words of three letters or fewer, where an error and another word look alike, and none for numbers: 8541 is not 8542. */
function allowedErrors(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Whether `asked` becomes `word` by at most `most` letters inserted, left out, changed or swapped with their neighbour. */
export function withinErrors(asked: string, word: string, most: number): boolean {
  if (most === 0 || Math.abs(asked.length - word.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= asked.length; i++) {
    const now = [i];
    for (let j = 1; j <= word.length; j++) {
      const changed = at(last, j - 1) + (asked[i - 1] === word[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      now.push(Math.min(changed, swapped, at(last, j) + 1, at(now, j - 1) + 1));
    }
    if (Math.min(...now) > most) return false;
    [before, last] = [last, now];
  }
  return at(last, word.length) <= most;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** How much of one of a node's names the query is, 0 to 1, the best name counting. */
function nameCover(asked: ReadonlySet<string>, searchNames: string): number {
  if (searchNames === "") return 0;
  const covers = searchNames.split("\n").map((name) => {
    const grams = name.split(" ");
    return grams.filter((gram) => asked.has(gram)).length / grams.length;
  });
  return Math.max(...covers);
}
