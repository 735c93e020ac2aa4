import { describe, expect, it } from "vitest";
import { storedText } from "../../src/model/index.ts";

describe("a text as it is stored", () => {
  it.each([
    ["a letter and its accent", "e\u0301", "\u00e9"],
    ["as many marks as scripts have", `e${"\u0301".repeat(30)}`, `\u00e9${"\u0301".repeat(29)}`],
    ["more marks than any script has, and the letters beside them", `e${"\u0301".repeat(31)} e\u0301`, `e${"\u0301".repeat(31)} e\u0301`],
    ["no-break spaces beside heaped marks", `e${"\u0301".repeat(31)}\u00a0x`, `e${"\u0301".repeat(31)} x`],
  ])("%s", (_, text, stored) => {
    expect(storedText(text)).toBe(stored);
    expect(storedText(stored)).toBe(stored);
  });

  it("takes a megabyte of marks in a moment", () => {
    const text = `e${"\u0f73\u0327\u0301".repeat(350_000)}`;
    const begun = performance.now();
    expect(storedText(text)).toBe(text);
    // Ordered by Unicode's rules, 60,000 of them take more than a second, and as many more four times that.
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
