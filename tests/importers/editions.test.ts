import { graphql } from "graphql";
import { describe, expect, test } from "vitest";
import { executableSchema } from "../../src/resolvers/index.ts";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

const HEADER = "section,hscode,description,parent,level\n";
/** A nomenclature that says its edition in the row for all goods, as UN Comtrade's does. */
const codesOf = (edition: string, ...rows: readonly string[]) =>
  `${HEADER}TOTAL,TOTAL,Total of all HS${edition} commodities,TOTAL,5\n${rows.map((row) => `${row}\n`).join("")}`;
const MACHINES = ["XVI,85,Machines,TOTAL,2", "XVI,8505,Magnets,85,4", "XVI,850511,Magnets of metal,8505,6"];
const SECTIONS = "section,name\nXVI,machines\n";

/** Brings the codes of 2017 beside those of the small world, which are of 2022. */
async function bring(edition = "2017", ...more: readonly string[]) {
  await at.file("hs-sections.csv", SECTIONS);
  return at.import("hs", await at.file(`hs-${edition}.csv`, codesOf(edition, ...MACHINES, ...more)));
}

describe("an edition of the Harmonized System", { timeout: 120_000 }, () => {
  test("has nodes of its own, which its own codes alone lie under, and commodity(edition:) finds them", async () => {
    expect(await bring()).toMatchObject({ code: 0, stderr: "" });
    expect(await at.column("MATCH (n:Commodity {hsEdition: '2017'}) RETURN n.id")).toEqual([
      "commodity:hs2017-85",
      "commodity:hs2017-8505",
      "commodity:hs2017-850511",
      "commodity:hs2017-section-xvi",
    ]);
    expect(await at.column("MATCH (a:Commodity)-[:PART_OF]->(b:Commodity) WHERE a.hsEdition <> b.hsEdition RETURN a.id + b.id")).toEqual(
      [],
    );
    const source = `query ($none: HsEdition = "2007") {
      usual: commodity(hsCode: "850511") { id hsEdition }
      same: commodity(hsCode: "850511", edition: "2022") { id }
      older: commodity(hsCode: "850511", edition: "2017") { id partOf { nodes { id } } }
      none: commodity(hsCode: "850511", edition: $none) { id }
      chapter: commodity(hsCode: "85", edition: "2017") { parts { nodes { id } } }
      both: commodities(filter: { hsCode: { is: "850511" } }) { nodes { id } }
      one: commodities(filter: { hsCode: { is: "850511" }, hsEdition: { is: "2017" } }) { nodes { id } }
    }`;
    const { data, errors } = await at.withEngine((engine) => graphql({ schema: executableSchema(), source, contextValue: { engine } }));
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      usual: { id: "commodity:hs-850511", hsEdition: "2022" },
      same: { id: "commodity:hs-850511" },
      older: { id: "commodity:hs2017-850511", partOf: { nodes: [{ id: "commodity:hs2017-8505" }] } },
      none: null,
      chapter: { parts: { nodes: [{ id: "commodity:hs2017-8505" }] } },
      both: { nodes: [{ id: "commodity:hs-850511" }, { id: "commodity:hs2017-850511" }] },
      one: { nodes: [{ id: "commodity:hs2017-850511" }] },
    });
  });

  test("is refused where it is none, by the schema and by the command", async () => {
    const source = `{ commodity(hsCode: "85", edition: "2018") { id } }`;
    const { errors } = await at.withEngine((engine) => graphql({ schema: executableSchema(), source, contextValue: { engine } }));
    expect(errors?.[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
      message: expect.stringContaining('HsEdition: "2018" is no edition of the Harmonized System: these are 1988, 1992'),
    });
    const file = await at.file("t.csv", "from,to,claims\n");
    for (const format of [["hs"], ["csv", "--as", "COVERS"], ["jsonl"], ["gta"]])
      expect(await at.import(...format, "--edition", "2018", file)).toEqual({
        code: 1,
        stdout: "",
        stderr: expect.stringContaining("--edition 2018 is no edition of the Harmonized System"),
      });
  });

  test("of a file that says another than was asked for is not taken, and one that nobody says is told", async () => {
    const file = await at.file("hs-2012.csv", codesOf("2012", ...MACHINES));
    await at.file("hs-sections.csv", SECTIONS);
    const refused = await at.import("hs", "--edition", "2017", file);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("hs-2012.csv:2:1: These are the codes of 2012, and those of 2017 were asked for");
    expect(await at.column("MATCH (n:Commodity) WHERE n.hsCode STARTS WITH '85' RETURN n.id")).toEqual(["commodity:hs-850511"]);
    const silent = await at.file("silent.csv", `${HEADER}${MACHINES.join("\n")}\n`);
    expect((await at.import("hs", silent)).stdout).toContain(
      "the file does not say of which edition its codes are: taken as those of 2022 (--edition names another)",
    );
    expect((await at.import("hs", "--edition", "2007", silent)).stdout).not.toContain("does not say");
    expect(await at.column("MATCH (n:Commodity {hsEdition: '2007'}) RETURN n.id")).toContain("commodity:hs2007-850511");
  });

  test("of the codes in a table is 2022 unless --edition says another, or an id names it", async () => {
    await bring();
    await at.load(await at.file("m.yaml", 'bundle: m\nmeasures:\n  - {id: m, title: "A tariff", kind: TARIFF, effect: RESTRICTING}\n'));
    const covered = async (code: string, ...options: readonly string[]) => {
      const table = await at.file("covers.csv", `from,to,claims\nm,${code},register\n`);
      const { stderr } = await at.import("csv", "--as", "COVERS", ...options, table);
      return stderr === "" || stderr.startsWith("Removes") ? await at.column("MATCH (:Measure)-[:COVERS]->(c) RETURN c.id") : stderr;
    };
    expect(await covered("850511")).toEqual(["commodity:hs-850511"]);
    expect(await covered("8505.11", "--edition", "2017")).toEqual(["commodity:hs2017-850511"]);
    expect(await covered("hs2017-850511")).toEqual(["commodity:hs2017-850511"]);
    expect(await covered("8505")).toContain('"8505" names nothing here. Did you mean "commodity:hs2017-8505"?');
  });
});

describe("the goods of Global Trade Alert's records", { timeout: 120_000 }, () => {
  const covered = () => at.column("MATCH (:Measure)-[:COVERS]->(c) RETURN c.id ORDER BY c.id");
  const full = {
    intervention_id: 1,
    state_act_id: 1,
    affected_products: [{ product_id: 850511, prior_level: 5, new_level: 10, unit: "percent" }],
  };
  const gta = async (record: object, ...options: readonly string[]) =>
    at.import("gta", ...options, await at.file("gta.json", JSON.stringify([record])));

  test("are of 2022 unless --edition says another, and what the hint says brings what was left out", async () => {
    await bring("2022", "XVI,850519,Others,8505,6");
    await bring("2012", "XVI,850512,Older magnets,8505,6");
    expect(await gta(full)).toMatchObject({ code: 0 });
    expect(await covered()).toEqual(["commodity:hs-850511"]);
    const older = { ...full, affected_products: [{ product_id: 850512 }] };
    const left = await gta(older);
    expect(left.code).toBe(1);
    expect(left.stdout).toContain(
      "they are codes of another edition, such as that of 2012, which the graph has. Where the file's are, say so: --edition 2012. To have them follow the tables of correlations: --edition 2012 --into 2022.\n",
    );
    expect(await gta(older, "--edition", "2012")).toMatchObject({ code: 0 });
    expect(await covered()).toEqual(["commodity:hs2012-850512"]);
  });

  test("keep the edition that they were brought with where an overview says nothing of them, and take that of a file that does", async () => {
    await bring("2012");
    const rates = () => at.column("MATCH (:Measure)-[c:COVERS]->() RETURN c.newRate");
    expect(await gta(full, "--edition", "2012")).toMatchObject({ code: 0 });
    expect(await gta({ intervention_id: 1, state_act_id: 1, state_act_title: "A new title" })).toMatchObject({ code: 0 });
    expect(await at.column("MATCH (m:Measure {id: 'measure:gta-1'}) RETURN m.title")).toEqual(["A new title (intervention)"]);
    expect([await covered(), await rates()]).toEqual([["commodity:hs2012-850511"], ["10"]]);
    // Bare numbers say which goods, and nothing of their rates.
    expect(await gta({ intervention_id: 1, state_act_id: 1, affected_products: [850511] })).toMatchObject({ code: 0 });
    expect([await covered(), await rates()]).toEqual([["commodity:hs-850511"], ["10"]]);
  });

  test.each([
    ["Import tariff quota", "TARIFF_QUOTA", "IMPORT"],
    ["Export tariff quota", "TARIFF_QUOTA", "EXPORT"],
    ["Import quota", "QUOTA", "IMPORT"],
  ])("%s is a measure of kind %s", async (type, kind, flow) => {
    expect(await gta({ ...full, intervention_type: type })).toMatchObject({ code: 0 });
    expect(await at.column("MATCH (m:Measure {id: 'measure:gta-1'}) RETURN m.kind + ' ' + m.flow")).toEqual([`${kind} ${flow}`]);
  });
});

describe("a code that the graph lacks", { timeout: 120_000 }, () => {
  const ADVICE: readonly (readonly [what: string, id: string, remedy: string])[] = [
    ["of a chapter that was not brought", "commodity:hs-010121", "Commodities come with `npm run import -- hs FILE`."],
    ["of an edition that was not brought", "commodity:hs2012-850512", "Commodities come with `npm run import -- hs --edition 2012 FILE`."],
    [
      "that another edition in the graph has",
      "commodity:hs2017-850599",
      "they are codes of another edition, such as that of 2012, which the graph has. Where the file's are, say so: --edition 2012",
    ],
    ["that no edition in the graph has", "commodity:hs2017-850598", "Bring that (`npm run import -- hs --edition YEAR FILE`)"],
    ["of a national tariff", "commodity:hs-8505111000", "No nomenclature has them: they are codes of a national tariff."],
    ["of a chapter that is one country's own", "commodity:hs-990388", "No nomenclature has them: they are codes of a national tariff."],
    ["that is no code at all", "commodity:things", "Once it has them, run this again."],
  ];
  test("is told with what brings it, and nobody is sent where it is not", async () => {
    await bring();
    const record = (id: string) => ({ type: "COVERS", from: "measure:m", to: id, properties: {}, claims: ["claim:register"] });
    const measure = { type: "Measure", id: "measure:m", properties: { title: "M", kind: "TARIFF", effect: "RESTRICTING" } };
    const lines = (id: string) =>
      `{"format":"trade-graph","version":1}\n${JSON.stringify({ bundle: "mine", nodes: [measure], edges: [record(id)] })}\n`;
    for (const [what, id, remedy] of ADVICE) {
      if (id.endsWith("850599")) await bring("2012", "XVI,850599,Parts,8505,6");
      const { code, stdout } = await at.import("jsonl", await at.file("mine.jsonl", lines(id)));
      expect({ what, code, stdout }).toEqual({ what, code: 1, stdout: expect.stringContaining(`the graph has no ${id} (1).`) });
      expect(stdout).toContain(remedy);
    }
    // The remedy comes true: with the edition of 2012 named, the code that 2017 lacks is found.
    const table = await at.file("covers.csv", "from,to,claims\nm,850599,register\n");
    expect(await at.import("csv", "--as", "COVERS", "--edition", "2012", table)).toMatchObject({ code: 0, stderr: "" });
    expect(await at.column("MATCH (:Measure)-[:COVERS]->(c) RETURN c.id")).toEqual(["commodity:hs2012-850599"]);
  });
});
