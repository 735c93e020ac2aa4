import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type ForeignOptions, xmlGraph } from "../../src/importers/index.ts";
import { formatProblem, loadStream } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { loadSeed } from "../support/seeded.ts";
import { fixture, imported } from "./support.ts";

const model = readModel();
const read = (name: string, options: Partial<ForeignOptions> = {}) => imported(xmlGraph({ model, ...options }), fixture(name));

describe("GraphML as networkx writes it", () => {
  it("takes nodes by their type, edges by theirs, attributes named like fields, and counts what has no place", async () => {
    const { bundles, rejected, counts } = await read("owners.graphml");
    const nodes = bundles.flatMap((bundle) => bundle.nodes.map(({ type, id, properties }) => ({ type, id, properties })));
    expect(nodes.filter(({ type }) => type === "Firm")).toEqual([
      { type: "Firm", id: "firm:acme-holding", properties: { name: "Acme & Sons", kind: "COMPANY", aliases: ["Acme", "acme-holding"] } },
      {
        type: "Firm",
        id: expect.stringMatching(/^firm:n1-/),
        properties: { name: "Bolt Works", kind: "COMPANY", lei: "529900T8BM49AURSDO55", aliases: ["N1"] },
      },
    ]);
    const edges = bundles.flatMap((bundle) =>
      bundle.edges.map(({ type, from, to, properties, claims }) => ({ type, from, to, properties, claims })),
    );
    expect(edges).toEqual([
      { type: "STATED_IN", from: "claim:graph-owners", to: "source:graph-owners", properties: {}, claims: [] },
      {
        type: "SUBSIDIARY_OF",
        from: expect.stringMatching(/^firm:n1-/),
        to: "firm:acme-holding",
        properties: { since: "2019-04" },
        claims: ["claim:graph-owners"],
      },
      { type: "HEADQUARTERED_IN", from: "firm:acme-holding", to: "country:DE", properties: {}, claims: ["claim:graph-owners"] },
    ]);
    expect(rejected).toEqual([
      expect.stringMatching(
        /owners\.graphml:\d+:\d+: Node "N2" names no node type: give it an attribute type \(Firm, Country …\), or say --as Firm\.$/,
      ),
      expect.stringMatching(/owners\.graphml:\d+:\d+: The edge from "N1" to "acme-holding" names no edge type: /),
      expect.stringMatching(/owners\.graphml:\d+:\d+: The edge leads to "N9", which is no node before it in the file\.$/),
    ]);
    expect(counts).toEqual({
      "the attribute employees has no place here: left out": 2,
      [`${fixture("owners.graphml")}: edges rest on a claim made for the file, claim:graph-owners, of an aggregator: --rests-on names another`]: 1,
    });
  });

  it("takes nodes and edges without a type by --as, --edges and --rests-on", async () => {
    const { bundles, rejected } = await read("owners.graphml", { as: "Firm", edges: "SUBSIDIARY_OF", restsOn: ["claim:x"] });
    expect(rejected).toEqual([expect.stringContaining('"N9"')]);
    expect(bundles.flatMap(({ nodes }) => nodes).map(({ properties }) => properties.name)).toEqual(["Acme & Sons", "Bolt Works", "N2"]);
    expect(bundles.flatMap(({ edges }) => edges).map(({ type, claims }) => [type, claims])).toEqual([
      ["SUBSIDIARY_OF", ["claim:x"]],
      ["HEADQUARTERED_IN", ["claim:x"]],
      ["SUBSIDIARY_OF", ["claim:x"]],
    ]);
  });
});

describe("GEXF as Gephi writes it", () => {
  it("takes labels, values of attributes, and the days of edges", async () => {
    const { bundles, rejected } = await read("owners.gexf");
    expect(rejected).toEqual([]);
    expect(
      bundles
        .flatMap(({ nodes }) => nodes)
        .filter(({ type }) => type === "Firm")
        .map(({ id, properties }) => [id, properties.name, properties.kind]),
    ).toEqual([
      ["firm:7", "Grün AG", "COMPANY"],
      ["firm:8", "Blau AG", "COMPANY"],
    ]);
    expect(
      bundles
        .flatMap(({ edges }) => edges)
        .filter(({ type }) => type !== "STATED_IN")
        .map(({ type, from, to, properties }) => ({ type, from, to, properties })),
    ).toEqual([{ type: "SUBSIDIARY_OF", from: "firm:8", to: "firm:7", properties: { since: "2020-01-01", until: "2024-06-30" } }]);
  });
});

describe("beside the seed", { timeout: 60_000 }, () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openEmbedded({});
    await loadSeed(engine, model);
  }, 120_000);
  afterAll(() => engine?.close());

  it("a file answers who owned whom, changes nothing of the seed, and writes nothing again", async () => {
    const rejected: string[] = [];
    const notes = {
      reject: (problem: Parameters<typeof formatProblem>[0]) => void rejected.push(formatProblem(problem)),
      count: () => undefined,
    };
    const of = async (text: string) => (await engine.read({ text, params: {} })).map((row) => [...row]);
    const countries = await of("MATCH (n:Country) RETURN count(n)");
    const load = () => loadStream(engine, model, xmlGraph({ model })([fixture("owners.gexf")], notes));
    const first = await load();
    expect([rejected, first.rejected, [...first.missing]]).toEqual([[], 0, []]);
    // The fixture's facts: Blau AG was Grün AG's from 2020 to the middle of 2024.
    const owned = "MATCH (a:Firm)-[r:SUBSIDIARY_OF]->(b:Firm {id: 'firm:7'}) RETURN a.name, b.name, r.since, r.until, r.claims";
    expect(await of(owned)).toEqual([["Blau AG", "Grün AG", "2020-01-01", "2024-06-30", ["claim:graph-owners"]]]);
    expect(await of("MATCH (n:Country) RETURN count(n)")).toEqual(countries);
    const second = await load();
    expect([second.nodes, second.edges]).toEqual([
      expect.objectContaining({ added: 0, changed: 0, removed: 0 }),
      expect.objectContaining({ added: 0, changed: 0, removed: 0 }),
    ]);
  });
});
