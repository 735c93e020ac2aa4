import { test as base, beforeAll, expect } from "vitest";
import { type Importer, wikidata } from "../../src/importers/index.ts";
import { presentEdges, presentNodes } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { fixture } from "./support.ts";

// The embedded engine alone: what this asks of a graph, tables ask of either.
const test = base.skipIf(testNeo4j());
const graph = besideSeed();
const FILES = ["wikidata.json", "wikidata-entity-data.json"].map(fixture);

function importer(options: { people?: boolean; types?: string[] } = { people: true, types: ["Firm"] }): Importer {
  const { engine } = graph;
  return wikidata({
    ...lookUpIn(engine),
    nodes: (all, fields) => presentNodes(engine, model, all, fields),
    edges: (type, ends, bundle) => presentEdges(engine, model, type, ends, bundle),
    ...options,
  });
}

/** Firms by LEI, and one that only its name tells; a person of the name of one of the items. */
const known: Importer = async function* () {
  const place = { file: "known", line: 1, column: 1 };
  const firm = (id: string, properties: Record<string, string>) => ({
    type: "Firm",
    id,
    properties: { kind: "COMPANY", ...properties },
    place,
  });
  yield {
    name: "known",
    nodes: [
      firm("firm:amber-works", { name: "Amber Works Ltd", lei: "AMBERMOTORS000000084" }),
      firm("firm:amber-holding", { name: "Amber Holding" }),
      firm("firm:amber-daughter", { name: "Amber Child", lei: "AMBERTOP000000000012" }),
      { type: "Person", id: "person:old-amberman", properties: { name: "Old Amberman" }, place },
    ],
    edges: [],
    place,
  };
};

let first: Awaited<ReturnType<typeof bring>>;
beforeAll(async () => {
  if (testNeo4j()) return;
  await bring(graph.engine, known);
  first = await bring(graph.engine, importer(), ...FILES);
});

test("what fits nobody, ranks, unknown values, times and merged items are counted in words", () => {
  expect(first.rejected).toEqual([]);
  expect(first.counts).toEqual({
    "statements of the rank deprecated: left out": 1,
    "statements of which the value is somevalue: left out": 1,
    "times before our era: left out": 1,
    "times less precise than a year: left out": 1,
    "days of the Julian calendar: their year alone is taken": 1,
    "a record of the type property: left out": 1,
    "items that were merged into another one: taken as that": 1,
    "items that Wikidata has no more: left out": 1,
    "items that fit a node which an earlier item is: left out": 1,
    "items that fit no node: left out": 2,
    "positions: read for the offices of people": 2,
    "people without an office in anything that is there: left out": 1,
    "a Person found by its exact English label alone: INFERRED": 1,
    "a Firm found by its exact English label alone: INFERRED": 1,
    "Head of state: the graph does not have the person: left out (--people adds those whose items the file has)": 1,
    "HOLDS_OFFICE: a statement of the same two since the same day as another one: that one counts": 2,
    "SUBSIDIARY_OF: a statement of the same two since the same day as another one: that one counts": 1,
    "a position of nothing that is there, or whose item the file lacks: left out": 1,
    "what ends before it begins: both days left out": 1,
    "the inception of a Firm (P571): no field has it: left out": 1,
    "the dissolution of a Firm (P576): no field has it: left out": 1,
    "LEIs whose check digits are wrong: left out": 1,
    "a lei where there is one already: left as it is (--claim states this one beside it)": 2,
  });
});

test("who leads a country, since when, and what it is called elsewhere", async () => {
  const answer = await asked(
    graph.engine,
    `{ country(code: "IS") { wikidata claims(edge: { field: { is: ["aliases"] } }) { nodes { statement locator source { publisher licence } } }
        officeHolders(orderBy: [{ field: ID }]) { totalCount edges { title since until certainty node { id name aliases wikidata summary } } } } }`,
  );
  const old = { id: "person:old-amberman", name: "Old Amberman", aliases: [], wikidata: "Q900202", summary: null };
  const president = {
    id: "person:wikidata-q900201",
    name: "Amber Presidentova",
    aliases: ["Янтарь Президентова", "A. Presidentova"],
    wikidata: "Q900201",
    summary: "head of state of Amberland",
  };
  expect(answer).toEqual({
    country: {
      wikidata: "Q900100",
      claims: {
        nodes: [
          {
            statement: "Labels: Amberland (en); Ambrie (fr); Янтария (ru).",
            locator: "https://www.wikidata.org/wiki/Q900100",
            source: { publisher: "Wikimedia Foundation", licence: "CC0 1.0" },
          },
        ],
      },
      officeHolders: {
        totalCount: 3,
        edges: expect.arrayContaining([
          { title: "Head of state", since: "2016-08", until: "2024-07-31", certainty: "REPORTED", node: old },
          { title: "Head of government", since: "1999", until: "2000", certainty: "REPORTED", node: old },
          { title: "Head of state", since: "2024-08-01", until: null, certainty: "REPORTED", node: president },
        ]),
      },
    },
  });
});

test("a firm gets its item, ticker, seat and parents, and what a label alone tells is INFERRED", async () => {
  const answer = await asked(
    graph.engine,
    `{ firm(id: "amber-works") { name wikidata ticker headquarters { nodes { id } } parents { edges { since node { id } } } subsidiaries { nodes { id } }
        officeHolders { edges { title since node { id } } } }
      holding: firm(id: "amber-holding") { wikidata lei claims(edge: { field: { is: ["wikidata"] } }) { nodes { certainty } } } }`,
  );
  expect(answer).toEqual({
    firm: {
      ...{ name: "Amber Works Ltd", wikidata: "Q900401", ticker: "AMB", headquarters: { nodes: [{ id: "country:IS" }] } },
      parents: { edges: [{ since: "2015-06-01", node: { id: "firm:amber-holding" } }] },
      subsidiaries: { nodes: [{ id: "firm:amber-daughter" }] },
      officeHolders: {
        edges: expect.arrayContaining([
          { title: "Chair of Amber Works", since: "1700", node: { id: "person:wikidata-q900201" } },
          { title: "Chair of Amber Works", since: null, node: { id: "person:wikidata-q900201" } },
        ]),
      },
    },
    holding: { wikidata: "Q900402", lei: null, claims: { nodes: [{ certainty: "INFERRED" }] } },
  });
});

test("beside the seed nothing of the seed changes but what claims add, and a second load writes nothing", async () => {
  const after = await texts(graph.engine);
  const gone = [...graph.before].filter((row) => !new Set(after).has(row));
  // The country itself, which has an item now, is the one node of the seed of which anything is said.
  expect(gone.filter((row) => !row.includes('"country:IS"'))).toEqual([]);
  const second = await bring(graph.engine, importer(), ...FILES);
  expect([second.did, second.report.bundles]).toEqual(["nodes +0 ~0 -0, edges +0 ~0 -0", 0]);
  expect(await texts(graph.engine)).toEqual(after);
});
