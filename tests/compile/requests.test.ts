import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const MEASURE = "measure:cn-2025-announcement-18";
const place = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

describe("a request that is not as it should be", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded?.close());

  /** Sends an operation that must be answered without errors, and returns its data. */
  async function ask(query: string, variables?: Record<string, unknown>): Promise<unknown> {
    const { status, body } = await seeded.send(query, variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    return body.data;
  }

  /** Sends an operation that must be refused, and returns the code; the answer must give nothing away. */
  async function refusal(query: string, variables?: Record<string, unknown>): Promise<string | undefined> {
    const { status, body } = await seeded.send(query, variables);
    expect([200, 400]).toContain(status);
    expect(body.errors, "an error").toHaveLength(1);
    const [error] = body.errors ?? [];
    expect(error?.message).not.toBe("");
    expect(JSON.stringify(body)).not.toMatch(/cypher|grafeo|neo4j|MATCH |stacktrace|\bat .*\.[jt]s:\d/i);
    return error?.extensions?.code;
  }

  async function cursorOf(list: string): Promise<string> {
    const name = list.replace(/\(.*/s, "");
    const data = (await ask(`{ ${list} { pageInfo { endCursor } } }`)) as Record<string, { pageInfo: { endCursor: string } }>;
    return data[name]?.pageInfo.endCursor ?? "";
  }

  describe("ids", () => {
    it("finds nothing under one that no node has", async () => {
      const query = "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } measure(id: $id) { id } }";
      expect(await ask(query, { id: "measure:there-is-none" })).toEqual({ node: null, nodes: [null], measure: null });
    });

    it.each(["nothing:x", "", ":", "measure:", "a:b:c", "MEASURE:x", " ", "measure:cn 2025", "稀土", "x".repeat(10_000), "\u0000"])(
      "refuses %j, which can be no node's",
      async (id) => {
        expect(await refusal("query ($id: ID!) { node(id: $id) { id } }", { id })).toBe("BAD_ID");
        expect(await refusal("query ($id: ID!) { nodes(ids: [$id]) { id } }", { id })).toBe("BAD_ID");
        // A key alone, where the type is certain.
        if (!/^x+$/.test(id)) expect(await refusal("query ($id: ID!) { measure(id: $id) { id } }", { id })).toBe("BAD_ID");
      },
    );

    it("answers many ids in their order, the same one twice, with null for what is unknown", async () => {
      const ids = ["firm:nothing", MEASURE, "country:US", MEASURE];
      expect(await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).toEqual({
        nodes: ids.map((id) => (id === "firm:nothing" ? null : { id })),
      });
      expect(await ask("{ nodes(ids: []) { id } }")).toEqual({ nodes: [] });
    });

    it("answers 200 ids and refuses 201", async () => {
      const ids = (length: number) => ({ ids: Array.from({ length }, () => MEASURE) });
      const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
      expect(((await ask(query, ids(200))) as { nodes: unknown[] }).nodes).toHaveLength(200);
      expect(await refusal(query, ids(201))).toBe("BAD_PAGE");
    });
  });

  describe("cursors", () => {
    const query = "query ($c: String) { measures(first: 2, after: $c) { nodes { id } } }";

    it.each([
      ["empty", ""],
      ["no base64", "!!!"],
      ["base64 of no JSON", Buffer.from("hello").toString("base64url")],
      ["no list", Buffer.from('{"0":"Measure:"}').toString("base64url")],
      ["an empty list", place()],
      ["a place too short", place("Measure:")],
      ["a place too long", place("Measure:", MEASURE, MEASURE)],
      ["a place with a list in it", place("Measure:", [MEASURE])],
      ["a place with a map in it", place("Measure:", { id: MEASURE })],
      ["another order", place("Measure:TITLE+", "t", MEASURE)],
      ["another list", place("Event:", "event:a")],
      ["no list named", place("", MEASURE)],
      ["very long", "A".repeat(100_000)],
      ["an injection", `") DETACH DELETE n //`],
    ])("refuses one that is %s", async (_, c) => {
      expect(await refusal(query, { c })).toBe("BAD_CURSOR");
    });

    it("refuses any that lost its end or got a longer one", async () => {
      const whole = await cursorOf("measures(first: 3)");
      expect(await ask(query, { c: whole })).toMatchObject({ measures: { nodes: [{}, {}] } });
      for (const c of [whole.slice(0, -1), whole.slice(0, whole.length / 2), whole.slice(1), `${whole}A`, `${whole}=`, ` ${whole}`]) {
        expect(await refusal(query, { c })).toBe("BAD_CURSOR");
      }
    });

    it("refuses one from another order, another direction, and another type's list", async () => {
      for (const list of [
        "measures(first: 1, orderBy: [{field: TITLE}])",
        "measures(first: 1, orderBy: [{field: ANNOUNCED_ON, direction: DESC}])",
        "events(first: 1)",
      ]) {
        expect(await refusal(query, { c: await cursorOf(list) })).toBe("BAD_CURSOR");
      }
      const ascending = await cursorOf("measures(first: 1, orderBy: [{field: TITLE}])");
      const descending = "query ($c: String) { measures(after: $c, orderBy: [{field: TITLE, direction: DESC}]) { nodes { id } } }";
      expect(await refusal(descending, { c: ascending })).toBe("BAD_CURSOR");
    });

    it("refuses one from another edge that leads to the same type", async () => {
      const data = (await ask(`{ measure(id: "${MEASURE}") { imposedBy { pageInfo { endCursor } } } }`)) as {
        measure: { imposedBy: { pageInfo: { endCursor: string } } };
      };
      const c = data.measure.imposedBy.pageInfo.endCursor;
      expect(await refusal(`query ($c: String) { measure(id: "${MEASURE}") { covers(after: $c) { nodes { id } } } }`, { c })).toBe(
        "BAD_CURSOR",
      );
      expect(await ask(`query ($c: String) { measure(id: "${MEASURE}") { imposedBy(after: $c) { nodes { id } } } }`, { c })).toEqual({
        measure: { imposedBy: { nodes: [] } },
      });
    });

    it("takes one whose node is gone as a place like any other", async () => {
      expect(await ask(query, { c: place("Measure:", "measure:~") })).toEqual({ measures: { nodes: [] } });
    });

    it("refuses one of the wrong kind of value as the keys of its order", async () => {
      for (const wrong of [5, true, null]) expect(await refusal(query, { c: place("Measure:", wrong) })).toBe("BAD_CURSOR");
      const byRate = "query ($c: String) { measures(first: 1, after: $c, orderBy: [{field: RATE}]) { nodes { id } } }";
      expect(await refusal(byRate, { c: place("Measure:RATE+", "high", MEASURE) })).toBe("BAD_CURSOR");
      expect(await ask(byRate, { c: place("Measure:RATE+", 1.5, MEASURE) })).toMatchObject({ measures: {} });
      expect(await ask(byRate, { c: place("Measure:RATE+", null, MEASURE) })).toMatchObject({ measures: {} });
    });
  });

  describe("pages and orders", () => {
    it.each([
      "first: -1",
      "first: 201",
      "first: 100000",
      "first: 2147483647",
      "last: -1",
      "last: 201",
      "first: 1, last: 1",
      "first: 0, last: 0",
    ])("refuses a page of %s", async (page) => {
      expect(await refusal(`{ measures(${page}) { nodes { id } } }`)).toBe("BAD_PAGE");
      expect(await refusal(`{ measure(id: "${MEASURE}") { imposedBy(${page}) { totalCount } } }`)).toBe("BAD_PAGE");
    });

    it("refuses the same from variables, after a good page was compiled", async () => {
      const query = "query ($n: Int) { measures(first: $n) { nodes { id } } }";
      expect(await ask(query, { n: 1 })).toMatchObject({ measures: { nodes: [{}] } });
      expect(await refusal(query, { n: -1 })).toBe("BAD_PAGE");
      expect(await refusal(query, { n: 100_000 })).toBe("BAD_PAGE");
      expect(await refusal(query, { n: 2 ** 40 })).toBe("BAD_USER_INPUT");
    });

    it("answers an empty page", async () => {
      expect(await ask("{ measures(first: 0) { nodes { id } pageInfo { hasNextPage endCursor } } }")).toEqual({
        measures: { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } },
      });
    });

    it("refuses an order that names a field twice", async () => {
      expect(await refusal("{ measures(orderBy: [{field: TITLE}, {field: TITLE, direction: DESC}]) { nodes { id } } }")).toBe("BAD_ORDER");
    });

    it("takes no order as the order by id", async () => {
      const { a, b } = (await ask("{ a: measures(orderBy: []) { nodes { id } } b: measures { nodes { id } } }")) as Record<string, unknown>;
      expect(a).toEqual(b);
    });
  });

  describe("codes and dates", () => {
    it.each(["cn", "", "C", "CN ", "'", "$p0", "稀土", "ABCDEFGHIJKLM"])("refuses the country code %j", async (code) => {
      expect(await refusal("query ($code: CountryCode!) { country(code: $code) { id } }", { code })).toBe("BAD_USER_INPUT");
      expect(await refusal(`{ country(code: ${JSON.stringify(code)}) { id } }`)).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    });

    it.each(["8505.11", "850", "", "ABC", "IIII", "850511 ", "' OR '1'='1"])("refuses the HS code %j", async (code) => {
      expect(await refusal("query ($code: HsCode!) { commodity(hsCode: $code) { id } }", { code })).toBe("BAD_USER_INPUT");
      expect(await refusal(`{ commodity(hsCode: ${JSON.stringify(code)}) { id } }`)).toMatch(
        /^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/,
      );
    });

    it.each(["2025-13", "2023-02-29", "2025-6-5", "June", "", "2025-06-05T00:00:00Z"])("refuses the date %j", async (day) => {
      const query = "query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }";
      expect(await refusal(query, { f: { announcedOn: { from: day } } })).toBe("BAD_USER_INPUT");
      expect(await refusal(query, { f: { on: day } })).toBe("BAD_USER_INPUT");
    });

    it("finds nothing under codes that the graph does not have", async () => {
      expect(await ask(`{ country(code: "ZZ") { id } commodity(hsCode: "9999") { id } }`)).toEqual({ country: null, commodity: null });
    });
  });
});
