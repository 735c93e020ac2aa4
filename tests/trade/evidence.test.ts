import { describe, expect, it } from "vitest";
import { byThen } from "../compile/dates.ts";
import type { Listed } from "../compile/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { DAYS, type Day, type Link, randomWorld, type Thing, type World, worldEngine } from "./world.ts";

const { fill, ask } = worldEngine();

describe("relationships", () => {
  /** How many sources an edge rests on, as known on a day, and whether one is official. */
  const weigh = (link: Link, known: Day) => {
    const sources = link.evidence.map((e) => e.split("|")).filter(([, day = ""]) => known === null || day <= known);
    return { sourceCount: sources.length, official: sources.some(([official]) => official === "1") };
  };
  const there = (world: World, link: Link, known: Day) =>
    byThen(link.recordedOn, known) &&
    [link.from, link.to].every((id) => byThen(world.things.find((t) => t.id === id)?.recordedOn ?? null, known));

  it.each([...Array(8).keys()])("relationships are all dated edges, with the number of their sources, random graph %i", async (seed) => {
    const random = randomOf(seed);
    const world = randomWorld(seed);
    await fill(world);
    for (const known of [null, random.pick(DAYS), random.pick(DAYS)]) {
      const weighed = world.links.filter((l) => there(world, l, known)).map((l) => ({ ...l, ...weigh(l, known) }));
      const list = async (args: string) => {
        const { relationships } = await ask<{ relationships: Listed<Found> }>(
          `query ${known ? `@asOf(known: "${known}")` : ""} { relationships(first: 200${args}) { totalCount nodes { type from { id } to { id } since until recordedOn sourceCount official claims { id } } } }`,
        );
        expect(relationships.totalCount).toBe(relationships.nodes.length);
        return relationships.nodes.map(({ claims, from, to, ...edge }) => ({
          ...edge,
          from: from.id,
          to: to.id,
          claims: claims.map((c) => c.id),
        }));
      };
      const wanted = (keep: (link: (typeof weighed)[number]) => boolean) =>
        weighed
          .filter(keep)
          .sort((a, b) => (a.key < b.key ? -1 : 1))
          .map(({ type, from, to, since, until, recordedOn, sourceCount, official, claims }) => ({
            type,
            since,
            until,
            recordedOn,
            sourceCount,
            official,
            from,
            to,
            claims: [...claims].filter((c) => byThen((world.things.find((t) => t.id === c) as Thing).recordedOn, known)).sort(),
          }));
      expect(await list("")).toEqual(wanted(() => true));
      expect(await list(", types: [SUSPENDS, TARGETS]")).toEqual(wanted((l) => ["SUSPENDS", "TARGETS"].includes(l.type)));
      expect(await list(', from: ["measure:m0", "measure:m1", "measure:m0"]')).toEqual(
        wanted((l) => ["measure:m0", "measure:m1"].includes(l.from)),
      );
      expect(await list(', to: ["measure:m0"]')).toEqual(wanted((l) => l.to === "measure:m0"));
      expect(await list(', from: ["measure:m0", "event:e1"], to: ["measure:m0", "country:C1", "measure:m1"]')).toEqual(
        wanted((l) => ["measure:m0", "event:e1"].includes(l.from) && ["measure:m0", "country:C1", "measure:m1"].includes(l.to)),
      );
      // A single unofficial source.
      expect(await list(", edge: {evidence: {minSources: 1, maxSources: 1, official: false}}")).toEqual(
        wanted((l) => l.sourceCount === 1 && !l.official),
      );
      expect(await list(", edge: {evidence: {official: true}}")).toEqual(wanted((l) => l.official));
      expect(await list(", edge: {evidence: {minSources: 2}}")).toEqual(wanted((l) => l.sourceCount >= 2));
    }
  });

  it("relationships come in the order asked for, in pages", async () => {
    const world = randomWorld(2);
    await fill(world);
    const keys: string[] = [];
    for (let after = ""; ; ) {
      const { relationships } = await ask<Pages>(
        `{ relationships(first: 7, orderBy: [{field: SINCE, direction: DESC}]${after}) { edges { cursor node { type from { id } to { id } since } } pageInfo { hasNextPage } } }`,
      );
      for (const { node } of relationships.edges) keys.push(`${node.from.id}|${node.type}|${node.to.id}|${node.since ?? ""}`);
      if (!relationships.pageInfo.hasNextPage) break;
      after = `, after: "${relationships.edges.at(-1)?.cursor}"`;
    }
    const down = (a: Link, b: Link) =>
      a.since === b.since ? 0 : a.since === null ? 1 : b.since === null ? -1 : a.since < b.since ? 1 : -1;
    expect(keys).toEqual([...world.links].sort((a, b) => down(a, b) || (a.key < b.key ? -1 : 1)).map((l) => l.key));
  });
});

describe("disagreements", () => {
  /** Every pair, by looking at all claims: said in so many words, or by the values they give. */
  function expected(world: World, known: Day): string[] {
    const claims = new Map(world.things.filter((t) => t.type === "Claim").map((t) => [t.id, t]));
    const heard = (id: string) => byThen(claims.get(id)?.recordedOn ?? null, known);
    const least = (texts: readonly (string | null)[]) => [...texts].filter((t) => t !== null).sort()[0] ?? null;
    const of = (claim: string, to: string) => world.about.filter((a) => a.claim === claim && a.to === to);
    const line = (to: string, field: string | null, sides: readonly (readonly [string, string | null])[]) => {
      const ordered = [...sides].sort(([a], [b]) => {
        const [x, y] = [a, b].map((id) => claims.get(id)?.recordedOn ?? "~") as [string, string];
        return x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1;
      });
      return `${to} ${field} ${ordered.map(([id, value]) => `${id}=${value}`).join(" ")}`;
    };
    const lines = new Set<string>();
    const there = (to: string) => byThen(world.things.find((t) => t.id === to)?.recordedOn ?? null, known);
    for (const [a, b] of world.contradicts.filter(([a, b]) => heard(a) && heard(b))) {
      for (const to of new Set(world.about.filter((x) => x.claim === a || x.claim === b).map((x) => x.to))) {
        if (!there(to)) continue;
        const sides = ([a, b] as const).map((id) => of(id, to));
        const fields = [a, b].sort().map((id) => least(of(id, to).map((x) => x.field)));
        const field = fields[0] ?? fields[1] ?? null;
        const values = ([a, b] as const).map(
          (id, i) => [id, (sides[i] ?? []).find((x) => field !== null && x.field === field)?.value ?? null] as const,
        );
        lines.add(line(to, field, values));
      }
    }
    for (const x of world.about) {
      for (const y of world.about) {
        if (x.claim >= y.claim || x.to !== y.to || x.field !== y.field || x.field === null || x.field === "status") continue;
        if (x.value === null || y.value === null || x.value === y.value || !heard(x.claim) || !heard(y.claim) || !there(x.to)) continue;
        lines.add(
          line(x.to, x.field, [
            [x.claim, x.value],
            [y.claim, y.value],
          ]),
        );
      }
    }
    return [...lines].sort();
  }

  it.each([...Array(20).keys()])("disagreements are all pairs of claims that contradict each other, random graph %i", async (seed) => {
    const random = randomOf(seed);
    const world = randomWorld(seed);
    await fill(world);
    for (const known of [null, random.pick(DAYS)]) {
      const list = async (args: string) => {
        const { disagreements } = await ask<{ disagreements: Listed<Pair> }>(
          `query ${known ? `@asOf(known: "${known}")` : ""} { disagreements(first: 200${args}) { totalCount nodes { about { id } field positions { value claim { id } } } } }`,
        );
        expect(disagreements.totalCount).toBe(disagreements.nodes.length);
        return disagreements.nodes
          .map((d) => `${d.about.id} ${d.field} ${d.positions.map((p) => `${p.claim.id}=${p.value}`).join(" ")}`)
          .sort();
      };
      const all = expected(world, known);
      expect(await list("")).toEqual(all);
      const ids = ["measure:m1", "measure:m2", "commitment:c0"];
      expect(await list(`, about: ${JSON.stringify([...ids, "measure:m1"])}`)).toEqual(
        all.filter((l) => ids.includes(l.split(" ")[0] ?? "")),
      );
      expect(await list(', fields: ["title"]')).toEqual(all.filter((l) => l.split(" ")[1] === "title"));
    }
  });
});

interface Found {
  claims: { id: string }[];
  from: { id: string };
  to: { id: string };
}

/** Relationships in pages. */
interface Pages {
  relationships: {
    edges: { cursor: string; node: { type: string; from: { id: string }; to: { id: string }; since: string | null } }[];
    pageInfo: { hasNextPage: boolean };
  };
}

interface Pair {
  about: { id: string };
  field: string | null;
  positions: { value: string | null; claim: { id: string } }[];
}
