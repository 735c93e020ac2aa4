/** What full-text search must do on every engine: the same hits in the same order. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GraphEngine, type Statement, searchNames, searchNote, searchWords } from "../../src/engine/port.ts";

const things: readonly { id: string; names: readonly string[]; summary?: string }[] = [
  { id: "country:CN", names: ["China", "People's Republic of China", "中国"] },
  { id: "country:CI", names: ["Côte d'Ivoire", "Ivory Coast"] },
  { id: "firm:synopsys", names: ["Synopsys, Inc."], summary: "Maker of chip design software." },
  { id: "firm:ford-motor", names: ["Ford Motor Company"] },
  { id: "commodity:semiconductors", names: ["Semiconductors", "集成电路"] },
  { id: "commodity:rare-earths", names: ["Rare earths", "稀土"], summary: "Seventeen metals; most of them are refined in China." },
  { id: "measure:one", names: ["Export licensing of rare earths by China"] },
  { id: "measure:two", names: ["Export duty on steel"] },
  { id: "measure:three", names: ["Tariff on steel and aluminium AND copper OR zinc"] },
  { id: "twin:a", names: ["Twin lakes"] },
  { id: "twin:b", names: ["Twin lakes"] },
];

/** The cases for search, on the engine that `open` gives. */
export function searchContract(open: () => Promise<GraphEngine>): void {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await open();
    await engine.prepare([]);
    const rows = things.map(({ id, names, summary }) => ({
      id,
      searchText: searchWords(summary === undefined ? names : [...names, summary]),
      searchNames: searchNames(names),
    }));
    await write({ text: "UNWIND $rows AS row CREATE (n:Node:Thing) SET n += row", params: { rows } }, null);
  });
  afterAll(() => engine.close());

  /** Writes nodes as the loader does, which notes whose words it changed; null: it does not say whose. */
  const write = (statement: Statement, changed: readonly string[] | null) =>
    engine.write(async (transaction) => {
      for (const each of [statement, ...searchNote(changed)]) await transaction.run(each);
    });
  const hits = async (text: string, limit = 10): Promise<[id: string, score: number][]> => {
    const { clause, params } = await engine.search(text, limit);
    const rows = await engine.read({ text: `${clause} RETURN n.id, score ORDER BY score DESC, n.id`, params });
    return rows.map(([id, score]) => [String(id), Number(score)]);
  };
  const ids = async (text: string, limit?: number) => (await hits(text, limit)).map(([id]) => id);

  it.each([
    ["one word", "synopsys", ["firm:synopsys"]],
    ["a word of the summary", "software", ["firm:synopsys"]],
    ["a word that other searches leave out", "them", ["commodity:rare-earths"]],
    ["another case, without diacritics", "COTE D IVOIRE", ["country:CI"]],
    ["full-width letters", "ｆｏｒｄ", ["firm:ford-motor"]],
    ["one Chinese character", "稀", ["commodity:rare-earths"]],
    ["a Chinese word", "中国", ["country:CN"]],
    ["a Chinese word inside a longer one", "电路", ["commodity:semiconductors"]],
    ["the beginning of a word", "semicond", ["commodity:semiconductors"]],
    ["a letter changed", "Sinopsys", ["firm:synopsys"]],
    ["a letter left out", "synopsy", ["firm:synopsys"]],
    ["letters swapped", "snyopsys", ["firm:synopsys"]],
    ["a typing error in a short word", "frord", ["firm:ford-motor"]],
    ["words in any order", "company ford", ["firm:ford-motor"]],
  ])("finds a node by %s", async (_, text, expected) => {
    expect(await ids(text)).toEqual(expected);
  });

  it("puts nodes with all words before nodes with some", async () => {
    const found = await ids("export rare earths");
    expect(found.slice(0, 2)).toEqual(["measure:one", "commodity:rare-earths"]);
    expect(found).toContain("measure:two");
  });

  it("puts nodes with the word itself before nodes with a similar word", async () => {
    await write(
      {
        text: "CREATE (:Node {id: 'firm:sinopsys', searchText: $words, searchNames: $names})",
        params: { words: searchWords(["Sinopsys"]), names: searchNames(["Sinopsys"]) },
      },
      ["firm:sinopsys"],
    );
    try {
      expect(await ids("synopsys")).toEqual(["firm:synopsys", "firm:sinopsys"]);
      expect(await ids("sinopsys")).toEqual(["firm:sinopsys", "firm:synopsys"]);
    } finally {
      await write({ text: "MATCH (n:Node {id: 'firm:sinopsys'}) DELETE n", params: {} }, ["firm:sinopsys"]);
    }
    // Deletions are followed.
    expect(await ids("sinopsys")).toEqual(["firm:synopsys"]);
  });

  it("puts what has the name before what mentions it", async () => {
    expect(await ids("china")).toEqual(["country:CN", "measure:one", "commodity:rare-earths"]);
  });

  it("orders equal hits by id, with falling scores", async () => {
    const found = await hits("twin lakes");
    expect(found.map(([id]) => id)).toEqual(["twin:a", "twin:b"]);
    expect(found[0]?.[1]).toBe(found[1]?.[1]);
    const scores = (await hits("export steel")).map(([, score]) => score);
    expect(scores.length).toBeGreaterThan(2);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });

  it("gives no more hits than the limit, the best ones", async () => {
    expect(await ids("china", 1)).toEqual(["country:CN"]);
    expect(await ids("china", 0)).toEqual([]);
  });

  it("gives as the first few those of a longer answer, however many there are, and of what is misspelt as well", async () => {
    const words = ["alpha", "alpna", "alphabet", "beta", "gamma"];
    // More than any page has, of many lengths, and few that hold every word.
    const names = Array.from({ length: 700 }, (_, i) =>
      Array.from({ length: 1 + (i % 7) }, (_, at) => words[(i * (at + 3)) % 5] ?? "").join(" "),
    );
    const rows = names.map((name, i) => ({ id: `many:${i}`, searchText: searchWords([name]), searchNames: searchNames([name]) }));
    const changed = rows.map(({ id }) => id);
    await write({ text: "UNWIND $rows AS row CREATE (n:Node:Many) SET n += row", params: { rows } }, changed);
    try {
      for (const text of ["alpha", "alpha beta", "gamma alphabet", "alpah", "alph", "beta alpna gamma"]) {
        const all = await hits(text, 200);
        expect(all.length, text).toBeGreaterThan(20);
        for (const limit of [1, 2, 5, 20, 21, 50, 120]) expect(await hits(text, limit), `${text}, ${limit}`).toEqual(all.slice(0, limit));
      }
      // None is left out: those that have an alpha or what is a letter away from it, or begins so.
      const like = names.filter((name) => /alp[hn]a/.test(name));
      expect(new Set(await ids("alpha", 1_000))).toEqual(new Set(names.flatMap((name, i) => (like.includes(name) ? [`many:${i}`] : []))));
    } finally {
      await write({ text: "MATCH (n:Many) DELETE n", params: {} }, changed);
    }
  });

  it("keeps to the types asked for, however many others come before them", async () => {
    const rows = Array.from({ length: 3_001 }, (_, i) => ({ id: `common:${i}`, searchText: "common", searchNames: "common" }));
    const few = { id: "few:one", searchText: "a word that is common and stands in a long text", searchNames: "" };
    const create = (label: string, of: readonly (typeof few)[]) =>
      write(
        { text: `UNWIND $rows AS row CREATE (n:Node:Counted:${label}) SET n += row`, params: { rows: of } },
        of.map(({ id }) => id),
      );
    await create("Many", rows);
    await create("Few", [few]);
    const found = async (types?: readonly string[]) => (await engine.search("common", 10_000, types)).params.searchHits;
    try {
      expect(await found()).toHaveLength(3_002);
      expect(await found(["Many"])).toHaveLength(3_001);
      expect(await found(["Few", "Country"])).toEqual([["few:one", expect.any(Number)]]);
      expect(await found([])).toEqual([]);
      expect(await found(["Few OR n:Many", "few"])).toEqual([]);
    } finally {
      await write({ text: "MATCH (n:Counted) DELETE n", params: {} }, null);
    }
  });

  it("finds what another engine on the same database would have written, by its note, and all anew where notes do not tell", async () => {
    const words = (word: string) => ({ searchText: word, searchNames: word });
    const rename = (word: string): Statement => ({ text: "MATCH (n:Node {id: 'twin:a'}) SET n += $words", params: { words: words(word) } });
    expect(await ids("twin")).toEqual(["twin:a", "twin:b"]);
    await write(rename("vesuvius"), ["twin:a"]);
    expect([await ids("twin"), await ids("vesuvius")]).toEqual([["twin:b"], ["twin:a"]]);
    // More changes than are kept: who has seen none of them reads all anew.
    await engine.write(async (transaction) => {
      await transaction.run(rename("stromboli"));
      for (let i = 0; i < 70; i++) for (const note of searchNote([i === 0 ? "twin:a" : "twin:b"])) await transaction.run(note);
    });
    expect(await engine.read({ text: "MATCH (c:SearchChange) RETURN count(c)", params: {} })).toEqual([[64]]);
    expect([await ids("vesuvius"), await ids("stromboli")]).toEqual([[], ["twin:a"]]);
    // Nobody noted anything: all is read anew for each search.
    await engine.write((transaction) => transaction.run({ text: "MATCH (n) WHERE n:SearchNote OR n:SearchChange DELETE n", params: {} }));
    for (const word of ["etna", "twin lakes"]) {
      await engine.write((transaction) => transaction.run(rename(word)));
      expect(await ids(word)).toContain("twin:a");
    }
    await write({ text: "RETURN 1", params: {} }, null);
    expect(await ids("twin lakes")).toEqual(["twin:a", "twin:b"]);
  });

  it("finds other forms of a word behind the word itself, before what begins so and what is misspelt", async () => {
    const names = ["policy", "policies", "policyholder", "policey", "police"];
    const rows = names.map((name) => ({ id: `form:${name}`, ...{ searchText: name, searchNames: name } }));
    const changed = rows.map(({ id }) => id);
    await write({ text: "UNWIND $rows AS row CREATE (n:Node:Form) SET n += row", params: { rows } }, changed);
    try {
      expect(await ids("policies")).toEqual(["form:policies", "form:policy", "form:police", "form:policey"]);
      expect(await ids("policy")).toEqual(["form:policy", "form:policies", "form:policyholder", "form:police", "form:policey"]);
      expect(await ids("policy", 1)).toEqual(["form:policy"]);
    } finally {
      await write({ text: "MATCH (n:Form) DELETE n", params: {} }, changed);
    }
  });

  it("gives a search clause that other clauses can follow", async () => {
    const { clause, params } = await engine.search("steel", 10);
    const text = `${clause} WHERE n.id STARTS WITH $prefix MATCH (n:Thing) RETURN n.id, score > 0 ORDER BY score DESC, n.id`;
    const rows = await engine.read({ text, params: { ...params, prefix: "measure:" } });
    expect(rows).toEqual([
      ["measure:two", true],
      ["measure:three", true],
    ]);
  });

  it.each([
    ["nonsense", "qqqq"],
    ["nothing", ""],
    ["spaces", " \t\n"],
    ["punctuation", `"'\\ +-&|!(){}[]^~*?:/ ---`],
    ["an emoji", "🧲👩‍🚒"],
    ["a lone surrogate and a NUL", "\ud800 \u0000"],
    ["a number that is only near", "8541"],
  ])("finds nothing for %s, without an error", async (_, text) => {
    expect(await ids(text)).toEqual([]);
  });

  it.each([
    ["AND", ["measure:three"]],
    ["OR", ["measure:three"]],
    ["NOT", []],
    ["*", []],
    ["synop*s", ["firm:synopsys"]],
    ["synopsys~2", ["firm:synopsys"]],
    ["searchText:synopsys", ["firm:synopsys"]],
    ["id:country", []],
    ['"ford motor', ["firm:ford-motor"]],
    ["synopsys^100 -synopsys", ["firm:synopsys"]],
    ["[a TO z]", []],
    ["/s.*/", []],
    ["') RETURN 1 //", []],
  ])("reads the query %s as words, not as syntax", async (text, expected) => {
    expect(await ids(text)).toEqual(expected);
  });

  it("searches only the beginning of a very long text, within two seconds", async () => {
    const before = performance.now();
    expect((await ids(`synopsys ${"lorem ipsum 稀土 ".repeat(1000)}`))[0]).toBe("firm:synopsys");
    expect(await ids("x".repeat(10_000))).toEqual([]);
    expect(await ids("稀".repeat(10_000), 1)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
}
