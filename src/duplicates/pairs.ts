import type { Candidate } from "./candidates.ts";
import type { Name } from "./names.ts";

/** A key that more nodes have leads to no comparison by itself: too many pairs, and it says little. */
export const MOST_OF_KEY = 60;

/** The pairs to look at, each once, by their places in the list; and keys that too many nodes have. */
export interface Pairs {
  readonly pairs: readonly (readonly [number, number])[];
  readonly left: readonly string[];
}

/**
 * Pairs of nodes that have an identifier, a name, a word, two neighbouring words, or the beginning or end of a name in common. Nodes of one name or identifier
 * are always looked at; other keys only where at most MOST_OF_KEY nodes have them.
 */
export function pairsOf(candidates: readonly Candidate[]): Pairs {
  const byKey = new Map<string, number[]>();
  candidates.forEach((candidate, place) => {
    for (const key of keysOf(candidate)) {
      const places = byKey.get(key);
      if (places) places.push(place);
      else byKey.set(key, [place]);
    }
  });
  const seen = new Set<number>();
  const left: string[] = [];
  for (const [key, places] of byKey) {
    if (places.length > MOST_OF_KEY && !key.startsWith("=")) left.push(key);
    else for (const [at, b] of places.entries()) for (const a of places.slice(0, at)) seen.add(a * candidates.length + b);
  }
  const pairs = [...seen].map((pair) => [Math.floor(pair / candidates.length), pair % candidates.length] as const);
  return { pairs, left: left.sort() };
}

/** Keys of a node; those that begin with `=` are worth all of their pairs. */
function keysOf({ identifiers, numbered, names }: Candidate): ReadonlySet<string> {
  const keys = new Set([...identifiers].map(([what, value]) => `=${what} ${value}`));
  for (const text of numbered) keys.add(`=${text}`);
  for (const name of names) for (const key of keysOfName(name)) keys.add(key);
  return keys;
}

function* keysOfName({ words, sorted, together }: Name): Generator<string> {
  yield `=${sorted}`;
  yield `=${together}`;
  for (const [at, word] of words.entries()) {
    if (word.length > 2) yield word;
    if (at > 0) yield `${words[at - 1]} ${word}`;
  }
  if (together.length > 5) {
    yield `${together.slice(0, 5)}…`;
    yield `…${together.slice(-5)}`;
  }
}
