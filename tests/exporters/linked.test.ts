import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { csv, jsonld, nquads, turtle, typeTable } from "../../src/exporters/index.ts";
import { readModel } from "../../src/model/index.ts";
import { openWithSeed } from "../support/seeded.ts";
import { hasPythonRdf, pythonBeside } from "./python.ts";

const model = readModel();
let engine: GraphEngine;
let folder: string;
const path = (name: string) => join(folder, name);

async function written(name: string, texts: AsyncIterable<string>): Promise<void> {
  const parts: string[] = [];
  for await (const text of texts) parts.push(text);
  await writeFile(path(name), parts.join(""));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-linked-"));
  engine = await openWithSeed(model);
  await written("graph.ttl", turtle(engine, model));
  await written("graph.nq", nquads(engine, model));
  await written("graph.jsonld", jsonld(engine, model));
}, 120_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** The statements, read once for all that is asked of them. */
const SCRIPT = `
import json, sys
import pyshacl
from rdflib import Graph, URIRef
turtle, nquads, jsonld, question, typed = sys.argv[1:]
g = Graph(); g.parse(turtle, format="turtle")
n = Graph(); n.parse(nquads, format="nt")
j = Graph(); j.parse(jsonld, format="json-ld")
a = set(g)
shapes = Graph(); shapes.parse("docs/shapes/trade-graph.ttl", format="turtle")
conforms, _, report = pyshacl.validate(g, shacl_graph=shapes)
rows = lambda q: [[str(v) for v in row] for row in g.query(q)]
wrong = Graph()
for t in g.triples((URIRef("urn:trade-graph:measure:us-2025-03-fentanyl-tariff-20"), None, None)): wrong.add(t)
was = pyshacl.validate(wrong, shacl_graph=shapes)[0]
wrong.parse(data='@prefix tg: <urn:trade-graph:schema:> . <urn:trade-graph:measure:us-2025-03-fentanyl-tariff-20> tg:inForceFrom "soon" .', format="turtle")
broken = pyshacl.validate(wrong, shacl_graph=shapes)
print(json.dumps({
  "count": len(a), "nquads": [str(t) for t in list(a ^ set(n))[:3]], "jsonld": [str(t) for t in list(a ^ set(j))[:3]],
  "answer": rows(question), "before": rows(question.replace("2026-01-01", "2025-11-06")),
  "typed": {str(w): v.n3() for w, v in g.query(typed)},
  "conforms": conforms, "report": report[:2000], "was": was, "broken": broken[0], "why": broken[2][:2000],
}))
`;

/** What is asked of the types and names of values. */
const TYPED = `
PREFIX tg: <urn:trade-graph:schema:> PREFIX org: <http://www.w3.org/ns/org#> PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?what ?value WHERE {
  { ?m a org:Membership ; org:member <urn:trade-graph:person:donald-trump> ; org:organization <urn:trade-graph:country:US> ; schema:roleName ?role ; schema:startDate ?value . BIND("term" AS ?what) }
  UNION { <urn:trade-graph:measure:us-2025-03-fentanyl-tariff-20> tg:rate ?value . BIND("rate" AS ?what) }
  UNION { <urn:trade-graph:country:CN> owl:sameAs ?value . BIND("same" AS ?what) }
  UNION { <urn:trade-graph:commodity:hs-850511> skos:broader ?value . ?value skos:notation ?code . BIND("broader" AS ?what) }
  UNION { <urn:trade-graph:commodity:hs-850511> skos:inScheme ?value . BIND("scheme" AS ?what) }
  UNION { <urn:trade-graph:commodity:hs-850511> skos:notation ?value . BIND("notation" AS ?what) }
  UNION { <urn:trade-graph:agency:cn-mofcom> tg:name ?value . BIND("name" AS ?what) }
  UNION { <urn:trade-graph:agency:cn-mofcom> org:subOrganizationOf ?value . BIND("of" AS ?what) }
}`;

describe.runIf(hasPythonRdf)("linked data, read by rdflib and pyshacl", () => {
  let found: Record<string, unknown>;
  beforeAll(async () => {
    const question = /```sparql\n(.*?)```/s.exec(await readFile("docs/exporting.md", "utf8"))?.[1] ?? "";
    const read = await pythonBeside(["-c", SCRIPT, path("graph.ttl"), path("graph.nq"), path("graph.jsonld"), question, TYPED]);
    found = JSON.parse(read) as Record<string, unknown>;
  }, 300_000);

  it("says the same in Turtle, N-Quads and JSON-LD", () => {
    expect([found.nquads, found.jsonld]).toEqual([[], []]);
    expect(found.count).toBeGreaterThan(30_000);
  });

  it("answers the question of docs/exporting.md on days, by the facts of Announcement 70/2025", () => {
    // seed/episodes/october-2025.yaml: it suspends these six from 7 November 2025 to 10 November 2026, as two sources say.
    expect(found.answer).toEqual(
      [55, 56, 57, 58, 61, 62].map((n) => [`urn:trade-graph:measure:cn-2025-announcement-${n}`, "2026-11-10", "2"]),
    );
    // A day before it began, nothing was on hold by it.
    expect(found.before).toEqual([]);
  });

  it("types dates by their precision, numbers as decimals, texts by language, and leads to others' names", () => {
    const xsd = (type: string) => `<http://www.w3.org/2001/XMLSchema#${type}>`;
    expect(found.typed).toEqual({
      term: `"2025-01"^^${xsd("gYearMonth")}`,
      rate: `"20"^^${xsd("decimal")}`,
      same: "<http://publications.europa.eu/resource/authority/country/CHN>",
      broader: "<urn:trade-graph:commodity:hs-8505>",
      scheme: "<urn:trade-graph:scheme:hs-2022>",
      notation: '"850511"',
      name: '"Ministry of Commerce of China"@en',
      of: "<urn:trade-graph:country:CN>",
    });
  });

  it("keeps to the shapes of docs/shapes, which find what breaks them", () => {
    expect([found.conforms, found.was, found.broken], String(found.report)).toEqual([true, true, false]);
    expect(found.why).toContain("tg:inForceFrom");
  });
});

describe("a table of nodes with what stands on their edges", () => {
  it("has a row for each edge, with its dates, claims and own values", async () => {
    await written("Person.csv", csv(typeTable(engine, model, "Person", true)));
    const [header = "", ...rows] = (await readFile(path("Person.csv"), "utf8")).trimEnd().split("\r\n");
    expect(header).toMatch(
      /^id,.*,edge\.type,edge\.direction,edge\.node,edge\.since,edge\.until,edge\.recordedOn,edge\.certainty,edge\.note,/,
    );
    const columns = header.split(",");
    const term = rows.find((row) => row.startsWith("person:donald-trump,") && row.includes("HOLDS_OFFICE,OUT,country:US,2025-01,"));
    expect(term).toMatch(/President/);
    expect(term).toMatch(/claim:article-s4-a;claim:article-s13-b$/);
    expect(columns.at(-1)).toBe("edge.claims");
    expect(() => csv(typeTable(engine, model, "TARGETS", true))).toThrow("--with-edges goes with a node type");
  });
});
