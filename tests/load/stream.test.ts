import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine, Statement } from "../../src/engine/port.ts";
import { type Bundle, type EdgeRecord, loadStream } from "../../src/load/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { breaking, everything, file, loaded, model, rows, world } from "./support.ts";

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterEach(() => engine.close());

const place = (line: number) => ({ file: "feed.jsonl", line, column: 1 });

/** A measure of a feed that targets a country and covers goods, with what the feed's first line says of the feed itself. */
function measure(i: number, changed: Partial<Record<"title" | "target" | "covers" | "kind", string>> = {}): Bundle[] {
  const at = place(i + 1);
  const id = `measure:feed-${i}`;
  const edge = (type: string, to: string, more: Partial<EdgeRecord> = {}): EdgeRecord => {
    return { type, from: id, to, properties: { since: "2025-01-01" }, claims: ["claim:feed"], place: at, ...more };
  };
  return [
    {
      name: "feed",
      nodes: [
        {
          type: "Source",
          id: "source:feed",
          properties: { title: "Feed", url: "https://example.org/feed", reliability: "AGGREGATOR", publishedOn: "2025-02-01" },
          place: place(1),
        },
        { type: "Claim", id: "claim:feed", properties: { certainty: "REPORTED", statement: "As the feed has it." }, place: place(1) },
      ],
      edges: [{ type: "STATED_IN", from: "claim:feed", to: "source:feed", properties: {}, claims: [], place: place(1) }],
      place: place(1),
    },
    {
      name: `feed-${i}`,
      nodes: [
        {
          type: "Measure",
          id,
          properties: { title: changed.title ?? `Measure ${i}`, kind: changed.kind ?? "TARIFF", effect: "RESTRICTING" },
          place: at,
        },
      ],
      edges: [
        edge("TARGETS", changed.target ?? (i % 2 === 0 ? "country:US" : "country:CN")),
        ...(changed.covers ? [edge("COVERS", changed.covers)] : []),
      ],
      place: at,
    },
  ];
}

async function* stream(bundles: readonly Bundle[][], upTo = Number.POSITIVE_INFINITY): AsyncIterable<Bundle> {
  for (const [i, group] of bundles.entries()) {
    if (i >= upTo) throw new Error("cut off");
    yield* group;
  }
}

const feed = (count: number) => Array.from({ length: count }, (_, i) => measure(i));
/** The engine with the texts of what is read of it. */
function watching(): { readonly watched: GraphEngine; readonly read: readonly string[] } {
  const read: string[] = [];
  const watched = {
    ...breaking(engine, (work) => engine.write(work)),
    read: (statement: Statement) => {
      read.push(statement.text);
      return engine.read(statement);
    },
  };
  return { watched, read };
}

const sum = async (bundles: AsyncIterable<Bundle>, batch = 20) => {
  const { bundles: written, unchanged, rejected, nodes, edges, problems, missing } = await loadStream(engine, model, bundles, { batch });
  return { written, unchanged, rejected, nodes, edges, problems: problems.map((p) => `${p.line}: ${p.message}`), missing: [...missing] };
};

describe("a stream of bundles", () => {
  test("a stream is written in batches, shared records once, edges dated by their sources", async () => {
    const batches: number[] = [];
    await loadStream(engine, model, stream(feed(30)), { batch: 20, onBatch: (report) => batches.push(report.bundles + report.unchanged) });
    // 3 records of the feed itself and 3 of each measure: the limit of 20 is passed at the ninth of a batch, the sixth of the first.
    expect(batches.length).toBeGreaterThan(3);
    expect(await rows(engine, "MATCH (n:Measure) WHERE n.id STARTS WITH 'measure:feed-' RETURN count(n)")).toEqual([[30]]);
    expect(await rows(engine, "MATCH (:Measure {id: 'measure:feed-7'})-[r:TARGETS]->(c) RETURN c.id, r.recordedOn, r.evidence")).toEqual([
      ["country:CN", "2025-02-01", ["0|2025-02-01"]],
    ]);
    expect(await rows(engine, "MATCH (n:Source {id: 'source:feed'}) RETURN count(n)")).toEqual([[1]]);
  });

  test("a repeated stream skips bundles that the graph has, and writes those that changed", async () => {
    await sum(stream(feed(12)));
    const again = await sum(stream(feed(12)));
    expect([again.written, again.rejected]).toEqual([0, 0]);
    expect(again.nodes).toEqual({ added: 0, changed: 0, unchanged: 0, removed: 0 });
    const changed = feed(12);
    changed[3] = measure(3, { title: "Another title", target: "country:US" });
    const third = await sum(stream(changed));
    expect([third.written, third.nodes.changed, third.edges.added, third.edges.removed]).toEqual([1, 1, 1, 1]);
    expect(await rows(engine, "MATCH (n:Measure {id: 'measure:feed-3'})-[:TARGETS]->(c) RETURN n.title, c.id")).toEqual([
      ["Another title", "country:US"],
    ]);
  });

  test("a stream that was cut off and is run again ends with the same graph", async () => {
    await expect(sum(stream(feed(40), 25))).rejects.toThrow("cut off");
    const [[part]] = (await rows(engine, "MATCH (n:Measure) WHERE n.id STARTS WITH 'measure:feed-' RETURN count(n)")) as [[number]];
    expect(part).toBeGreaterThan(5);
    expect(part).toBeLessThan(26);
    await sum(stream(feed(40)));
    const resumed = await everything(engine);
    await engine.write((transaction) => transaction.run({ text: "MATCH (n) DETACH DELETE n", params: {} }));
    await loaded(engine, world);
    await sum(stream(feed(40)));
    expect(sorted(await everything(engine))).toEqual(sorted(resumed));
  });

  test("an invalid bundle is refused with its place and reason, and the others are written", async () => {
    const bundles = feed(10);
    bundles[4] = measure(4, { kind: "TARIF" });
    bundles[6] = measure(6, { target: "measure:feed-5" });
    const report = await sum(stream(bundles));
    expect(report.rejected).toBe(2);
    expect(report.problems).toEqual([
      expect.stringMatching(/^5: kind "TARIF" is no MeasureKind: did you mean "TARIFF"\?/),
      "7: TARGETS does not lead from a Measure to a Measure (measure:feed-6 to measure:feed-5).",
    ]);
    expect(await rows(engine, "MATCH (n:Measure) WHERE n.id STARTS WITH 'measure:feed-' RETURN count(n)")).toEqual([[8]]);
  });

  test("edges to nodes that the graph lacks are left out and counted by id", async () => {
    const bundles = [measure(0, { covers: "commodity:hs-999998" }), measure(1, { covers: "commodity:hs-999998" }), measure(2)];
    const report = await sum(stream(bundles));
    expect([report.rejected, report.missing]).toEqual([0, [["commodity:hs-999998", 2]]]);
    expect(await rows(engine, "MATCH (:Measure {id: 'measure:feed-0'})-[r]->(x) RETURN type(r), x.id")).toEqual([
      ["TARGETS", "country:US"],
    ]);
  });

  test("edges that were left out are added once the graph has their ends", async () => {
    const bundles = [measure(0, { covers: "commodity:hs-999998" })];
    await sum(stream(bundles));
    await loaded(
      engine,
      file(
        "goods.yaml",
        "bundle: goods\ncommodities:\n  - {id: hs-999998, name: Other goods, level: SUBHEADING, hsCode: '999998', hsEdition: '2022'}",
      ),
    );
    expect(await sum(stream(bundles))).toMatchObject({ written: 1, missing: [] });
    expect(await rows(engine, "MATCH (:Measure {id: 'measure:feed-0'})-[r:COVERS]->(x) RETURN x.id")).toEqual([["commodity:hs-999998"]]);
  });

  test("dated edges from countries that the graph has to what is new read none of its edges, and its days stay those of all edges", async () => {
    const market = (i: number): Bundle[] => {
      const [id, at] = [`market:us-${i}`, place(i + 1)];
      const year = { name: `year-${i}`, nodes: [], place: at };
      const imports = { type: "IMPORTS", from: "country:US", to: id, claims: ["claim:register"], place: at };
      return [
        { name: `market-${i}`, nodes: [{ type: "Market", id, properties: { name: `Market ${i}` }, place: at }], edges: [], place: at },
        { ...year, edges: [{ ...imports, properties: { since: `${2001 + i}-01-01`, until: `${2001 + i}-12-31`, value: i } }] },
      ];
    };
    const { watched, read } = watching();
    const report = await loadStream(watched, model, stream(Array.from({ length: 12 }, (_, i) => market(i))), { batch: 6 });
    expect([report.nodes.added, report.edges.added, report.rejected]).toEqual([12, 12, 0]);
    expect(read.filter((text) => text.includes("]->") || text.includes("<-["))).toEqual([]);
    expect(await rows(engine, "MATCH (n:Country {id: 'country:US'}) RETURN n.edgesSinceFirst, n.edgesSinceLast, n.edgesUntilLast")).toEqual(
      [["2001-01-01", "2012-01-01", "2012-12-31"]],
    );
  });

  test("a second load of edges whose ends are still missing reads no more of the graph than whether they are there, and says again that they are", async () => {
    const resting = (bundle: Bundle): Bundle => ({
      ...bundle,
      restsOn: ["claim:feed"],
      edges: bundle.edges.map((edge) => ({ ...edge, claims: [] })),
    });
    const lacking = [0, 1].map((i) => measure(i, { covers: "commodity:hs-999998" }));
    const bundles = [...lacking, measure(2)].map(([feed, one]) => [...(feed ? [feed] : []), ...(one ? [resting(one)] : [])]);
    await sum(stream(bundles));
    const { watched, read } = watching();
    const again = await loadStream(watched, model, stream(bundles));
    expect([again.bundles, again.unchanged, [...again.missing]]).toEqual([0, 4, [["commodity:hs-999998", 2]]]);
    expect(read.filter((text) => text.includes("]->"))).toEqual([]);
    // One that says something else is compared.
    const other = [measure(0, { covers: "commodity:hs-999998", title: "Another title" }).slice(1).map(resting)];
    expect(await sum(stream(other))).toMatchObject({ written: 1, nodes: { changed: 1 }, missing: [["commodity:hs-999998", 1]] });
  });

  test("a bundle may point at a node that comes later in the stream, however far", async () => {
    const bundles = feed(30);
    const goods: Bundle = {
      name: "goods",
      nodes: [{ type: "Commodity", id: "commodity:hs-999998", properties: { name: "Other goods", level: "SUBHEADING" }, place: place(99) }],
      edges: [],
      place: place(99),
    };
    bundles[2] = measure(2, { covers: "commodity:hs-999998" });
    const report = await sum(stream([...bundles, [goods]]), 10);
    expect([report.rejected, report.missing]).toEqual([0, []]);
    expect(await rows(engine, "MATCH (n:Measure)-[:COVERS]->(:Commodity {id: 'commodity:hs-999998'}) RETURN n.id")).toEqual([
      ["measure:feed-2"],
    ]);
    expect((await sum(stream([...bundles, [goods]]), 10)).written).toBe(0);
  });

  test("the graph is the same whatever the size of batches, though later bundles make claims about earlier nodes", async () => {
    // Claims about an earlier measure, from a new source and from that of the feed; an edge that another bundle states already.
    const speaks = (name: string, source: Bundle["nodes"], to: string): Bundle => {
      const claim = `claim:${name}`;
      const at = place(90);
      const edge = (type: string, from: string, end: string, more: Partial<EdgeRecord> = {}): EdgeRecord => {
        return { type, from, to: end, properties: {}, claims: [], place: at, ...more };
      };
      return {
        name,
        nodes: [...source, { type: "Claim", id: claim, properties: { certainty: "CONFIRMED", statement: "It says so." }, place: at }],
        edges: [
          edge("STATED_IN", claim, to),
          edge("ABOUT", claim, "measure:feed-2", { properties: { field: "announcedOn", value: "2025-01-07" } }),
          edge("ABOUT", claim, "measure:feed-2", { properties: { field: "targets(country:US).until", value: "2025-12" } }),
          edge("ABOUT", claim, "country:CN", { properties: { field: "targetedBy(measure:feed-3).note", value: "All of it." } }),
          edge("TARGETS", "measure:feed-2", "country:US", { properties: { since: "2025-01-01" }, claims: [claim] }),
        ],
        place: at,
      };
    };
    const gazette = {
      type: "Source",
      id: "source:gazette",
      properties: { title: "Gazette", reliability: "OFFICIAL", publishedOn: "2025-01-08" },
      place: place(90),
    };
    const bundles = [...feed(8), [speaks("gazette", [gazette], "source:gazette")], [speaks("second", [], "source:feed")], [...measure(8)]];
    bundles.push(measure(2, { title: "Another title" }));
    // Measures of the graph cover something new, one from an earlier day on than all else that is said of it, one from a later day on.
    const covered = { type: "Commodity", id: "commodity:alloy", properties: { name: "Alloy", level: "GROUP" }, place: place(91) };
    const covers = { type: "COVERS", to: covered.id, claims: ["claim:feed"], place: place(91) };
    const edges = [
      { ...covers, from: "measure:feed-3", properties: { since: "2024-12-01" } },
      { ...covers, from: "measure:feed-1", properties: { since: "2025-06-01" } },
    ];
    bundles.push([{ name: "alloy", nodes: [covered], edges, place: place(91) }]);
    const graphs: string[][] = [];
    for (const batch of [1, 7, 10_000]) {
      await engine.write((transaction) => transaction.run({ text: "MATCH (n) DETACH DELETE n", params: {} }));
      await loaded(engine, world);
      expect((await sum(stream(bundles), batch)).problems).toEqual([]);
      graphs.push(sorted(await everything(engine)));
    }
    expect(graphs[1]).toEqual(graphs[0]);
    expect(graphs[2]).toEqual(graphs[0]);
    expect(
      await rows(engine, "MATCH (n:Measure {id: 'measure:feed-2'})-[r:TARGETS]->() RETURN n.title, n.announcedOn, r.certainty"),
    ).toEqual([["Another title", "2025-01-07", "CONFIRMED"]]);
    expect(
      await rows(engine, "MATCH (n:Node)-[r:TARGETS]->() WHERE r.until IS NOT NULL OR r.note IS NOT NULL RETURN n.id, r.until, r.note"),
    ).toEqual([
      ["measure:feed-2", "2025-12", null],
      ["measure:feed-3", null, "All of it."],
    ]);
    const begins = "MATCH (n:Measure) WHERE n.id IN ['measure:feed-1', 'measure:feed-2', 'measure:feed-3'] RETURN n.id, n.thereFrom";
    expect(await rows(engine, begins)).toEqual([
      ["measure:feed-1", "2025-01-01"],
      ["measure:feed-2", "2025-01-07"],
      ["measure:feed-3", "2024-12-01"],
    ]);
  });

  test("a batch that can't be written fails the load, and the batches before it stay", async () => {
    let writes = 0;
    const broken = breaking(engine, async (work) => {
      writes += 1;
      if (writes === 3) throw new Error("the disk is full");
      return engine.write(work);
    });
    await expect(loadStream(broken, model, stream(feed(40)), { batch: 20 })).rejects.toThrow("the disk is full");
    expect(writes).toBe(3);
    const [[part]] = (await rows(engine, "MATCH (n:Measure) WHERE n.id STARTS WITH 'measure:feed-' RETURN count(n)")) as [[number]];
    expect(part).toBeGreaterThan(5);
    expect(part).toBeLessThan(40);
    expect((await sum(stream(feed(40)))).nodes.added).toBe(40 - part);
  });

  test("a bundle that a seed file has changed meanwhile is written again", async () => {
    await sum(stream(feed(3)));
    await loaded(engine, file("feed-1.yaml", "bundle: feed-1"));
    expect((await sum(stream(feed(3)))).written).toBe(1);
    expect(await rows(engine, "MATCH (n:Measure {id: 'measure:feed-1'}) RETURN n.title")).toEqual([["Measure 1"]]);
  });
});

/** Rows as text, in an order of their own, and so are the properties in them: Neo4j gives them in the order in which they were set. */
function sorted(all: readonly unknown[]): string[] {
  const inOrder = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return all.map((row) => JSON.stringify(row, inOrder)).sort();
}
