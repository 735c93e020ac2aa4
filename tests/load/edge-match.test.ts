import { describe, expect, test } from "vitest";
import { edgeMatches, edgeRow } from "../../src/load/graph/edge-match.ts";

describe("a match of edges", () => {
  test("edges are matched from the end that fewer of them share", () => {
    const row = (from: string, to: string) => edgeRow({ from, to, distinction: { since: "" } });
    const rows = [row("hub", "a"), row("hub", "b"), row("c", "sink"), row("d", "sink")];
    const starts = edgeMatches("T", rows).map(({ pattern, rows }) => [
      /row\.(from|to)/.exec(pattern)?.[1],
      rows.map((r) => `${r.from}|${r.to}`),
    ]);
    expect(starts).toEqual([
      ["from", ["c|sink", "d|sink"]],
      ["to", ["hub|a", "hub|b"]],
    ]);
  });
});
