import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_COST } from "../../src/server/cost/prices.ts";
import { writeHub } from "./hub.ts";
import { codeOf, type Served, serve } from "./support.ts";

const hub = (selection: string) => `{ event(id: "hub") { ${selection} } }`;

/** Each with its cost by hand: subqueries, what is looked at, objects. The graph has 201 events; its hub has 200 of its 400 edges either way. */
const FIGURES: readonly (readonly [query: string, cost: number])[] = [
  ["{ __typename }", 0],
  [hub("id title"), 1_000 + 1],
  ['{ node(id: "event:hub") { id } }', 1_000 + 1],
  ['{ a: event(id: "hub") { id } b: event(id: "hub") { id } }', 2 * (1_000 + 1)],
  ['{ nodes(ids: ["event:hub", "event:1"]) { id } }', 1_000 + 2],
  [hub("follows(first: 10) { nodes { id } }"), 2_000 + 200 / 10 + 1 + (1 + 10)],
  [hub("follows(last: 10) { nodes { id } }"), 2_000 + 200 / 10 + 1 + (1 + 10)],
  [hub("follows(first: 10) { edges { node { id } } }"), 2_000 + 200 / 10 + 1 + (1 + 10 + 10)],
  [hub("follows { nodes { id } }"), 2_000 + 200 / 10 + 1 + (1 + 20)],
  [hub("follows(first: 0) { nodes { id } }"), 2_000 + 200 / 10 + 1 + 1],
  [hub("follows(first: 0) { totalCount pageInfo { hasNextPage } }"), 3_000 + 200 / 10 + 1 + (1 + 1)],
  [hub("follows(first: 10) { edges { claims { id } } }"), 3_000 + 200 / 10 + 1 + (1 + 10)],
  [hub("id follows @skip(if: true) { nodes { id } } ... @include(if: false) { causes { totalCount } }"), 1_000 + 1],
  // No event causes anything here.
  [hub("causes(first: 200) { nodes { id } }"), 2_000 + 1 + 1],
  // An event is no measure: the dearer of the two counts, and both are planned.
  [
    '{ node(id: "event:hub") { ... on Event { follows(first: 10) { nodes { id } } } ... on Measure { covers { nodes { id } } targets { nodes { id } } } } }',
    4_000 + 200 / 10 + 1 + (1 + 10),
  ],
  [
    `${hub("a: follows(first: 1) { nodes { ...F } } b: follows(first: 1) { nodes { ...F } }")} fragment F on Event { causes { nodes { id } } }`,
    5_000 + 2 * (200 / 10) + 1 + 2 * (1 + 1 + 1),
  ],
  [hub('follows(first: 10, filter: { follows: ["hub"] }) { nodes { id } }'), 2_000 + 400 / 4 + (200 * 2) / 10 + 1 + (1 + 10)],
  ["{ events(first: 100) { nodes { id } } }", 1_000 + 201 / 5 + (1 + 100)],
  ["{ events(first: 200) { nodes { id } } }", 1_000 + 201 / 5 + (1 + 200)],
  ['{ events(filter: { id: ["hub"] }) { nodes { id } } }', 1_000 + 201 / 5 + (1 + 1)],
  ['{ events(first: 1, filter: { follows: ["hub"] }) { nodes { id } } }', 1_000 + 201 / 5 + 400 / 4 + (1 + 1)],
  [
    '{ events(first: 1, filter: { not: { any: [{ followsWhere: { node: { follows: ["hub"] } } }] } }) { nodes { id } } }',
    1_000 + 201 / 5 + 2 * (400 / 4) + (1 + 1),
  ],
  ['{ search(text: "hub", first: 3) { node { id } } }', 1_000 + 201 / 20 + 3 * (1 + 1)],
  // 201 nodes are walked, and all edges of the last one looked at: the hub's 200.
  ["{ relationships(first: 2) { nodes { since } } }", 1_000 + 201 / 4 + 200 + (1 + 2)],
  ["{ relationships(first: 2, types: [FOLLOWS]) { nodes { since } } }", 1_000 + 201 / 4 + 400 / 4 + (1 + 2)],
  ['{ relationships(first: 2) @asOf(known: "2025-01-01") { nodes { since } } }', 1_000 + 201 / 4 + 400 / 4 + (1 + 2)],
  ['query @asOf(known: "2025-01-01") { relationships(first: 2) { nodes { since } } }', 1_000 + 201 / 4 + 400 / 4 + (1 + 2)],
  ["{ relationships(first: 2, orderBy: [{ field: SINCE }]) { nodes { since } } }", 1_000 + 400 + (1 + 2)],
  ["{ relationships(first: 2) { totalCount nodes { since } } }", 2_000 + 400 / 8 + 201 / 4 + 200 + (1 + 2)],
  ['{ relationships(first: 2, from: ["firm:x"]) { nodes { since } } }', 1_000 + (1 + 2)],
  ['{ changes(from: "2025-01-01", to: "2025-02-01", first: 2) { nodes { date } } }', 1_000 + 201 / 4 + 400 / 8 + (1 + 2)],
  ['{ changes(from: "2025-01-01", to: "2025-02-01", first: 2) { totalCount nodes { date } } }', 2_000 + 201 / 4 + 400 + (1 + 2)],
  ['{ changes(from: "2025-01-01", to: "2025-02-01", kinds: [CHANGED], first: 2) { nodes { date } } }', 1_000 + 201 / 4 + (1 + 2)],
  ["{ timeline(first: 2) { nodes { date } } }", 1_000 + 201 * 2 + (1 + 2)],
  ["{ timeline(first: 2, kinds: [EVENT]) { nodes { date } } }", 1_000 + 201 * 6 + (1 + 2)],
  ["{ timeline { totalCount } }", 2_000 + 201 * 6 + 1],
  // No firm has an edge here; a country stands for others too, so that a twentieth of the 400 edges may join them.
  ['{ timeline(first: 2, actors: ["firm:x"]) { nodes { date } } }', 1_000 + (1 + 2)],
  ['{ timeline(first: 2, actors: ["country:XX"]) { nodes { date } } }', 1_000 + (400 / 20) * 4 + (1 + 2)],
  ['{ timeline(first: 2, actors: ["country:XX"]) { totalCount nodes { date } } }', 2_000 + (400 / 20) * 9 + (1 + 2)],
  ['{ timeline(first: 2, actors: ["country:XX"], reach: EXACT) { nodes { date } } }', 1_000 + (1 + 2)],
  // What may be a part of the event is looked for in all that is dated: 400 edges.
  [hub("timeline(first: 2) { nodes { date } }"), 1_000 + 4_000 + 400 / 10 + 1 + (1 + 2)],
  [hub("timeline { totalCount }"), 1_000 + 4_000 + 1_000 + (2 * 400) / 10 + 1 + 1],
  // No firm has an edge here, and no source a claim.
  ['{ firm(id: "x") { timeline(first: 2) { nodes { date } } } }', 1_000 + 4_000 + 1 + (1 + 2)],
  ['{ source(id: "x") { timeline(first: 2) { nodes { date } } } }', 1_000 + 4_000 + 1 + (1 + 2)],
  ["{ disagreements(first: 2) { nodes { positions { value } } } }", 2_000 + (1 + 2 * (1 + 2))],
  ['{ measure(id: "x") { statusOn(date: "2025-01-01") { status } } }', 1_000 + 4_000 + (1 + 1)],
  // No act reaches a measure here.
  ['{ measure(id: "x") { statuses { status } } }', 1_000 + 4_000 + (1 + 100)],
  // 201 nodes; twelve types, of which each is counted by a subquery of its own.
  ["{ meta { dataVersion } }", 1_000 + 1_000 + 1],
  ["{ meta { counts { nodes } } }", 1_000 + 12_000 + 201 / 10 + (1 + 12)],
  ["{ meta { bundles } }", 1_000 + 1_000 + 201 / 2 + 1],
  ["{ meta { engine schemaVersion } }", 1_000 + 1],
  // A statement for the ends and one a hop: the first on either side looks at the edges of one event, later ones at all from both their ends.
  ['{ paths(from: ["event:1"], to: ["event:2"], maxLength: 3, first: 2) { length } }', 5_000 + 3 * (400 + 400 + 800) + 25_000 + 2],
  ['{ paths(from: ["event:1"], to: ["event:2"]) { nodes { id } } }', 7_000 + 3 * (400 + 400 + 2 * 800) + 25_000 + 10 * (1 + 7)],
  [
    '{ paths(from: ["event:1", "firm:x"], to: ["event:2"], maxLength: 1, first: 1) { hops { relationships { since } } } }',
    5_000 + 3 * 400 + 25_000 + (1 + 6 * (1 + 10)),
  ],
  // The event itself and 200 edges; a statement a level, one to look behind the last, one for the rows; the hub has 400 edges to look at.
  [hub("causalChain(depth: 2, direction: BACK) { depth }"), 1_000 + 4 * 1_000 + 400 + 1 + 201],
  [hub("causalChain { node { id } via { since } }"), 3_000 + 12 * 1_000 + 2 * 400 + 1 + 401 * (1 + 1 + 1)],
  // Nothing takes anything back here.
  ['{ measure(id: "x") { escalation(depth: 1) { relief { since } } } }', 2_000 + 3 * 1_000 + 2 * 400 + 1 + 401],
  ["{ __schema { queryType { name } } }", 4 * (1 + 1)],
];

describe("the cost of an operation, in figures", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: "a-key-of-16-and-more" }, undefined, writeHub);
  });
  afterAll(() => served?.close());

  const costOf = async (query: string, variables?: Record<string, unknown>) => (await served.ask(query, variables)).json.extensions?.cost;

  it.each(FIGURES)("%s may cost %f", async (query, cost) => {
    expect(await costOf(query)).toMatchObject({ requested: Math.ceil(cost), limit: MAX_COST });
  });

  it("counts in an answer what was found, and the work all the same", async () => {
    expect(await costOf('{ event(id: "1") { follows(first: 10) { edges { node { id } } } } }')).toEqual({
      requested: 2_000 + 20 + 22,
      // One event, its connection, one edge, and the hub.
      actual: 2_000 + 20 + 4,
      limit: MAX_COST,
    });
    expect(await costOf('{ event(id: "none") { id } }')).toEqual({ requested: 1_001, actual: 1_000, limit: MAX_COST });
  });

  it("counts as the variables of each request say, also where it knows the operation already", async () => {
    const query = `query ($first: Int, $with: Boolean!, $filter: EventFilter, $ids: [ID!]!) {
      event(id: "hub") { follows(first: $first) @include(if: $with) { nodes { id } } }
      events(first: 1, filter: $filter) { totalCount }
      nodes(ids: $ids) { id }
    }`;
    const requested = async (variables: Record<string, unknown>) => {
      const report = await costOf(query, { with: true, ids: ["event:1"], ...variables });
      return (report as { readonly requested: number }).requested;
    };
    const base = 1_000 + 1 + (1_000 + 20 + 1) + (2_000 + 40.2 + 1) + 1_000;
    for (const _ of [1, 2]) {
      expect(await requested({ first: 7 })).toBe(Math.ceil(base + 7 + 1));
      expect(await requested({ first: 8 })).toBe(Math.ceil(base + 8 + 1));
      expect(await requested({})).toBe(Math.ceil(base + 20 + 1));
      expect(await requested({ with: false })).toBe(Math.ceil(base - 1_021 + 1));
      expect(await requested({ first: 7, ids: ["event:1", "event:2", "event:none"] })).toBe(Math.ceil(base + 7 + 3));
      expect(await requested({ first: 7, filter: { follows: ["hub"] } })).toBe(Math.ceil(base + 7 + 1 + 100));
      expect(await requested({ first: 7, filter: { title: { contains: "x" } } })).toBe(Math.ceil(base + 7 + 1));
    }
  });

  it("says the cost of an answer as CSV or JSON lines in a header", async () => {
    for (const format of ["csv", "jsonl"]) {
      const answer = await served.request(`/graphql?format=${format}&query=${encodeURIComponent('{ event(id: "hub") { id } }')}`);
      expect(JSON.parse(answer.headers.get("trade-graph-cost") ?? "")).toEqual({ requested: 1_001, actual: 1_001, limit: MAX_COST });
    }
  });

  it("a load counts at once in what its neighbours may cost, and exactly once it was measured", async () => {
    const events = Array.from(
      { length: 30 },
      (_, i) =>
        `  - { id: new-${i}, title: New ${i}, kind: TALKS, precedes: [hub-2], claims: [{ id: c-${i}, source: s, certainty: REPORTED }] }`,
    );
    const text = [
      "bundle: new",
      "sources: [{ id: s, title: A page, reliability: PRESS, publishedOn: 2025-07-01 }]",
      "events:",
      "  - { id: hub-2, title: Hub, kind: TALKS }",
      ...events,
    ].join("\n");
    const load = "mutation ($input: LoadInput!) { load(input: $input) { problems { message } } }";
    const before = await costOf('{ agreement(id: "x") { precedes(first: 200) { nodes { id } } } }');
    expect(before).toMatchObject({ requested: 2_000 + 2 });
    const answer = await served.post(JSON.stringify({ query: load, variables: { input: { files: [{ name: "new.yaml", text }] } } }), {
      "content-type": "application/json",
      authorization: "Bearer a-key-of-16-and-more",
    });
    expect(answer.json).toEqual({ data: { load: { problems: [] } } });
    const { requested, actual } = (await costOf('{ event(id: "hub-2") { follows(first: 200) { nodes { id } } } }')) as Record<
      string,
      number
    >;
    expect(actual).toBeLessThanOrEqual(Number(requested));
    await expect
      .poll(() => costOf('{ agreement(id: "x") { precedes(first: 200) { nodes { id } } } }'), { timeout: 20_000 })
      .toEqual(before);
    await expect.poll(() => costOf("{ events(first: 1) { nodes { id } } }")).toMatchObject({ requested: Math.ceil(1_000 + 232 / 5 + 2) });
  });
});

describe("limits that the settings give", () => {
  let served: Served;
  afterAll(() => served?.close());

  it("hold operations to them, and every answer says the limit", async () => {
    served = await serve({ maxCost: 1_010, maxDepth: 3 }, undefined, writeHub);
    const fits = await served.ask('{ event(id: "hub") { id } }');
    expect(fits.json).toEqual({
      data: { event: { id: "event:hub" } },
      extensions: { cost: { requested: 1_001, actual: 1_001, limit: 1_010 } },
    });
    expect(codeOf(await served.ask('{ event(id: "hub") { follows(first: 0) { totalCount } } }'))).toBe("QUERY_TOO_EXPENSIVE");
    expect(codeOf(await served.ask("{ events { nodes { follows { totalCount } } } }"))).toBe("QUERY_TOO_DEEP");
  });
});
