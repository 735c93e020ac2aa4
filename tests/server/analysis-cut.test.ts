import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { type Served, serve } from "./support.ts";

/** How many edges each of two busy countries has: one of them fits into what a level looks at, both do not. */
const BUSY = 12_000;
/** How many measures join two other countries, and how many of these earlier talks dealt with. */
const LATER = 3_000;
const DISCUSSED = 500;
/** How many acts answer the measure that is answered most. */
const ANSWERED = 250;
/** How many steps the long chain has. */
const LONG = 25;
/** How often a measure is put on hold, each time for a day. */
const PAUSES = 70;

/** So many days after the first of 2020. */
const dayOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
const pad = (number: number) => String(number).padStart(5, "0");

/** Two firms whose only ways lead through two busy countries; a measure with many answers; a long chain of answers. */
async function write(engine: GraphEngine): Promise<void> {
  const measures = Array.from({ length: BUSY }, (_, i) => `measure:busy-${pad(i)}`);
  const chain = Array.from({ length: LONG + 1 }, (_, i) => ({ id: `measure:chain-${pad(i)}`, answered: `measure:chain-${pad(i - 1)}` }));
  await engine.write(async (transaction) => {
    const run = (text: string, params = {}) => transaction.run({ text, params });
    const measure = "CREATE (n:Node:Measure {id: id, title: id, aliases: []})";
    const countries = ["country:AA", "country:BB", "country:CC", "country:DD"];
    await run("UNWIND $ids AS id CREATE (n:Node:Country {id: id, name: id, aliases: []})", { ids: countries });
    await run("UNWIND $ids AS id CREATE (n:Node:Firm {id: id, name: id, aliases: []})", { ids: ["firm:a", "firm:b", "firm:c"] });
    await run(`UNWIND $ids AS id ${measure}`, { ids: [...measures, ...chain.map(({ id }) => id)] });
    const joined = "UNWIND $ids AS id MATCH (n:Node {id: id}) CREATE (n)-[:TARGETS {claims: []}]->(c)";
    for (const country of ["country:AA", "country:BB"]) {
      await run(`MATCH (c:Node {id: $country}) ${joined}`, { country, ids: measures });
      const homes = "CREATE (f)-[:HEADQUARTERED_IN {claims: []}]->(c)";
      await run(`MATCH (c:Node {id: $country}) UNWIND ['firm:a', 'firm:b'] AS id MATCH (f:Node {id: id}) ${homes}`, { country });
    }
    await run("CREATE (n:Node:Event {id: 'event:talks', title: 'Talks', aliases: [], date: '2020-01-01', startedOn: '2020-01-01'})");
    const later = Array.from({ length: LATER }, (_, i) => `measure:later-${pad(i)}`);
    const dated = "CREATE (n:Node:Measure {id: id, title: id, aliases: [], date: '2025-01-01', announcedOn: '2025-01-01'})";
    await run(`UNWIND $ids AS id ${dated}`, { ids: later });
    for (const country of ["country:CC", "country:DD"]) await run(`MATCH (c:Node {id: $country}) ${joined}`, { country, ids: later });
    const talks = "MATCH (n:Node {id: id}) CREATE (e)-[:CONCERNS {claims: []}]->(n)";
    await run(`MATCH (e:Node {id: 'event:talks'}) UNWIND $ids AS id ${talks}`, { ids: later.slice(0, DISCUSSED) });
    // Reached from the other firms by four hops, two of which lead through a busy country.
    await run("MATCH (m:Node {id: $id}) MATCH (f:Node {id: 'firm:c'}) CREATE (m)-[:TARGETS {claims: []}]->(f)", { id: measures[7] });
    await run("MATCH (m:Node {id: $to}) UNWIND $ids AS id MATCH (n:Node {id: id}) CREATE (n)-[:RETALIATES_AGAINST {claims: []}]->(m)", {
      to: measures[0],
      ids: measures.slice(1, ANSWERED + 1),
    });
    const answers = "MATCH (m:Node {id: c.answered}) MATCH (n:Node {id: c.id}) CREATE (n)-[:RESPONDS_TO {claims: []}]->(m)";
    await run(`UNWIND $chain AS c ${answers}`, { chain: chain.slice(1) });
    const paused = {
      id: "measure:paused",
      title: "Paused",
      aliases: [],
      date: "2020-01-01",
      announcedOn: "2020-01-01",
      inForceFrom: "2020-01-02",
    };
    await run("CREATE (n:Node:Measure) SET n = $paused", { paused });
    const pauses = Array.from({ length: PAUSES }, (_, i) => ({ by: measures[i], on: dayOf(10 + 10 * i) }));
    const holds = "MATCH (n:Node {id: p.by}) CREATE (n)-[:SUSPENDS {since: p.on, until: p.on, claims: []}]->(m)";
    await run(`MATCH (m:Node {id: 'measure:paused'}) UNWIND $pauses AS p ${holds}`, { pauses });
  });
}

describe("what is worked out in steps", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({}, undefined, write);
  });
  afterAll(() => served?.close());

  const asked = async (query: string) => {
    const { json } = await served.ask(query);
    expect(json.errors).toBeUndefined();
    const cost = json.extensions?.cost as { readonly requested: number; readonly actual: number } | undefined;
    expect(cost?.actual).toBeLessThanOrEqual(cost?.requested ?? 0);
    return { data: json.data, warnings: json.extensions?.warnings };
  };
  const paths = async (args: string) => {
    const { data, warnings } = await asked(`{ ways: paths(${args}) { nodes { id } } }`);
    const { ways } = data as { readonly ways: readonly { readonly nodes: readonly { readonly id: string }[] }[] };
    return { ways: ways.map(({ nodes }) => nodes.map(({ id }) => id).join(" ")), warnings };
  };
  const chain = async (id: string, args: string) => {
    const { data, warnings } = await asked(`{ measure(id: "${id}") { ladder: escalation${args} { depth isLast node { id } } } }`);
    const { measure } = data as { readonly measure: { readonly ladder: readonly Rung[] } };
    return { ladder: measure.ladder, warnings };
  };
  const warning = (path: readonly string[], message: RegExp) => [{ code: "ANALYSIS_CUT", path, message: expect.stringMatching(message) }];

  it("says so where a search for paths passes over busy nodes, and not where it need not look at them", async () => {
    const short = 'from: ["firm:a"], to: ["firm:b"]';
    expect(await paths(`${short}, first: 2`)).toEqual({
      ways: ["firm:a country:AA firm:b", "firm:a country:BB firm:b"],
      warnings: undefined,
    });
    // Ways of four hops lead through both countries: one of them is left out on the way from either end.
    const longer = await paths(`${short}, first: 5`);
    expect(longer.ways.slice(0, 2)).toEqual(["firm:a country:AA firm:b", "firm:a country:BB firm:b"]);
    expect(longer.warnings).toEqual(warning(["ways"], /^Not all that leads through a node of 12002 edges was looked at: .* Name types/));
    // One alone fits.
    expect(await paths('from: ["country:AA"], to: ["firm:c"], first: 1')).toEqual({
      ways: ["country:AA measure:busy-00007 firm:c"],
      warnings: undefined,
    });
    expect(await paths(`${short}, first: 5, through: [COUNTRY], types: [HEADQUARTERED_IN]`)).toMatchObject({ warnings: undefined });
  });

  it("says so where more ways would have to be compared than may be, and gives those that it found before", async () => {
    // 3,000 measures lead from one country to the other, 500 of these on to the talks, which were before all of them: two million ways in vain.
    const asked = 'from: ["country:CC"], to: ["event:talks"], inTimeOrder: true';
    expect(await paths(`${asked}, maxLength: 3`)).toEqual({ ways: [], warnings: undefined });
    const { ways, warnings } = await paths(`${asked}, maxLength: 4`);
    expect(ways).toEqual([]);
    expect(warnings).toEqual(warning(["ways"], /^There are more ways than could be compared\. Other paths may be missing\./));
  });

  it("says so where an act has more answers than are given, and gives the first of them", async () => {
    const { ladder, warnings } = await chain("busy-00000", "(depth: 1, direction: FORWARD)");
    expect(ladder.map(({ node }) => node.id)).toEqual([
      "measure:busy-00000",
      ...Array.from({ length: 200 }, (_, i) => `measure:busy-${pad(i + 1)}`),
    ]);
    expect(warnings).toEqual(warning(["measure", "ladder"], /^A chain here has more than the 200 edges .* nearest/));
  });

  it("says so where a chain goes on behind the steps that nobody asked for, and not where they were asked for", async () => {
    const byDefault = await chain("chain-00000", "");
    expect(byDefault.ladder.map(({ depth }) => depth)).toEqual(Array.from({ length: 11 }, (_, i) => i));
    expect(byDefault.ladder.map(({ isLast }) => isLast)).toEqual(Array.from({ length: 11 }, () => false));
    expect(byDefault.warnings).toEqual(warning(["measure", "ladder"], /^A chain here goes on behind the 10 steps .* \(20 at most\)/));
    for (const depth of [10, 20]) {
      const { ladder, warnings } = await chain("chain-00000", `(depth: ${depth})`);
      expect(ladder).toHaveLength(depth + 1);
      expect(ladder.at(-1)?.isLast).toBe(false);
      expect(warnings).toBeUndefined();
    }
    // Ten steps from the end: nothing lies behind.
    const { ladder, warnings } = await chain(`chain-${pad(LONG - 10)}`, "(direction: FORWARD)");
    expect(ladder.at(-1)).toEqual({ depth: 10, isLast: true, node: { id: `measure:chain-${pad(LONG)}` } });
    expect(warnings).toBeUndefined();
  });

  it("says so where a measure has more spans along time than are given, and goes on from the day after the last", async () => {
    const spans = async (args: string) => {
      const { data, warnings } = await asked(`{ measure(id: "paused") { along: statuses${args} { status from until } } }`);
      return { along: (data as { readonly measure: { readonly along: readonly unknown[] } }).measure.along, warnings };
    };
    const all = [
      { status: "NOT_YET_ANNOUNCED", from: null, until: "2019-12-31" },
      { status: "SCHEDULED", from: "2020-01-01", until: "2020-01-01" },
      { status: "IN_FORCE", from: "2020-01-02", until: dayOf(9) },
      ...Array.from({ length: PAUSES }, (_, i) => [
        { status: "SUSPENDED", from: dayOf(10 + 10 * i), until: dayOf(10 + 10 * i) },
        { status: "IN_FORCE", from: dayOf(11 + 10 * i), until: i === PAUSES - 1 ? null : dayOf(19 + 10 * i) },
      ]).flat(),
    ];
    const [first, next] = [all.slice(0, 100), all[100]];
    expect(await spans("")).toEqual({
      along: first,
      warnings: warning(["measure", "along"], /^A measure here stands in more than 100 spans .* from the day after/),
    });
    expect(await spans(`(from: "${next?.from}")`)).toEqual({ along: all.slice(100), warnings: undefined });
    expect(await spans(`(to: "${first.at(-1)?.until}")`)).toEqual({ along: first, warnings: undefined });
  });

  it("warns of an id that nobody has where no path is found", async () => {
    const { ways, warnings } = await paths('from: ["firm:a"], to: ["firm:d"]');
    expect(ways).toEqual([]);
    expect(warnings).toEqual([expect.objectContaining({ code: "UNKNOWN_ID", path: ["ways"], id: "firm:d" })]);
  });

  it("is refused out of bounds, with a code of its own", async () => {
    for (const [query, code] of [
      ['{ paths(from: ["firm:a"], to: ["firm:b"], maxLength: 7) { length } }', "BAD_DEPTH"],
      ['{ paths(from: ["firm:a"], to: ["firm:b"], first: 51) { length } }', "BAD_PAGE"],
      ['{ measure(id: "paused") { statuses(from: "2025-06-02", to: "2025-06-01") { status } } }', "BAD_FILTER"],
      ['{ paths(from: ["firm:a"], to: ["b"]) { length } }', "BAD_ID"],
      ['{ measure(id: "chain-00000") { escalation(depth: 0) { depth } } }', "BAD_DEPTH"],
      ['{ measure(id: "chain-00000") { causalChain(depth: 21) { depth } } }', "BAD_DEPTH"],
    ] as const) {
      const { json } = await served.ask(query);
      expect(json.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    }
  });
});

interface Rung {
  readonly depth: number;
  readonly isLast: boolean;
  readonly node: { readonly id: string };
}
