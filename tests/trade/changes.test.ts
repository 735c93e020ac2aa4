import { describe, expect, it } from "vitest";
import { randomOf } from "../support/random.ts";
import { byThen, DAYS, type Day, isAct, randomWorld, span, type Thing, type World, worldEngine } from "./world.ts";

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
  const came = (date: Day) => date !== null && span(date)[0] > from && span(date)[1] <= to;
  const went = (date: Day) => date !== null && span(date)[0] >= from && span(date)[1] < to;
  const spoken = (claims: readonly string[]) => [...new Set(claims)].filter((c) => heard(byId.get(c) as Thing)).sort();
  const line = (node: string, kind: string, date: string, rest: string, claims: readonly string[]) =>
    `${node} ${kind} ${date} ${rest} [${spoken(claims).join()}]`;
  const lines: string[] = [];
  for (const t of world.things.filter((t) => isAct(t) && heard(t))) {
    const day = axis === "VALID" ? t.date : t.recordedOn;
    const whole = world.about.filter((a) => a.to === t.id && a.field === null).map((a) => a.claim);
    if (day && came(day)) lines.push(line(t.id, "ADDED", day, "", whole));
  }
  for (const l of world.links.filter(heard)) {
    const edge = `${l.type} ${l.from} ${l.to} ${l.since}`;
    const day = axis === "VALID" ? l.since : l.recordedOn;
    if (day && came(day)) lines.push(line(l.from, "ADDED", day, edge, l.claims));
    if (axis === "VALID" && l.until && went(l.until)) lines.push(line(l.from, "ENDED", l.until, edge, l.claims));
  }
  for (const t of world.things) {
    const steps = ((t.values.history ?? []) as string[]).map((h) => h.split("␟") as [string, string, string, string]);
    const at = (day: string) =>
      steps
        .filter(([, since, heardOn]) => (axis === "VALID" ? since <= day && (known === null || heardOn <= known) : heardOn <= day))
        .at(-1);
    const [before, after] = [at(from), at(to)];
    // A step that was known on the last day but not by the day whose knowledge counts is none.
    const day = after && (axis === "VALID" ? after[1] : after[2]);
    if (!before || !after || !day || before[3] === after[3] || !came(day) || (known !== null && after[2] > known)) continue;
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
    const began = since !== null && span(since)[0] > from && span(since)[1] <= to;
    return began || (l.until !== null && span(l.until)[0] >= from && span(l.until)[1] < to);
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

  it.each(Array.from({ length: 12 }, (_, seed) => seed))("are what looking at all nodes and edges gives, random graph %i", async (seed) => {
    const random = randomOf(seed + 5);
    const world = randomWorld(seed);
    await fill(world);
    for (const axis of ["VALID", "RECORDED"]) {
      for (const known of [null, random.pick(DAYS)]) {
        const [from, to] = [random.pick(DAYS.slice(0, 4)), random.pick(DAYS.slice(3))];
        const { changes } = await ask(
          `query ${known ? `@asOf(known: "${known}")` : ""} { changes(from: "${from}", to: "${to}", axis: ${axis}, first: 200) { ${FIELDS} } }`,
        );
        const isStatus = (found: Found) => found.field === "statusOn";
        expect(linesOf(changes.nodes.filter((n: Found) => !isStatus(n))).sort()).toEqual(expected(world, from, to, known, axis));
        expect(changes.totalCount).toBe(changes.nodes.length);

        // Of a measure's status: those that statusOn gives otherwise on the two days, whichever date brought it about.
        const on = (day: string) => `statusOn(date: "${day}"${known ? `, known: "${known}"` : ""}) { status }`;
        const { measures } = await ask(
          `query ${known ? `@asOf(known: "${known}")` : ""} { measures(first: 200) { nodes { id before: ${on(from)} after: ${on(to)} } } }`,
        );
        const moved = measures.nodes
          .filter((m: Moved) => m.before.status !== m.after.status && m.before.status !== "NOT_YET_ANNOUNCED")
          .map((m: Moved) => `${m.id} ${m.before.status} ${m.after.status}`);
        expect(changes.nodes.filter(isStatus).map((n: Found) => `${n.node.id} ${n.before} ${n.after}`)).toEqual(
          axis === "VALID" ? moved : [],
        );
        for (const { node, claims } of changes.nodes.filter(isStatus) as Found[])
          expect(claims.map((c) => c.id)).toEqual(behindStatus(world, node.id, from, to, known));
      }
    }
  });

  it("can be asked of some nodes alone, of some kinds, and in pages", async () => {
    const world = randomWorld(8);
    await fill(world);
    const all = async (more: string) =>
      linesOf((await ask(`{ changes(from: "2024-12-31", to: "2026-02-02", first: 200 ${more}) { ${FIELDS} } }`)).changes.nodes);
    const everything = await all("");
    expect(everything.length).toBeGreaterThan(25);
    const ids = ["measure:m1", "commitment:c2"];
    const touches = (entry: string) => ids.some((id) => entry.split(" ").includes(id));
    expect(await all(`, about: ${JSON.stringify([...ids, ids[0]])}`)).toEqual(everything.filter(touches));
    expect(await all(", kinds: [ENDED]")).toEqual(everything.filter((entry) => entry.split(" ")[1] === "ENDED"));
    const pages: string[] = [];
    for (let after = ""; ; ) {
      const { changes } = await ask(`{ changes(from: "2024-12-31", to: "2026-02-02", first: 6 ${after}) { ${FIELDS} } }`);
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
