import { test as base, expect } from "vitest";
import { csl, sdn } from "../../src/importers/index.ts";
import { model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { fixture, imported, owning, withFile } from "./support.ts";

// The embedded engine alone: what this asks of a graph, ftm.test.ts asks of either.
const test = base.skipIf(testNeo4j());
const graph = besideSeed();
const nothing = async () => new Map<string, string[]>();
const alone = sdn({ model, owners: owning({ "agency:us-ofac": "agencies" }), findBy: nothing, hasOrigin: async () => false });
const TABLES = ["sdn.csv", "add.csv", "alt.csv"].map(fixture);

test("what has no place is counted, and an entry without a number is refused with its place", async () => {
  const { counts, rejected } = await imported(alone, fixture("sdn.xml"));
  expect(rejected).toEqual(["sdn.xml:50:13: An sdnEntry needs a uid and a lastName."]);
  expect(counts).toEqual({
    "Vessel: no place in the graph: left out": 1,
    'country "Region: Amber Sea" is none that is known: left out': 1,
    'ids of the type "Secondary sanctions risk:": left out': 1,
    "ids of people, such as passports: left out": 1,
  });
});

test("the tables say of the same entries who is under which programme, and what is none of them is refused", async () => {
  const [xml, tables] = [await imported(alone, fixture("sdn.xml")), await imported(alone, ...TABLES)];
  expect(tables.rejected).toEqual([expect.stringMatching(/^sdn\.csv:4:1: This is none of OFAC's tables/)]);
  expect(tables.counts).toEqual({
    "Vessel: no place in the graph: left out": 1,
    "a mark of the end of the file (Ctrl-Z): left out": 1,
    "addresses and names of entries that no table has: left out": 1,
  });
  const targets = ({ bundles }: typeof xml) =>
    bundles.flatMap(({ edges }) => edges.filter(({ type }) => type === "TARGETS").map(({ from, to }) => `${from} ${to}`));
  const [one, nine] = ["measure:csl-sdn-amber-eo1", "measure:csl-sdn-amber-eo9"].map((start) =>
    targets(xml).find((line) => line.startsWith(start)),
  );
  expect([one, nine]).toEqual([expect.stringMatching(/firm:ofac-700001$/), expect.stringMatching(/firm:ofac-700001$/)]);
  expect(targets(tables)).toEqual(targets(xml));
  const seat = ({ bundle }: typeof xml) => bundle("sdn-firm-ofac-700001").edges.find(({ type }) => type === "HEADQUARTERED_IN");
  expect(seat(xml)).toMatchObject({ to: "country:RU", properties: { note: "Tverskaya 1, Moscow, 125009" } });
  expect(seat(tables)).toMatchObject({ to: "country:RU", properties: { note: "Tverskaya 1, Moscow 125009" } });
});

test("a list in OFAC's other form is refused with what to bring", async () => {
  await withFile("sdn_advanced.xml", '<?xml version="1.0"?>\n<Sanctions><DistinctParties/></Sanctions>\n', async (path) => {
    const { rejected } = await imported(alone, path);
    expect(rejected).toEqual([expect.stringMatching(/^sdn_advanced\.xml:2:\d+: .*bring sdn\.xml or consolidated\.xml/)]);
  });
});

test("beside the seed and the Consolidated Screening List a firm is one node under one programme, by two sources; repeats write nothing", async () => {
  const screening = () => csl(lookUpIn(graph.engine));
  const ofac = () => sdn(lookUpIn(graph.engine));
  await bring(graph.engine, screening(), fixture("csl.json"));
  const loaded = await bring(graph.engine, ofac(), fixture("sdn.xml"), fixture("consolidated.xml"));
  expect(loaded.counts["matched what the graph has by its id: it stays as it is, and its listings are added"]).toBe(1);
  expect(loaded.report.missing.size).toBe(0);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  const files = { csl: [fixture("csl.json")], sdn: [fixture("sdn.xml"), fixture("consolidated.xml")] };
  for (const again of [await bring(graph.engine, screening(), ...files.csl), await bring(graph.engine, ofac(), ...files.sdn)])
    expect([again.did, again.report.bundles]).toEqual(["nodes +0 ~0 -0, edges +0 ~0 -0", 0]);
  expect(await texts(graph.engine)).toEqual(after);
  const answer = await asked(
    graph.engine,
    `{ firm(id: "ofac-700001") { name targetedBy(orderBy: [{ field: ID }]) { edges { sourceCount node { id } } } }
      person(id: "ofac-710002") { name aliases summary targetedBy { nodes { aliases partOf { nodes { aliases } } imposedBy { nodes { acronym } } } } }
      chips: firm(id: "ofac-720001") { targetedBy(orderBy: [{ field: ID }]) { nodes { partOf { nodes { id } } } } } }`,
  );
  const { firm, person, chips } = answer as {
    firm: { name: string; targetedBy: { edges: { sourceCount: number; node: { id: string } }[] } };
    person: unknown;
    chips: unknown;
  };
  expect(firm.name).toBe("AMBER WIDGETS LLC");
  const counts = new Map(firm.targetedBy.edges.map(({ sourceCount, node }) => [node.id.replace(/-[0-9a-f]{8}$/, ""), sourceCount]));
  // Of the programme that both have two sources say so, of that which each has alone, one.
  expect(counts.get("measure:csl-sdn-amber-eo1")).toBe(2);
  expect(counts.get("measure:csl-sdn-amber-eo9")).toBe(1);
  expect(person).toEqual({
    name: "AMBEROVA, Amber & Ivana",
    aliases: ["IVANKA", "ofac-710002"],
    summary: "Deputy Minister. Born 1960-05-17 in Moscow, Russia. Nationality: Russia.",
    targetedBy: {
      nodes: [{ aliases: ["AMBER-EO9"], partOf: { nodes: [{ aliases: ["SDN"] }] }, imposedBy: { nodes: [{ acronym: "OFAC" }] } }],
    },
  });
  expect(chips).toEqual({
    targetedBy: { nodes: [{ partOf: { nodes: [{ id: "measure:csl-cmic" }] } }, { partOf: { nodes: [{ id: "measure:csl-ssi" }] } }] },
  });
});
