import { describe, expect, it } from "vitest";
import { rank, withinErrors } from "../../src/engine/search/rank.ts";
import { searchGrams, searchWords } from "../../src/engine/search/text.ts";

const candidate = (id: string, name: string, summary = "") => ({
  id,
  searchText: searchWords([name, summary]),
  searchNames: searchGrams([name]),
});
const order = (asked: string[], ...candidates: ReturnType<typeof candidate>[]) => rank(asked, candidates).map(({ id }) => id);

describe("rank", () => {
  it("ranks hits by how many words they hold, then by how rare these are, then by length", () => {
    const fillers = Array.from({ length: 8 }, (_, at) => candidate(`filler:${at}`, "tariff"));
    expect(
      order(
        ["tariff", "gallium"],
        ...fillers,
        candidate("some:rare", "gallium of a long name indeed"),
        candidate("both", "gallium tariff notice"),
      ).slice(0, 3),
    ).toEqual(["both", "some:rare", "filler:0"]);
  });

  it("scores a hit by how it was found: from 3 with every word, from 2 with similar words, from 1 with some of the words", () => {
    const found = rank(
      ["export", "licence"],
      [candidate("c:some", "export"), candidate("a:all", "export licence"), candidate("b:near", "export licences")],
    );
    expect(found.map(({ id, score }) => [id, Math.floor(score)])).toEqual([
      ["a:all", 3],
      ["b:near", 2],
      ["c:some", 1],
    ]);
  });

  it("ranks what has the name over what mentions it, in every script, however long its summary and many its names", () => {
    const summary = "a state of many words with mines and works for every metal of the table and more than that";
    const country = { ...candidate("z:country", "China 中国", summary), searchNames: searchGrams(["People's Republic", "China", "中国"]) };
    const measures = ["a", "b"].map((id) => candidate(id, "Tariff on China 对中国关税"));
    expect(order(["china"], ...measures, country)[0]).toBe("z:country");
    expect(order(["中国"], ...measures, country)[0]).toBe("z:country");
  });

  it("does not take one number for a misspelling of another", () => {
    expect(order(["850511"], candidate("a", "850512"))).toEqual([]);
    expect(order(["850511"], candidate("a", "850511"))).toEqual(["a"]);
  });

  it("leaves out candidates that share letter groups with the query, but no word", () => {
    expect(order(["sinopsys"], candidate("a", "nopal sysop synod"))).toEqual([]);
  });

  it("ranks candidates alike in whatever order they come", () => {
    const candidates = ["b", "a", "d", "c"].map((id) => candidate(id, "twin"));
    expect(order(["twin"], ...candidates)).toEqual(["a", "b", "c", "d"]);
    expect(order(["twin"], ...candidates.reverse())).toEqual(["a", "b", "c", "d"]);
  });

  it("adds what letter groups find behind what holds every word, and changes nothing of that", () => {
    const byWords = [candidate("a", "export licence for magnets"), candidate("b", "export of magnets"), candidate("c", "export")];
    const alone = rank(["export", "magnets"], byWords);
    const more = rank(["export", "magnets"], byWords, [
      candidate("d", "exports of magnets"),
      candidate("b", "export of magnets"),
      candidate("e", "export magnets"),
    ]);
    expect(alone.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(more.filter(({ id }) => id !== "d")).toEqual(alone);
    expect(more.map(({ id }) => id)).toEqual(["b", "a", "d", "c"]);
  });

  it("gives no hits for no words and for no candidates", () => {
    expect(rank([], [candidate("a", "x")])).toEqual([]);
    expect(rank(["x"], [])).toEqual([]);
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
  });
});
