import { describe, expect, it } from "vitest";
import { byThen, daysOf } from "../support/dates.ts";
import type { Listed } from "../support/empty-engine.ts";
import { randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { DAYS, type Day, isAct, randomWorld, type Thing, type World, worldEngine } from "./world.ts";

interface Found {
  node: { id: string };
  kind: string;
  date: string;
  relationship: { type: string; from: { id: string }; to: { id: string }; since: Day } | null;
  field: string | null;
  before: string | null;
  after: string | null;
  claims: { id: string }[];
}

const FIELDS =
  "totalCount pageInfo { hasNextPage endCursor } nodes { node { id } kind date relationship { type from { id } to { id } since } field before after claims { id } }";

/** Everything but the statuses of measures, by looking at every node and edge. */
function expected(world: World, from: string, to: string, known: Day, axis: string): string[] {
  const byId = new Map(world.things.map((t) => [t.id, t]));
  const heard = (of: { recordedOn: Day }) => byThen(of.recordedOn, known);
  const came = (date: Day) => date !== null && daysOf(date)[0] > from && daysOf(date)[0] <= to;
  const went = (date: Day) => date !== null && daysOf(date)[1] >= from && daysOf(date)[1] < to;
  const spoken = (claims: readonly string[]) => [...new Set(claims)].filter((c) => heard(byId.get(c) as Thing)).sort();
  const line = (node: string, kind: string, date: string, rest: string, claims: readonly string[]) =>
    `${node} ${kind} ${date} ${rest} [${spoken(claims).join()}]`;
  const lines: string[] = [];
  for (const t of world.things.filter((t) => isAct(t) && heard(t))) {
    const day = axis === "VALID" ? t.date : t.recordedOn;
    const whole = world.about.filter((a) => a.to === t.id && a.field === null).map((a) => a.claim);
    if (day && came(day)) lines.push(line(t.id, "ADDED", day, "", whole));
  }
  for (const l of world.links.filter((l) => [l, byId.get(l.from), byId.get(l.to)].every((of) => of && heard(of)))) {
    const edge = `${l.type} ${l.from} ${l.to} ${l.since}`;
    const day = axis === "VALID" ? l.since : l.recordedOn;
    if (day && came(day)) lines.push(line(l.from, "ADDED", day, edge, l.claims));
    if (axis === "VALID" && l.until && went(l.until)) lines.push(line(l.from, "ENDED", l.until, edge, l.claims));
  }
  for (const t of world.things.filter(heard)) {
    const steps = ((t.values.history ?? []) as string[]).map((h) => h.split("␟") as [string, string, string, string]);
    const dayOf = ([, since, heardOn]: (typeof steps)[number]) => (axis === "VALID" ? since : heardOn);
    const until = (day: string) => steps.filter((step) => dayOf(step) <= day && (known === null || step[2] <= known));
    const [before, after] = [until(from).at(-1), until(to).at(-1)];
    if (!before || !after || before[3] === after[3]) continue;
    // The new value may have been given several times: it holds since the first of these.
    const others = until(to).findLastIndex((step) => step[3] !== after[3]);
    const day = dayOf(until(to)[others + 1] ?? after);
    const claims = world.about.filter((a) => a.to === t.id && a.field === "status" && a.value === after[3]).map((a) => a.claim);
    lines.push(line(t.id, "CHANGED", day, `status ${before[3]} ${after[3]}`, claims));
  }
  return lines.sort();
}

/** The claims of what reached a measure in the span; where nothing did, those about the measure as a whole. */
function behindStatus(world: World, id: string, from: string, to: string, known: Day): string[] {
  const byId = new Map(world.things.map((t) => [t.id, t]));
  const heard = (of: { recordedOn: Day } | undefined) => of !== undefined && byThen(of.recordedOn, known);
  const reaching = world.links.filter((l) => l.to === id && ["ENDS", "REPLACES", "SUSPENDS", "EXTENDS"].includes(l.type) && heard(l));
  const inSpan = reaching.filter((l) => {
    const since = l.since ?? (byId.get(l.from)?.values.inForceFrom as Day | undefined) ?? byId.get(l.from)?.date ?? null;
    const began = since !== null && daysOf(since)[0] > from && daysOf(since)[0] <= to;
    return began || (l.until !== null && daysOf(l.until)[1] >= from && daysOf(l.until)[1] < to);
  });
  const claims = new Set(inSpan.flatMap((l) => l.claims));
  const whole = world.about.filter((a) => a.to === id && a.field === null).map((a) => a.claim);
  return [...(claims.size > 0 ? claims : new Set(whole))].filter((c) => heard(byId.get(c))).sort();
}

function linesOf(nodes: readonly Found[]): string[] {
  return nodes.map(({ node, kind, date, relationship: r, field, before, after, claims }) => {
    const rest = r ? `${r.type} ${r.from.id} ${r.to.id} ${r.since}` : field ? `${field} ${before} ${after}` : "";
    return `${node.id} ${kind} ${date} ${rest} [${claims.map((c) => c.id).join()}]`;
  });
}

describe("changes", () => {
  const { fill, ask } = worldEngine();

  it.each(seeds(12))("are what looking at all nodes and edges gives, random graph %i", async (seed) => {
    const random = randomOf(seed + 5);
    const world = randomWorld(seed);
    await fill(world);
    for (const axis of ["VALID", "RECORDED"]) {
      for (const known of [null, random.pick(DAYS)]) {
        const [from, to] = [random.pick(DAYS.slice(0, 4)), random.pick(DAYS.slice(3))];
        const [asOf, more] =
          known === null ? ["", ""] : random.pick([[`@asOf(known: "${known}")`, ""] as const, ["", `, known: "${known}"`] as const]);
        const { changes } = await ask<{ changes: Listed<Found> }>(
          `query ${asOf} { changes(from: "${from}", to: "${to}", axis: ${axis}, first: 200${more}) { ${FIELDS} } }`,
        );
        const isStatus = (found: Found) => found.field === "statusOn";
        expect(linesOf(changes.nodes.filter((n) => !isStatus(n))).sort()).toEqual(expected(world, from, to, known, axis));
        expect(changes.totalCount).toBe(changes.nodes.length);

        // Of a measure's status: those that statusOn gives otherwise on the two days, whichever date brought it about.
        const on = (day: string) => `statusOn(date: "${day}"${known ? `, known: "${known}"` : ""}) { status }`;
        const { measures } = await ask<{ measures: Listed<Moved> }>(
          `query ${known ? `@asOf(known: "${known}")` : ""} { measures(first: 200) { nodes { id before: ${on(from)} after: ${on(to)} } } }`,
        );
        const moved = measures.nodes
          .filter((m) => m.before.status !== m.after.status && m.before.status !== "NOT_YET_ANNOUNCED")
          .map((m) => `${m.id} ${m.before.status} ${m.after.status}`);
        expect(changes.nodes.filter(isStatus).map((n: Found) => `${n.node.id} ${n.before} ${n.after}`)).toEqual(
          axis === "VALID" ? moved : [],
        );
        for (const { node, claims } of changes.nodes.filter(isStatus) as Found[])
          expect(claims.map((c) => c.id)).toEqual(behindStatus(world, node.id, from, to, known));
      }
    }
  });

  it.each(seeds(8))("stand in exactly one of adjoining spans, random graph %i", async (seed) => {
    const random = randomOf(seed + 21);
    await fill(randomWorld(seed));
    const days = Array.from({ length: 500 }, (_, i) => new Date(Date.UTC(2024, 11, 1 + i)).toISOString().slice(0, 10));
    const cuts = [...new Set([...Array.from({ length: 4 }, () => random.pick(days)), random.pick(DAYS)])].sort();
    const ends = ["2024-12-01", ...cuts.filter((day) => day > "2024-12-01"), "2026-06-01"];
    for (const axis of ["VALID", "RECORDED"]) {
      const between = async (from: string, to: string): Promise<readonly Found[]> =>
        (await ask<{ changes: Listed<Found> }>(`{ changes(from: "${from}", to: "${to}", axis: ${axis}, first: 200) { ${FIELDS} } }`))
          .changes.nodes;
      const whole = await between("2024-12-01", "2026-06-01");
      const parts: (readonly Found[])[] = [];
      for (const [i, to] of ends.slice(1).entries()) parts.push(await between(ends[i] ?? "", to));
      // What came or went stands once; what changed goes from the first value to the last.
      const isOnce = ({ kind }: Found) => kind !== "CHANGED";
      expect(linesOf(parts.flat().filter(isOnce)).sort()).toEqual(linesOf(whole.filter(isOnce)).sort());
      const steps = new Map<string, Found[]>();
      for (const found of parts.flat().filter((f) => !isOnce(f))) {
        const key = `${found.node.id} ${found.field}`;
        steps.set(key, [...(steps.get(key) ?? []), found]);
      }
      for (const path of steps.values()) expect(path.slice(1).map((f) => f.before)).toEqual(path.slice(0, -1).map((f) => f.after));
      // A field that had no value yet, or a measure that was not announced, on the very first day is new in the whole.
      const changed = [...steps].filter(([, path]) => path[0]?.before !== path.at(-1)?.after);
      const ofWhole = whole.filter((f) => !isOnce(f)).map((f) => `${f.node.id} ${f.field} ${f.before} ${f.after}`);
      const composed = changed.map(([key, path]) => `${key} ${path[0]?.before} ${path.at(-1)?.after}`);
      for (const line of ofWhole) expect(composed).toContain(line);
    }
  });

  it("asked week by week, have what is dated by a month in the week of its first day, and what ends with a month after its last", async () => {
    const ruling = { id: "event:ruling", type: "Event", date: "2025-05", recordedOn: "2025-07-01", values: { kind: "RULING" } } as const;
    const duty = { id: "measure:duty", type: "Measure", date: "2025", recordedOn: null, values: { kind: "TARIFF" } } as const;
    const link = {
      type: "CONCERNS",
      from: ruling.id,
      to: duty.id,
      since: "2025-05",
      until: "2025-05",
      recordedOn: null,
      claims: [],
      evidence: [],
    };
    await fill({ things: [ruling, duty], links: [{ ...link, key: "k" }], about: [], contradicts: [] });
    const weeks = ["2024-12-30", "2025-01-06", "2025-04-28", "2025-05-05", "2025-05-12", "2025-05-26", "2025-06-02", "2025-06-09"];
    const found = async (args: string) => {
      const byWeek: Record<string, string[]> = {};
      for (const [i, to] of weeks.slice(1).entries()) {
        const { changes } = await ask<{ changes: Listed<Found> }>(
          `{ changes(from: "${weeks[i]}", to: "${to}"${args}) { nodes { node { id } kind relationship { type } } } }`,
        );
        const lines = changes.nodes.map((n: Found) => `${n.node.id} ${n.kind}${n.relationship ? ` ${n.relationship.type}` : ""}`);
        if (lines.length > 0) byWeek[to] = lines;
      }
      return byWeek;
    };
    expect(await found(", kinds: [ADDED, ENDED]")).toEqual({
      "2025-01-06": ["measure:duty ADDED"],
      "2025-05-05": ["event:ruling ADDED", "event:ruling ADDED CONCERNS"],
      "2025-06-02": ["event:ruling ENDED CONCERNS"],
    });
    // On 30 June nobody had published the ruling: neither it nor its edges are there.
    expect(await found(', kinds: [ADDED, ENDED], known: "2025-06-30"')).toEqual({ "2025-01-06": ["measure:duty ADDED"] });
  });

  it("can be asked of some nodes alone, of some kinds, and in pages", async () => {
    const world = randomWorld(8);
    await fill(world);
    const all = async (more: string) =>
      linesOf(
        (await ask<{ changes: Listed<Found> }>(`{ changes(from: "2024-12-31", to: "2026-02-02", first: 200 ${more}) { ${FIELDS} } }`))
          .changes.nodes,
      );
    const everything = await all("");
    expect(everything.length).toBeGreaterThan(25);
    const ids = ["measure:m1", "commitment:c2"];
    const touches = (entry: string) => ids.some((id) => entry.split(" ").includes(id));
    expect(await all(`, about: ${JSON.stringify([...ids, ids[0]])}`)).toEqual(everything.filter(touches));
    expect(await all(", kinds: [ENDED]")).toEqual(everything.filter((entry) => entry.split(" ")[1] === "ENDED"));
    const pages: string[] = [];
    for (let after = ""; ; ) {
      const { changes } = await ask<{ changes: Listed<Found> }>(
        `{ changes(from: "2024-12-31", to: "2026-02-02", first: 6 ${after}) { ${FIELDS} } }`,
      );
      pages.push(...linesOf(changes.nodes));
      if (!changes.pageInfo.hasNextPage) break;
      after = `, after: "${changes.pageInfo.endCursor}"`;
    }
    expect(pages).toEqual(everything);
  });
});

interface Moved {
  id: string;
  before: { status: string };
  after: { status: string };
}
