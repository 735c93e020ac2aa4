import { describe, expect, it } from "vitest";
import type { Listed } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { type Asked, expected, text } from "./timeline-plain.ts";
import { DAYS, isAct, randomWorld, type Thing, type World, worldEngine } from "./world.ts";

interface Found {
  readonly date: string;
  readonly kind: string;
  readonly node: { readonly id: string };
  readonly by: { readonly id: string } | null;
  readonly claims: readonly { readonly id: string }[];
}

interface Nodes {
  readonly nodes: readonly ({ readonly id: string; readonly timeline: Listed<Found> } | null)[];
}

const ENTRIES = "totalCount pageInfo { hasNextPage endCursor } nodes { date kind node { id } by { id } claims { id } }";

const linesOf = (found: readonly Found[]): string[] =>
  found.map(({ date, kind, node, by, claims }) =>
    text({ date, kind, node: node.id, by: by?.id ?? null, claims: claims.map(({ id }) => id) }),
  );

/** What a node's timeline lists, as its description words it. */
function scopeOf(world: World, { id, type }: Thing): Asked {
  if (type === "Country") return { actors: [id] };
  if (type === "Commodity") return { commodities: [id] };
  if (type === "Claim") return { spoken: world.about.filter(({ claim }) => claim === id).map(({ to }) => to) };
  return { measures: [id] };
}

describe("timeline of a node", () => {
  const { fill, ask } = worldEngine();

  let entries = 0;
  const types = new Set<string>();

  it.each(seeds(12, 1))("is what looking at all nodes and edges gives, of every node at once, random graph %i", async (seed) => {
    const random = randomOf(seed + 771);
    const world = randomWorld(seed);
    await fill(world);
    const ids = world.things.map(({ id }) => id);
    const questions: Asked[] = [
      {},
      { kinds: ["ANNOUNCED", "SUSPENDED", "ENDED", "STATEMENT"], direction: "DESC" },
      { from: random.pick(["2025", "2025-03", "2025-06-10"]), to: random.pick(["2025-06", "2025-12-31", "2026"]) },
    ];
    for (const asked of questions) {
      for (const known of [null, random.pick(DAYS)]) {
        const valid = random.pick([null, random.pick(DAYS)]);
        const given = [...(valid ? [`valid: "${valid}"`] : []), ...(known ? [`known: "${known}"`] : [])];
        const asOf = given.length > 0 ? `@asOf(${given.join(", ")})` : "";
        const { nodes } = await ask<Nodes>(
          `query ($ids: [ID!]!, $kinds: [TimelineKind!], $from: PartialDate, $to: PartialDate, $direction: SortDirection! = ASC) ${asOf} {
            nodes(ids: $ids) { id timeline(first: 200, kinds: $kinds, from: $from, to: $to, direction: $direction) { ${ENTRIES} } } }`,
          { ids, ...asked },
        );
        for (const [i, thing] of world.things.entries()) {
          const found = nodes[i];
          if (!found) continue;
          const wanted = expected(world, { ...asked, ...scopeOf(world, thing) }, known, valid);
          expect(linesOf(found.timeline.nodes), `${thing.id} ${asOf}`).toEqual(wanted.map(text));
          expect(found.timeline.totalCount).toBe(wanted.length);
          entries += wanted.length;
          if (wanted.length > 0) types.add(thing.type);
        }
      }
    }
  });

  it.runIf(drawsAll)("are many, of every type", () => {
    expect(entries).toBeGreaterThan(5000);
    expect([...types].sort()).toEqual(["Agreement", "Claim", "Commitment", "Commodity", "Country", "Event", "Measure"]);
  });

  it("is that of the root field, whatever it stands for, and the same in pages", async () => {
    const world = randomWorld(3);
    await fill(world);
    for (const reach of ["EXACT", "BELOW", "ABOVE", "ALL"]) {
      for (const { id, type } of world.things.filter((thing) => thing.type === "Country" || thing.type === "Commodity")) {
        const argument = type === "Country" ? "actors" : "commodities";
        const both = await ask<{ node: { timeline: Listed<Found> }; timeline: Listed<Found> }>(
          `{ node(id: "${id}") { timeline(first: 200, reach: ${reach}) { ${ENTRIES} } } timeline(first: 200, ${argument}: ["${id}"], reach: ${reach}) { ${ENTRIES} } }`,
        );
        expect(linesOf(both.node.timeline.nodes), `${id} ${reach}`).toEqual(linesOf(both.timeline.nodes));
      }
    }
    const all =
      (await ask<Nodes>(`{ nodes(ids: ["country:C0"]) { id timeline(first: 200) { ${ENTRIES} } } }`)).nodes[0]?.timeline.nodes ?? [];
    expect(all.length).toBeGreaterThan(7);
    const pages: Found[] = [];
    for (let after: string | null = null; ; ) {
      const page: Listed<Found> | undefined = (
        await ask<Nodes>(`query ($after: String) { nodes(ids: ["country:C0"]) { id timeline(first: 3, after: $after) { ${ENTRIES} } } }`, {
          after,
        })
      ).nodes[0]?.timeline;
      pages.push(...(page?.nodes ?? []));
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(linesOf(pages)).toEqual(linesOf(all));
  });

  it("lists what a source's claims are about, as far as they were known", async () => {
    const world: World = {
      things: ["m0", "m1"].map((key) => ({
        id: `measure:${key}`,
        type: "Measure",
        date: "2025-03-01",
        recordedOn: null,
        values: { kind: "TARIFF" },
      })),
      links: [],
      about: [],
      contradicts: [],
    };
    await fill(world);
    expect(world.things.every(isAct)).toBe(true);
  });
});
