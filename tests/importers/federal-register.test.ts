import { readFile } from "node:fs/promises";
import { test as base, expect } from "vitest";
import { federalRegister } from "../../src/importers/index.ts";
import { owners } from "../../src/load/index.ts";
import { testNeo4j } from "../support/engine.ts";
import { asked, besideSeed, bring, texts } from "./beside-seed.ts";
import { fixture, imported, owning, withFile } from "./support.ts";

// What these ask of a graph, ftm.test.ts asks of either engine.
const test = base.skipIf(testNeo4j());
const graph = besideSeed();
const importer = () => federalRegister({ owners: (ids) => owners(graph.engine, ids) });
const alone = federalRegister({ owners: owning({ "agency:us-bis": "agencies", "agency:us-president": "agencies" }) });
const FILE = fixture("federal-register.json");

test("what each document is, and by which rule, is counted; what is none is refused with its place", async () => {
  const { counts, rejected } = await imported(alone, FILE);
  expect(rejected.map((line) => line.replace(/^\S+ /, ""))).toEqual([
    "Record 11: title is missing.",
    'Record 12: publication_date must be a day, 2025-04-07, not "June 2025".',
  ]);
  expect(counts).toEqual({
    "Rule: a measure of kind ENTITY_LISTING, by the word of a list of parties to whom export is restricted": 2,
    "Presidential Document: a measure of kind TARIFF, by the word of tariff or duty": 1,
    "Notice: a measure of kind ANTI_DUMPING, by the word of antidumping": 1,
    "Notice: a measure of kind INVESTIGATION, by the word of an investigation of dumping or subsidies": 1,
    "Notice: a measure of kind QUOTA, by the word of quota": 1,
    "Notice: an event, by no word of trade policy": 2,
    "Proposed Rule: an event, by a proposed rule": 1,
    'targets by "From …" in the title, INFERRED': 2,
    "no effective_on: no first day in force": 3,
    "no effective_on, only words in dates: no first day in force": 1,
    "a correction of another document: left out": 1,
    "a document of no agency: nobody imposes it": 1,
  });
});

test("a single document is read as it stands in a page", async () => {
  const [first] = (JSON.parse(await readFile(FILE, "utf8")) as { results: object[] }).results;
  const page = await imported(alone, FILE);
  await withFile("one.json", JSON.stringify(first, null, 1), async (path) => {
    const one = await imported(alone, path);
    expect(one.rejected).toEqual([]);
    const facts = ({ nodes, edges }: (typeof one.bundles)[number]) =>
      JSON.stringify([nodes, edges], (key, value: unknown) => (key === "place" ? undefined : value));
    expect(facts(one.bundle("us-fr-2020-28031"))).toBe(facts(page.bundle("us-fr-2020-28031")));
  });
});

test("beside the seed nothing of the seed changes, and a second load writes nothing", async () => {
  const first = await bring(graph.engine, importer(), FILE);
  expect([first.report.missing.size, first.rejected.length]).toEqual([0, 2]);
  const after = await texts(graph.engine);
  expect([...graph.before].filter((row) => !new Set(after).has(row))).toEqual([]);
  expect((await bring(graph.engine, importer(), FILE)).did).toBe("nodes +0 ~0 -0, edges +0 ~0 -0");
  expect(await texts(graph.engine)).toEqual(after);
});

test("what the bureau did by rule, from which day, citing what, and how sure its kind is", async () => {
  const answer = await asked(
    graph.engine,
    `{ measures(filter: { legalReference: { is: ["85 FR 83416"] } }) { nodes { title kind effect flow announcedOn inForceFrom summary aliases imposedBy { nodes { id } }
        statusOn(date: "2020-12-20") { status }
        claims(orderBy: [{ field: ID }]) { edges { field value node { certainty source { publisher publishedOn url reliability } } } } } } }`,
  );
  const source = {
    ...{ publisher: "Federal Register", publishedOn: "2020-12-22" },
    ...{ url: "https://www.federalregister.gov/documents/2020-28031", reliability: "OFFICIAL" },
  };
  expect(answer).toEqual({
    measures: {
      nodes: [
        {
          title: "Addition of Entities to the Entity List, and Amber Rules",
          ...{ kind: "ENTITY_LISTING", effect: "RESTRICTING", flow: "EXPORT", announcedOn: "2020-12-22", inForceFrom: "2020-12-18" },
          summary: "BIS adds 77 makers of amber. 15 CFR 744, 15 CFR 740.",
          aliases: ["2020-28031"],
          imposedBy: { nodes: [{ id: "agency:us-bis" }] },
          statusOn: { status: "NOT_YET_ANNOUNCED" },
          claims: {
            edges: [
              { field: null, value: null, node: { certainty: "CONFIRMED", source } },
              { field: "kind", value: "ENTITY_LISTING", node: { certainty: "INFERRED", source } },
            ],
          },
        },
      ],
    },
  });
});

test("orders of the President, duties on goods from countries, investigations, and what is an event", async () => {
  const answer = await asked(
    graph.engine,
    `{ order: measure(id: "us-fr-2025-99001") { announcedOn inForceFrom legalReference aliases imposedBy { nodes { id } } }
      duty: measure(id: "us-fr-2025-99002") { kind imposedBy { nodes { name ... on Agency { partOf { nodes { id } } } } } targets(orderBy: [{ field: ID }]) { edges { scope certainty node { id } } } }
      probe: measure(id: "us-fr-2025-99003") { kind targets { nodes { id } } }
      removal: measure(id: "us-fr-2025-99006") { effect targets { totalCount } }
      proposed: event(id: "us-fr-2025-99004") { kind startedOn participants { edges { role node { id } } } }
      meeting: event(id: "us-fr-2025-99005") { participants { nodes { ... on Entity { name } } } }
      first: measure(id: "us-fr-94-1234-1994-05-01") { title } second: event(id: "us-fr-94-1234-1994-06-01") { title } }`,
  );
  const goods = (id: string) => ({ scope: "GOODS", certainty: "INFERRED", node: { id } });
  expect(answer).toEqual({
    order: {
      ...{ announcedOn: "2025-04-02", inForceFrom: null, legalReference: "90 FR 15041" },
      aliases: ["2025-99001", "Executive Order 99001"],
      imposedBy: { nodes: [{ id: "agency:us-president" }] },
    },
    duty: {
      kind: "ANTI_DUMPING",
      imposedBy: { nodes: [{ name: "International Trade Administration", partOf: { nodes: [{ id: "country:US" }] } }] },
      targets: { edges: [goods("country:CN"), goods("country:DE")] },
    },
    probe: { kind: "INVESTIGATION", targets: { nodes: [{ id: "country:IN" }] } },
    removal: { effect: "LIBERALISING", targets: { totalCount: 0 } },
    proposed: { kind: "STATEMENT", startedOn: "2025-06-01", participants: { edges: [{ role: "SPEAKER", node: { id: "agency:us-bis" } }] } },
    meeting: { participants: { nodes: [{ name: "Amber Council" }] } },
    first: { title: "Amber Quota" },
    second: { title: "Amber Parade" },
  });
});
