import { test as base, expect } from "vitest";
import { csl, ftm } from "../../src/importers/index.ts";
import { model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { fixture, imported, owning, withFile } from "./support.ts";

// What these ask of a graph, ftm.test.ts asks of either engine.
const test = base.skipIf(testNeo4j());
const graph = besideSeed();
const importer = () => csl(lookUpIn(graph.engine));
const nothing = async () => new Map<string, string[]>();
/** On a graph that has nothing but one agency. */
const alone = csl({ model, owners: owning({ "agency:us-bis": "agencies" }), findBy: nothing, hasOrigin: async () => false });

test("every trap of the list is counted in words, and what is no entry is refused with its place", async () => {
  const { counts, rejected } = await imported(alone, fixture("csl.json"));
  expect(rejected).toEqual(["csl.json:273:5: Record 13: name must be a text, not null.", "csl.json:278:5: Record 14: source is missing."]);
  expect(counts).toEqual({
    'a name with "and any successor, sub-unit, or subsidiary thereof": without it': 1,
    "a name with a question mark, where the list may have lost a letter: kept as it is": 1,
    "an entry of EL without a type: taken as a firm, by its name": 3,
    "an entry of MEU without a type: taken as a firm, by its name": 1,
    "an entry of DPL without a type: taken as a person, by its name": 1,
    "an entry of DTC without a type: taken as a person, by its name": 1,
    "an entry of ISN without a type: taken as a firm, by its name": 1,
    "an entry of AMBER-WATCH-LIST without a type: taken as a firm, by its name": 1,
    'the list "Amber Watch List - Department of Amber" is none that is known here: taken as ENTITY_LISTING by the United States': 1,
    "Vessel: no place in the graph: left out": 1,
    "firms with addresses in several countries: each is a seat, INFERRED": 1,
    'country "NM" is none that is known: left out': 1,
    "a date that is none, or that can't be: left out": 1,
    "a listing that ends before it begins: both days left out": 1,
    "one party stands there several times, since a firm of that name in that country is there: what the first entry says of it counts": 1,
    "one party stands there several times, by its number: what the first entry says of it counts": 1,
    'ids of the type "Website": left out': 1,
    "ids of people, such as passports: left out": 1,
    "unknown key new_key: not read": 1,
    "the graph has no agency:us-ofac: its lists are imposed by country:US": 1,
    "the graph has no agency:us-state: its lists are imposed by country:US": 1,
  });
});

test("the table says what the file says of the same entries", async () => {
  const [json, table] = [await imported(alone, fixture("csl.json")), await imported(alone, fixture("csl.csv"))];
  expect(table.rejected).toEqual([]);
  const facts = (of: typeof json, name: string) => {
    const { nodes, edges } = of.bundle(name);
    return JSON.stringify([
      nodes.map(({ id, properties }) => [id, properties]),
      edges.map(({ type, from, to, properties }) => [type, from, to, properties]),
    ]);
  };
  const names = table.bundles.map(({ name }) => name).filter((name) => /-(entry|firm)-/.test(name));
  expect(names).toHaveLength(4);
  for (const name of names) expect(facts(table, name)).toBe(facts(json, name));
});

test("a table without the list's columns is refused with what it needs", async () => {
  await withFile("x.csv", "a,b\n1,2\n", async (path) => {
    expect((await imported(alone, path)).rejected).toEqual([
      "x.csv:1:1: The table needs the columns source and name, as the Consolidated Screening List has them.",
    ]);
  });
});

test("beside the seed nothing of the seed changes, and a second load writes nothing", async () => {
  const first = await bring(graph.engine, importer(), fixture("csl.json"));
  expect(first.report.missing.size).toBe(0);
  expect(first.rejected).toHaveLength(2);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  const second = await bring(graph.engine, importer(), fixture("csl.json"));
  expect([second.did, second.report.bundles]).toEqual(["nodes +0 ~0 -0, edges +0 ~0 -0", 0]);
  expect(await texts(graph.engine)).toEqual(after);
});

test("who is on which list, since when, under what programme, with what licence policy, and who says so", async () => {
  const answer = await asked(
    graph.engine,
    `{ measures(filter: { imposedBy: ["agency:us-bis"], reach: EXACT, title: { startsWith: "Entity List: 85 FR 83416" } }) { nodes {
        title kind flow inForceFrom legalReference statusOn(date: "2021-01-01") { status } imposedBy { nodes { acronym } } partOf { nodes { aliases } }
        targets(orderBy: [{ field: ID }]) { edges { since note certainty node { ... on Entity { name } } claims { locator source { publisher licence } } } } } } }`,
  );
  const source = { publisher: "International Trade Administration", licence: "public domain (a work of the United States government)" };
  const edge = (name: string) => ({
    since: "2020-12-23",
    note: "Licence requirement: For all items subject to the EAR. (See §744.11 of the EAR).; Licence policy: Presumption of denial.",
    certainty: "CONFIRMED",
    node: { name },
    claims: [{ locator: "85 FR 83416", source }],
  });
  expect(answer).toEqual({
    measures: {
      nodes: [
        {
          title: "Entity List: 85 FR 83416 (2020-12-23)",
          kind: "ENTITY_LISTING",
          flow: "EXPORT",
          inForceFrom: "2020-12-23",
          legalReference: "85 FR 83416",
          statusOn: { status: "IN_FORCE" },
          imposedBy: { nodes: [{ acronym: "BIS" }] },
          partOf: { nodes: [{ aliases: ["EL"] }] },
          targets: { edges: [edge("Amber Chips Co., Ltd."), edge("Amber Institute of Physics")] },
        },
      ],
    },
  });
});

test("a party on several lists is one node, with its seat, its other names and its number", async () => {
  const answer = await asked(
    graph.engine,
    `{ firm(id: "ofac-700001") { name kind lei aliases summary headquarters { edges { note node { name } } }
        targetedBy(orderBy: [{ field: ID }]) { nodes { title kind imposedBy { nodes { acronym } } } } }
      person(id: "ofac-700002") { name summary targetedBy { nodes { aliases } } } }`,
  );
  const measure = (title: string) => ({ title, kind: "SANCTION", imposedBy: { nodes: [{ acronym: "OFAC" }] } });
  expect(answer).toEqual({
    firm: {
      name: "AMBER WIDGETS LLC",
      kind: "COMPANY",
      lei: "AMBERWIDGETS00000093",
      aliases: ["OOO YANTAR", "ofac-700001", "Registration Number 1027700000000"],
      summary: "Linked to: IVAN AMBEROV.",
      headquarters: { edges: [{ note: "Tverskaya 1, Moscow", node: { name: "Russia" } }] },
      targetedBy: {
        nodes: [
          measure("Specially Designated Nationals: AMBER-EO1"),
          measure("Specially Designated Nationals: OLD"),
          measure("Sectoral Sanctions Identifications List: AMBER-EO2"),
        ],
      },
    },
    person: {
      name: "AMBEROV, Ivan",
      summary: "Minister. Born 1960-05-17 in Moscow, USSR. Nationality: RU.",
      targetedBy: { nodes: [{ aliases: ["AMBER-EO1"] }] },
    },
  });
});

test("what OpenSanctions says of the same party comes to the node that is there, and a second load of either changes nothing", async () => {
  const other = ftm({ ...lookUpIn(graph.engine), index: fixture("ftm-index.json") });
  const loaded = await bring(graph.engine, other, fixture("ftm.jsonl"));
  expect(loaded.counts["matched what the graph has by its id: it stays as it is, and what leads to it is added"]).toBe(1);
  const answer = await asked(
    graph.engine,
    `{ firm(id: "ofac-700001") { name parents { nodes { name } } officeHolders { nodes { name } } claims { nodes { statement } } } none: firm(id: "ftm-NK-daughter") { id } }`,
  );
  expect(answer).toEqual({
    firm: {
      name: "AMBER WIDGETS LLC",
      parents: { nodes: [{ name: "Amber Holding" }] },
      officeHolders: { nodes: [{ name: "Ivan Amberov" }] },
      claims: {
        nodes: [
          { statement: "Specially Designated Nationals names AMBER WIDGETS LLC." },
          { statement: "Register of Amber has Amber Widgets LLC as Company." },
          { statement: "US Amber List has Amber Widgets LLC as Company." },
        ],
      },
    },
    none: null,
  });
  const after = await texts(graph.engine);
  expect((await bring(graph.engine, other, fixture("ftm.jsonl"))).did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  expect((await bring(graph.engine, importer(), fixture("csl.json"))).did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  expect(await texts(graph.engine)).toEqual(after);
});
