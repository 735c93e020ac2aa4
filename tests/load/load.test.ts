import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { load } from "../../src/load/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { breaking, counts, edges, ends, episode, everything, file, loaded, model, problems, rows, world } from "./support.ts";

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterEach(() => engine.close());

describe("a load", () => {
  test("a load counts the nodes and edges that it adds", async () => {
    expect(counts(await loaded(engine, episode("[US]")))).toEqual({ episode: "+2 ~0 =0 -0 | +3 ~0 =0 -0" });
  });
  test("a second load of the same files changes nothing, and says so", async () => {
    await loaded(engine, episode("[US]"));
    const before = await everything(engine);
    const report = await loaded(engine, world, episode("[US]"));
    expect(counts(report)).toEqual({ world: "+0 ~0 =8 -0 | +0 ~0 =3 -0", episode: "+0 ~0 =2 -0 | +0 ~0 =3 -0" });
    expect(report.recomputed).toBe(0);
    expect(await everything(engine)).toEqual(before);
  });
  test("properties that earlier versions stored on edges are removed, and count as no change", async () => {
    await loaded(engine, episode("[US]"));
    const before = await everything(engine);
    await engine.write(async (transaction) => {
      await transaction.run({ text: "MATCH (:Node)-[r]->(:Node) SET r.key = 'a|T|b|'", params: {} });
    });
    expect(counts(await loaded(engine, world, episode("[US]")))).toEqual({
      world: "+0 ~0 =8 -0 | +0 ~0 =3 -0",
      episode: "+0 ~0 =2 -0 | +0 ~0 =3 -0",
    });
    expect(await everything(engine)).toEqual(before);
  });
  test("edges between the same two nodes are distinguished by what they say", async () => {
    await loaded(engine, episode("[{to: US, since: 2025-04-04}, {to: US, since: 2025-05}, US]"));
    const before = await everything(engine);
    await loaded(engine, episode("[{to: US, since: 2025-04-04, note: all}, {to: US, since: 2025-05}]"));
    expect(await rows(engine, "MATCH (:Measure)-[r:TARGETS]->(:Node) RETURN r.since, r.note")).toEqual([
      ["2025-04-04", "all"],
      ["2025-05", null],
    ]);
    await loaded(engine, episode("[{to: US, since: 2025-04-04}, {to: US, since: 2025-05}, US]"));
    expect(await everything(engine)).toEqual(before);
  });
  test("a changed file brings the graph to what it says now", async () => {
    await loaded(engine, episode("[US, CN]"));
    const report = await loaded(engine, episode("[{to: US, note: all firms}, 'agency:mofcom']", "Another title"));
    expect(counts(report)).toEqual({ episode: "+0 ~1 =1 -0 | +1 ~1 =2 -1" });
    expect(await rows(engine, "MATCH (m:Measure)-[r:TARGETS]->(n:Node) RETURN m.title, m.searchText, n.id, r.note")).toEqual([
      ["Another title", "another title", "agency:mofcom", null],
      ["Another title", "another title", "country:US", "all firms"],
    ]);
  });
  test("search finds at once what a load wrote, and no longer what it took away", async () => {
    const found = async (text: string) =>
      (await engine.search(text, 5)).params.searchHits.map((hit) => (Array.isArray(hit) ? hit[0] : hit));
    const token = () => rows(engine, "MATCH (s:SearchNote) RETURN s.token");
    expect(await found("licences")).toEqual([]);
    await loaded(engine, episode("[US]"));
    expect(await found("licences")).toEqual(["measure:m"]);
    const before = await token();
    await loaded(engine, episode("[CN]"));
    // No word has changed.
    expect(await token()).toEqual(before);
    await loaded(engine, episode("[CN]", "Quotas on magnets"));
    expect([await found("licences"), await found("quotas")]).toEqual([[], ["measure:m"]]);
    // Of the letters of its name, a little more.
    expect(await found("magnets")).toEqual(["measure:m", "commodity:850511"]);
    await loaded(engine, file("episode.yaml", "bundle: episode"));
    expect([await found("quotas"), await found("magnets")]).toEqual([[], ["commodity:850511"]]);
    expect(await rows(engine, "MATCH (c:SearchChange) WHERE NOT c.all RETURN c.ids ORDER BY c.at")).toContainEqual([["measure:m"]]);
  });
  test("what a file no longer says is removed", async () => {
    await loaded(engine, episode("[{to: US, since: 2025-04-04, note: all}]"));
    await loaded(engine, episode("[{to: US, since: 2025-04-04}]"));
    expect(await rows(engine, "MATCH (:Measure)-[r:TARGETS]->(:Node) RETURN properties(r)")).toEqual([
      [
        {
          since: "2025-04-04",
          bundles: ["episode"],
          claims: ["claim:m-1"],
          certainty: "REPORTED",
          evidence: ["0|2025-04-09"],
          recordedOn: "2025-04-09",
        },
      ],
    ]);
    const report = await loaded(engine, file("episode.yaml", "bundle: episode"));
    expect(counts(report)).toEqual({ episode: "+0 ~0 =0 -2 | +0 ~0 =0 -3" });
    expect(await rows(engine, "MATCH (n:Node {bundle: $name}) RETURN n.id", { name: "episode" })).toEqual([]);
  });
  test("a bundle that comes and goes leaves the graph as it was", async () => {
    const before = await everything(engine);
    await loaded(engine, episode("[US, CN]"), ends("other", "rumour"));
    await loaded(engine, file("episode.yaml", "bundle: episode"), file("other.yaml", "bundle: other"));
    expect(await everything(engine)).toEqual(before);
  });
  test("a load reports its progress up to the end", async () => {
    const seen: [number, number][] = [];
    await load(engine, model, [episode("[US]")], { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([5, 5]);
    expect(seen.map(([done]) => done)).toEqual([...seen.map(([done]) => done)].sort((a, b) => a - b));
  });
  test("a load waits for another one of the same engine", async () => {
    const both = await Promise.all([loaded(engine, episode("[US]")), loaded(engine, episode("[US]"))]);
    expect(both.map(counts)).toEqual([{ episode: "+2 ~0 =0 -0 | +3 ~0 =0 -0" }, { episode: "+0 ~0 =2 -0 | +0 ~0 =3 -0" }]);
  });
});

describe("a dry run", () => {
  test("a dry run shows each difference, and writes nothing", async () => {
    await loaded(engine, episode("[US]"));
    const before = await everything(engine);
    const changed = episode("[{to: US, note: all}, CN]", "Another title");
    const report = await load(engine, model, [changed, file("new.yaml", "bundle: new\nevents: [{id: e, title: E, kind: CALL}]")], {
      dryRun: true,
    });
    expect(report.differences).toEqual([
      "+ event:e",
      '~ measure:m: title "Export licences for magnets" → "Another title"',
      "+ measure:m -TARGETS-> country:CN",
      '~ measure:m -TARGETS-> country:US: note none → "all"',
    ]);
    expect(await everything(engine)).toEqual(before);
  });
  test("a dry run shows what would be removed", async () => {
    await loaded(engine, episode("[US]"));
    const report = await load(engine, model, [file("episode.yaml", "bundle: episode")], { dryRun: true });
    expect(report.differences).toEqual(
      [
        "- claim:m-1",
        "- measure:m",
        "- claim:m-1 -ABOUT-> measure:m",
        "- claim:m-1 -STATED_IN-> source:paper",
        "- measure:m -TARGETS-> country:US",
      ].sort(byKind(report.differences ?? [])),
    );
  });
});

/** The graph has no order of its own: takes the order that came. */
function byKind(order: readonly string[]) {
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b);
}

describe("a record that others point at", () => {
  const magnets = "  - {id: 850511, name: Permanent magnets, level: SUBHEADING, hsCode: 850511, hsEdition: 2022}\n";
  const without = { ...world, text: world.text.replace("commodities:\n", "").replace(magnets, "") };
  const covering = file(
    "covering.yaml",
    "bundle: covering\nrestsOn: register\nmeasures:\n  - {id: c, title: C, kind: BAN, effect: UNCLEAR, covers: 850511}",
  );
  test("a record that others point at can't be removed", async () => {
    await loaded(engine, covering);
    expect(await problems(engine, without)).toEqual([
      "world.yaml:1:9: commodity:850511 is no longer in the bundle world, but other bundles still point at it: covering. Change them first, or load them together.",
    ]);
  });
  test("a record can be removed together with what pointed at it, whichever comes first", async () => {
    await loaded(engine, covering);
    await loaded(engine, without, file("covering.yaml", "bundle: covering"));
    expect(await rows(engine, "MATCH (n:Commodity) RETURN n.id")).toEqual([]);
  });
  test("a claim can't be removed while an edge rests on it", async () => {
    await loaded(engine, covering);
    const text = world.text
      .replace("restsOn: register", "restsOn: rumour")
      .replace("  - {id: register, source: notice, certainty: CONFIRMED}\n", "");
    expect(await problems(engine, { ...world, text })).toEqual([
      expect.stringMatching(/^world\.yaml:1:9: claim:register is no longer in the bundle world.*: covering\./),
    ]);
  });
  test("a record moves to another bundle when both are loaded", async () => {
    const [before, report] = [
      await rows(engine, "MATCH (n:Commodity) RETURN n.name, n.recordedOn"),
      await loaded(engine, without, file("goods.yaml", `bundle: goods\ncommodities:\n${magnets}`)),
    ];
    expect(counts(report)).toEqual({ world: "+0 ~0 =7 -0 | +0 ~0 =3 -0", goods: "+0 ~1 =0 -0 | +0 ~0 =0 -0" });
    expect(await rows(engine, "MATCH (n:Commodity) RETURN n.name, n.recordedOn")).toEqual(before);
    expect(await rows(engine, "MATCH (n:Commodity) RETURN n.bundle")).toEqual([["goods"]]);
  });
  test("records go on under a renamed bundle, once the old name is said to be empty", async () => {
    const renamed = { name: "globe.yaml", text: world.text.replace("bundle: world", "bundle: globe") };
    expect(await problems(engine, renamed)).toHaveLength(8);
    const report = await loaded(engine, renamed, file("world.yaml", "bundle: world"));
    expect(counts(report)).toEqual({ globe: "+0 ~8 =0 -0 | +3 ~0 =0 -0", world: "+0 ~0 =0 -0 | +0 ~0 =0 -3" });
    expect(await rows(engine, "MATCH (n:Node {bundle: $name}) RETURN n.id", { name: "world" })).toEqual([]);
    expect((await edges(engine, "PART_OF")).map((row) => row[6])).toEqual([["globe"]]);
  });
});

describe("bundles", () => {
  const event = (name: string, follows: string) =>
    file(
      `${name}.yaml`,
      `bundle: ${name}\nrestsOn: register\nevents:\n  - {id: ${name}, title: ${name}, kind: CALL, follows: [${follows}]}`,
    );
  test("bundles may be given in any order", async () => {
    await loaded(engine, event("a", "event:b"), event("b", "event:c"), event("c", ""));
    expect((await edges(engine, "FOLLOWS")).map(([from, to]) => [from, to])).toEqual([
      ["event:a", "event:b"],
      ["event:b", "event:c"],
    ]);
  });
  test("bundles may point at each other in circles", async () => {
    const circle = [event("a", "event:b"), event("b", "event:c"), event("c", "event:a"), event("d", "event:a")];
    const report = await loaded(engine, ...circle);
    expect(Object.keys(counts(report))).toEqual(["a", "b", "c", "d"]);
    expect(report.recomputed).toBe(0);
    expect(await edges(engine, "FOLLOWS")).toHaveLength(4);
    expect(counts(await loaded(engine, ...circle)).a).toBe("+0 ~0 =1 -0 | +0 ~0 =1 -0");
  });
  test("a load that was cut off half way is completed by the next one", async () => {
    const chain = [event("a", "event:b"), event("b", "event:c"), event("c", "")];
    let writes = 0;
    const failing = breaking(engine, (work) => {
      writes += 1;
      return writes === 2 ? Promise.reject(new Error("the power went")) : engine.write(work);
    });
    await expect(load(failing, model, chain)).rejects.toThrow("the power went");
    expect(await rows(engine, "MATCH (n:Event) RETURN n.id")).toEqual([["event:c"]]);
    expect(counts(await loaded(engine, ...chain))).toMatchObject({ a: "+1 ~0 =0 -0 | +1 ~0 =0 -0", c: "+0 ~0 =1 -0 | +0 ~0 =0 -0" });
    expect(await edges(engine, "FOLLOWS")).toHaveLength(2);
  });
  test("a bundle whose transaction breaks is not written at all", async () => {
    const before = await everything(engine);
    const failing = breaking(engine, (work) =>
      engine.write(async (transaction) => {
        await work(transaction);
        throw new Error("the power went");
      }),
    );
    await expect(load(failing, model, [event("a", "")])).rejects.toThrow("the power went");
    expect(await everything(engine)).toEqual(before);
  });
  test("a bundle of edges alone is found again, though no node is its own", async () => {
    const links = "bundle: links\nrestsOn: register\nedges:\n  - {from: country:US, edge: partOf, to: CN}\n";
    await loaded(engine, file("links.yaml", links));
    expect(counts(await loaded(engine, file("links.yaml", links)))).toEqual({ links: "+0 ~0 =0 -0 | +0 ~0 =1 -0" });
    expect(counts(await loaded(engine, file("links.yaml", "bundle: links")))).toEqual({ links: "+0 ~0 =0 -0 | +0 ~0 =0 -1" });
  });
  test("a bundle of 3,000 records loads at once, and is unchanged the second time", async () => {
    const events = Array.from(
      { length: 3_000 },
      (_, i) =>
        `  - {id: e${i}, title: Event ${i}, kind: CALL, startedOn: 2025, participants: [US, CN]${i > 0 ? `, follows: e${i - 1}` : ""}}`,
    );
    const many = { name: "many.yaml", text: `bundle: many\nrestsOn: register\nevents:\n${events.join("\n")}\n` };
    const first = await loaded(engine, many);
    expect(counts(first)).toEqual({ many: "+3000 ~0 =0 -0 | +8999 ~0 =0 -0" });
    expect(counts(await loaded(engine, many))).toEqual({ many: "+0 ~0 =3000 -0 | +0 ~0 =8999 -0" });
  });
});
