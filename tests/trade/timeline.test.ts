import { describe, expect, it } from "vitest";
import { randomOf } from "../support/random.ts";
import { byThen, DAYS, type Day, isAct, type Link, randomWorld, span, type Thing, type World, worldEngine } from "./world.ts";

interface Entry {
  readonly date: string;
  readonly kind: string;
  readonly node: string;
  readonly by: string | null;
  readonly claims: readonly string[];
}
interface Asked {
  readonly actors?: readonly string[];
  readonly commodities?: readonly string[];
  readonly measures?: readonly string[];
  readonly kinds?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** The timeline by looking at every node and edge. */
function expected(world: World, asked: Asked, known: Day): Entry[] {
  const byId = new Map(world.things.map((t) => [t.id, t]));
  const heard = (of: { recordedOn: Day }) => byThen(of.recordedOn, known);
  const thing = (id: string) => byId.get(id) as Thing;
  const under = (id: string): string[] => [
    id,
    ...world.links.flatMap((l) => (l.type === "PART_OF" && l.to === id && heard(l) ? under(l.from) : [])),
  ];
  const joined = (act: string, ids: readonly string[]) =>
    world.links.some(
      (l) => heard(l) && l.type !== "PART_OF" && ((l.from === act && ids.includes(l.to)) || (l.to === act && ids.includes(l.from))),
    );
  // Parts are parts whenever that was said.
  const parts = (id: string): string[] => [id, ...world.links.flatMap((l) => (l.type === "PART_OF" && l.to === id ? parts(l.from) : []))];
  const own = asked.measures?.flatMap(parts);
  const inScope = (act: string) =>
    (!asked.actors || joined(act, asked.actors.flatMap(under))) &&
    (!asked.commodities || joined(act, asked.commodities.flatMap(under))) &&
    (!own || own.includes(act) || nearMeasure(act));
  const nearMeasure = (act: string) =>
    world.links.some((l) => heard(l) && ((l.from === act && own?.includes(l.to)) || (l.to === act && own?.includes(l.from))));
  const inSpan = (date: string) => {
    const [first, last] = span(date);
    return (!asked.from || first >= span(asked.from)[0]) && (!asked.to || last <= span(asked.to)[1]);
  };
  const claimsOf = (id: string, field: string) =>
    world.about.filter((a) => a.to === id && (a.field === null || a.field === field)).map((a) => a.claim);
  const start = (link: Link) => link.since ?? (thing(link.from).values.inForceFrom as Day | undefined) ?? thing(link.from).date;
  const reaching = (id: string, types: readonly string[]) => world.links.filter((l) => l.to === id && types.includes(l.type) && heard(l));
  const prevented = (id: string, types: readonly string[], day: string) =>
    reaching(id, types).some((l) => {
      const since = start(l);
      return since !== null && since <= day && (l.until === null || l.until >= day);
    });

  const entries: Entry[] = [];
  const add = (date: Day | undefined, kind: string, node: string, by: string | null, claims: readonly string[]) => {
    if (!date || !inSpan(date) || !inScope(node) || (asked.kinds && !asked.kinds.includes(kind))) return;
    const there = [...new Set(claims)].filter((c) => heard(thing(c))).sort();
    entries.push({ date, kind, node, by, claims: there });
  };
  for (const t of world.things.filter((t) => isAct(t) && heard(t))) {
    const value = (name: string) => t.values[name] as Day | undefined;
    const own = (kind: string, date: Day | undefined, field: string) => add(date, kind, t.id, null, claimsOf(t.id, field));
    if (t.type === "Measure") {
      own("ANNOUNCED", t.date, "announcedOn");
      const [from, until] = [value("inForceFrom"), value("inForceUntil")];
      if (from && !prevented(t.id, ["ENDS", "REPLACES", "SUSPENDS"], from)) own("IN_FORCE", from, "inForceFrom");
      if (until && !prevented(t.id, ["ENDS", "REPLACES", "EXTENDS"], until)) own("EXPIRY", until, "inForceUntil");
    } else if (t.type === "Agreement") {
      own("AGREED", t.date, "reachedOn");
      own("SIGNED", value("signedOn"), "signedOn");
    } else if (t.type === "Commitment") {
      own("PLEDGED", t.date, "pledgedOn");
      own("DUE", value("dueOn"), "dueOn");
    } else {
      const kinds: Readonly<Record<string, string>> = { STATEMENT: "STATEMENT", LICENCE_GRANT: "LICENCE", TALKS: "EVENT" };
      own(kinds[String(t.values.kind)] ?? "", t.date, "startedOn");
      own("EVENT_END", value("endedOn"), "endedOn");
    }
  }
  const KINDS: Readonly<Record<string, string>> = {
    SUSPENDS: "SUSPENDED",
    ENDS: "ENDED",
    REPLACES: "REPLACED",
    EXTENDS: "EXTENDED",
    EASES: "EASED",
  };
  for (const l of world.links.filter((l) => KINDS[l.type] && heard(l) && heard(thing(l.to)) && heard(thing(l.from)))) {
    if (own && !own.includes(l.to) && !own.includes(l.from)) continue;
    add(start(l), KINDS[l.type] ?? "", l.to, l.from, l.claims);
    if (l.type === "SUSPENDS") add(l.until, "SUSPENSION_END", l.to, l.from, l.claims);
  }
  return entries;
}

const text = ({ date, kind, node, by, claims }: Entry) => `${date} ${kind} ${node} ${by ?? ""} ${claims.join()}`;

describe("timeline", () => {
  const { fill, ask } = worldEngine();

  const queryOf = (
    asOf: string,
  ) => `query ($actors: [ID!], $commodities: [ID!], $measures: [ID!], $kinds: [TimelineKind!], $from: PartialDate, $to: PartialDate,
    $first: Int, $after: String, $direction: SortDirection! = ASC) ${asOf} {
    timeline(actors: $actors, commodities: $commodities, measures: $measures, kinds: $kinds, from: $from, to: $to, first: $first, after: $after, direction: $direction) {
      totalCount pageInfo { hasNextPage endCursor } nodes { date kind node { id } by { id } claims { id } }
    } }`;
  const entriesOf = (nodes: { date: string; kind: string; node: { id: string }; by: { id: string } | null; claims: { id: string }[] }[]) =>
    nodes.map(({ date, kind, node, by, claims }) =>
      text({ date, kind, node: node.id, by: by?.id ?? null, claims: claims.map((c) => c.id) }),
    );

  it.each(Array.from({ length: 15 }, (_, seed) => seed))("is what looking at all nodes and edges gives, random graph %i", async (seed) => {
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
        const { timeline } = await ask(queryOf(known ? `@asOf(known: "${known}")` : ""), { ...asked, first: 200 });
        const wanted = expected(world, asked, known);
        expect(entriesOf(timeline.nodes).sort()).toEqual(wanted.map(text).sort());
        expect(timeline.totalCount).toBe(wanted.length);
        const dates: string[] = timeline.nodes.map((n: { date: string }) => n.date);
        expect(dates).toEqual([...dates].sort());
      }
    }
  });

  it.each(["ASC", "DESC"])("is the same in pages, %s", async (direction) => {
    const world = randomWorld(3);
    await fill(world);
    const all = entriesOf((await ask(queryOf(""), { first: 200, direction })).timeline.nodes);
    expect(all.length).toBeGreaterThan(30);
    const pages: string[] = [];
    for (let after: string | null = null; ; ) {
      const { timeline } = await ask(queryOf(""), { first: 7, after, direction });
      pages.push(...entriesOf(timeline.nodes));
      if (!timeline.pageInfo.hasNextPage) break;
      after = timeline.pageInfo.endCursor;
    }
    expect(pages).toEqual(all);
  });
});
