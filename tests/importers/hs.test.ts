import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { hs, hsCorrelations } from "../../src/importers/index.ts";
import { type Bundle, formatProblem, load, loadBundles, readInputs } from "../../src/load/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { model } from "../load/support.ts";
import { openTestEngine } from "../support/engine.ts";
import { edgesOf, fixture, imported, ownersIn, owning, withFile } from "./support.ts";

const CODES = fixture("hs.csv");
const LEFT_OUT = "TOTAL, and 99, 9999 and 999999 for goods that are not specified, are no part of the Harmonized System: left out";
const nothing = hs({ owners: owning({}) });
const header = "section,hscode,description,parent,level";

describe("the nomenclature", () => {
  test("the nomenclature is a bundle a chapter, in the form of the register, with the sections that lie beside it", async () => {
    const { bundles, rejected, counts, bundle } = await imported(nothing, CODES);
    expect(rejected).toEqual([]);
    expect(bundles.map(({ name }) => name)).toEqual(["hs-2022-file", "hs-2022-sections", "hs-2022-01", "hs-2022-85"]);
    expect(bundle("hs-2022-sections").nodes.map(({ id, properties }) => [id, properties])).toEqual([
      ["commodity:hs-section-i", { name: "Animals of the tests", level: "SECTION", hsCode: "I", hsEdition: "2022" }],
      ["commodity:hs-section-xvi", { name: "Machines, of the tests", level: "SECTION", hsCode: "XVI", hsEdition: "2022" }],
    ]);
    expect(bundle("hs-2022-01").nodes.map(({ id, properties }) => [id, properties])).toEqual([
      ["commodity:hs-01", { name: "Chapter one, as the file names it", level: "CHAPTER", hsCode: "01", hsEdition: "2022" }],
      ["commodity:hs-0102", { name: "Cattle, alive", level: "HEADING", hsCode: "0102", hsEdition: "2022" }],
      ["commodity:hs-010221", { name: "Cattle, alive, for breeding", level: "SUBHEADING", hsCode: "010221", hsEdition: "2022" }],
      ["commodity:hs-010229", { name: "Cattle, alive, for anything else", level: "SUBHEADING", hsCode: "010229", hsEdition: "2022" }],
    ]);
    expect(edgesOf(bundle("hs-2022-01"))).toEqual([
      "PART_OF commodity:hs-section-i",
      "PART_OF commodity:hs-01",
      "PART_OF commodity:hs-0102",
      "PART_OF commodity:hs-0102",
    ]);
    expect(counts).toEqual({ [LEFT_OUT]: 4 });
  });

  test("codes of other bundles are left to them, and codes of an earlier run are said again", async () => {
    const graph = {
      "claim:hs-2022-nomenclature": "commodities",
      "commodity:hs-section-i": "commodities",
      "commodity:hs-section-xvi": "commodities",
      "commodity:hs-01": "commodities",
      "commodity:hs-85": "commodities",
      "commodity:hs-8505": "commodities",
      "commodity:hs-850511": "commodities",
      "commodity:hs-850519": "hs-2022-85",
    };
    const { bundles } = await imported(hs({ owners: owning(graph) }), CODES);
    expect(bundles.map(({ name, nodes }) => [name, nodes.map((node) => node.id)])).toEqual([
      ["hs-2022-01", ["commodity:hs-0102", "commodity:hs-010221", "commodity:hs-010229"]],
      ["hs-2022-85", ["commodity:hs-850519"]],
    ]);
    expect(bundles.flatMap(({ edges }) => edges.map(({ claims }) => claims))).toEqual(Array(4).fill(["claim:hs-2022-nomenclature"]));
  });

  test.each<[string, string[], string[]]>([
    ["a code that is none", ["I,0x01,Horses,01,4"], ['"0x01" is no code of 2, 4 or 6 digits.']],
    ["a level that is another's", ["I,0101,Horses,01,6"], ["0101 has 4 digits, and its level is given as 6."]],
    ["a parent that is another's", ["I,0101,Horses,02,4"], ["0101 lies under 01, and its parent is given as 02."]],
    ["a parent that is not there", ["I,010121,Horses,0101,6"], ["010121 lies under 0101, which neither the files nor the graph have."]],
    ["a section that is none", ["XXII,98,Things,TOTAL,2"], ['"XXII" is no section: it must be a Roman numeral from I to XXI.']],
    ["a section that is not there", ["II,06,Trees,TOTAL,2"], ["06 lies under section-ii, which neither the files nor the graph have."]],
    ["a row twice", ["I,01,Animals,TOTAL,2", "I,01,Animals,TOTAL,2"], ["01 stands in the table twice."]],
    ["no description", ["I,01,,TOTAL,2"], ["01 has no description."]],
    [
      "an edition that is none",
      ["TOTAL,TOTAL,Total of all HS2018 commodities,TOTAL,5"],
      [
        '"2018" is no edition of the Harmonized System: these are 1988, 1992, 1996, 2002, 2007, 2012, 2017, 2022, 2028, by the year in which each began: none of its codes is taken.',
      ],
    ],
  ])("the nomenclature is rejected for %s", async (_, rows, messages) => {
    const importer = hs({ owners: owning({ "commodity:hs-section-i": "commodities" }) });
    const { rejected } = await withFile("hs.csv", [header, ...rows].join("\n"), (path) => imported(importer, path));
    expect(rejected).toEqual(messages.map((message) => `hs.csv:${rows.length + 1}:1: ${message}`));
  });

  test("a table of another kind is rejected as no nomenclature", async () => {
    const { rejected } = await withFile("x.csv", "section,title,parent\nI,Animals,TOTAL\n", (path) => imported(nothing, path));
    expect(rejected).toEqual([
      "x.csv:1:1: No column of codes with one of descriptions is found in the first rows. Their headers must be code, hscode, HS 2022 or the like, and description, name, text or the like; of sections, section and name.",
    ]);
  });

  test("a zero that was lost is put back, and counted", async () => {
    const rows = ["I,1,Animals,TOTAL,2", "I,101,Horses,1,4", "I,10121,Horses for breeding,101,6"];
    const importer = hs({ owners: owning({ "commodity:hs-section-i": "commodities" }) });
    const { rejected, counts, bundle } = await withFile("hs.csv", [header, ...rows].join("\n"), (path) => imported(importer, path));
    expect(rejected).toEqual([]);
    expect(counts["a code that had lost a zero: put back"]).toBe(3);
    expect(bundle("hs-2022-01").nodes.map(({ id }) => id)).toEqual(["commodity:hs-01", "commodity:hs-0101", "commodity:hs-010121"]);
  });
});

describe("on an engine", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    expect((await load(engine, model, await readInputs(["seed"]))).problems.map(formatProblem)).toEqual([]);
  }, 240_000);
  afterAll(() => engine.close());

  test("the nomenclature joins the register's codes without a duplicate, and a second load changes nothing", async () => {
    const count = "MATCH (c:Commodity) WHERE c.hsCode IS NOT NULL RETURN count(c), count(DISTINCT c.hsCode)";
    const [[before] = []] = await engine.read({ text: count, params: {} });
    for (const added of [4, 0]) {
      const { bundles, rejected } = await imported(hs({ owners: ownersIn(engine) }), CODES);
      expect(rejected).toEqual([]);
      const report = await loadBundles(engine, model, bundles);
      expect(report.problems.map(formatProblem)).toEqual([]);
      expect(report.bundles.reduce((sum, { nodes }) => sum + nodes.added, 0)).toBe(added);
      expect(report.bundles.reduce((sum, { nodes, edges }) => sum + nodes.removed + nodes.changed + edges.removed + edges.changed, 0)).toBe(
        0,
      );
      expect(await engine.read({ text: count, params: {} })).toEqual([[Number(before) + 4, Number(before) + 4]]);
    }
    const path =
      "MATCH (c:Commodity {hsCode: $code})-[:PART_OF]->(h)-[:PART_OF]->(k)-[:PART_OF]->(s) RETURN h.hsCode, k.hsCode, s.hsCode, k.name";
    expect(await engine.read({ text: path, params: { code: "010229" } })).toEqual([["0102", "01", "I", "Animals; live"]]);
  });

  test("correlations beside the seed: nothing of it changes, a second load writes nothing, and what hits magnets on older codes is found", async () => {
    const header = "Classification,Code,Description\n";
    const list = `${header}H4,85,Machinery\nH4,8505,Magnets\nH4,850511,Magnets of metal\n`;
    const older = await withFile("older.csv", list, (path) => imported(hs({ owners: ownersIn(engine) }), path));
    const table = "HS 2012,HS 2022,Relationship\n850511,850511,1:1\n";
    const tables = await withFile("table.csv", table, (path) => imported(hsCorrelations({}), path));
    const place = { file: "old.yaml", line: 1, column: 1 };
    const tariff = { title: "A tariff on the codes of 2012", kind: "TARIFF", effect: "RESTRICTING" };
    const bundles: Bundle[] = [
      ...older.bundles,
      // The same again is the same bundle.
      ...tables.bundles.map((bundle) => ({ ...bundle, origin: "table" })),
      {
        name: "old",
        nodes: [{ type: "Measure", id: "measure:old", properties: tariff, place }],
        edges: [
          { type: "COVERS", from: "measure:old", to: "commodity:hs2012-850511", properties: {}, claims: ["claim:hs-2012-file"], place },
        ],
        place,
      },
    ];
    for (const added of [1, 0]) {
      const { problems, bundles: reports } = await loadBundles(engine, model, bundles);
      expect(problems.map(formatProblem)).toEqual([]);
      const of = reports.filter(({ name }) => name === "hs-correlations-2012-2022-85");
      expect(of.map(({ edges }) => edges.added)).toEqual([added]);
      expect(reports.reduce((sum, { nodes, edges }) => sum + nodes.removed + nodes.changed + edges.removed + edges.changed, 0)).toBe(0);
    }
    const source = `{
      before: measures(filter: { coversWhere: { node: { correspondsTo: ["commodity:hs-850511"] } } }) { nodes { id } }
      commodity(hsCode: "850511") {
        correspondsTo { edges { since correlation certainty sourceCount node { id coveredBy { nodes { id } } } } }
      }
      on: commodity(hsCode: "850511") { correspondsTo(on: "2021-12-31") { totalCount } }
    }`;
    const { data, errors } = await graphql({ schema: executableSchema(), source, contextValue: { engine } });
    expect(errors).toBeUndefined();
    const measure = { nodes: [{ id: "measure:old" }] };
    const edge = { since: "2022-01-01", correlation: "ONE_TO_ONE", certainty: "CONFIRMED", sourceCount: 1 };
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      before: measure,
      commodity: { correspondsTo: { edges: [{ ...edge, node: { id: "commodity:hs2012-850511", coveredBy: measure } }] } },
      on: { correspondsTo: { totalCount: 0 } },
    });
  });

  test.each([
    ["of one edition", "commodity:hs-8505", "commodity:hs-850511", "are codes of one edition, that of 2022"],
    [
      "written at the newer code",
      "commodity:hs-850511",
      "commodity:hs2012-850511",
      "write it at the older one, and turn its correlation round with it.",
    ],
    ["to a named group", "commodity:hs2012-850511", "commodity:rare-earths", "commodity:rare-earths has no code of the Harmonized System"],
  ])("a correspondence %s is refused", async (_, from, to, message) => {
    const place = { file: "x.yaml", line: 1, column: 1 };
    const edges = [{ type: "CORRESPONDS_TO", from, to, properties: {}, claims: ["claim:hs-2012-file"], place }];
    const { problems } = await loadBundles(engine, model, [{ name: "x", nodes: [], edges, place }]);
    expect(problems.map(formatProblem)).toEqual([expect.stringContaining(message)]);
  });
});
