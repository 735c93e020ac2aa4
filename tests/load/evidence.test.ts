import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { openTestEngine } from "../support/engine.ts";
import { counts, edges, ends, episode, everything, file, loaded, problems, rows, world } from "./support.ts";

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openTestEngine();
  await loaded(engine, world);
});
afterEach(() => engine.close());

describe("an edge that several bundles state", () => {
  test("an edge that two bundles state has the claims of both, and is as sure as the surest", async () => {
    await loaded(engine, ends("a", "rumour"));
    expect((await edges(engine, "PART_OF")).at(-1)).toEqual([
      "agency:mofcom",
      "country:US",
      null,
      "ALLEGED",
      "2025-04-09",
      ["claim:rumour"],
      ["a"],
    ]);
    expect(counts(await loaded(engine, ends("b", "register")))).toEqual({ b: "+0 ~0 =0 -0 | +2 ~0 =0 -0" });
    expect((await edges(engine, "PART_OF")).at(-1)).toEqual([
      "agency:mofcom",
      "country:US",
      null,
      "CONFIRMED",
      "2025-04-04",
      ["claim:rumour", "claim:register"],
      ["a", "b"],
    ]);
  });
  test("a shared edge is the same whether its bundles come together or one by one, in any order", async () => {
    await loaded(engine, ends("a", "rumour", ", certainty: INFERRED"), ends("b", "register", ", until: 2026"));
    const together = await everything(engine);
    await loaded(engine, file("a.yaml", "bundle: a"), file("b.yaml", "bundle: b"));
    await loaded(engine, ends("b", "register", ", until: 2026"));
    await loaded(engine, ends("a", "rumour", ", certainty: INFERRED"));
    expect(await everything(engine)).toEqual(together);
    expect(counts(await loaded(engine, ends("a", "rumour", ", certainty: INFERRED")))).toEqual({ a: "+0 ~0 =0 -0 | +0 ~0 =2 -0" });
  });
  test("a shared edge loses what a bundle said when that bundle leaves, and goes with the last", async () => {
    await loaded(engine, ends("a", "rumour"), ends("b", "register", ", note: from B"));
    await loaded(engine, file("b.yaml", "bundle: b"));
    expect(await rows(engine, "MATCH (:Agency)-[r:PART_OF]->(:Country {id: $id}) RETURN properties(r)", { id: "country:US" })).toEqual([
      [
        {
          bundles: ["a"],
          claims: ["claim:rumour"],
          certainty: "ALLEGED",
          evidence: ["0|2025-04-09"],
          recordedOn: "2025-04-09",
        },
      ],
    ]);
    await loaded(engine, file("a.yaml", "bundle: a"));
    expect((await edges(engine, "PART_OF")).map(([, to]) => to)).toEqual(["country:CN"]);
  });
  test("a bundle that disagrees on an edge with one in the graph is refused", async () => {
    await loaded(engine, ends("a", "rumour", ", until: 2025"));
    expect(await problems(engine, ends("b", "register", ", until: 2026"))).toEqual([
      'b.yaml:3:76: The bundle a states the same edge with until "2025", this one with "2026".',
    ]);
  });
});

describe("how sure an edge was, by the days on which that changed", () => {
  const more = file(
    "more.yaml",
    `
    bundle: more
    sources:
      - {id: april, title: April, publishedOn: 2025-04-20, reliability: PRESS}
      - {id: may, title: May, publishedOn: 2025-05, reliability: PRESS}
      - {id: undated, title: Undated, reliability: PRESS}
    claims:
      - {id: april, source: april, certainty: REPORTED}
      - {id: may, source: may, certainty: CONFIRMED}
      - {id: guess, source: may, certainty: INFERRED}
      - {id: undated, source: undated, certainty: REPORTED}
      - {id: undated-guess, source: undated, certainty: INFERRED}
  `,
  );
  // The rumour is ALLEGED, of 9 April.
  test.each<[string, readonly string[], string, string, string[] | null]>([
    ["one claim", ["rumour"], "", "ALLEGED", null],
    ["a surer claim of later", ["rumour, april"], "", "REPORTED", ["2025-04-09|ALLEGED", "2025-04-20|REPORTED"]],
    ["two surer claims", ["may, rumour, april"], "", "CONFIRMED", ["2025-04-09|ALLEGED", "2025-04-20|REPORTED", "2025-05|CONFIRMED"]],
    ["a less sure claim of later", ["rumour, guess"], "", "ALLEGED", null],
    ["an undated claim, which is always known", ["rumour, undated"], "", "REPORTED", null],
    ["undated claims alone", ["undated-guess, undated"], "", "REPORTED", null],
    ["a less sure undated claim", ["undated-guess, rumour, april"], "", "REPORTED", ["2025-04-09|ALLEGED", "2025-04-20|REPORTED"]],
    ["a certainty that the record states", ["rumour, april"], ", certainty: INFERRED", "INFERRED", null],
    ["a surer claim of another bundle", ["rumour", "april"], "", "REPORTED", ["2025-04-09|ALLEGED", "2025-04-20|REPORTED"]],
    [
      "a certainty that a later bundle states",
      ["rumour", "april"],
      ", certainty: FORECAST",
      "FORECAST",
      ["2025-04-09|ALLEGED", "2025-04-20|FORECAST"],
    ],
    ["a certainty that a later bundle states as it was", ["rumour", "may"], ", certainty: ALLEGED", "ALLEGED", null],
  ])("an edge that rests on %s", async (_, claims, stated, certainty, steps) => {
    await loaded(engine, more);
    const files = claims.map((some, i) => ends(`b${i}`, some, i === claims.length - 1 ? stated : ""));
    await loaded(engine, ...files);
    const text = "MATCH (:Agency)-[r:PART_OF]->(:Country {id: 'country:US'}) RETURN r.certainty, r.certainties";
    expect(await rows(engine, text)).toEqual([[certainty, steps]]);
    // One by one they give the same, and what leaves is forgotten.
    await loaded(engine, ...files.map(({ name }) => file(name, `bundle: ${name.replace(".yaml", "")}`)));
    for (const one of files.toReversed()) await loaded(engine, one);
    expect(await rows(engine, text)).toEqual([[certainty, steps]]);
  });
  test("the steps follow the date of a source of another bundle", async () => {
    await loaded(engine, more);
    await loaded(engine, ends("a", "rumour, april"));
    await loaded(engine, { ...more, text: more.text.replace("2025-04-20", "2025-04-30") });
    expect(await rows(engine, "MATCH (:Agency)-[r:PART_OF]->(:Country {id: 'country:US'}) RETURN r.certainties")).toEqual([
      [["2025-04-09|ALLEGED", "2025-04-30|REPORTED"]],
    ]);
  });
});

describe("evidence", () => {
  const claimed = (to: string) => rows(engine, "MATCH (n:Node {id: $to}) RETURN n.recordedOn", { to });
  test("claims are dated by their source, nodes and edges by their earliest claim", async () => {
    await loaded(engine, episode("[US]"));
    expect(await claimed("claim:m-1")).toEqual([["2025-04-09"]]);
    expect(await claimed("measure:m")).toEqual([["2025-04-09"]]);
    expect(await claimed("country:US")).toEqual([[null]]);
    expect(await edges(engine, "TARGETS")).toEqual([
      ["measure:m", "country:US", null, "REPORTED", "2025-04-09", ["claim:m-1"], ["episode"]],
    ]);
  });
  test("dates are recomputed in other bundles when the date of a source changes", async () => {
    await loaded(engine, episode("[US]"));
    const later = { ...world, text: world.text.replace("2025-04-09", "2025-04-12") };
    const report = await loaded(engine, later);
    expect(counts(report)).toEqual({ world: "+0 ~1 =7 -0 | +0 ~0 =3 -0" });
    // Two claims of the paper, the measure, and the edge to the United States.
    expect(report.recomputed).toBe(4);
    expect(await claimed("claim:m-1")).toEqual([["2025-04-12"]]);
    expect(await claimed("measure:m")).toEqual([["2025-04-12"]]);
    expect((await edges(engine, "TARGETS")).map((row) => row[4])).toEqual(["2025-04-12"]);
    expect((await loaded(engine, later, episode("[US]"))).recomputed).toBe(0);
  });
  test("nodes and edges have no date where the source has none", async () => {
    await loaded(engine, episode("[US]"));
    await loaded(engine, { ...world, text: world.text.replace(", publishedOn: 2025-04-09", "") });
    expect(await claimed("measure:m")).toEqual([[null]]);
    expect((await edges(engine, "TARGETS")).map((row) => row[4])).toEqual([null]);
  });
  test("edges of other bundles become surer when their claim becomes surer", async () => {
    await loaded(engine, ends("a", "rumour"));
    await loaded(engine, { ...world, text: world.text.replace("ALLEGED", "REPORTED") });
    expect((await edges(engine, "PART_OF")).at(-1)?.[3]).toBe("REPORTED");
  });
  test("an earlier claim of a second bundle dates a node earlier, until that bundle leaves", async () => {
    await loaded(engine, episode("[US]"));
    await loaded(engine, file("more.yaml", "bundle: more\nclaims:\n  - {id: more, source: notice, certainty: REPORTED, about: measure:m}"));
    expect(await claimed("measure:m")).toEqual([["2025-04-04"]]);
    await loaded(engine, file("more.yaml", "bundle: more"));
    expect(await claimed("measure:m")).toEqual([["2025-04-09"]]);
  });
  test("a claim named on an edge is about that edge", async () => {
    await loaded(engine, ends("a", "rumour"));
    expect(await rows(engine, "MATCH (c:Claim)-[r:ABOUT]->(n:Node) RETURN c.id, n.id, r.field, r.value")).toEqual([
      ["claim:rumour", "agency:mofcom", "partOf", "country:US"],
    ]);
  });
});
