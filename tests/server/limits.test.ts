import { getIntrospectionQuery, graphqlSync } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { MAX_COST, MAX_DEPTH, MAX_TOKENS } from "../../src/server/cost/prices.ts";
import { writeHub } from "./hub.ts";
import { codeOf, type Served, serve } from "./support.ts";

/** `hops` times from event to event, two levels each, with `inner` at the end. */
const chain = (hops: number, inner = "id"): string => (hops === 0 ? inner : `precedes(first: 1) { nodes { ${chain(hops - 1, inner)} } }`);
/** A page of events in a page of events in a page of events: 200 × 200 × 200 where `first` is full. */
const pages = (first: string) => `events(${first}) { nodes { precedes(${first}) { nodes { follows(${first}) { nodes { id } } } } } }`;

describe("limits of an operation", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({}, undefined, writeHub);
  });
  afterAll(() => served?.close());

  const refused = async (query: string, variables?: Record<string, unknown>) => codeOf(await served.ask(query, variables));
  const passes = async (query: string, variables?: Record<string, unknown>) => {
    const answer = await served.ask(query, variables);
    expect(answer.text.slice(0, 500)).not.toContain('"errors"');
    expect(answer.status).toBe(200);
  };

  describe("in depth", () => {
    // events, nodes, and the id at the end are three levels.
    const hops = Math.floor((MAX_DEPTH - 3) / 2);

    it("accepts an operation of just the greatest depth", () => passes(`{ events(first: 1) { nodes { ${chain(hops)} } } }`));

    it("refuses a deeper operation, and says how deep it is and may be", async () => {
      const answer = await served.ask(`{ events(first: 1) { nodes { ${chain(hops + 1)} } } }`);
      expect(codeOf(answer)).toBe("QUERY_TOO_DEEP");
      expect(answer.json.errors?.[0]?.message).toBe(
        `This operation is ${3 + 2 * (hops + 1)} levels deep; ${MAX_DEPTH} is the limit. Ask in two steps.`,
      );
    });

    it("accepts eight hops through edges, with lists of the default size", () =>
      passes(`{ event(id: "x") { ${"causes { edges { node { ... on Event { ".repeat(8)} id ${"} } } } ".repeat(8)} } }`));

    it("counts depth in fragments, named and inline, one in the other", async () => {
      const half = Math.ceil(hops / 2);
      const query = `
        { events(first: 1) { nodes { ...A } } }
        fragment A on Event { ${chain(half, "... { ...B }")} }
        fragment B on Event { ${chain(hops + 1 - half)} }`;
      expect(await refused(query)).toBe("QUERY_TOO_DEEP");
    });

    it("counts the deepest branch, wherever it stands", async () => {
      expect(await refused(`{ a: __typename events(first: 1) { nodes { title ${chain(hops + 1)} id } } b: __typename }`)).toBe(
        "QUERY_TOO_DEEP",
      );
    });
  });

  describe("in objects", () => {
    it("accepts pages that are full, and lists of the default size below", () =>
      passes("{ events(first: 200) { nodes { causes { nodes { id } } affects { nodes { id } } } } }"));

    it("refuses full pages in full pages in full pages", async () => {
      const answer = await served.ask(`{ ${pages("first: 200")} }`);
      expect(codeOf(answer)).toBe("QUERY_TOO_EXPENSIVE");
      expect(answer.status).toBe(400);
      // 200 events with 200 each with 200 each, and their connections: 1 + 200 · (2 + 200 · 202) objects. Three subqueries, 201 events and the edges of the
      // inner lists looked at: 3,000 + 201 / 5 + (200 + 200 · 200) · 200 / 10.
      expect(answer.json.errors?.[0]?.message).toBe(
        `This operation may cost 8,887,442, in objects of the answer; ${MAX_COST.toLocaleString("en")} is the limit. events.nodes.precedes.nodes.follows.nodes is 8,000,000 of it. Ask for smaller pages (first), for what some ids lead to instead of the whole graph, or in several steps.`,
      );
      expect(answer.json.extensions).toEqual({ cost: { requested: 8_887_442, actual: 0, limit: MAX_COST } });
    });

    it("counts pages from the end of a list as those from its start", async () => {
      expect(await refused(`{ ${pages("last: 200")} }`)).toBe("QUERY_TOO_EXPENSIVE");
    });

    it("counts pages whose size is a variable", async () => {
      const query = `query($n: Int!) { ${pages("first: $n")} }`;
      await passes(query, { n: 5 });
      expect(await refused(query, { n: 200 })).toBe("QUERY_TOO_EXPENSIVE");
    });

    it("counts pages whose size is a variable's default, unless the request gives another value", async () => {
      const query = `query($n: Int = 200) { ${pages("first: $n")} }`;
      expect(await refused(query)).toBe("QUERY_TOO_EXPENSIVE");
      expect(await refused(query, { other: 1 })).toBe("QUERY_TOO_EXPENSIVE");
      await passes(query, { n: 5 });
      await passes(query, { n: null });
    });

    it("counts objects in fragments, again wherever one is spread", async () => {
      const query = (times: number) => `
        { ${Array.from({ length: times }, (_, i) => `e${i}: events(first: 200) { ...Page }`).join(" ")} }
        fragment Page on EventConnection { nodes { precedes(first: 200) { nodes { ... on Event { id } } } } }`;
      await passes(query(8));
      expect(await refused(query(13))).toBe("QUERY_TOO_EXPENSIVE");
    });

    it("adds up lists side by side under aliases", async () => {
      const side = Array.from({ length: 12 }, (_, i) => `p${i}: precedes(first: 200) { nodes { id } }`).join(" ");
      expect(await refused(`{ events(first: 200) { nodes { ${side} } } }`)).toBe("QUERY_TOO_EXPENSIVE");
    });

    it("counts the nodes asked for by their ids", async () => {
      const query =
        "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { precedes(first: 100) { nodes { follows(first: 20) { nodes { id } } } } } } }";
      await passes(query, { ids: ["event:a"] });
      expect(await refused(query, { ids: Array.from({ length: 200 }, (_, i) => `event:${i}`) })).toBe("QUERY_TOO_EXPENSIVE");
    });

    it.each([
      [20, "QUERY_TOO_EXPENSIVE"],
      // Apollo counts what spreads open while it validates.
      [40, "GRAPHQL_VALIDATION_FAILED"],
    ])("refuses fragments that double one another %i times within a second, as %s", async (times, code) => {
      const doubling = Array.from({ length: times }, (_, i) => `fragment F${i} on Event { ...F${i + 1} ... { ...F${i + 1} } }`).join(" ");
      const start = performance.now();
      const answer = await served.ask(
        `{ events(first: 1) { nodes { ...F0 } } } ${doubling} fragment F${times} on Event { precedes { nodes { id } } }`,
      );
      expect(codeOf(answer)).toBe(code);
      expect(answer.json.data).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(1_000);
    });
  });

  describe("in text", () => {
    it("accepts a wide question", async () => {
      const wide = Array.from({ length: 60 }, (_, i) => `e${i}: event(id: "e${i}") { id title date affects { nodes { id } } }`).join(" ");
      await passes(`{ ${wide} }`);
    });

    it("refuses an operation of too many tokens", async () => {
      const answer = await served.ask(`{ ${"__typename ".repeat(MAX_TOKENS)} }`);
      expect(codeOf(answer)).toBe("GRAPHQL_PARSE_FAILED");
      expect(answer.json.errors?.[0]?.message).toContain(`${MAX_TOKENS}`);
    });
  });

  it("accepts the full introspection query of tools", () =>
    passes(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true })));

  it("answers introspection from what it kept just as at first, each operation for itself", async () => {
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    const whole = getIntrospectionQuery();
    const first = await served.ask(whole);
    expect(first.json.data).toEqual(plain(graphqlSync({ schema: executableSchema(readModel()), source: whole }).data));
    const both = 'query A { __type(name: "Firm") { name } } query B { __type(name: "Country") { name } }';
    const named = (operationName: string) => served.post(JSON.stringify({ query: both, operationName })).then(({ json }) => json.data);
    for (let i = 0; i < 2; i++) {
      expect((await served.ask(whole)).json).toEqual(first.json);
      expect([await named("A"), await named("B")]).toEqual([{ __type: { name: "Firm" } }, { __type: { name: "Country" } }]);
    }
    const varied = (name: string) => served.ask("query ($name: String!) { __type(name: $name) { name } }", { name });
    expect([(await varied("Firm")).json.data, (await varied("Agency")).json.data]).toEqual([
      { __type: { name: "Firm" } },
      { __type: { name: "Agency" } },
    ]);
  });

  it("refuses introspection that goes round in circles", async () => {
    const round = (n: number): string => (n === 0 ? "name" : `fields { type { ${round(n - 1)} } }`);
    expect(await refused(`{ __schema { types { ${round(4)} } } }`)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("refuses fragments that hold themselves", async () => {
    const answer = await served.ask("{ events { nodes { ...A } } } fragment A on Event { id ...B } fragment B on Event { ...A }");
    expect(answer.json.data).toBeUndefined();
    expect(answer.json.errors?.map((error) => error.extensions?.code)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  it("refuses a kind of operation that the server does not have", async () => {
    expect(await refused("subscription { __typename }")).toBe("OPERATION_RESOLUTION_FAILURE");
  });

  it("measures the operation that is asked for, not the others beside it", async () => {
    const query = `query Small { __typename } query Large { ${pages("first: 200")} }`;
    expect((await served.post(JSON.stringify({ query, operationName: "Small" }))).json.data).toEqual({ __typename: "Query" });
    expect(codeOf(await served.post(JSON.stringify({ query, operationName: "Large" })))).toBe("QUERY_TOO_EXPENSIVE");
  });
});
