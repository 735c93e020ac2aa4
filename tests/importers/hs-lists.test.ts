import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { xlsx } from "../../src/exporters/index.ts";
import { codeOfText, editionsIn } from "../../src/importers/hs/code-text.ts";
import { hs } from "../../src/importers/index.ts";
import { imported, owning, withFile } from "./support.ts";

/** A graph that has the section of machines of an edition. */
const machines = (edition: string) => owning({ [`commodity:hs${edition}-section-xvi`]: "hs-sections" });

/** The codes of a file as `code name`, what was rejected, and what was counted. */
async function read(name: string, content: string | Uint8Array, edition = "2017", asked?: string) {
  const importer = hs({ owners: machines(edition), edition: asked });
  const { bundles, rejected, counts } = await withFile(name, content, (path) => imported(importer, path));
  const nodes = bundles.flatMap((bundle) => bundle.nodes.filter(({ type }) => type === "Commodity"));
  return {
    codes: nodes.map(({ id, properties }) => `${id.replace("commodity:", "")} ${properties.name}`),
    levels: nodes.map(({ properties }) => properties.level),
    edges: bundles.flatMap(({ edges }) => edges.filter(({ type }) => type === "PART_OF").map(({ from, to }) => `${from} < ${to}`)),
    rejected,
    counts,
  };
}

describe("codes as tables write them", () => {
  test.each([
    ["850511", "850511", false, false],
    ["8505.11", "850511", false, false],
    ["85.05", "8505", false, false],
    ["8505 11", "850511", false, false],
    ["85", "85", false, false],
    ["1", "01", true, false],
    ["101", "0101", true, false],
    ["10121", "010121", true, false],
    ["101.21", "010121", true, false],
    ["1.01", "0101", true, false],
    ["8505.1", "850510", true, false],
    ["85.1", "8510", true, false],
    ["10121.0", "010121", true, false],
    ["850511.0", "850511", true, false],
    ["0501.00", "050100", false, false],
    ["'010121", "010121", false, false],
    ["ex 8549.31", "854931", false, true],
    ["ex8549.31", "854931", false, true],
    ["8549.31 (ex)", "854931", false, true],
  ])("%s is %s", (text, code, isRepaired, isPart) => {
    expect(codeOfText(text)).toEqual({ code, isRepaired, isPart });
  });

  test.each(["", "TOTAL", "I", "85O5", "85-05", "x"])("%s is none", (text) => expect(codeOfText(text)).toBeNull());

  test.each<[string, string[]]>([
    ["HS2022toHS2017ConversionAndCorrelationTables.xlsx", ["2022", "2017"]],
    ["HS 2012 to HS 2007 Correlation and conversion tables.xls", ["2012", "2007"]],
    ["JobID-45_Concordance_H5_to_H0.CSV", ["2017", "1992"]],
    ["product_codes_HS17_V202401b.csv", ["2017"]],
    ["H6.json", ["2022"]],
    ["HS 1988/92", ["1992"]],
    ["HS 2018", []],
    ["HS6 code", []],
    ["hs_10_digits.csv", []],
    ["hs.csv", []],
  ])("%s speaks of %j", (text, editions) => expect(editionsIn(text)).toEqual(editions));
});

describe("lists of codes", () => {
  test("BACI's: codes of six digits alone, the edition in its name, headings and chapters made", async () => {
    const { codes, levels, edges, rejected, counts } = await read(
      "product_codes_HS17_V202401b.csv",
      'code,description\n850511,"Magnets: of metal"\n850519,Magnets: n.e.c.\n999999,Commodities not specified according to kind\n9999AA,Nobody knows\n',
    );
    expect(rejected).toEqual([]);
    expect(codes.sort()).toEqual([
      "hs2017-85 HS 85 (2017)",
      "hs2017-8505 HS 8505 (2017)",
      "hs2017-850511 Magnets: of metal",
      "hs2017-850519 Magnets: n.e.c.",
    ]);
    expect(levels.sort()).toEqual(["CHAPTER", "HEADING", "SUBHEADING", "SUBHEADING"]);
    expect(edges.sort()).toEqual([
      "commodity:hs2017-85 < commodity:hs2017-section-xvi",
      "commodity:hs2017-8505 < commodity:hs2017-85",
      "commodity:hs2017-850511 < commodity:hs2017-8505",
      "commodity:hs2017-850519 < commodity:hs2017-8505",
    ]);
    expect(counts).toMatchObject({
      "the codes are taken as those of 2017, as the file's name says (--edition names another)": 1,
      "a heading or chapter that the list lacks: made with its code for a name, so that what lies under it is found": 2,
      "TOTAL, and 99, 9999 and 999999 for goods that are not specified, are no part of the Harmonized System: left out": 2,
    });
    expect(Object.keys(counts)).toContainEqual(
      expect.stringMatching(/product_codes_HS17_V202401b.csv: read as a list of codes, code from "code", description from "description"$/),
    );
  });

  test("what the command says goes before the file's name", async () => {
    const { codes, counts } = await read("product_codes_HS17_V202401b.csv", "code,description\n850511,Magnets\n", "2012", "2012");
    expect(codes).toContain("hs2012-850511 Magnets");
    expect(Object.keys(counts).filter((note) => note.includes("taken as"))).toEqual([]);
  });

  const comtrade = {
    more: false,
    results: [
      { id: "TOTAL", text: "TOTAL - Total of all HS commodities", parent: "#", isLeaf: "0", aggrLevel: 0 },
      { id: "85", text: "85 - Machinery, electrical", parent: "TOTAL", isLeaf: "0", aggrLevel: 2 },
      { id: "8505", text: "8505 - Electro-magnets", parent: "85", isLeaf: "0", aggrLevel: 4 },
      { id: "850511", text: "850511 - Magnets; of metal", parent: "8505", isLeaf: "1", aggrLevel: 6 },
    ],
  };

  test.each<[string, string | Uint8Array]>([
    ["H5.json", JSON.stringify(comtrade)],
    ["H5.json.gz", gzipSync(JSON.stringify(comtrade, null, 2))],
  ])("UN Comtrade's %s: an object a code, its text without the code", async (name, content) => {
    const { codes, rejected, counts } = await read(name, content);
    expect(rejected).toEqual([]);
    expect(codes).toEqual(["hs2017-85 Machinery, electrical", "hs2017-8505 Electro-magnets", "hs2017-850511 Magnets; of metal"]);
    expect(Object.keys(counts).join()).toContain('code from "id", description from "text"; not read: parent, isLeaf, aggrLevel');
  });

  test("a classification's table: its own column says the edition, and goes before the file's name", async () => {
    const rows = "H5,85,Machinery,TOTAL,2\nH5,8505,Magnets,85,4\nH5,850511,Magnets of metal,8505,6\n";
    const { codes, rejected } = await read("HS12.csv", `Classification,Code,Description,Code Parent,Level\n${rows}`);
    expect(rejected).toEqual([]);
    expect(codes).toEqual(["hs2017-85 Machinery", "hs2017-8505 Magnets", "hs2017-850511 Magnets of metal"]);
  });

  test("the World Customs Organization's: titles above, dots in codes, rows without one, dashes, sections and chapters in words", async () => {
    const table = `The nomenclature of the tests;;
;;
HS 2017 Code;Unit;Description
Section XVI;;machinery
Chapter 85;;Electrical machinery
85.05;;Electro-magnets
;;- Permanent magnets :
8505.11;kg;- - Of metal
8505.2;kg;- Couplings
1.01;u;Horses
8505.11.00;kg;A line of one country
`;
    const { codes, rejected, counts } = await read("wco.csv", table);
    expect(rejected).toEqual([]);
    expect(codes.sort()).toEqual([
      "hs2017-01 HS 01 (2017)",
      "hs2017-0101 Horses",
      "hs2017-85 Electrical machinery",
      "hs2017-8505 Electro-magnets",
      "hs2017-850511 Of metal",
      "hs2017-850520 Couplings",
    ]);
    expect(counts).toMatchObject({
      "a row without a code, such as a title between codes: left out": 1,
      "a code that had lost a zero: put back": 2,
      "a code of more than 6 digits, which is one country's own: left out (npm run import -- csv --as Commodity takes them)": 1,
      "a chapter on top, since the section that it lies in is not there for 2017: hs-sections.csv beside the file brings it": 1,
    });
  });

  test("a workbook is read as the same list saved as CSV", async () => {
    const rows = [
      ["HS 2022 nomenclature"],
      ["Code", "Description"],
      ["85", "Electrical machinery"],
      ["8505", "Magnets"],
      ["850511", "Permanent magnets"],
      [10121, "Horses"],
    ];
    const sheet = {
      name: "List",
      columns: rows[0] as string[],
      rows: (async function* () {
        yield rows.slice(1);
      })(),
    };
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsx([sheet])) pieces.push(piece);
    const workbook = await read("list.xlsx", Buffer.concat(pieces));
    const table = await read("list.csv", rows.map((row) => `${row.join(",")}\n`).join(""));
    expect(workbook.codes).toContain("hs-850511 Permanent magnets");
    expect({ ...workbook, counts: Object.values(workbook.counts) }).toEqual({ ...table, counts: Object.values(table.counts) });
  });

  test.each<[string, string, string]>([
    ["an empty file", "", "The file is empty: a table starts with its header."],
    [
      "a header alone",
      "code,description\n",
      "The table has a header, and no row under it: nothing is taken, and what it held before stays.",
    ],
  ])("%s is told as such", async (_, content, message) => {
    expect((await read("list.csv", content)).rejected).toEqual([`list.csv:1:1: ${message}`]);
  });

  test("a code that is none is rejected with its place, and the rest goes on", async () => {
    const { codes, rejected } = await read("HS17.csv", "code,description\n85O5,Magnets\n850511,Of metal\n850512,\n");
    expect(rejected).toEqual(['HS17.csv:2:1: "85O5" is no code of 2, 4 or 6 digits.', "HS17.csv:4:1: 850512 has no description."]);
    expect(codes).toContain("hs2017-850511 Of metal");
  });
});
