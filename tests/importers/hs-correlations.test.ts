import { graphql } from "graphql";
import { describe, expect, test } from "vitest";
import { hsCorrelations } from "../../src/importers/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { Commands } from "./commands.ts";
import { fixture, imported, withFile } from "./support.ts";

const TABLE = fixture("hs2022-hs2012-correlations.csv");

/** The edges of a table as `2012-850511 > 2022-850511 kind`. */
async function edgesOf(content: string, options: Parameters<typeof hsCorrelations>[0] = {}, name = "table.csv") {
  const { bundles, rejected, counts } = await withFile(name, content, (path) => imported(hsCorrelations(options), path));
  const edges = bundles.flatMap((bundle) => bundle.edges.filter(({ type }) => type === "CORRESPONDS_TO"));
  const short = (id: string) => id.replace("commodity:hs-", "2022-").replace("commodity:hs", "");
  return { edges: edges.map(({ from, to, properties }) => `${short(from)} > ${short(to)} ${properties.correlation}`), rejected, counts };
}

describe("a table of correlations", () => {
  test("of the United Nations: titles above, ex beside the codes, zeros lost, relationships in four spellings, codes without a counterpart", async () => {
    const { bundles, rejected, counts, bundle } = await imported(hsCorrelations({}), TABLE);
    expect(bundles.map(({ name }) => name)).toEqual([
      "hs-correlations-2012-2022",
      "hs-correlations-2012-2022-01",
      "hs-correlations-2012-2022-85",
    ]);
    const edges = bundles.flatMap((each) => each.edges.filter(({ type }) => type === "CORRESPONDS_TO"));
    const ex = "Only a part of 850511 of 2012 (ex).";
    // The table reads from 2022 to 2012; the edges, and what they say, from the older to the newer.
    expect(edges.map(({ from, to, properties }) => [from, to, properties])).toEqual([
      ["commodity:hs2012-010121", "commodity:hs-010121", { since: "2022-01-01", correlation: "ONE_TO_ONE" }],
      ["commodity:hs2012-850511", "commodity:hs-850511", { since: "2022-01-01", correlation: "ONE_TO_MANY", note: ex }],
      ["commodity:hs2012-850511", "commodity:hs-854911", { since: "2022-01-01", correlation: "ONE_TO_MANY", note: ex }],
      ["commodity:hs2012-850512", "commodity:hs-850519", { since: "2022-01-01", correlation: "MANY_TO_ONE" }],
      ["commodity:hs2012-850513", "commodity:hs-850519", { since: "2022-01-01", correlation: "MANY_TO_ONE" }],
      ["commodity:hs2012-850520", "commodity:hs-850520", { since: "2022-01-01", correlation: "ONE_TO_ONE" }],
    ]);
    expect(new Set(edges.flatMap(({ claims }) => claims))).toEqual(new Set(["claim:hs-correlations-2012-2022"]));
    expect(bundle("hs-correlations-2012-2022").nodes[0]?.properties).toMatchObject({
      title: "Harmonized System: correlations between the editions of 2012 and 2022",
    });
    expect(rejected).toEqual([
      "hs2022-hs2012-correlations.csv:13:1: 850590 and 8505 are codes of two levels: a subheading corresponds to subheadings.",
      'hs2022-hs2012-correlations.csv:14:1: "85O590" is no code of 2, 4 or 6 digits.',
    ]);
    expect(Object.fromEntries(Object.entries(counts).map(([note, times]) => [note.replace(/^.*\.csv: /, ""), times]))).toEqual({
      'read as a table of correlations, codes of 2022 from "HS 2022", codes of 2012 from "HS 2012", the relationship from "Relationship"': 1,
      "a code that had lost a zero: put back": 2,
      "a relationship that says one where the table itself has several: several": 1,
      "a relationship 1:1 that became a time of the day: put back": 1,
      "two codes that stand beside each other twice: the first row counts": 1,
      "a code that nothing in the other edition corresponds to, or one for goods that are not specified: left out": 2,
    });
  });

  const SPLIT = ["2017-850511 > 2022-850511 ONE_TO_MANY", "2017-850511 > 2022-854911 ONE_TO_MANY"];
  test.each<[string, string, Parameters<typeof hsCorrelations>[0], string]>([
    ["from and to in the headers", "From HS 2022,To HS 2017\n850511,850511\n854911,850511\n", {}, "conversions.csv"],
    [
      "the World Bank's",
      "HS 2022 Product Code,HS 2022 Product Description,HS 2017 Product Code,HS 2017 Product Description\n850511,Magnets,850511,Magnets\n854911,Waste,850511,Magnets\n",
      {},
      "x.csv",
    ],
    ["editions by the file's name alone", "from,to\n850511,850511\n850511,854911\n", {}, "JobID-7_Concordance_H5_to_H6.csv"],
    [
      "editions by the command alone",
      "source;target;correlation\n8505.11;8505.11;1:n\n8505.11;8549.11;1:n\n",
      { from: "2017", to: "2022" },
      "x.csv",
    ],
    ["the new codes first", "to,from\n850511,850511\n854911,850511\n", { from: "2017", to: "2022" }, "x.csv"],
    [
      "all editions, of which two are asked for",
      "HS22,HS17,HS12\n850511,850511,850511\n854911,850511,850511\n",
      { from: "2017", to: "2022" },
      "x.csv",
    ],
  ])("%s", async (_, content, options, name) => {
    const { edges, rejected } = await edgesOf(content, options, name);
    expect(rejected).toEqual([]);
    expect(edges).toEqual(SPLIT);
  });

  test("goods that were distributed anew are many to many, where the table says it or has it so", async () => {
    const { edges } = await edgesOf("HS 2017,HS 2022,Relationship\n010121,010121,n:n\n010129,010129,\n010129,010130,\n010130,010130,\n");
    expect(edges).toEqual([
      "2017-010121 > 2022-010121 MANY_TO_MANY",
      "2017-010129 > 2022-010129 ONE_TO_MANY",
      "2017-010129 > 2022-010130 MANY_TO_MANY",
      "2017-010130 > 2022-010130 MANY_TO_ONE",
    ]);
  });

  test.each<[string, string, Parameters<typeof hsCorrelations>[0], string]>([
    [
      "no editions",
      "from,to\n850511,850511\n",
      {},
      "2:1: The table does not say of which editions its two columns of codes are: name them with --from and --to, in the order of the columns.",
    ],
    ["one edition", "HS 2017,HS17\n850511,850511\n", {}, "2:1: Both columns are codes of 2017: correlations join two editions."],
    [
      "others than were asked for",
      "HS 2017,HS 2022\n850511,850511\n",
      { from: "2012" },
      "2:1: The table joins 2017 and 2022, and 2012 was asked for: leave --from and --to out, or bring another table.",
    ],
    [
      "no columns of codes",
      "a,b\n850511,850511\n",
      {},
      "1:1: No two columns of codes are found in the first rows. Their headers must name the editions (HS 2022, HS 2017, or H6, H5), or be from and to, with --from and --to on the command.",
    ],
  ])("with %s is refused with what to do", async (_, content, options, problem) => {
    expect((await edgesOf(content, options)).rejected).toEqual([`table.csv:${problem}`]);
  });
});

const at = Commands.forEachTest();
const HEADER = "code,description\n";
const CODES: Readonly<Record<string, string>> = {
  HS12: "010121,Horses\n850511,Magnets\n850512,Older magnets\n850513,Other older magnets\n850520,Couplings\n850590,Parts\n",
  HS22: "010121,Horses\n850511,Magnets of metal\n850519,Other magnets\n854911,Waste\n850520,Couplings\n",
};

/** Brings both editions, and the table that joins them. */
async function bring() {
  for (const [name, rows] of Object.entries(CODES))
    expect(await at.import("hs", await at.file(`product_codes_${name}_V1.csv`, HEADER + rows))).toMatchObject({ code: 0 });
  expect(await at.import("hs-correlations", TABLE)).toMatchObject({ code: 1, stdout: expect.stringContaining("edges +7 ~0 -0 =0") });
}

/** What 850519 of 2007 becomes by way of 2012. */
const SPLIT_OF_2007 = [
  "commodity:hs-850511 INFERRED 850519 of the edition of 2007",
  "commodity:hs-854911 INFERRED 850519 of the edition of 2007",
];
const covered = (of = "") =>
  at.column(`MATCH (m:Measure)-[c:COVERS]->(g) WHERE m.id CONTAINS '${of}' RETURN g.id + ' ' + c.certainty + ' ' + coalesce(c.note, '')`);
const record = (id: number, ...codes: readonly number[]) => ({
  intervention_id: id,
  state_act_id: 1,
  affected_products: codes.map((product_id) => ({ product_id, prior_level: 5, new_level: 10, unit: "percent" })),
});
const gta = async (records: readonly object[], ...options: readonly string[]) =>
  at.import("gta", ...options, await at.file("gta.json", JSON.stringify(records)));

describe("codes of another edition", { timeout: 120_000 }, () => {
  test("stay on their own unless --into says another; then they follow the table, and each says what it was", async () => {
    await bring();
    const records = [record(1, 10121, 850520), record(2, 850511), record(3, 850512), record(4, 850590)];
    expect(await gta(records, "--edition", "2012")).toMatchObject({ code: 0 });
    expect(await covered("gta-2")).toEqual(["commodity:hs2012-850511 REPORTED "]);
    const { code, stdout } = await gta(records, "--edition", "2012", "--into", "2022");
    expect(code).toBe(0);
    expect(await covered("gta-1")).toEqual([
      "commodity:hs-010121 REPORTED 010121 of the edition of 2012",
      "commodity:hs-850520 REPORTED 850520 of the edition of 2012",
    ]);
    expect(await covered("gta-2")).toEqual([
      "commodity:hs-850511 INFERRED 850511 of the edition of 2012",
      "commodity:hs-854911 INFERRED 850511 of the edition of 2012",
    ]);
    expect(await covered("gta-3")).toEqual(["commodity:hs-850519 INFERRED 850512 of the edition of 2012"]);
    expect(await covered("gta-4")).toEqual(["commodity:hs2012-850590 REPORTED "]);
    for (const told of [
      "2 × a code of 2012 that followed the tables to the one of 2022 with the same goods",
      "1 × a code of 2012 that became several of 2022: INFERRED",
      "1 × a code of 2012 that became one of 2022, which has other goods too or whose edition nobody said: INFERRED",
      "1 × a code of 2012 that no table in the graph leads from to 2022: it stays (npm run import -- hs-correlations FILE brings one, of 2012 and 2022)",
    ])
      expect(stdout).toContain(told);
    expect((await gta(records, "--edition", "2012", "--into", "2022")).stdout).toContain("0 bundles written");
  });

  test("that 2022 lacks are taken as those of the nearest edition that has them where nobody says the edition, in records and in tables", async () => {
    await bring();
    expect(await gta([record(1, 850511, 850512)], "--into", "2022")).toMatchObject({ code: 0 });
    expect(await covered("gta-1")).toEqual(["commodity:hs-850511 REPORTED ", "commodity:hs-850519 INFERRED 850512 of the edition of 2012"]);
    await at.load(await at.file("m.yaml", 'bundle: m\nmeasures:\n  - {id: m, title: "A tariff", kind: TARIFF, effect: RESTRICTING}\n'));
    const table = await at.file("covers.csv", "from,to,claims\nm,8505.12,register\nm,850513,register\n");
    const { code, stdout } = await at.import("csv", "--as", "COVERS", "--into", "2022", table);
    expect(code).toBe(0);
    expect(await covered(":m")).toEqual(["commodity:hs-850519 INFERRED 850512 of the edition of 2012"]);
    expect(stdout).toContain("1 × two codes that became one of 2022: what is said of the first counts");
    const { stderr } = await at.import("csv", "--as", "COVERS", "--edition", "2022", "--into", "2022", table);
    expect(stderr).toContain('"8505.12" names nothing here');
  });

  test("keep an amount on their own, since no table says how much each of several has", async () => {
    await bring();
    const header = "from,to,claims,amount,unit,per\n";
    const table = await at.file(
      "produces.csv",
      `${header}country:CN,850511,register,100,KILOGRAM,YEAR\ncountry:CN,850520,register,7,KILOGRAM,YEAR\n`,
    );
    const { code, stdout, stderr } = await at.import("csv", "--as", "PRODUCES", "--edition", "2012", "--into", "2022", table);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await at.column("MATCH (:Country)-[:PRODUCES]->(g) RETURN g.id")).toEqual(["commodity:hs-850520", "commodity:hs2012-850511"]);
    expect(stdout).toContain(
      "1 × a code of 2012 with an amount, which became several of 2022: it stays, since no table says how much each has",
    );
  });

  test("follow two tables where none joins the editions, an overview keeps what an earlier record's became, and --into must be an edition", async () => {
    await bring();
    await at.import("hs", await at.file("product_codes_HS07_V1.csv", `${HEADER}850510,Couplings of old\n850519,Magnets of old\n`));
    expect(
      await at.import("hs-correlations", await at.file("HS2012-HS2007.csv", "HS 2012,HS 2007\n850520,850510\n850511,850519\n")),
    ).toMatchObject({
      code: 0,
    });
    const old = [record(1, 850510), record(2, 850519)];
    expect(await gta(old, "--edition", "2007", "--into", "2022")).toMatchObject({ code: 0 });
    const became = ["commodity:hs-850520 REPORTED 850510 of the edition of 2007"];
    expect(await covered("gta-2")).toEqual(SPLIT_OF_2007);
    expect(await covered("gta-1")).toEqual(became);
    expect(
      await gta(
        [1, 2].map((intervention_id) => ({ intervention_id, state_act_id: 1, state_act_title: "New" })),
        "--edition",
        "2007",
        "--into",
        "2022",
      ),
    ).toMatchObject({
      code: 0,
    });
    expect(await covered("gta-1")).toEqual(became);
    expect(await covered("gta-2")).toEqual(SPLIT_OF_2007);
    expect((await gta([], "--into", "2018")).stderr).toContain("--into 2018 is no edition of the Harmonized System");
    const graph = await at.file("graph.graphml", "<graphml/>");
    expect((await at.import("graphml", "--edition", "2017", graph)).stderr).toContain("--edition goes with --into here");
  });

  test("are found from either side of the table: which measures hit magnets of 2022, written on the codes of 2012", async () => {
    await bring();
    await gta([record(1, 850511), record(2, 850520)], "--edition", "2012");
    const source = `{
      direct: measures(filter: { covers: ["commodity:hs-850511"] }) { totalCount }
      before: measures(filter: { coversWhere: { node: { correspondsTo: ["commodity:hs-850511"] } } }) { nodes { id } }
      commodity(hsCode: "850511") {
        correspondsTo { edges { since correlation certainty note node { hsCode hsEdition coveredBy { nodes { id } } } } }
      }
      older: commodity(hsCode: "850511", edition: "2012") {
        correspondsTo(first: 5) { edges { correlation node { id } } }
      }
    }`;
    const { data, errors } = await at.withEngine((engine) => graphql({ schema: executableSchema(), source, contextValue: { engine } }));
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      direct: { totalCount: 0 },
      before: { nodes: [{ id: "measure:gta-1" }] },
      commodity: {
        correspondsTo: {
          edges: [
            {
              since: "2022-01-01",
              correlation: "ONE_TO_MANY",
              certainty: "CONFIRMED",
              note: "Only a part of 850511 of 2012 (ex).",
              node: { hsCode: "850511", hsEdition: "2012", coveredBy: { nodes: [{ id: "measure:gta-1" }] } },
            },
          ],
        },
      },
      older: {
        correspondsTo: {
          edges: [
            { correlation: "ONE_TO_MANY", node: { id: "commodity:hs-850511" } },
            { correlation: "ONE_TO_MANY", node: { id: "commodity:hs-854911" } },
          ],
        },
      },
    });
  });
});
