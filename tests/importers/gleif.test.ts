import { test as base, beforeAll, expect } from "vitest";
import { gleif, type Importer } from "../../src/importers/index.ts";
import { presentEdges, presentNodes } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, lookUpIn, texts } from "./beside-seed.ts";
import { fixture, imported, withFile } from "./support.ts";

// The embedded engine alone: what this asks of a graph, tables ask of either.
const test = base.skipIf(testNeo4j());
const graph = besideSeed();
const [LEVEL_1, LEVEL_2, EXCEPTIONS] = ["gleif-level-1.csv", "gleif-level-2.csv", "gleif-exceptions.csv"].map(fixture);
const FILES = [LEVEL_2 ?? "", EXCEPTIONS ?? "", LEVEL_1 ?? ""];
const MOTORS = "AMBERMOTORS0000000";

function importer(options: { all?: boolean; there?: "fill" | "claim" } = {}): Importer {
  const { engine } = graph;
  return gleif({
    ...lookUpIn(engine),
    nodes: (all, fields) => presentNodes(engine, model, all, fields),
    edges: (type, ends, bundle) => presentEdges(engine, model, type, ends, bundle),
    ...options,
  });
}

/** Firms that are there: one of the legal name as an alias, one with its LEI, two of one name in one country, and one elsewhere. */
const firms: Importer = async function* () {
  const place = { file: "firms", line: 1, column: 1 };
  const claim = { type: "Claim", id: "claim:amber", properties: { certainty: "REPORTED", statement: "Amber is there." }, place };
  const source = {
    type: "Source",
    id: "source:amber",
    properties: { title: "Amber", reliability: "PRESS", publishedOn: "2025-01-01" },
    place,
  };
  const all = [
    { id: "firm:amber-motors", properties: { name: "Amber Motors", aliases: ["Amber Motor Company"] }, seat: "country:US" },
    { id: "firm:amber-holding", properties: { name: "Amber Holding", lei: (await leis()).holding }, seat: "country:GB" },
    { id: "firm:amber-top", properties: { name: "Amber Top SE" }, seat: "country:DE" },
    { id: "firm:amber-twin", properties: { name: "Amber Twin GmbH" }, seat: "country:DE" },
    { id: "firm:amber-gone-here", properties: { name: "Amber Gone Inc" }, seat: "country:US" },
    { id: "firm:amber-gone-there", properties: { name: "Amber Gone Inc" }, seat: "country:US" },
    { id: "firm:unknown-abroad", properties: { name: "Unknown Things Ltd" }, seat: "country:FR" },
  ];
  yield {
    name: "amber",
    nodes: [
      claim,
      source,
      ...all.map(({ id, properties }) => ({ type: "Firm", id, properties: { kind: "COMPANY", ...properties }, place })),
    ],
    edges: [
      { type: "STATED_IN", from: claim.id, to: source.id, properties: {}, claims: [], place },
      ...all.map(({ id, seat }) => ({ type: "HEADQUARTERED_IN", from: id, to: seat, properties: {}, claims: [claim.id], place })),
    ],
    place,
  };
};

/** LEIs of the fixture by what they begin with. */
async function leis() {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(LEVEL_1 ?? "", "utf8");
  const of = (stem: string) => new RegExp(`${stem.padEnd(18, "0")}\\d\\d`).exec(text)?.[0] ?? "";
  return { motors: of(MOTORS), holding: of("AMBERHOLDING"), top: of("AMBERTOP") };
}

let first: Awaited<ReturnType<typeof bring>>;
beforeAll(async () => {
  if (testNeo4j()) return;
  await bring(graph.engine, firms);
  first = await bring(graph.engine, importer(), ...FILES);
});

test("firms that are there are found by LEI or by the exact legal name in their country, and everything else is counted", () => {
  expect(first.rejected).toEqual([
    'gleif-level-1.csv:11:1: "AMBERWRONG0000000099" is no Legal Entity Identifier: its last two digits do not check the rest.',
  ]);
  expect(first.counts).toEqual({
    "LEIs that are DUPLICATE: left out; the entity's other LEI counts": 1,
    "LEIs that are ANNULLED, given by mistake: left out": 1,
    "LEIs that are LAPSED: taken, with that status": 1,
    "entities whose legal name several firms of the graph in that country have: left out": 1,
    "a firm that several entities fit by their legal name and country: the first of them counts": 1,
    "firms found by their exact legal name in their country alone: INFERRED": 3,
    "entities that no firm of the graph is: left out (--all takes each as a firm)": 4,
    "a headquarters where there is one already: left as it is (--claim states this one beside it)": 4,
    "a lei where there is one already: left as it is (--claim states this one beside it)": 1,
    "IS_FUND-MANAGED_BY: no place in the graph: left out": 1,
    "relationships whose record is ANNULLED: left out": 1,
    "relationships whose record is LAPSED: taken, though nobody has confirmed it in time": 1,
    "INACTIVE relationships of which no day says when they ended: left out": 1,
    "a relationship without a first day of its own (RELATIONSHIP_PERIOD): without days": 1,
    "relationships whose ends the graph does not both have: left out": 1,
    "SUBSIDIARY_OF: two records of the same two since the same day: of what else they say, the first one counts": 1,
    "reporting exceptions: DIRECT_ACCOUNTING_CONSOLIDATION_PARENT is not said, for the reason NO_KNOWN_PERSON: counted alone": 1,
    "reporting exceptions: ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT is not said, for the reason NATURAL_PERSONS: counted alone": 1,
  });
});

test("who owns a firm, since when, by which register, and what its LEI is", async () => {
  const { motors } = await leis();
  const answer = await asked(
    graph.engine,
    `{ firms(filter: { lei: { is: "${motors}" } }) { nodes { id name legalName leiStatus
        parents(orderBy: [{ field: ID }]) { edges { since until certainty node { id } claims { source { publisher licence } } } }
        claims(edge: { field: { is: ["aliases"] } }) { edges { node { statement certainty locator } } } } } }`,
  );
  const gleifs = [{ source: { publisher: "Global Legal Entity Identifier Foundation", licence: "CC0 1.0" } }];
  const edge = (id: string, since: string | null) => ({ since, until: null, certainty: "CONFIRMED", node: { id }, claims: gleifs });
  expect(answer).toEqual({
    firms: {
      nodes: [
        {
          id: "firm:amber-motors",
          name: "Amber Motors",
          legalName: "Amber Motor Company",
          leiStatus: "ISSUED",
          parents: {
            edges: [edge("firm:amber-holding", "2017-12-06"), edge("firm:amber-top", null), edge("firm:amber-twin", "2017-12-06")],
          },
          claims: {
            edges: [
              { node: { statement: "Other names: Янтарь Моторс (ru); Yantar Motors (ru-Latn).", certainty: "INFERRED", locator: motors } },
            ],
          },
        },
      ],
    },
  });
});

test("beside the seed nothing of the seed changes, and a second load, in whatever order, writes nothing", async () => {
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  const second = await bring(graph.engine, importer(), ...FILES.toReversed());
  expect([second.did, second.report.bundles]).toEqual(["nodes +0 ~0 -0, edges +0 ~0 -0", 0]);
  expect(await texts(graph.engine)).toEqual(after);
});

test("a page of the API says what the table says of the same entity, and what is no record is refused", async () => {
  const [table, api] = [await imported(importer(), LEVEL_1 ?? ""), await imported(importer(), fixture("gleif-api.json"))];
  const { motors } = await leis();
  const facts = ({ bundle }: typeof table) => {
    const { nodes, edges } = bundle(`gleif-${motors.toLowerCase()}`);
    return [
      nodes.map(({ id, properties }) => [id, properties]),
      edges.map(({ type, from, to, properties }) => [type, from, to, properties]),
    ];
  };
  expect(facts(api)).toEqual(facts(table));
  expect(api.rejected).toEqual(["gleif-api.json:65:5: The record has no attributes.lei, or no attributes.entity.legalName.name."]);
});

test("--all takes each entity as a firm with its other names, and --claim states values beside others'", async () => {
  const { bundles } = await imported(importer({ all: true }), LEVEL_1 ?? "");
  const firmsAdded = bundles.flatMap(({ nodes }) => nodes.filter(({ type }) => type === "Firm").map(({ properties }) => properties.name));
  expect(firmsAdded).toEqual(["Amber Twin GmbH", "Amber Gone Inc", "Unknown Things Ltd", "Amber Motor Company"]);
  const claimed = await imported(importer({ there: "claim" }), LEVEL_1 ?? "");
  const { holding } = await leis();
  const { edges } = claimed.bundle(`gleif-${holding.toLowerCase()}`);
  expect(edges.filter(({ type }) => type === "ABOUT").map(({ properties }) => properties.field)).toEqual([
    "lei",
    "legalName",
    "leiStatus",
    "headquarters",
  ]);
  expect(edges.filter(({ type }) => type === "HEADQUARTERED_IN").map(({ to }) => to)).toEqual(["country:GB"]);
});

test("what is none of the register's files is refused with what to bring", async () => {
  await withFile("x.xml", "<lei:LEIData/>\n", async (path) => {
    const [said] = (await imported(importer(), path)).rejected;
    expect(said).toContain("XML is not read: the golden copy has the same records as CSV.");
  });
});
