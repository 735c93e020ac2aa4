import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_DEPTH, MAX_MEMBERS } from "../../src/server/cost/prices.ts";
import { type Answer, type Served, serve } from "../server/support.ts";
import { writeDenseGraph } from "./dense-graph.ts";

/** One anonymous request that would hurt, and what becomes of it: the code of its refusal, or an answer. */
interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** In how many milliseconds; 1,000 where it does not say. */
  readonly within?: number;
  readonly expected: "QUERY_TOO_EXPENSIVE" | "QUERY_TOO_DEEP" | "BAD_USER_INPUT" | "GRAPHQL_VALIDATION_FAILED" | "an answer";
}

const times = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join(" ");
const nested = (depth: number, make: (inner: string) => string, inner: string): string =>
  depth === 0 ? inner : make(nested(depth - 1, make, inner));
const list = (count: number) => `[${times(count, (i) => `"commodity:${i}"`)}]`;
/** Fragments each of which asks twice for the next: 2^n subqueries in a text of n lines. */
const doubling = (levels: number, page: string) =>
  times(
    levels,
    (i) => `fragment F${i} on Event { a: causes(${page}) { nodes { ...F${i + 1} } } b: causes(${page}) { nodes { ...F${i + 1} } } }`,
  );
const introspection = getIntrospectionQuery();

const ATTACKS: readonly Attack[] = [
  {
    name: "fragments that double the statement with each level, by pages of nothing",
    query: `{ events(first: 1) { nodes { ...F0 } } } ${doubling(11, "first: 0")} fragment F11 on Event { id }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "the same, deeper than an operation may be",
    query: `{ events(first: 1) { nodes { ...F0 } } } ${doubling(15, "first: 0")} fragment F15 on Event { id }`,
    expected: "QUERY_TOO_DEEP",
  },
  {
    name: "300 searches",
    query: `{ ${times(300, (i) => `s${i}: search(text: "measure ${i}") { score }`)} }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "a page of all relationships",
    query: "{ relationships(first: 200) { nodes { since } } }",
    expected: "an answer",
  },
  {
    name: "a page of all relationships, the latest first",
    query: "{ relationships(first: 200, orderBy: [{ field: SINCE, direction: DESC }]) { nodes { since } } }",
    // All 80,000 edges began on one day, and are sorted.
    within: 5_000,
    expected: "an answer",
  },
  {
    name: "50 pages of all relationships, by day",
    query: `{ ${times(50, (i) => `r${i}: relationships(first: 200, orderBy: [{ field: SINCE }]) { nodes { since } }`)} }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "a page of all changes",
    query: '{ changes(from: "1990-01-01", to: "2026-01-01", first: 200) { nodes { date } } }',
    expected: "an answer",
  },
  {
    name: "50 pages of all changes",
    query: `{ ${times(50, (i) => `c${i}: changes(from: "1990-01-01", to: "2026-01-01") { nodes { date } }`)} }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "100 timelines of everything",
    query: `{ ${times(100, (i) => `t${i}: timeline { nodes { date } }`)} }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "100 introspections",
    query: `query { ${times(100, (i) => `s${i}: __schema { ...S }`)} } fragment S on __Schema { types { name fields { name args { name type { name ofType { name } } } } } }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  { name: "one introspection, as tools ask it", query: introspection, expected: "an answer" },
  {
    name: "introspection by fragments that double",
    query: `{ __schema { types { ...T0 } } } ${times(14, (i) => `fragment T${i} on __Type { a: ofType { ...T${i + 1} } b: ofType { ...T${i + 1} } }`)} fragment T14 on __Type { name }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "full pages in full pages in full pages",
    query:
      "{ measures(first: 200) { nodes { covers(first: 200) { nodes { coveredBy(first: 200) { nodes { covers(first: 200) { nodes { id } } } } } } } } }",
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "pages of the default size, eight deep",
    query: `{ measures { nodes { ${nested(4, (inner) => `covers { nodes { coveredBy { nodes { ${inner} } } } }`, "id")} } } }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "more levels than an operation may have",
    query: `{ measures(first: 1) { nodes { ${nested(MAX_DEPTH / 2, (inner) => `extends(first: 1) { nodes { ... on Measure { ${inner} } } }`, "id")} } } }`,
    expected: "QUERY_TOO_DEEP",
  },
  {
    name: "counts of hubs under many aliases",
    query: `{ countries(first: 200) { nodes { ${times(150, (i) => `c${i}: affectedBy(filter: { title: { contains: "${i}" } }) { totalCount }`)} } } }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "200 statuses of a measure",
    query: `{ measure(id: "0") { ${times(200, (i) => `s${i}: statusOn(date: "2025-01-01") { status }`)} } }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "100 filters that walk edges, side by side",
    query: `{ measures(filter: { any: [${times(100, (i) => `{ coversWhere: { node: { name: { contains: "${i}" } } } }`)}] }) { totalCount } }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "the same in a variable",
    query: "query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }",
    variables: { filter: { any: Array.from({ length: 100 }, (_, i) => ({ coversWhere: { node: { name: { contains: String(i) } } } })) } },
    expected: "QUERY_TOO_EXPENSIVE",
  },
  {
    name: "a list with too many members",
    query: `{ measures(filter: { covers: ${list(MAX_MEMBERS + 1)} }) { totalCount } }`,
    expected: "BAD_USER_INPUT",
  },
  {
    name: "a list with too many members in a fragment, deep in a filter",
    query: `{ measures(first: 1) { ...M } } fragment M on MeasureConnection { nodes { covers(filter: { not: { any: [{ id: ${list(MAX_MEMBERS + 1)} }] } }) { totalCount } } }`,
    expected: "BAD_USER_INPUT",
  },
  {
    name: "a list with too many members in a variable",
    query: "query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }",
    variables: { filter: { not: { covers: Array.from({ length: MAX_MEMBERS + 1 }, (_, i) => `commodity:${i}`) } } },
    expected: "BAD_USER_INPUT",
  },
  {
    name: "a list with too many members in a variable's default",
    query: `query ($ids: [ID!]! = ${list(MAX_MEMBERS + 1)}) { nodes(ids: $ids) { id } }`,
    expected: "BAD_USER_INPUT",
  },
  {
    name: "lists in lists, 1,000 deep, in a variable",
    query: "query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }",
    variables: { filter: JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`) as unknown },
    expected: "BAD_USER_INPUT",
  },
  {
    name: "what everything below all countries has, for each of them, many times",
    query: `{ countries(first: 200) { nodes { ${times(40, (i) => `a${i}: affectedBy(reach: ALL, first: 0) { totalCount }`)} } } }`,
    expected: "QUERY_TOO_EXPENSIVE",
  },
];

const became = ({ status, json }: Answer): unknown => {
  const [error] = json.errors ?? [];
  if (!error) return "an answer";
  expect(status).toBe(400);
  return error.extensions?.code;
};

describe("requests that would hurt", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({}, undefined, writeDenseGraph);
  }, 120_000);
  afterAll(() => served?.close());

  /** Sends an attack with a probe beside it; how long both took, in milliseconds. */
  async function send({ query, variables }: Attack): Promise<{ answer: Answer; took: number; probed: number }> {
    const start = performance.now();
    const [answer, probed] = await Promise.all([
      served.ask(query, variables).then((it) => ({ it, took: performance.now() - start })),
      new Promise((resolve) => setTimeout(resolve, 1)).then(async () => {
        const asked = performance.now();
        await served.request("/livez");
        return performance.now() - asked;
      }),
    ]);
    return { answer: answer.it, took: answer.took, probed };
  }

  it.each(ATTACKS)("$name: $expected in time, and others are answered within 100 ms", async (attack) => {
    const { within = 1_000 } = attack;
    let [took, probed] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // The best of three: what else runs on the machine is no matter of the server's.
    for (let i = 0; i < 3 && (took > within || probed > 100); i++) {
      const sent = await send(attack);
      expect(became(sent.answer), sent.answer.text.slice(0, 300)).toBe(attack.expected);
      took = Math.min(took, sent.took);
      probed = Math.min(probed, sent.probed);
    }
    expect(took).toBeLessThan(within);
    expect(probed).toBeLessThan(100);
  });

  it("a refusal names the figure, the limit, and the field that is most of it", async () => {
    const { json } = await served.ask(
      "{ measures(first: 200) { nodes { covers(first: 200) { nodes { coveredBy(first: 200) { edges { node { id } } } } } } } }",
    );
    expect(json.errors?.[0]?.message).toMatch(
      /^This operation may cost [\d,]+, in objects of the answer; 500,000 is the limit\. measures\.nodes\.covers\.nodes\.coveredBy\.edges is [\d,]+ of it\. Ask for smaller pages/,
    );
  });

  it("a list that is too long is refused with its place", async () => {
    const messageOf = async (query: string, variables?: Record<string, unknown>) =>
      (await served.ask(query, variables)).json.errors?.[0]?.message;
    const ids = Array.from({ length: 501 }, (_, i) => `commodity:${i}`);
    expect(await messageOf(`{ measures(filter: { all: [{ covers: ${list(501)} }] }) { totalCount } }`)).toBe(
      "The list at measures(filter).all[0].covers has 501 members; 500 is the limit. Ask in several steps.",
    );
    expect(await messageOf("query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }", { f: { all: [{ covers: ids }] } })).toBe(
      "The list at $f.all[0].covers has 501 members; 500 is the limit. Ask in several steps.",
    );
  });

  it("values that are nested as deep as a request is long are refused", async () => {
    const query = "query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }";
    for (const [open, close] of [
      ["[", "]"],
      ['{"not":', "}"],
    ] as const) {
      const deep = `${open.repeat(30_000)}{}${close.repeat(30_000)}`;
      for (const name of ["filter", "other"]) {
        const answer = await served.post(`{"query":${JSON.stringify(query)},"variables":{"${name}":${deep}}}`);
        expect(became(answer), answer.text.slice(0, 300)).toBe("BAD_USER_INPUT");
      }
    }
  });

  it("lists with as many members as may be are answered", async () => {
    const ids = Array.from({ length: MAX_MEMBERS }, (_, i) => `commodity:${i}`);
    const answer = await served.ask("query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }", { f: { covers: ids } });
    expect(answer.json.data).toEqual({ measures: { totalCount: 2_000 } });
  });
});
