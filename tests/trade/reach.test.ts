import { describe, expect, it } from "vitest";
import { byThen } from "../support/dates.ts";
import type { Listed } from "../support/empty-engine.ts";
import { seeds } from "../support/seeds.ts";
import { DAYS, type Day, type Link, randomWorld, type World, worldEngine } from "./world.ts";

const REACHES = ["EXACT", "BELOW", "ABOVE", "ALL"] as const;
type Reach = (typeof REACHES)[number];

/** Some hierarchies more than a random world has, three levels high; without dates, so that every day sees the same. */
function world(seed: number): World {
  const random = randomWorld(seed);
  const partOf = (from: string, to: string, recordedOn: Day): Link => ({
    ...{ type: "PART_OF", from, to, since: null, until: null, recordedOn, claims: [], evidence: [] },
    key: `${from}|PART_OF|${to}|`,
  });
  const links = random.links.filter(({ type }) => type !== "PART_OF");
  const hierarchies = [
    partOf("country:C3", "country:C1", null),
    partOf("country:C2", "country:C1", "2025-03-01"),
    partOf("country:C1", "country:C0", null),
    partOf("commodity:k3", "commodity:k1", null),
    partOf("commodity:k1", "commodity:k0", null),
    partOf("measure:m5", "measure:m2", null),
  ];
  return { ...random, links: [...links, ...hierarchies] };
}

/** The ids that some ids stand for. Parts of measures are no members of theirs. */
function standingFor({ links }: World, ids: readonly string[], reach: Reach, known: Day): string[] {
  const steps = links.filter((l) => l.type === "PART_OF" && !l.from.startsWith("measure:") && byThen(l.recordedOn, known));
  const below = (id: string): string[] => [id, ...steps.flatMap((l) => (l.to === id ? below(l.from) : []))];
  const above = (id: string): string[] => [id, ...steps.flatMap((l) => (l.from === id ? above(l.to) : []))];
  const down = reach === "BELOW" || reach === "ALL" ? ids.flatMap(below) : [];
  const up = reach === "ABOVE" || reach === "ALL" ? ids.flatMap(above) : [];
  return [...new Set([...ids, ...down, ...up])];
}

describe("reach", () => {
  const { fill, ask } = worldEngine();

  /** Asks with ids that reach, and with all that they stand for by themselves; the answers must be the same. Returns how many entries they have. */
  async function agrees(graph: World, asked: Readonly<Record<string, readonly string[]>>, reach: Reach | null, field: string, known: Day) {
    const write = (ids: Readonly<Record<string, readonly string[]>>, how: string) =>
      `${field.replace("(", `(${Object.entries(ids).map(([name, of]) => `${name}: ${JSON.stringify(of)}`)}, ${how}, first: 200, `)}`;
    const alone = Object.fromEntries(
      Object.entries(asked).map(([name, ids]) => [
        name,
        standingFor(graph, ids, reach ?? (field.startsWith("timeline") ? "BELOW" : "EXACT"), known),
      ]),
    );
    const given = await ask<Readonly<Record<"a" | "b", Listed<unknown>>>>(
      `query ${known ? `@asOf(known: "${known}")` : ""} { a: ${write(asked, reach ? `reach: ${reach}` : "")} b: ${write(alone, "reach: EXACT")} }`,
    );
    expect(given.a, `${JSON.stringify(asked)} ${reach} ${known}`).toEqual(given.b);
    expect(given.a.totalCount).toBe(given.a.nodes.length);
    return Number(given.a.totalCount);
  }

  const TIMELINE = "timeline() { totalCount nodes { date kind node { id } by { id } } }";
  const RELATIONSHIPS = "relationships() { totalCount nodes { type from { id } to { id } since } }";
  const CHANGES = `changes(from: "2024-12-31", to: "2026-02-02") { totalCount nodes { node { id } kind date field relationship { type from { id } to { id } } } }`;

  it.each(seeds(4, 0))("of timeline, relationships and changes means the ids that it stands for, random graph %i", async (seed) => {
    const graph = world(seed);
    await fill(graph);
    const found = new Map<string, number>();
    for (const reach of [null, ...REACHES]) {
      for (const known of [null, DAYS[2] ?? null]) {
        for (const country of ["country:C0", "country:C1", "country:C2"]) {
          const sizes = [
            await agrees(graph, { actors: [country] }, reach, TIMELINE, known),
            await agrees(graph, { actors: [country], commodities: ["commodity:k1"] }, reach, TIMELINE, known),
            await agrees(graph, { from: ["measure:m2", country] }, reach, RELATIONSHIPS, known),
            await agrees(graph, { to: [country, "commodity:k0"] }, reach, RELATIONSHIPS, known),
            await agrees(graph, { from: ["measure:m1", "measure:m2"], to: [country] }, reach, RELATIONSHIPS, known),
            await agrees(graph, { about: [country, "measure:m2"] }, reach, CHANGES, known),
          ];
          if (known === null)
            found.set(
              `${country} ${reach}`,
              sizes.reduce((a, b) => a + b, 0),
            );
        }
      }
    }
    // The middle one of three: each way finds more than it does by itself.
    const of = (reach: Reach) => found.get(`country:C1 ${reach}`) ?? 0;
    expect(of("ALL")).toBeGreaterThan(Math.max(of("BELOW"), of("ABOVE")));
    expect(Math.min(of("BELOW"), of("ABOVE"))).toBeGreaterThan(of("EXACT"));
  });

  it("of a measure with parts in a timeline goes through parts of parts, as many as there are", async () => {
    const graph = world(5);
    const chain = Array.from({ length: 9 }, (_, i) => `measure:part${i}`);
    const part = graph.things.find(({ type }) => type === "Measure");
    if (!part) throw new Error("A random world has measures.");
    const things = chain.map((id) => ({ ...part, id, date: "2025-05-05", recordedOn: null, values: { kind: "TARIFF" } }));
    const wholes = ["measure:m0", ...chain.slice(0, -1)];
    const links = chain.map((from, i): Link => {
      const to = wholes[i] ?? "";
      return {
        type: "PART_OF",
        from,
        to,
        since: null,
        until: null,
        recordedOn: null,
        claims: [],
        evidence: [],
        key: `${from}|PART_OF|${to}|`,
      };
    });
    await fill({ ...graph, things: [...graph.things, ...things], links: [...graph.links, ...links] });
    const { timeline } = await ask<{ timeline: Listed<{ node: { id: string } }> }>(
      `{ timeline(measures: ["measure:m0"], kinds: [ANNOUNCED], first: 200) { nodes { node { id } } } }`,
    );
    const ids = timeline.nodes.map(({ node }) => node.id);
    expect(ids).toEqual(expect.arrayContaining(chain));
  });
});
