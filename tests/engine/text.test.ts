import { describe, expect, it } from "vitest";
import { queryWords, searchNames, searchWords } from "../../src/engine/search/text.ts";

describe("searchWords", () => {
  it.each([
    ["Côte d’Ivoire", "cote d ivoire"],
    ["PEOPLE'S Republic", "people republic"],
    ["U.S. and E.U.-style; 8505.11", "us and eu style 8505 11"],
    ["Łódź Ørsted Straße ﬁne ①", "lodz orsted strasse fine 1"],
    ["İstanbul ILGAZ ısı", "istanbul ilgaz isi"],
    ["稀土", "稀 土 稀土"],
    ["稀土magnets出口", "稀 土 稀土 magnets 出 口 出口"],
    ["カメラ ｶﾒﾗ", "カ メ ラ カメ メラ カ メ ラ カメ メラ"],
    ["반도체", "반 도 체 반도 도체"],
    ["العُقوبات", "العقوبات"],
    [" — … 🧲 \u0000 \ud800 ", ""],
  ])("makes the search words of %s", (text, words) => {
    expect(searchWords([text])).toBe(words);
  });

  it("joins the words of texts, keeps repeats, and cuts a long word at 64 letters", () => {
    expect(searchWords(["a b", "", "b"])).toBe("a b b");
    expect(searchWords(["x".repeat(300)])).toBe("x".repeat(64));
  });

  it("gives search words back unchanged, and the same ones for any Unicode form of the input", () => {
    const names = ["São Tomé & Príncipe", "Việt Nam", "Åland"];
    const words = searchWords(names);
    expect(searchWords([words])).toBe(words);
    expect(searchWords(names.map((name) => name.normalize("NFD")))).toBe(words);
  });
});

describe("searchNames", () => {
  it("gives the words of each name, one line a name, no name twice", () => {
    expect(searchNames(["Ford Motor", "ford motor", "U.S. Ford-Werke", "—"])).toBe("ford motor\nus ford werke");
  });

  it("gives pairs of letters for scripts without spaces, and a letter that stands alone, as they are asked for", () => {
    expect(searchNames(["稀土磁", "x", "稀"])).toBe("稀土 土磁\nx\n稀");
  });
});

describe("queryWords", () => {
  it("gives distinct query words, cut as stored words are, at most so many", () => {
    expect(queryWords("Ford ford! 稀土磁 x 中", 16)).toEqual(["ford", "稀土", "土磁", "x", "中"]);
    expect(queryWords("a b c", 2)).toEqual(["a", "b"]);
  });

  it("makes the query words of 20 MB of text in less than 200 ms", () => {
    const before = performance.now();
    expect(queryWords("ford ".repeat(4_000_000), 16)).toEqual(["ford"]);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it("makes query words that searchWords stores, for every script", () => {
    for (const text of ["Côte d’Ivoire", "稀土", "カメラ", "반도체", "ไทย", "हिन्दी भाषा", "العُقوبات"]) {
      const stored = searchWords([text]).split(" ");
      for (const word of queryWords(text, 16)) expect(stored, text).toContain(word);
    }
  });
});
