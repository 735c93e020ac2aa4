import { cypher, type Fragment } from "./fragment.ts";

/**
 * Texts are ordered by the numbers of their characters. Neo4j orders stored texts so, but compares a stored text with a parameter by
 * UTF-16 units, where a character beyond U+FFFF comes before U+E000 to U+FFFF: a page would lose what lies between. The bounds of
 * these ranges compare the same either way.
 */

/** Ranges of texts, each `[lowest, highest]`; they end with U+FFFF and U+10FFFF, which are no characters. */
type Ranges = [string, string][];

/** How many characters of a text are looked at: a forged cursor shall not blow up. */
const MOST = 32;

/** Where comparing with `text` may go wrong: the ranges that lie above it for certain, and those that lie below. */
export function certain(text: string): { readonly above: Ranges; readonly below: Ranges } {
  const above: Ranges = [];
  const below: Ranges = [];
  for (const { 0: character, index } of [...text.matchAll(/[\u{E000}-\u{10FFFF}]/gu)].slice(0, MOST)) {
    const start = text.slice(0, index);
    if (character.length === 1) above.push([`${start}\u{10000}`, `${start}\u{10FFFF}`]);
    else below.push([`${start}\u{E000}`, `${start}\u{FFFF}`]);
  }
  return { above, below };
}

/** Condition that a text lies in one of some ranges. */
export function inRanges(expression: Fragment, ranges: Fragment): Fragment {
  return cypher`any(t IN ${ranges} WHERE ${expression} >= t[0] AND ${expression} <= t[1])`;
}
