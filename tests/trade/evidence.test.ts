import { describe, expect, it } from "vitest";
import { byThen, daysOf } from "../support/dates.ts";
import type { Listed } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { DAYS, type Day, type Link, randomWorld, type Thing, type World, worldEngine } from "./world.ts";

const { fill, ask, noted } = worldEngine();

describe("relationships", () => {
  /** How many sources an edge rests on, as known on a day, and whether one is official. */
  const weigh = (link: Link, known: Day) => {
    const sources = link.evidence.map((e) => e.split("|")).filter(([, day = ""]) => known === null || day <= known);
    return { sourceCount: sources.length, official: sources.some(([official]) => official === "1") };
  };
  const there = (world: World, link: Link, known: Day, valid: Day) => {
    const ends = world.things.filter((t) => t.id === link.from || t.id === link.to);
    const isHeld = byThen(link.since, valid) && (link.until === null || valid === null || daysOf(link.until)[1] >= valid);
    return isHeld && byThen(link.recordedOn, known) && ends.every((t) => byThen(t.recordedOn, known) && byThen(t.date, valid));
  };

  it.each(seeds(8))("are all dated edges, weighed by their sources, random graph %i", async (seed) => {
    const random = randomOf(seed);
    const world = randomWorld(seed);
    await fill(world);
    for (const known of [null, random.pick(DAYS), random.pick(DAYS)]) {
      const valid = random.pick([null, random.pick(DAYS)]);
      const given = [...(known ? [`known: "${known}"`] : []), ...(valid ? [`valid: "${valid}"`] : [])];
      const weighed = world.links.filter((l) => there(world, l, known, valid)).map((l) => ({ ...l, ...weigh(l, known) }));
      const list = async (args: string) => {
        const { relationships } = await ask<{ relationships: Listed<Found> }>(
          `query ${given.length > 0 ? `@asOf(${given.join(", ")})` : ""} { relationships(first: 200${args}) { totalCount nodes { type from { id } to { id } since until recordedOn sourceCount official claims { id } } } }`,
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

  it("come in the order asked for, in pages", async () => {
    const world = randomWorld(2);
    await fill(world);
    const keys: string[] = [];
    for (let after = ""; ; ) {
      const { relationships } = await ask<{ relationships: Page }>(
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

/** A side of a disagreement: a claim, or the record itself, and the value it gives. */
interface Side {
  readonly claim: string | null;
  readonly value: string | null;
}

describe("disagreements", () => {
  /** Every row in its order, by looking at all claims, as the schema words it. */
  function expected(world: World, known: Day, valid: Day): string[] {
    const isHeld = (l: Link) => byThen(l.since, valid) && (l.until === null || valid === null || daysOf(l.until)[1] >= valid);
    const dayOf = (id: string) => world.things.find((t) => t.id === id)?.recordedOn ?? null;
    const isKnown = (id: string) => byThen(dayOf(id), known);
    const claims = world.things.filter((t) => t.type === "Claim" && isKnown(t.id)).map((t) => t.id);
    const least = (texts: readonly (string | null)[]) => texts.filter((t) => t !== null).sort()[0] ?? null;
    const said = (claim: string, to: string) => world.about.filter((a) => a.claim === claim && a.to === to);
    const valuesOf = (claim: string, to: string, field: string) =>
      said(claim, to).flatMap((a) => (a.field === field && a.value !== null ? [a.value] : []));
    const contains = (a: string, b: string) => b.startsWith(a);
    const agree = (field: string, a: string, b: string) =>
      a === b ||
      (field.toLowerCase().endsWith("rate") && Number(a) === Number(b)) ||
      (["announcedOn", "inForceFrom"].includes(field) && (contains(a, b) || contains(b, a)));
    const disagree = (field: string, some: readonly string[], others: readonly string[]) =>
      field !== "status" && some.length > 0 && others.length > 0 && !some.some((a) => others.some((b) => agree(field, a, b)));

    const lines: { at: string; line: string }[] = [];
    const add = (to: string, field: string, one: Side, other: Side) => {
      const published = ({ claim }: Side) => (claim === null ? "~~" : `${dayOf(claim) ?? "~"} ${claim}`);
      const ordered = [one, other].sort((a, b) => (published(a) < published(b) ? -1 : 1));
      const line = `${to} ${field || null} ${ordered.map(({ claim, value }) => `${claim}=${value}`).join(" ")}`;
      lines.push({ at: `${to} ${field} ${one.claim ?? "~"} ${other.claim ?? "~"}`, line });
    };
    for (const thing of world.things.filter((t) => t.type !== "Claim" && isKnown(t.id) && byThen(t.date, valid))) {
      const to = thing.id;
      for (const one of claims) {
        for (const other of claims.filter((c) => c > one && said(one, to).length > 0 && said(c, to).length > 0)) {
          const named = (claim: string) => said(claim, to).flatMap((a) => a.field ?? []);
          const common = [...new Set(named(one))].filter((f) => named(other).includes(f));
          const inWords = world.contradicts.some((pair) => pair.includes(one) && pair.includes(other));
          const rows = common.filter((f) => inWords || disagree(f, valuesOf(one, to, f), valuesOf(other, to, f)));
          for (const field of inWords && common.length === 0 ? [""] : rows) {
            const side = (claim: string): Side => ({ claim, value: least(valuesOf(claim, to, field)) });
            add(to, field, side(one), side(other));
          }
        }
        const edges = world.links.filter((l) => l.from === to && l.type === "COVERS" && byThen(l.recordedOn, known) && isHeld(l));
        for (const end of new Set(edges.map((l) => l.to))) {
          const field = `covers(${end}).newRate`;
          const isGiven = (own: string) =>
            world.about.some((a) => isKnown(a.claim) && a.to === to && a.field === field && a.value && agree(field, a.value, own));
          const own = edges.flatMap((l) => (l.to === end ? [String(l.values?.newRate)] : [])).filter((value) => !isGiven(value));
          const values = valuesOf(one, to, field);
          if (disagree(field, values, own)) add(to, field, { claim: one, value: least(values) }, { claim: null, value: least(own) });
        }
        const whole = world.about.filter((a) => a.to === to && a.field === null).map((a) => a.claim);
        for (const [field = "", own = ""] of thing.own ?? []) {
          // A title is known with the thing, all else with what stands behind it.
          if (field !== "title" && whole.length > 0 && !whole.some(isKnown)) continue;
          const values = valuesOf(one, to, field);
          const isGiven = world.about.some((a) => a.to === to && a.field === field && a.value === own);
          if (!isGiven && disagree(field, values, [own])) add(to, field, { claim: one, value: least(values) }, { claim: null, value: own });
        }
      }
    }
    return lines.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ line }) => line);
  }

  let total = 0;
  let ofEdges = 0;

  it.each(seeds(20))("are all pairs at odds, random graph %i", async (seed) => {
    const random = randomOf(seed);
    const world = randomWorld(seed);
    await fill(world);
    await noted();
    for (const known of [null, random.pick(DAYS)]) {
      const valid = random.pick([null, null, random.pick(DAYS)]);
      const given = [...(known ? [`known: "${known}"`] : []), ...(valid ? [`valid: "${valid}"`] : [])];
      const list = async (args: string) => {
        const { disagreements } = await ask<{ disagreements: Listed<Pair> }>(
          `query ${given.length > 0 ? `@asOf(${given.join(", ")})` : ""} { disagreements(first: 200${args}) { totalCount nodes { about { id } field otherEnd { id } positions { value claim { id } } } } }`,
        );
        expect(disagreements.totalCount).toBe(disagreements.nodes.length);
        const ends = disagreements.nodes.map((d) => /\((.*)\)/.exec(d.field ?? "")?.[1]);
        expect(disagreements.nodes.map((d) => d.otherEnd?.id)).toEqual(ends);
        if (args === "" && ends.some(Boolean)) ofEdges += 1;
        return disagreements.nodes.map(
          (d) => `${d.about.id} ${d.field} ${d.positions.map((p) => `${p.claim?.id ?? null}=${p.value}`).join(" ")}`,
        );
      };
      const all = expected(world, known, valid);
      expect(await list("")).toEqual(all);
      const ids = ["measure:m1", "measure:m2", "commitment:c0"];
      expect(await list(`, about: ${JSON.stringify([...ids, "measure:m1"])}`)).toEqual(
        all.filter((l) => ids.includes(l.split(" ")[0] ?? "")),
      );
      expect(await list(', fields: ["title"]')).toEqual(all.filter((l) => l.split(" ")[1] === "title"));
      total += all.length;
    }
  });

  it.runIf(drawsAll)("are many, of every sort", () => {
    expect(total).toBeGreaterThan(100);
    expect(ofEdges).toBeGreaterThan(5);
  });

  it("can't be asked of a field that nothing has", async () => {
    const fields = async (field: string) => ask(`{ disagreements(fields: ["${field}"]) { totalCount } }`);
    await expect(fields("announced")).rejects.toThrow('nothing has a field "announced"');
    await expect(fields("covers(commodity:k1).rate")).rejects.toThrow('nothing has a field "covers(commodity:k1).rate"');
    await expect(fields("covers(commodity:k1).newRate")).resolves.toBeDefined();
  });

  it("can be asked of an edge's own value by a short id, and not by one that the edge never leads to", async () => {
    await fill(randomWorld(3));
    await noted();
    const list = async (field: string) =>
      ask<{ disagreements: Listed<Pair> }>(`{ disagreements(fields: ["${field}"], first: 200) { nodes { field about { id } } } }`);
    const all = await list("covers(commodity:k1).newRate");
    expect(all.disagreements.nodes.length).toBeGreaterThan(0);
    expect(await list("covers(k1).newRate")).toEqual(all);
    await expect(list("covers(country:C0).newRate")).rejects.toThrow(
      'fields: "country:C0" is the id of a Country. Here may stand commodity:…',
    );
    await expect(list("covers(there is none).newRate")).rejects.toThrow('fields: "there is none" is no id.');
    await expect(list("affects(US).effect")).rejects.toThrow('fields: "US" may be');
  });
});

interface Found {
  claims: { id: string }[];
  from: { id: string };
  to: { id: string };
}

interface Pair {
  about: { id: string };
  field: string | null;
  otherEnd: { id: string } | null;
  positions: { value: string | null; claim: { id: string } | null }[];
}

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Found & { type: string; since: string | null } }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
