import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const HOSTILE = [
  `") DETACH DELETE n //`,
  `'}) DETACH DELETE n //`,
  "' OR '1'='1",
  "`",
  "$p0",
  "$searchHits",
  "\\",
  "\\u0027",
  "%",
  ".*",
  "/*search*/",
  "$& $1",
  "稀土–Ω😀",
  "\u0000",
  "\u202e",
  "x".repeat(1_000),
];

let seeded: Seeded;
beforeAll(async () => {
  seeded = await openSeeded();
});
afterAll(() => seeded?.close());

describe("hostile values", () => {
  let whole: unknown;
  const count = "{ measures { totalCount } events { totalCount } claims { totalCount } countries { totalCount } }";
  beforeAll(async () => {
    whole = (await seeded.send(count)).body.data;
  });

  async function ask(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { status, body } = await seeded.send(query, variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    return body.data as Record<string, unknown>;
  }

  it.each(HOSTILE)("a hostile text in any text of a filter is compared, and does nothing else: %j", async (bad) => {
    const query = `query ($text: String!) {
      is: measures(filter: {title: {is: [$text]}}) { totalCount nodes { id } }
      startsWith: measures(filter: {title: {startsWith: $text}}) { totalCount }
      through: measures(filter: {targetsWhere: {node: {name: {is: [$text]}}, edge: {note: {is: [$text]}}}}) { totalCount }
      contained: measures(filter: {aliases: {contains: $text}, summary: {contains: $text}, title: {is: [$text]}}) { totalCount }
      onEdges: measure(id: "measure:cn-2025-announcement-18") { imposedBy(edge: {note: {contains: $text}}) { totalCount } } }`;
    const none = { totalCount: 0 };
    expect(await ask(query, { text: bad })).toEqual({
      is: { totalCount: 0, nodes: [] },
      startsWith: none,
      through: none,
      contained: none,
      onEdges: { imposedBy: none },
    });
  });

  it.each(HOSTILE)("a hostile text for an id is refused, in variables and in the operation: %j", async (bad) => {
    for (const query of [
      "query ($id: ID!) { measures(filter: {id: [$id]}) { totalCount } }",
      "query ($id: ID!) { measures(filter: {targets: [$id]}) { totalCount } }",
      "query ($id: ID!) { measures(filter: {covers: [$id], reach: EXACT}) { totalCount } }",
      "query ($id: ID!) { measures(filter: {targetsWhere: {edge: {claims: [$id]}}}) { totalCount } }",
      "query ($id: ID!) { node(id: $id) { id } }",
      "query ($id: ID!) { nodes(ids: [$id]) { id } }",
      "query ($id: ID!) { firm(id: $id) { id } }",
      "query ($id: ID!) { timeline(actors: [$id]) { totalCount } }",
    ]) {
      const literal = query.replace("query ($id: ID!) ", "").replace("$id", () => JSON.stringify(bad));
      for (const { body } of [await seeded.send(query, { id: bad }), await seeded.send(literal)]) {
        // A lone word may be a key, where the type is certain.
        if (/^x+$/.test(bad) && body.errors === undefined) continue;
        expect(body.errors?.map((e) => e.extensions?.code)).toEqual(["BAD_ID"]);
        expect(JSON.stringify(body)).not.toMatch(/cypher|grafeo|neo4j|stacktrace|node_modules/i);
      }
    }
  });

  it.each(HOSTILE)("a hostile text written into the operation is compared, and does nothing else: %j", async (bad) => {
    const text = JSON.stringify(bad);
    const query = `{ measures(filter: {title: {is: [${text}]}}) { totalCount } search(text: ${text}) { score } }`;
    expect(await ask(query)).toMatchObject({ measures: { totalCount: 0 } });
  });

  it.each(HOSTILE)("a hostile text is searched for as words: %j", async (text) => {
    const { search } = await ask("query ($text: String!) { search(text: $text, types: [MEASURE]) { score node { __typename } } }", {
      text,
    });
    for (const hit of search as { node: { __typename: string } }[]) expect(hit.node.__typename).toBe("Measure");
  });

  it.each(HOSTILE)("a hostile text is refused as a code, a date, a cursor, an enum value or an input: %j", async (bad) => {
    for (const query of [
      "query ($bad: CountryCode!) { country(code: $bad) { id } }",
      "query ($bad: HsCode!) { commodity(hsCode: $bad) { id } }",
      "query ($bad: PartialDate!) { measures(filter: {announcedOn: {is: [$bad]}}) { totalCount } }",
      "query ($bad: Date!) { measures(filter: {on: $bad}) { totalCount } }",
      "query ($bad: String!) { measures(after: $bad) { nodes { id } } }",
      "query ($bad: String!) { measures(before: $bad) { nodes { id } } }",
      'query ($bad: [NodeType!]) { search(text: "a", types: $bad) { score } }',
      "query ($bad: [MeasureKind!]) { measures(filter: {kind: $bad}) { totalCount } }",
      "query ($bad: [MeasureOrder!]) { measures(orderBy: $bad) { totalCount nodes { id } } }",
      "query ($bad: MeasureFilter) { measures(filter: $bad) { totalCount } }",
    ]) {
      const { status, body } = await seeded.send(query, { bad });
      expect([200, 400]).toContain(status);
      expect(body.errors?.[0]?.extensions?.code).toMatch(/^BAD_(CURSOR|USER_INPUT)$/);
      expect(JSON.stringify(body)).not.toMatch(/cypher|grafeo|neo4j|stacktrace|node_modules/i);
    }
  });

  it("a text of broken UTF-16 is answered like any other that nothing matches", async () => {
    const query = "query ($text: String!) { measures(filter: {title: {contains: $text}}) { totalCount } search(text: $text) { score } }";
    expect(await ask(query, { text: "\ud800" })).toEqual({ measures: { totalCount: 0 }, search: [] });
  });

  it("hostile texts leave the graph as it was", async () => {
    expect(await ask(count)).toEqual(whole);
  });
});

describe("unusual filters", () => {
  async function measures(filter: unknown): Promise<unknown> {
    const { status, body } = await seeded.send(
      "query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } } }",
      { filter },
    );
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    return (body.data as { measures: unknown }).measures;
  }
  const nothing = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null } };

  it.each<[string, unknown]>([
    ["one thing and its opposite", { kind: ["TARIFF"], not: { kind: ["TARIFF"] } }],
    ["all of what excludes each other", { all: [{ kind: ["TARIFF"] }, { kind: ["BAN"] }] }],
    ["what exists and does not", { rate: { exists: false, min: 0 } }],
    ["any of nothing", { any: [] }],
    ["none of no ids", { id: [] }],
    ["no kinds", { kind: [] }],
    ["no texts", { title: { is: [] } }],
    ["no dates", { announcedOn: { is: [] } }],
    ["no numbers", { rate: { is: [] } }],
    ["no ends of an edge", { targets: [] }],
    ["no ends of an edge exactly", { targets: [], reach: "EXACT" }],
    ["an end whose own conditions contradict each other", { targetsWhere: { node: { id: ["country:US"], not: { id: ["country:US"] } } } }],
  ])("a filter that asks for %s finds nothing, and counts 0", async (_, filter) => {
    expect(await measures(filter)).toEqual(nothing);
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["null", null],
    ["fields that are null", { title: null, targets: null, not: null, any: null, reach: null, rate: { min: null }, announcedOn: null }],
    ["all of nothing", { all: [] }],
    ["any of no condition", { any: [{}] }],
    ["not what has no condition", { not: {} }],
    ["not all of nothing", { not: { all: [] } }],
    ["not what is nothing", { not: { any: [] } }],
    ["exactly, but of nothing", { reach: "EXACT", on: "2025-01-01" }],
    ["a text that holds nothing", { title: { contains: "", startsWith: "" } }],
  ])("a filter that asks for %s finds everything", async (_, filter) => {
    expect(await measures(filter)).toEqual(await measures(undefined));
  });

  it("filters may be nested, in the deepest selection as well, and are refused beyond a bound", async () => {
    const nested = (depth: number): Record<string, unknown> =>
      depth === 0 ? { kind: ["TARIFF"] } : { not: nested(depth - 1), rate: { min: 0 } };
    const deep = { any: [{ not: { targetsWhere: { node: { all: [{ name: { contains: "a" } }] } } } }] };
    let query = "parts(filter: $filter) { edges { node { id } } }";
    for (let hop = 1; hop < 7; hop += 1) query = `parts(first: 2) { edges { node { ${query} } } }`;
    for (const filter of [nested(5), deep]) {
      expect(await measures(filter)).toMatchObject({ pageInfo: {} });
      const { body } = await seeded.send(`query ($filter: MeasureFilter) { measures(first: 1) { edges { node { ${query} } } } }`, {
        filter,
      });
      expect(body.errors).toBeUndefined();
    }
    for (const [depth, code] of [
      [6, "BAD_FILTER"],
      [500, "BAD_USER_INPUT"],
    ] as const) {
      const { body } = await seeded.send("query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }", {
        filter: nested(depth),
      });
      expect(body.errors?.map((e) => e.extensions?.code)).toEqual([code]);
    }
  });

  it("a filter is refused where a field, a value or a type is unknown", async () => {
    for (const filter of [{ nope: 1 }, { kind: ["NOPE"] }, { rate: { min: "high" } }, { title: "a" }, { any: [null] }, []]) {
      const { status, body } = await seeded.send("query ($filter: MeasureFilter) { measures(filter: $filter) { totalCount } }", { filter });
      expect([200, 400]).toContain(status);
      expect(body.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    }
  });
});

describe("searches", () => {
  const query =
    "query ($text: String!, $types: [NodeType!], $first: Int) { search(text: $text, types: $types, first: $first) { score node { id } } }";

  it.each(["", " ", "?!… —", "()[]{}", '"', "😀", "\u0000"])("a search for a text without words finds nothing: %j", async (text) => {
    const { status, body } = await seeded.send(query, { text });
    expect([status, body.data, body.errors]).toEqual([200, { search: [] }, undefined]);
  });

  it("a search takes 1,000 characters, whatever their script, and refuses 1,001", async () => {
    for (const letter of ["a", "稀", "😀"]) {
      expect((await seeded.send(query, { text: letter.repeat(1_000) })).body.errors).toBeUndefined();
      const { status, body } = await seeded.send(query, { text: letter.repeat(1_001) });
      expect(status).toBe(400);
      expect(body.errors?.map((e) => e.extensions?.code)).toEqual(["BAD_SEARCH"]);
    }
  });

  it("a search among no types or for the first 0 finds nothing, and one with `first` out of range is refused", async () => {
    expect((await seeded.send(query, { text: "magnets", types: [] })).body.data).toEqual({ search: [] });
    expect((await seeded.send(query, { text: "magnets", first: 0 })).body.data).toEqual({ search: [] });
    for (const first of [-1, 201]) {
      expect((await seeded.send(query, { text: "magnets", first })).body.errors?.[0]?.extensions?.code).toBe("BAD_PAGE");
    }
  });
});
