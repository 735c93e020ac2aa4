import { describe, expect, it } from "vitest";
import { pieceByPiece, sorting } from "../../src/engine/search/pieces.ts";
import { lettersOf, mayBeWithin, withinErrors } from "../../src/engine/search/spelling.ts";
import { searchNames, searchWords } from "../../src/engine/search/text.ts";
import { type Entry, WordsIndex } from "../../src/engine/search/words-index.ts";
import { randomOf } from "../support/random.ts";

const entry = (id: string, name: string, summary = "", names: readonly string[] = [name]): Entry => ({
  id,
  labels: ["Node"],
  searchText: searchWords([name, summary]),
  searchNames: searchNames(names),
});
const indexOf = (entries: readonly Entry[]) => {
  const index = new WordsIndex();
  index.change(entries);
  return index;
};
const order = (asked: string[], ...entries: Entry[]) =>
  indexOf(entries)
    .find(asked, 200)
    .map(({ id }) => id);

describe("the index of words", () => {
  it("ranks hits by how many words they hold, then by how rare these are, then by length", () => {
    const fillers = Array.from({ length: 8 }, (_, at) => entry(`filler:${at}`, "tariff"));
    const rare = entry("some:rare", "gallium of a long name indeed");
    expect(order(["tariff", "gallium"], ...fillers, rare, entry("both", "gallium tariff notice")).slice(0, 3)).toEqual([
      "both",
      "some:rare",
      "filler:0",
    ]);
    expect(order(["duty"], entry("a", "duty on many goods and more", "", []), entry("b", "duty on goods", "", []))).toEqual(["b", "a"]);
  });

  it("scores a hit by how it was found: from 3 with every word, from 2 with what is like them, from 1 with some of the words", () => {
    const found = indexOf([entry("c:some", "export"), entry("a:all", "export licence"), entry("b:near", "export licences")]);
    expect(found.find(["export", "licence"], 10).map(({ id, score }) => [id, Math.floor(score)])).toEqual([
      ["a:all", 3],
      ["b:near", 2],
      ["c:some", 1],
    ]);
  });

  it("ranks what has the name over what mentions it, in every script, however long its summary and many its names", () => {
    const summary = "a state of many words with mines and works for every metal of the table and more than that";
    const country = entry("z:country", "China 中国", summary, ["People's Republic", "China", "中国"]);
    const measures = ["a", "b"].map((id) => entry(id, "Tariff on China 对中国关税"));
    expect(order(["china"], ...measures, country)[0]).toBe("z:country");
    expect(order(["中国"], ...measures, country)[0]).toBe("z:country");
  });

  it("takes no number for a misspelling of another, and no word of a summary alone for one that was misspelt", () => {
    expect(order(["850511"], entry("a", "850512"))).toEqual([]);
    expect(order(["850511"], entry("a", "850511"))).toEqual(["a"]);
    expect(order(["sinopsys"], entry("a", "Maker", "synopsys"))).toEqual([]);
    expect(order(["sinopsys"], entry("a", "Maker", "synopsys"), entry("b", "Synopsys"))).toEqual(["b", "a"]);
  });

  it("adds what is like a word behind what holds every word, and changes nothing of that", () => {
    const exact = [entry("a", "export licence for magnets"), entry("b", "export of magnets"), entry("c", "export")];
    const near = [entry("d", "exports of magnets"), entry("e", "exportcontrol of magnets"), entry("f", "magnetite")];
    const index = indexOf([...exact, ...near]);
    const all = index.find(["export", "magnets"], 10);
    expect(all.map(({ id }) => id)).toEqual(["b", "a", "d", "e", "c"]);
    for (const most of [1, 2, 3, 4]) expect(index.find(["export", "magnets"], most)).toEqual(all.slice(0, most));
  });

  it("finds nothing for no words, without nodes, and where none is wanted", () => {
    expect(order([], entry("a", "x"))).toEqual([]);
    expect(order(["x"])).toEqual([]);
    expect(indexOf([entry("a", "x")]).find(["x"], 0)).toEqual([]);
  });

  it("is after any changes what it would be had it been made anew, whatever they were and in whatever order", () => {
    const { below, pick } = randomOf(17);
    const words = ["steel", "steels", "steal", "aluminium", "on", "tariff", "tarif", "8505", "中国", "quota", "quotas"];
    const text = (most: number) => Array.from({ length: below(most) }, () => pick(words)).join(" ");
    const queries = [["steel"], ["tariff", "on"], ["quota", "steal", "8505"], ["tar"], ["中国", "aluminum"]];
    const index = new WordsIndex();
    const there = new Map<string, Entry>();
    for (let round = 0; round < 60; round++) {
      const changed = new Map(
        Array.from({ length: 1 + below(12) }, () => `n:${below(40)}`).map((id): [string, Entry] => {
          const name = text(5);
          return [id, { ...entry(id, name, text(9)), labels: ["Node", pick(["A", "B"])] }];
        }),
      );
      const gone = [...new Set(Array.from({ length: below(6) }, () => `n:${below(40)}`))].filter((id) => !changed.has(id));
      for (const id of gone) there.delete(id);
      for (const [id, one] of changed) there.set(id, one);
      index.change([...changed.values()], gone);
      const anew = indexOf([...there.values()].reverse());
      expect(index.size).toBe(there.size);
      for (const asked of queries)
        for (const [most, types] of [
          [5, null],
          [200, null],
          [7, ["A"]],
        ] as const)
          expect(index.find(asked, most, types), `${round}: ${asked}, ${most}`).toEqual(anew.find(asked, most, types));
    }
  });

  it("says when so much of it is gone that it had better be made anew", () => {
    const entries = Array.from({ length: 4_000 }, (_, i) => entry(`n:${i}`, "steel"));
    const index = indexOf(entries);
    const ids = entries.map(({ id }) => id);
    index.change([], ids.slice(0, 1_000));
    expect(index.isWorn).toBe(false);
    index.change([], ids.slice(1_000, 1_700));
    expect(index.isWorn).toBe(true);
  });
});

describe("withinErrors", () => {
  it.each([
    ["synopsys", "synopsys", 1, true],
    ["sinopsys", "synopsys", 1, true],
    ["synopsy", "synopsys", 1, true],
    ["synopssys", "synopsys", 1, true],
    ["snyopsys", "synopsys", 1, true],
    ["sniopsys", "synopsys", 1, false],
    ["sniopsys", "synopsys", 2, true],
    ["ford", "form", 0, false],
    ["ford", "for", 1, true],
    ["ford", "fortune", 2, false],
  ])("%s matches %s with %i errors at most: %s", (asked, word, most, expected) => {
    expect(withinErrors(asked, word, most)).toBe(expected);
    // What can be told by the letters alone never passes over what matches.
    if (expected) expect(mayBeWithin(lettersOf(asked), lettersOf(word), most)).toBe(true);
  });

  it("puts much in order piece by piece, as all at once, and lets others have their turn", async () => {
    const random = randomOf(11);
    const all = Array.from({ length: 200_000 }, (_, i) => [random.below(1_000_000), i] as const);
    const compare = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1];
    const pieces = sorting(all, compare);
    let count = 0;
    while (pieces.next().done !== true) count += 1;
    expect(count).toBeGreaterThan(48);
    let turns = 0;
    const sorted = await pieceByPiece(sorting(all, compare), async () => {
      turns += 1;
    });
    expect(sorted).toEqual([...all].sort(compare));
    expect(turns).toBeGreaterThan(0);
  });
});
