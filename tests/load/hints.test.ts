import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/load/read/index.ts";

describe("a hint", () => {
  test.each([
    ["announedOn", "announcedOn"],
    ["kidn", "kind"],
    ["Title", "title"],
  ])("the hint for %s is %s", (word, meant) => {
    expect(nearest(word, ["kind", "title", "announcedOn"])).toEqual([meant]);
  });
  test("there is no hint where nothing is near", () => {
    expect(didYouMean("colour", ["kind", "title"])).toBe("");
    expect(didYouMean("", ["kind"])).toBe("");
  });
});
