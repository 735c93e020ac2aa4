import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { dayAfter, dayBefore } from "../../src/trade/status/sure.ts";
import { type Counted, counted } from "../support/counted.ts";
import { openTestEngine, wipe } from "../support/engine.ts";
import { type Random, randomOf } from "../support/random.ts";
import { seeds } from "../support/seeds.ts";
import { casesOfThePage } from "./status-table.ts";
import { type Act, type Edge, type Given, type History, possibleStatuses, randomHistory } from "./status-worlds.ts";

const STATUSES = [
  "NOT_YET_ANNOUNCED",
  "ANNOUNCED",
  "SCHEDULED",
  "IN_FORCE",
  "SUSPENDED",
  "POSTPONED",
  "EXPIRED",
  "REVOKED",
  "REPLACED",
  "NEVER_IN_FORCE",
  "UNKNOWN",
];

interface Status {
  readonly status: string;
  readonly decidedBy: { readonly type: string; readonly node: { readonly id: string } } | null;
  readonly fromParts: readonly { readonly id: string }[];
}

describe("the status of a measure on a day", () => {
  const model = readModel();
  let today = "2025-06-10";
  const schema = executableSchema(model, () => today);
  let engine: Counted;
  beforeAll(async () => {
    engine = counted(await openTestEngine());
    await engine.prepare(indexesOf(model));
  });
  afterAll(() => engine.close());

  const ask = async <T>(source: string, variableValues: Record<string, unknown> = {}) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { engine } });
    if (errors) throw new Error(errors.map((e) => `${e.message} ${String(e.originalError?.cause ?? "")}`).join("; "));
    return JSON.parse(JSON.stringify(data)) as T;
  };
  const given = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const fill = async ({ acts, edges }: History) => {
    await wipe(engine);
    await engine.write(async (transaction) => {
      for (const { id, isPackage, partOf: _, ...dates } of acts) {
        const values = {
          ...given(dates),
          ...given({ date: dates.announcedOn }),
          kind: isPackage ? "PACKAGE" : "TARIFF",
          title: id,
          aliases: [],
        };
        await transaction.run({ text: "CREATE (n:Node:Measure {id: $id}) SET n += $values", params: { id, values } });
      }
      const parts = acts.flatMap(({ id, partOf }) => (partOf ? [{ type: "PART_OF", from: id, to: partOf }] : []));
      for (const { type, from, to, ...dates } of [...edges, ...parts]) {
        const text = `MATCH (a:Node {id: $from}) MATCH (b:Node {id: $to}) CREATE (a)-[r:${type}]->(b) SET r += $values`;
        await transaction.run({ text, params: { from, to, values: { ...given(dates), claims: [], bundles: [] } } });
      }
    });
  };

  const FIELDS = "status decidedBy { type node { id } } fromParts { id }";
  /** Holds what statistics count on a day to the statuses of that day; the facet counts of these the measures that were there. */
  const countsAgree = async (day: string, statuses: readonly string[]) => {
    const answer = await ask<{
      statistics: { periods: { count: number; unknown: number }[] };
      measures: { facets: { values: { value: string; count: number }[] }[] };
    }>(
      `query ($day: Date!, $first: PartialDate!, $last: PartialDate!) {
        statistics(count: IN_FORCE, from: $first, to: $last, every: MONTH, parts: ALL) { periods { count unknown } }
        measures @asOf(valid: $day) { facets(by: [{ field: STATUS }]) { values { value count } } }
      }`,
      { day, first: "2025-01", last: day < "2025-02" ? "2025-02" : day },
    );
    if (day < "2025-02") return;
    const { count, unknown } = answer.statistics.periods.at(-1) ?? {};
    const of = (wanted: string) => statuses.filter((status) => status === wanted).length;
    expect([day, count, unknown]).toEqual([day, of("IN_FORCE"), of("UNKNOWN")]);
    const values = answer.measures.facets[0]?.values ?? [];
    for (const { value, count } of values) expect([day, value, count <= of(value)]).toEqual([day, value, true]);
  };

  /** The status of each measure, as selected, after it was found to be the one by which filters keep it. */
  const statusesOn = async (day: string, known: Given = null, asked: readonly string[] = STATUSES) => {
    const kept = asked.map(
      (status) => `k${status}: measures(first: 200, filter: {status: {on: $day, known: $known, in: [${status}]}}) { nodes { id } }`,
    );
    const answer = await ask<Record<string, { nodes: { id: string; statusOn: Status }[] }>>(
      `query ($day: Date!, $known: Date) { measures(first: 200) { nodes { id statusOn(date: $day, known: $known) { ${FIELDS} } } } ${kept.join(" ")} }`,
      { day, known },
    );
    if (known === null) await countsAgree(day, answer.measures?.nodes.map(({ statusOn }) => statusOn.status) ?? []);
    const selected = new Map((answer.measures?.nodes ?? []).map(({ id, statusOn }) => [id, statusOn]));
    for (const status of asked) {
      const wanted = [...selected].flatMap(([id, found]) => (found.status === status ? [id] : []));
      expect([day, status, answer[`k${status}`]?.nodes.map(({ id }) => id)]).toEqual([day, status, wanted.sort()]);
    }
    return selected;
  };

  /** Holds `changes` between two days to the statuses on both. */
  const changesAgree = async (known: Given) => {
    const [before, after] = [await statusesOn("2025-05-31", known), await statusesOn("2025-06-30", known)];
    const { changes } = await ask<{ changes: { nodes: { node: { id: string }; field: string; before: string; after: string }[] } }>(
      `query ($known: Date) { changes(from: "2025-05-31", to: "2025-06-30", known: $known, kinds: [CHANGED], first: 200) { nodes { node { id } field before after } } }`,
      { known },
    );
    const moved = [...before].flatMap(([id, { status }]) => {
      const then = after.get(id)?.status ?? "";
      return status !== then && status !== "NOT_YET_ANNOUNCED" ? [`${id} ${status} ${then}`] : [];
    });
    expect(changes.nodes.filter(({ field }) => field === "statusOn").map((c) => `${c.node.id} ${c.before} ${c.after}`)).toEqual(
      moved.sort(),
    );
  };

  it.each(casesOfThePage())("%s", async (_, { history, day, status, decidedBy, parts }) => {
    await fill(history);
    const found = (await statusesOn(day)).get("measure:m");
    const by = found?.decidedBy ? `${found.decidedBy.node.id.slice(-1).toUpperCase()} ${found.decidedBy.type}` : "";
    expect({ status: found?.status, by, parts: found?.fromParts.map(({ id }) => id) }).toEqual({ status, by: decidedBy, parts });
  });

  const DATES: readonly Given[] = [
    null,
    "2024",
    "2025",
    "2025-05",
    "2025-06",
    "2025-06",
    "2025-05-31",
    "2025-06-01",
    "2025-06-10",
    "2025-06-30",
    "2025-07-01",
  ];
  const DAYS = ["2024-12-31", "2025-05-31", "2025-06-01", "2025-06-15", "2025-06-30", "2025-07-02"];
  /** The history with a day from which each act and edge was known, null from any; an edge is never known before its acts. */
  const recorded = (random: Random, history: History) => {
    const days = [null, null, "2025-06-01", "2025-06-20"];
    const acts = history.acts.map((act) => ({ ...act, recordedOn: random.pick(days) }));
    const of = (id: string) => acts.find((act) => act.id === id)?.recordedOn ?? null;
    const latest = (...all: Given[]) =>
      all
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null;
    const edges = history.edges.map((edge): Edge => ({ ...edge, recordedOn: latest(of(edge.from), of(edge.to), random.pick(days)) }));
    return { ...history, acts, edges };
  };

  it.each(seeds(12))("is the one that all days agree on, and filters and changes agree, random history %i", async (seed) => {
    const random = randomOf(seed + 1000);
    const history = recorded(random, randomHistory(random, DATES, 12));
    await fill(history);
    const known = random.pick([null, "2025-06-10"]);
    const isHeard = ({ recordedOn }: { readonly recordedOn?: Given }) => known === null || !recordedOn || recordedOn <= known;
    const heard = { ...history, acts: history.acts.filter(isHeard), edges: history.edges.filter(isHeard) };
    for (const day of [random.pick(DAYS), random.pick(DAYS)]) {
      engine.takeStatements();
      const found = await statusesOn(day, known);
      // The list, a filter for each status, and where all is known the statistics and the facet.
      expect(engine.takeStatements()).toBe(1 + STATUSES.length + (known === null ? 2 : 0));
      for (const [id, { status, decidedBy, fromParts }] of found) {
        if (!heard.acts.some((act) => act.id === id)) {
          // Nobody knew of it: nothing is said of where it stands, whatever was said later.
          expect([id, day, status, decidedBy, fromParts]).toEqual([id, day, "UNKNOWN", null, []]);
          continue;
        }
        const possible = possibleStatuses(random, heard, id, day, 30);
        if (status !== "UNKNOWN") expect([id, day, ...possible]).toEqual([id, day, status]);
      }
    }
    await changesAgree(known);
  });

  interface Span extends Omit<Status, "fromParts"> {
    readonly from: Given;
    readonly until: Given;
  }

  it.each(seeds(8))("is told along time as on each day, by one statement for all measures, random history %i", async (seed) => {
    const random = randomOf(seed + 2000);
    const history = recorded(random, randomHistory(random, DATES, 10));
    const isPackage = (i: number) => seed % 2 === 0 && i < 3;
    const acts = history.acts.map((act, i): Act => {
      const dates = isPackage(i) ? { inForceFrom: null, inForceUntil: null } : {};
      return {
        ...act,
        ...dates,
        isPackage: isPackage(i),
        ...(i > 0 && seed % 2 === 0 ? { partOf: `measure:m${random.below(Math.min(i, 3))}` } : {}),
      };
    });
    await fill({ ...history, acts });
    const known = random.pick([null, "2025-06-10"]);
    const along = async (from: Given, to: Given) => {
      const { measures } = await ask<{ measures: { nodes: { id: string; statuses: Span[] }[] } }>(
        `query ($from: Date, $to: Date, $known: Date) { measures(first: 200) { nodes { id
          statuses(from: $from, to: $to, known: $known) { status from until decidedBy { type node { id } } } } } }`,
        { from, to, known },
      );
      return new Map(measures.nodes.map(({ id, statuses }) => [id, statuses]));
    };
    engine.takeStatements();
    const spans = await along(null, null);
    expect(engine.takeStatements()).toBe(1);
    const near = (day: Given) => (day === null ? [] : [dayBefore(day), day, dayAfter(day)]);
    const turns = [...spans.values()].flat().flatMap(({ from, until }) => [...near(from), ...near(until)]);
    for (const day of new Set(["1990-01-01", "2090-01-01", ...turns])) {
      const { measures } = await ask<{ measures: { nodes: { id: string; statusOn: Omit<Status, "fromParts"> }[] } }>(
        `query ($day: Date!, $known: Date) { measures(first: 200) { nodes { id statusOn(date: $day, known: $known) { status decidedBy { type node { id } } } } } }`,
        { day, known },
      );
      const then = [...spans].map(([id, all]) => {
        const on = all.filter(({ from, until }) => (from ?? "") <= day && (until ?? "~") >= day);
        return { id, on: on.map(({ status, decidedBy }) => ({ status, decidedBy })) };
      });
      expect([day, then]).toEqual([day, measures.nodes.map(({ id, statusOn }) => ({ id, on: [statusOn] }))]);
    }
    for (const [id, within] of await along("2025-06-01", "2025-06-15")) {
      const all = (spans.get(id) ?? []).filter(({ from, until }) => (from ?? "") <= "2025-06-15" && (until ?? "~") >= "2025-06-01");
      const cut = all.map((span) => ({
        ...span,
        from: (span.from ?? "") < "2025-06-01" ? "2025-06-01" : span.from,
        until: (span.until ?? "~") > "2025-06-15" ? "2025-06-15" : span.until,
      }));
      expect([id, within]).toEqual([id, cut]);
    }
    await expect(along("2025-06-02", "2025-06-01")).rejects.toThrow("lies above");
  });

  /** The last day of each month of 2025. */
  const ENDS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, month + 1, 0)).toISOString().slice(0, 10));

  it.each(seeds(12, 1))(
    "is counted alike in a stock of each month, and kept alike beside other conditions, random history %i",
    async (seed) => {
      const random = randomOf(seed + 2000);
      const { acts, edges } = randomHistory(random, DATES, 12);
      await fill({ acts, edges });
      const statuses = new Map<string, readonly { id: string; kind: string; status: string }[]>();
      for (const day of ENDS) {
        const { measures } = await ask<{ measures: { nodes: { id: string; kind: string; statusOn: { status: string } }[] } }>(
          "query ($day: Date!) { measures(first: 200) { nodes { id kind statusOn(date: $day) { status } } } }",
          { day },
        );
        statuses.set(
          day,
          measures.nodes.map(({ id, kind, statusOn }) => ({ id, kind, status: statusOn.status })),
        );
      }
      const { statistics } = await ask<{ statistics: { periods: object[]; rows: { period: string; count: number; unknown: number }[] } }>(
        `{ statistics(count: IN_FORCE, from: "2025-01", to: "2025-12", every: MONTH, parts: ALL) {
        periods { until count unknown } rows(groupBy: [KIND]) { period groups { value } count unknown } } }`,
      );
      const of = (day: string, wanted: string) => (statuses.get(day) ?? []).filter(({ status }) => status === wanted).length;
      expect(statistics.periods).toEqual(ENDS.map((until) => ({ until, count: of(until, "IN_FORCE"), unknown: of(until, "UNKNOWN") })));
      for (const day of ENDS) {
        const rows = statistics.rows.filter(({ period }) => period === day.slice(0, 7));
        const sum = (by: "count" | "unknown") => rows.reduce((all, row) => all + row[by], 0);
        expect([day, sum("count"), sum("unknown")]).toEqual([day, of(day, "IN_FORCE"), of(day, "UNKNOWN")]);
      }
      const day = random.pick(ENDS.slice(4, 8));
      const wanted = [random.pick(STATUSES), "IN_FORCE"];
      const ids = acts.filter(() => random.below(2) === 0).map(({ id }) => id);
      const some = "status: { on: $day, in: $wanted }";
      const filters = [
        `id: $ids, ${some}`,
        `kind: [TARIFF], ${some}`,
        `any: [{ id: $ids, ${some} }, { kind: [PACKAGE], ${some} }]`,
        `not: { id: $ids, ${some} }`,
      ];
      const kept: string[][] = [];
      // One after the other: Neo4j plans each of them.
      for (const filter of filters) {
        const isWithIds = filter.includes("$ids");
        const { measures } = await ask<{ measures: { nodes: { id: string }[] } }>(
          `query ($day: Date!, $wanted: [MeasureStatus!]!${isWithIds ? ", $ids: [ID!]!" : ""}) { measures(first: 200, filter: { ${filter} }) { nodes { id } } }`,
          { day, wanted, ids },
        );
        kept.push(measures.nodes.map(({ id }) => id));
      }
      const standing = (statuses.get(day) ?? []).map((one) => ({
        ...one,
        isWanted: wanted.includes(one.status),
        isNamed: ids.includes(one.id),
      }));
      const expected = [
        standing.filter(({ isNamed, isWanted }) => isNamed && isWanted),
        standing.filter(({ kind, isWanted }) => kind === "TARIFF" && isWanted),
        standing.filter(({ kind, isNamed, isWanted }) => isWanted && (isNamed || kind === "PACKAGE")),
        standing.filter(({ isNamed, isWanted }) => !(isNamed && isWanted)),
      ];
      expect(kept).toEqual(expected.map((some) => some.map(({ id }) => id)));
    },
  );

  it.each([1, 2, 3, 4])(
    "comes out the same in filters where acts act on each other in circles, and of packages within packages (%i)",
    async (seed) => {
      const random = randomOf(seed);
      const { acts, edges } = randomHistory(random, DATES, 9);
      const back = edges.slice(0, 3).map((edge): Edge => ({ ...edge, from: edge.to, to: edge.from, since: random.pick(DATES) }));
      const within = acts.map((act, i): Act => {
        const isPackage = i < 4;
        const dates = isPackage && i !== 2 ? { inForceFrom: null, inForceUntil: null } : {};
        return { ...act, ...dates, isPackage, ...(i > 0 ? { partOf: `measure:m${random.below(Math.min(i, 4))}` } : {}) };
      });
      await fill({ acts: within, edges: [...edges, ...back] });
      for (const day of DAYS) await statusesOn(day);
      await changesAgree(null);
    },
  );

  const chain = (length: number): History => {
    const acts = Array.from({ length: length + 1 }, (_, i): Act => {
      const id = i === 0 ? "measure:m" : `measure:x${String(i).padStart(2, "0")}`;
      return { id, announcedOn: "2000-01-01", inForceFrom: `${2000 + i}-01-01`, inForceUntil: `${2000 + i}-12-31` };
    });
    const edges = acts.slice(1).map((act, i): Edge => ({ type: "EXTENDS", from: act.id, to: acts[i]?.id ?? "", since: null, until: null }));
    return { acts, edges };
  };

  it("follows extensions of extensions, and says UNKNOWN where they go on beyond what is read", async () => {
    await fill(chain(20));
    expect((await statusesOn("2020-06-01", null, ["IN_FORCE"])).get("measure:m")?.status).toBe("IN_FORCE");
    expect((await statusesOn("2021-01-01", null, ["EXPIRED"])).get("measure:m")?.status).toBe("EXPIRED");
    await fill(chain(24));
    expect((await statusesOn("2024-06-01", null, ["UNKNOWN"])).get("measure:m")?.status).toBe("UNKNOWN");
    expect((await statusesOn("2000-06-01", null, ["IN_FORCE"])).get("measure:m")?.status).toBe("IN_FORCE");
  });

  it("is not held up by acts that all end each other", async () => {
    const acts = Array.from(
      { length: 7 },
      (_, i): Act => ({ id: `measure:m${i}`, announcedOn: "2025-01-01", inForceFrom: "2025-02-01", inForceUntil: null }),
    );
    const edges = acts.flatMap((a) =>
      acts.flatMap((b): Edge[] => (a === b ? [] : [{ type: "ENDS", from: a.id, to: b.id, since: "2025-06-01", until: null }])),
    );
    await fill({ acts, edges });
    expect((await statusesOn("2025-05-01", null, ["IN_FORCE"])).get("measure:m0")?.status).toBe("IN_FORCE");
    expect((await statusesOn("2025-07-01", null, ["UNKNOWN"])).get("measure:m0")?.status).toBe("UNKNOWN");
  });

  it("is that of @asOf's day, else of today, which is never kept", async () => {
    await fill({
      acts: [{ id: "measure:m", announcedOn: "2025-05-01", inForceFrom: "2025-06-01", inForceUntil: "2025-06-30" }],
      edges: [],
    });
    const source = `query ($absent: Date) {
      measure(id: "measure:m") { statusOn { status } absent: statusOn(date: $absent) { status } before: statusOn @asOf(valid: "2025-05-10") { status } }
      kept: measures(filter: { status: { in: [IN_FORCE] } }) { totalCount }
      before: measures(filter: { status: { in: [SCHEDULED] } }) @asOf(valid: "2025-05-10") { totalCount }
    }`;
    for (const [day, status, totalCount] of [
      ["2025-05-31", "SCHEDULED", 0],
      ["2025-06-10", "IN_FORCE", 1],
      ["2025-07-01", "EXPIRED", 0],
    ] as const) {
      today = day;
      expect(await ask(source)).toEqual({
        measure: { statusOn: { status }, absent: { status }, before: { status: "SCHEDULED" } },
        kept: { totalCount },
        before: { totalCount: 1 },
      });
    }
  });

  it("tells what decided it as it was known on the same day", async () => {
    const acts: Act[] = ["m", "x", "y"].map((name) => ({
      id: `measure:${name}`,
      announcedOn: "2025-05-01",
      inForceFrom: "2025-06-01",
      inForceUntil: null,
    }));
    await fill({
      acts,
      edges: [{ type: "ENDS", from: "measure:x", to: "measure:m", since: "2025-06-10", until: null, recordedOn: "2025-06-09" }],
    });
    await engine.write(async (transaction) => {
      const text = "MATCH (:Measure {id: 'measure:x'})-[r:ENDS]->() SET r.evidence = ['0|2025-06-09|source:a', '1|2025-06-20|source:b']";
      await transaction.run({ text, params: {} });
    });
    const decided = (known: string) => `statusOn(date: "2025-07-01", known: "${known}") { status decidedBy { sourceCount official } }`;
    const { measure } = await ask<{ measure: unknown }>(
      `{ measure(id: "measure:m") { before: ${decided("2025-06-08")} first: ${decided("2025-06-09")} both: ${decided("2025-06-20")} } }`,
    );
    expect(measure).toEqual({
      before: { status: "IN_FORCE", decidedBy: null },
      first: { status: "REVOKED", decidedBy: { sourceCount: 1, official: false } },
      both: { status: "REVOKED", decidedBy: { sourceCount: 2, official: true } },
    });
  });
});
