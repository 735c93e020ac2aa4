import { describe, expect, it } from "vitest";
import { fitting, type Told } from "../../src/mcp/answer.ts";
import { GRAINS, MOST_TOKENS, tidy, tokensOf } from "../../src/mcp/bounds.ts";
import { randomOf } from "../support/random.ts";

const [WIDE = { members: 20, characters: 1_000 }] = GRAINS;
const NONE = { meant: [], warnings: [] };

/** A value of any depth, with long texts and lists among it. */
function anything({ below, pick }: ReturnType<typeof randomOf>, depth = 3): unknown {
  const kind = depth === 0 ? pick(["text", "number", "null"]) : pick(["text", "number", "null", "list", "page", "object", "claim"]);
  const random = { below, pick };
  const many = () => Array.from({ length: below(pick([2, 25])) }, () => anything(random, depth - 1));
  if (kind === "text") return pick(["word ", "関税 ", "€ "]).repeat(below(pick([3, 400])));
  if (kind === "number") return below(1_000);
  if (kind === "null") return null;
  if (kind === "list") return many();
  if (kind === "page") return { nodes: many(), totalCount: 30 + below(100) };
  if (kind === "claim")
    return {
      says: "It is so.",
      source: { id: `source:s-${below(400)}`, title: "A title ".repeat(below(20)), url: `https://example.org/${"x".repeat(below(300))}` },
    };
  return Object.fromEntries(many().map((value, i) => [`field${i}`, value]));
}

describe("the size of an answer", () => {
  it("a letter of Latin script is a part of a token, one of another script a whole", () => {
    expect([tokensOf("a".repeat(7)), tokensOf("税".repeat(7)), tokensOf("é—“a”")]).toEqual([2, 7, 2]);
  });

  it.each<[string, unknown, unknown]>([
    ["what is null or empty is left out", { a: null, b: "", c: [], d: { nodes: [], totalCount: 0 }, e: 0, f: false }, { e: 0, f: false }],
    ["a page of a list is the list, with how many follow", { nodes: [1, 2], totalCount: 9 }, [1, 2, { more: 7 }]],
    [
      "an edge of a list keeps what it says itself",
      { edges: [{ field: "rate", node: { id: "a" } }] },
      { edges: [{ field: "rate", node: { id: "a" } }] },
    ],
    [
      "a long list ends with how many follow",
      Array.from({ length: 23 }, (_, i) => i),
      [...Array.from({ length: 20 }, (_, i) => i), { more: 3 }],
    ],
    ["an address stays whole", `https://example.org/${"x".repeat(2_000)}`, `https://example.org/${"x".repeat(2_000)}`],
  ])("%s", (_, value, tidied) => expect(tidy(value, WIDE)).toEqual(tidied));

  it("a long text ends with how much follows, between words", () => {
    expect(tidy("word ".repeat(400), WIDE)).toMatch(/word … \(1001 characters more\)$/);
  });

  it("any answer fits, keeps its first rows in order, and says what it left out", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomOf(seed);
      const rows = Array.from({ length: random.below(50) }, (_, i) => ({ value: { i, row: anything(random) }, cursor: `c${i}` }));
      const told: Told = {
        rows,
        total: rows.length,
        days: { world: "2025-06-05", known: "2025-06-28" },
        ...(random.below(2) === 0 ? { answer: { it: anything(random) } } : {}),
      };
      const answer = fitting(told, NONE);
      expect(tokensOf(JSON.stringify(answer)), `seed ${seed}`).toBeLessThanOrEqual(MOST_TOKENS);
      const shown = answer.rows ?? [];
      expect(shown.map((row) => row.i)).toEqual(shown.map((_, i) => i));
      expect(answer.more?.after ?? null).toBe(shown.length < rows.length ? `c${shown.length - 1}` : null);
      expect(rows.length === 0 || shown.length > 0, `seed ${seed}`).toBe(true);
    }
  });

  it("sources stand apart, each once, and claims name them", () => {
    const source = { id: "source:a", title: "A", url: "https://example.org/" };
    const { rows, sources } = fitting(
      {
        rows: [
          {
            value: {
              claims: [
                { says: "x", source },
                { says: "y", source },
              ],
            },
            cursor: "1",
          },
        ],
      },
      NONE,
    );
    expect(rows).toEqual([
      {
        claims: [
          { says: "x", source: "source:a" },
          { says: "y", source: "source:a" },
        ],
      },
    ]);
    expect(sources).toEqual({ "source:a": { title: "A", url: "https://example.org/" } });
  });
});
