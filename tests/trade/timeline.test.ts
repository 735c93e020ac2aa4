import { describe, expect, it } from "vitest";
import type { Listed } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { type Asked, ENTRY, expected, type Found, linesOf, text } from "./timeline-plain.ts";
import { DAYS, randomWorld, type World, worldEngine } from "./world.ts";

interface Answer {
  readonly timeline: Listed<Found>;
}

describe("timeline", () => {
  const { fill, ask, wiped } = worldEngine();

  const queryOf = (
    asOf: string,
  ) => `query ($actors: [ID!], $commodities: [ID!], $measures: [ID!], $kinds: [TimelineKind!], $from: PartialDate, $to: PartialDate,
    $first: Int, $after: String, $direction: SortDirection! = ASC) ${asOf} {
    timeline(actors: $actors, commodities: $commodities, measures: $measures, kinds: $kinds, from: $from, to: $to, first: $first, after: $after, direction: $direction) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${ENTRY} }
    } }`;

  let entries = 0;

  it.each(seeds(15, 1))("is what looking at all nodes and edges gives, random graph %i", async (seed) => {
    const random = randomOf(seed + 77);
    const world = randomWorld(seed);
    await fill(world);
    const questions: Asked[] = [
      {},
      { kinds: ["ANNOUNCED", "SUSPENDED", "ENDED", "STATEMENT", "LICENCE"] },
      { from: random.pick(["2025", "2025-03", "2025-06-10"]), to: random.pick(["2025-06", "2025-12-31", "2026"]) },
      { actors: [random.pick(["country:C0", "country:C1"])] },
      { commodities: [random.pick(["commodity:k1", "commodity:k2"])], from: "2025-03" },
      { measures: [random.pick(["measure:m0", "measure:m2"]), "measure:m1"] },
      { actors: ["country:C0", "country:C2"], commodities: ["commodity:k0", "commodity:k1"] },
      { measures: ["measure:m2", "measure:m3"], actors: ["country:C0", "country:C1", "country:C2"], to: "2025-12" },
    ];
    for (const asked of questions) {
      for (const known of [null, random.pick(DAYS)]) {
        const valid = random.pick([null, random.pick(DAYS)]);
        const direction = random.pick(["ASC", "DESC"]);
        const given = [...(valid ? [`valid: "${valid}"`] : []), ...(known ? [`known: "${known}"`] : [])];
        const asOf = given.length > 0 ? `@asOf(${given.join(", ")})` : "";
        const { timeline }: Answer = await ask<Answer>(queryOf(asOf), { ...asked, direction, first: 200 });
        const wanted = expected(world, { ...asked, direction }, known, valid);
        expect(linesOf(timeline.nodes)).toEqual(wanted.map(text));
        expect(timeline.totalCount).toBe(wanted.length);
        entries += wanted.length;
      }
    }
  });

  it.runIf(drawsAll)("are many", () => expect(entries).toBeGreaterThan(1000));

  /** A world of some nodes and edges, each `from TYPE to since until`. */
  const worldOf = (ids: readonly string[], edges: readonly string[], date: string): World => ({
    things: ids.map((id) => {
      const type = id.startsWith("measure") ? "Measure" : "Country";
      return { id, type, date: type === "Measure" ? date : null, recordedOn: null, values: type === "Measure" ? { kind: "TARIFF" } : {} };
    }),
    links: edges.map((edge) => {
      const [from = "", type = "", to = "", since = null, until = null] = edge.split(" ").map((part) => (part === "-" ? null : part));
      return { from: from ?? "", type: type ?? "", to: to ?? "", since, until, recordedOn: null, claims: [], evidence: [], key: edge };
    }),
    about: [],
    contradicts: [],
  });
  const nodesOf = async (args: string): Promise<string[]> =>
    (await ask<{ timeline: Listed<{ node: { id: string } }> }>(`{ timeline(${args}) { nodes { node { id } } } }`)).timeline.nodes.map(
      (n) => n.node.id,
    );

  it("leaves out what spares an actor, whom a bloc had on other days, and edges that were over", async () => {
    const measures = ["hits", "spares", "hits-left", "hit-before", "will-hit"].map((key) => `measure:${key}`);
    const edges = [
      "measure:hits TARGETS country:FR",
      "measure:spares EXEMPTS country:EU",
      "measure:hits-left TARGETS country:GB",
      "measure:hit-before TARGETS country:EU - 2025-06-02",
      "measure:will-hit TARGETS country:EU 2025-07-01",
      "country:GB PART_OF country:EU 1973-01-01 2020-01-31",
      "country:FR PART_OF country:EU 1958-01-01",
    ];
    const ids = [...measures, "country:EU", "country:FR", "country:GB"];
    await fill(worldOf(ids, edges, "2025-06-03"));
    const ofTheEu = 'actors: ["country:EU"], from: "2025-06-03", to: "2025-06-04"';
    expect(await nodesOf(ofTheEu)).toEqual(["measure:hits", "measure:will-hit"]);
    expect(await nodesOf('actors: ["country:GB"]')).toEqual(["measure:hits-left"]);
    await wiped();
    await fill(worldOf(ids, edges, "2020-01"));
    // In January 2020 it was a member, at least until the last day; nothing was over yet.
    expect(await nodesOf('actors: ["country:EU"]')).toEqual([
      "measure:hit-before",
      "measure:hits",
      "measure:hits-left",
      "measure:will-hit",
    ]);
  });

  it("leaves out what an actor only supports or opposes, unless the act has to do with it in another way", async () => {
    const measures = ["fought", "fought-and-aimed", "praised", "praised-and-imposed"].map((key) => `measure:${key}`);
    const edges = [
      "country:US SUPPORTS measure:praised 2025-06-03",
      "country:US OPPOSES measure:fought",
      "country:US SUPPORTS measure:praised-and-imposed",
      "measure:praised-and-imposed IMPOSED_BY country:US",
      "country:US OPPOSES measure:fought-and-aimed",
      "measure:fought-and-aimed TARGETS country:US",
    ];
    await fill(worldOf([...measures, "country:US"], edges, "2025-06-03"));
    expect(await nodesOf("first: 200")).toEqual(measures);
    const ofTheUs = ["measure:fought-and-aimed", "measure:praised-and-imposed"];
    for (const reach of ["EXACT", "BELOW", "ABOVE", "ALL"])
      expect(await nodesOf(`actors: ["country:US"], reach: ${reach}`), reach).toEqual(ofTheUs);
    expect(await nodesOf('actors: ["country:US"], measures: ["measure:fought", "measure:praised"]')).toEqual([]);
  });

  it("follows parts of measures to the end, and cycles of them", async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `measure:p${i + 10}`);
    const chain = ids.slice(1).map((id, i) => `${id} PART_OF ${ids[i]}`);
    await fill(worldOf(ids, [...chain, `${ids[0]} PART_OF ${ids[11]}`], "2025-06-03"));
    expect(await nodesOf(`measures: ["${ids[0]}"]`)).toEqual(ids);
  });

  it.each(["ASC", "DESC"])("is the same in pages, %s", async (direction) => {
    const world = randomWorld(3);
    await fill(world);
    const all = linesOf((await ask<Answer>(queryOf(""), { first: 200, direction })).timeline.nodes);
    expect(all.length).toBeGreaterThan(30);
    const pages: string[] = [];
    for (let after: string | null = null; ; ) {
      const { timeline }: Answer = await ask<Answer>(queryOf(""), { first: 7, after, direction });
      pages.push(...linesOf(timeline.nodes));
      if (!timeline.pageInfo.hasNextPage) break;
      after = timeline.pageInfo.endCursor;
    }
    expect(pages).toEqual(all);
  });
});
