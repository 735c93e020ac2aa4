import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSeeded, type Seeded } from "../support/seeded.ts";

const MEASURE = "measure:cn-2025-announcement-18";
const place = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

describe("unusual and invalid requests", () => {
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
    it("an id that no node has finds nothing", async () => {
      const query = "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } measure(id: $id) { id } }";
      expect(await ask(query, { id: "measure:there-is-none" })).toEqual({ node: null, nodes: [null], measure: null });
    });

    it.each(["nothing:x", "", ":", "measure:", "a:b:c", "MEASURE:x", " ", "measure:cn 2025", "稀土", "x".repeat(10_000), "\u0000"])(
      "an id that can be no node's is refused: %j",
      async (id) => {
        expect(await refusal("query ($id: ID!) { node(id: $id) { id } }", { id })).toBe("BAD_ID");
        expect(await refusal("query ($id: ID!) { nodes(ids: [$id]) { id } }", { id })).toBe("BAD_ID");
        // A key alone, where the type is certain.
        if (!/^x+$/.test(id)) expect(await refusal("query ($id: ID!) { measure(id: $id) { id } }", { id })).toBe("BAD_ID");
      },
    );

    it("an id is refused in another type's field", async () => {
      expect(await refusal(`{ firm(id: "${MEASURE}") { id } }`)).toBe("BAD_ID");
      expect(await ask(`{ measure(id: "${MEASURE}") { id } }`)).toEqual({ measure: { id: MEASURE } });
    });

    it("a node is found by its key alone where the type is certain, and its key is refused where it is not", async () => {
      const key = MEASURE.slice("measure:".length);
      expect(await ask(`{ measure(id: "${key}") { id } }`)).toEqual({ measure: { id: MEASURE } });
      expect(await refusal(`{ node(id: "${key}") { id } }`)).toBe("BAD_ID");
    });

    it("nodes(ids) answers ids in their order, the same one twice, with null for what is unknown", async () => {
      const ids = ["firm:nothing", MEASURE, "country:US", MEASURE];
      expect(await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).toEqual({
        nodes: ids.map((id) => (id === "firm:nothing" ? null : { id })),
      });
      expect(await ask("{ nodes(ids: []) { id } }")).toEqual({ nodes: [] });
    });

    it("nodes(ids) answers 200 ids and refuses 201", async () => {
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
      ["of another order", place("Measure:TITLE+", "t", MEASURE)],
      ["of another list", place("Event:", "event:a")],
      ["that names no list", place("", MEASURE)],
      ["very long", "A".repeat(100_000)],
      ["an injection", `") DETACH DELETE n //`],
    ])("an invalid cursor is refused: %s", async (_, c) => {
      expect(await refusal(query, { c })).toBe("BAD_CURSOR");
    });

    it("a cursor is refused where a part of it is missing or something was added", async () => {
      const whole = await cursorOf("measures(first: 3)");
      expect(await ask(query, { c: whole })).toMatchObject({ measures: { nodes: [{}, {}] } });
      for (const c of [whole.slice(0, -1), whole.slice(0, whole.length / 2), whole.slice(1), `${whole}A`, `${whole}=`, ` ${whole}`]) {
        expect(await refusal(query, { c })).toBe("BAD_CURSOR");
      }
    });

    it("a cursor from another order, another direction, or another type's list is refused", async () => {
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

    it("a cursor from another edge field is refused", async () => {
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

    it("a cursor whose node is gone is a place like any other", async () => {
      expect(await ask(query, { c: place("Measure:", "measure:~") })).toEqual({ measures: { nodes: [] } });
    });

    it("a cursor is refused where its values are not of the types of its order's keys", async () => {
      for (const invalid of [5, true, null]) expect(await refusal(query, { c: place("Measure:", invalid) })).toBe("BAD_CURSOR");
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
    ])("a page is refused that asks for %s", async (page) => {
      expect(await refusal(`{ measures(${page}) { nodes { id } } }`)).toBe("BAD_PAGE");
      expect(await refusal(`{ measure(id: "${MEASURE}") { imposedBy(${page}) { totalCount } } }`)).toBe("BAD_PAGE");
    });

    it("a page out of range is refused from variables as well, after a valid one was compiled", async () => {
      const query = "query ($n: Int) { measures(first: $n) { nodes { id } } }";
      expect(await ask(query, { n: 1 })).toMatchObject({ measures: { nodes: [{}] } });
      expect(await refusal(query, { n: -1 })).toBe("BAD_PAGE");
      expect(await refusal(query, { n: 100_000 })).toBe("BAD_PAGE");
      expect(await refusal(query, { n: 2 ** 40 })).toBe("BAD_USER_INPUT");
    });

    it("a page of the first 0 is answered, and is empty", async () => {
      expect(await ask("{ measures(first: 0) { nodes { id } pageInfo { hasNextPage endCursor } } }")).toEqual({
        measures: { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } },
      });
    });

    it("an order that names a field twice is refused", async () => {
      expect(await refusal("{ measures(orderBy: [{field: TITLE}, {field: TITLE, direction: DESC}]) { nodes { id } } }")).toBe("BAD_ORDER");
    });

    it("an empty order is the order by id", async () => {
      const { a, b } = (await ask("{ a: measures(orderBy: []) { nodes { id } } b: measures { nodes { id } } }")) as Record<string, unknown>;
      expect(a).toEqual(b);
    });
  });

  describe("codes and dates", () => {
    it.each(["cn", "", "C", "CN ", "'", "$p0", "稀土", "ABCDEFGHIJKLM"])("an invalid country code is refused: %j", async (code) => {
      expect(await refusal("query ($code: CountryCode!) { country(code: $code) { id } }", { code })).toBe("BAD_USER_INPUT");
      expect(await refusal(`{ country(code: ${JSON.stringify(code)}) { id } }`)).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    });

    it.each(["8505.11", "850", "", "ABC", "IIII", "850511 ", "' OR '1'='1"])("an invalid HS code is refused: %j", async (code) => {
      expect(await refusal("query ($code: HsCode!) { commodity(hsCode: $code) { id } }", { code })).toBe("BAD_USER_INPUT");
      expect(await refusal(`{ commodity(hsCode: ${JSON.stringify(code)}) { id } }`)).toMatch(
        /^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/,
      );
    });

    it.each(["2025-13", "2023-02-29", "2025-6-5", "June", "", "2025-06-05T00:00:00Z"])("an invalid date is refused: %j", async (day) => {
      const query = "query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }";
      expect(await refusal(query, { f: { announcedOn: { from: day } } })).toBe("BAD_USER_INPUT");
      expect(await refusal(query, { f: { on: day } })).toBe("BAD_USER_INPUT");
    });

    it("a code that the graph does not have finds nothing", async () => {
      expect(await ask(`{ country(code: "ZZ") { id } commodity(hsCode: "9999") { id } }`)).toEqual({ country: null, commodity: null });
    });
  });
});
