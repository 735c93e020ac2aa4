import { expect, it } from "vitest";
import { certain } from "../../src/compile/cypher/texts.ts";
import { randomOf } from "../support/random.ts";

type Compare = (a: string, b: string) => number;
/** As Neo4j compares a stored text with a parameter. */
const byUnits: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** As texts are ordered. */
const byCharacters: Compare = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const CHARACTERS = ["a", "商", "\u{D7FF}", "\u{E000}", "！", "\u{FFFD}", "\u{10000}", "𠮷", "😀", "\u{10FFFD}"];

it("the ranges around a text place every other text correctly above or below it, whichever way a database compares", () => {
  const random = randomOf(7);
  const texts = Array.from({ length: 250 }, () => Array.from({ length: random.below(5) }, () => random.pick(CHARACTERS)).join(""));
  for (const place of texts) {
    const { above, below } = certain(place);
    for (const stored of texts) {
      for (const compare of [byUnits, byCharacters]) {
        const among = (ranges: typeof above) => ranges.some(([low, high]) => compare(stored, low) >= 0 && compare(stored, high) <= 0);
        const found = [
          (compare(stored, place) > 0 || among(above)) && !among(below),
          (compare(stored, place) < 0 || among(below)) && !among(above),
        ];
        const order = byCharacters(stored, place);
        if (found[0] !== order > 0 || found[1] !== order < 0) expect.fail(`${JSON.stringify(stored)} against ${JSON.stringify(place)}`);
      }
    }
  }
});
