import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsonldLibrary from "jsonld";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { csv, graphml, jsonl, jsonld, typeTable } from "../../src/exporters/index.ts";
import { csv as readCsv, jsonl as readJsonl } from "../../src/importers/index.ts";
import { type Bundle, load, loadStream, owners } from "../../src/load/index.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { everything, file } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { openWithSeed } from "../support/seeded.ts";
import { hasPython, python } from "./python.ts";

const model = readModel();
let engine: GraphEngine;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-export-"));
  engine = await openWithSeed(model);
  // What makes it hard to distinguish what a bundle states from what was computed:
  // an edge that two bundles state, a value that a claim replaces, awkward texts.
  const more = file(
    "more.yaml",
    `
    bundle: more
    claims:
      - id: more-rate
        source: nation-thailand-2025-06-28
        certainty: CONFIRMED
        statement: 'Quotes " and ''more'', <angles> & ampersands; 中文'
        about: [{to: measure:us-2025-02-fentanyl-tariff, field: rate, value: 11}]
    edges:
      - {from: measure:cn-2025-announcement-18, edge: imposedBy, to: agency:cn-mofcom, since: 2025-04-04, note: said twice, claims: [more-rate]}
    `,
  );
  expect((await load(engine, model, [more])).problems).toEqual([]);
}, 120_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, texts: AsyncIterable<string>): Promise<string> {
  const path = join(folder, name);
  const parts: string[] = [];
  for await (const text of texts) parts.push(text);
  await writeFile(path, parts.join(""));
  return path;
}

/** Everything in a graph as texts; engines give properties in orders of their own. */
const rows = async (of: GraphEngine) => (await everything(of)).map((row) => JSON.stringify(row, inOrder)).sort();
const inOrder = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const notes = () => {
  const rejected: string[] = [];
  return { rejected, reject: (problem: { message: string }) => void rejected.push(problem.message), count: () => undefined };
};

/** Another engine, empty: embedded, in memory. */
async function another(): Promise<GraphEngine> {
  const embedded = await openEmbedded({});
  await embedded.prepare(indexesOf(model));
  return embedded;
}

async function* from(bundles: readonly Bundle[]): AsyncGenerator<Bundle> {
  yield* bundles;
}

/** A bundle's note in the graph differs by how it came: streams leave a digest. */
const withoutNotes = (all: readonly string[]) => all.filter((row) => !/^\["[^"]+",(null|\[.*\])\]$/.test(row));

describe("the whole graph as JSON lines", { timeout: 120_000 }, () => {
  it("exports JSON lines that load back to an equal graph, from whichever engine", async () => {
    const path = await written("graph.jsonl", jsonl(engine, model));
    const before = withoutNotes(await rows(engine));
    expect(before.length).toBeGreaterThan(3_000);
    const other = await another();
    const noted = notes();
    const report = await loadStream(other, model, readJsonl([path], noted), { batch: 2_000 });
    expect([noted.rejected, report.problems, report.rejected, [...report.missing]]).toEqual([[], [], 0, []]);
    expect(withoutNotes(await rows(other))).toEqual(before);
    // And out again, the same text.
    expect(await readFile(await written("again.jsonl", jsonl(other, model)), "utf8")).toBe(await readFile(path, "utf8"));
    await other.close();
  });

  it("exports what a bundle points at before the bundle", async () => {
    const other = await another();
    const place = { file: "x", line: 1, column: 1 };
    const claimed = (name: string): Bundle => ({
      name,
      nodes: [
        { type: "Source", id: `source:${name}`, properties: { title: name, reliability: "PRESS" }, place },
        { type: "Claim", id: `claim:${name}`, properties: { certainty: "REPORTED" }, place },
        { type: "Country", id: `country:${name}`, properties: { name, kind: "GROUP" }, place },
      ],
      edges: [{ type: "STATED_IN", from: `claim:${name}`, to: `source:${name}`, properties: {}, claims: [], place }],
      place,
    });
    const firm = (name: string, of: string): Bundle => ({
      name,
      nodes: [{ type: "Firm", id: `firm:${name}`, properties: { name, kind: "COMPANY" }, place }],
      edges: [{ type: "HEADQUARTERED_IN", from: `firm:${name}`, to: `country:${of}`, properties: {}, claims: [`claim:${of}`], place }],
      place,
    });
    const join = (a: Bundle, b: Bundle): Bundle => ({ ...a, nodes: [...a.nodes, ...b.nodes], edges: [...a.edges, ...b.edges] });
    const firms = Array.from({ length: 450 }, (_, i) => firm(`a-${i}`, i % 2 === 0 ? "z-even" : "z-odd"));
    // Two that need each other.
    const pair = [join(claimed("b-1"), firm("b-1", "b-2")), join(claimed("b-2"), firm("b-2", "b-1"))];
    const report = await loadStream(other, model, from([claimed("z-even"), claimed("z-odd"), ...firms, ...pair]));
    expect([report.problems, report.rejected, report.missing.size]).toEqual([[], 0, 0]);
    const lines = (await readFile(await written("order.jsonl", jsonl(other, model)), "utf8")).trimEnd().split("\n").slice(1);
    await other.close();
    const names = lines.map((line) => (JSON.parse(line) as { bundle: string }).bundle);
    expect(names.length).toBe(454);
    expect(new Set(names).size).toBe(454);
    for (const [i, name] of names.entries())
      if (name.startsWith("a-")) expect(names.indexOf(Number(name.slice(2)) % 2 === 0 ? "z-even" : "z-odd")).toBeLessThan(i);
    expect(names.slice(0, 3)).toEqual(["z-even", "a-0", "z-odd"]);
  });

  it.runIf(testNeo4j() !== undefined)("exports JSON lines from the embedded engine that load into Neo4j", async () => {
    const path = await written("neo4j.jsonl", jsonl(engine, model));
    const embedded = await another();
    await loadStream(embedded, model, readJsonl([path], notes()));
    const back = await written("embedded.jsonl", jsonl(embedded, model));
    await embedded.close();
    const before = await rows(engine);
    await engine.write((transaction) => transaction.run({ text: "MATCH (n) DETACH DELETE n", params: {} }));
    const report = await loadStream(engine, model, readJsonl([back], notes()), { batch: 3_000 });
    expect([report.rejected, [...report.missing]]).toEqual([0, []]);
    expect(withoutNotes(await rows(engine))).toEqual(withoutNotes(before));
  });
});

describe("a table of one type", { timeout: 60_000 }, () => {
  /** Reads a table that was written, as `import csv` does. */
  async function readBack(as: string) {
    const path = await written(`${as}.csv`, csv(typeTable(engine, model, as)));
    const noted = notes();
    const options = { as, model, owners: (ids: readonly string[]) => owners(engine, ids), restsOn: ["claim:ue-09"] };
    const bundles: Bundle[] = [];
    for await (const bundle of readCsv(options)([path], noted)) bundles.push(bundle);
    expect(noted.rejected).toEqual([]);
    return bundles[0];
  }
  /** What the graph holds of it: ids of nodes, or ends, days and claims of edges. */
  const inGraph = async (text: string) => (await engine.read({ text, params: {} })).map((row) => JSON.stringify(row)).sort();

  /** Of a type that the seed has nothing of, there is only a header, which no import takes. */
  async function expectHeaderAlone(type: string) {
    const text = await readFile(await written(`${type}.csv`, csv(typeTable(engine, model, type))), "utf8");
    expect(text.trimEnd().split("\r\n")).toHaveLength(1);
  }

  it.each([...model.nodes.keys()])("writes a table of the node type %s that reads back as it was", async (type) => {
    if ((await inGraph(`MATCH (n:${type}) RETURN n.id LIMIT 1`)).length === 0) return expectHeaderAlone(type);
    const bundle = await readBack(type);
    expect(bundle?.nodes.map(({ id }) => JSON.stringify([id])).sort()).toEqual(await inGraph(`MATCH (n:${type}) RETURN n.id`));
    const kept = new Set(
      [...(model.nodes.get(type)?.properties.values() ?? [])].filter((p) => p.kind !== "value" && !p.derived).map((p) => p.name),
    );
    const stored = new Map(
      (await engine.read({ text: `MATCH (n:${type}) RETURN n.id, properties(n)`, params: {} })).map(([id, values]) => [
        id,
        Object.entries(values as object).filter(
          ([name, value]) => name !== "id" && kept.has(name) && !(Array.isArray(value) && value.length === 0),
        ),
      ]),
    );
    for (const { id, properties } of bundle?.nodes ?? []) expect(properties).toEqual(Object.fromEntries(stored.get(id) ?? []));
  });

  it.each([...model.edges.values()].map(({ type, dated }) => [type, dated] as const))(
    "writes a table of the relationship type %s that reads back as it was",
    async (type, dated) => {
      if ((await inGraph(`MATCH ()-[r:${type}]->() RETURN type(r) LIMIT 1`)).length === 0) return expectHeaderAlone(type);
      const bundle = await readBack(type);
      const own = (bundle?.edges ?? []).filter((edge) => edge.type === type && !edge.implied);
      const read = own.map(({ from, to, properties, claims }) =>
        JSON.stringify([from, to, properties.since ?? null, dated ? claims : null]),
      );
      const claims = dated ? "r.claims" : "null";
      expect(read.sort()).toEqual(await inGraph(`MATCH (a:Node)-[r:${type}]->(b:Node) RETURN a.id, b.id, r.since, ${claims}`));
    },
  );

  it("gives a node table a column for each field, and none for derived ones", async () => {
    const text = await readFile(await written("Firm.csv", csv(typeTable(engine, model, "Firm"))), "utf8");
    expect(text.split("\r\n")[0]).toBe(
      "id,summary,aliases,name,kind,lei,leiStatus,legalName,ticker,wikidata,participatesIn,supports,opposes,headquarters,parents,produces,uses",
    );
    expect(text).toContain("\r\nfirm:skydio,,,Skydio,COMPANY,,,,,,,,,country:US,,,\r\n");
  });

  it("gives an edge table the edges' dates and claims", async () => {
    const text = await readFile(await written("SUSPENDS.csv", csv(typeTable(engine, model, "SUSPENDS"))), "utf8");
    expect(text.split("\r\n")[0]).toBe("from,to,since,until,certainty,note,claims");
    expect(text).toContain(
      "measure:cn-2025-announcement-70,measure:cn-2025-announcement-57,2025-11-07,2026-11-10,REPORTED,,claim:ob-09;claim:ob-09-b",
    );
  });

  it("refuses a table of a type that the schema does not have", () => {
    expect(() => csv(typeTable(engine, model, "Ship"))).toThrow(/--as Ship is no node type or relationship type: Agency, /);
  });
});

describe.runIf(hasPython)("the whole graph as GraphML, opened by networkx", () => {
  it("writes every node and edge with its properties as GraphML", async () => {
    const path = await written("graph.graphml", graphml(engine, model));
    const found = python(
      `
import json, sys, networkx
g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
tariff = g.nodes["measure:us-2025-03-fentanyl-tariff-20"]
edges = [d for _, v, d in g.out_edges("measure:cn-2025-announcement-70", data=True) if v == "measure:cn-2025-announcement-57"]
claim = g.nodes["claim:more-rate"]
print(json.dumps({"nodes": g.number_of_nodes(), "edges": g.number_of_edges(), "tariff": tariff, "edge": edges, "statement": claim["statement"]}))
`,
      path,
    ) as { nodes: number; edges: number; tariff: Record<string, unknown>; edge: Record<string, unknown>[]; statement: string };
    const count = async (text: string) => Number((await engine.read({ text, params: {} }))[0]?.[0]);
    expect(found.nodes).toBe(await count("MATCH (n:Node) RETURN count(n)"));
    expect(found.edges).toBe(await count("MATCH (:Node)-[r]->(:Node) RETURN count(r)"));
    expect(found.tariff).toMatchObject({ type: "Measure", kind: "TARIFF", rate: 20, rateUnit: "PERCENT", inForceFrom: "2025-03-04" });
    expect(found.edge).toEqual([
      expect.objectContaining({
        type: "SUSPENDS",
        since: "2025-11-07",
        until: "2026-11-10",
        sourceCount: 2,
        claims: "claim:ob-09;claim:ob-09-b",
      }),
    ]);
    expect(found.statement).toBe("Quotes \" and 'more', <angles> & ampersands; 中文");
  });
});

describe("the whole graph as JSON-LD, expanded by a JSON-LD library", { timeout: 60_000 }, () => {
  it("writes nodes with links, and dated edges with their claims, as JSON-LD", async () => {
    const document: unknown = JSON.parse(await readFile(await written("graph.jsonld", jsonld(engine, model)), "utf8"));
    const expanded = (await jsonldLibrary.expand(document as never)) as unknown as Record<string, unknown>[];
    const about = (id: string) => expanded.filter((thing) => thing["@id"] === id);
    const word = (name: string) => `urn:trade-graph:schema:${name}`;
    const measure = "urn:trade-graph:measure:cn-2025-announcement-70";
    const [suspended] = about(measure).filter((thing) => thing[word("SUSPENDS")] !== undefined);
    expect(suspended?.[word("SUSPENDS")]).toContainEqual({ "@id": "urn:trade-graph:measure:cn-2025-announcement-57" });
    expect(about(measure).find((thing) => thing["@type"] !== undefined)).toMatchObject({
      "@type": [word("Measure"), "https://schema.org/Legislation", "http://www.w3.org/ns/prov#Entity"],
      [word("legalReference")]: [{ "@value": "MOFCOM and GACC Announcement 70/2025" }],
    });
    const [from, to] = ["subject", "object"].map((name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`) as [string, string];
    const predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
    const dated = expanded.filter(
      (thing) =>
        JSON.stringify(thing[from]) === JSON.stringify([{ "@id": measure }]) &&
        JSON.stringify(thing[to]) === JSON.stringify([{ "@id": "urn:trade-graph:measure:cn-2025-announcement-57" }]),
    );
    expect(dated).toEqual([
      expect.objectContaining({
        "@type": [word("Relationship"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"],
        [predicate]: [{ "@id": word("SUSPENDS") }],
        [word("since")]: [{ "@value": "2025-11-07", "@type": "http://www.w3.org/2001/XMLSchema#date" }],
        "http://www.w3.org/ns/prov#wasDerivedFrom": [{ "@id": "urn:trade-graph:claim:ob-09" }, { "@id": "urn:trade-graph:claim:ob-09-b" }],
      }),
    ]);
    // What a claim is about is written too: the field and the value it gives.
    const subject = { "@id": "urn:trade-graph:measure:us-2025-02-fentanyl-tariff" };
    expect(
      expanded.filter((thing) => JSON.stringify(thing[from]) === JSON.stringify([{ "@id": "urn:trade-graph:claim:more-rate" }])),
    ).toEqual([
      expect.anything(),
      expect.objectContaining({
        [predicate]: [{ "@id": word("ABOUT") }],
        [to]: [subject],
        [word("field")]: [{ "@value": "rate" }],
        [word("value")]: [{ "@value": expect.stringMatching(/^11/) }],
      }),
      expect.objectContaining({ [predicate]: [{ "@id": word("STATED_IN") }] }),
    ]);
    const relationships = expanded.filter((thing) => (thing["@type"] as string[] | undefined)?.includes(word("Relationship")));
    expect(new Set(relationships.map((thing) => thing["@id"])).size).toBe(relationships.length);
  });
});
