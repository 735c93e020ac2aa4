import { gzipSync } from "node:zlib";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_COST } from "../../src/server/cost/prices.ts";
import { codeOf, type Served, serve } from "./support.ts";

const JSON_TYPE = { "content-type": "application/json" };
const LOAD_KEY = "a-key-of-16-and-more";
const TYPENAME = encodeURIComponent("{ __typename }");

describe("the server over HTTP", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: LOAD_KEY });
  });
  afterAll(() => served?.close());

  it("answers a query by POST, with its variables and by its operation's name", async () => {
    const body = {
      query: "query A { __typename } query B($id: ID!) { node(id: $id) { id } }",
      operationName: "B",
      variables: { id: "event:x" },
    };
    const answer = await served.post(JSON.stringify(body));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.json).toEqual({
      data: { node: null },
      // A subquery, and one object at most.
      extensions: {
        cost: { requested: 1_001, actual: 1_000, limit: MAX_COST },
        warnings: [expect.objectContaining({ code: "UNKNOWN_ID" })],
      },
    });
  });

  it("answers a query by GET without any header, as a browser, a spreadsheet or R send it", async () => {
    const answer = await served.request(`/graphql?query=${TYPENAME}`);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ data: { __typename: "Query" }, extensions: { cost: { requested: 0, actual: 0, limit: MAX_COST } } });
    const browser = await served.request(`/graphql?query=${TYPENAME}`, {
      headers: { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" },
    });
    expect(browser.json).toEqual({ data: { __typename: "Query" }, extensions: { cost: { requested: 0, actual: 0, limit: MAX_COST } } });
  });

  // Quality values, and types that are not JSON, are weighed; the first four are so usual that they are not.
  it.each([
    [undefined, "application/json"],
    ["*/*", "application/json"],
    ["application/json", "application/json"],
    ["application/graphql-response+json", "application/graphql-response+json"],
    ["application/graphql-response+json,application/json;q=0.9", "application/graphql-response+json"],
    ["application/json;q=0.5, application/graphql-response+json;q=0.6", "application/graphql-response+json"],
    ["text/html, */*;q=0.1", "application/json"],
  ])("answers a client that accepts %s as %s", async (accept, type) => {
    const headers = { ...JSON_TYPE, ...(accept === undefined ? {} : { accept }) };
    const answer = await served.post(JSON.stringify({ query: '{ node(id: "event:x") { id } }' }), headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
  });

  it("refuses a client that accepts no JSON", async () => {
    const answer = await served.post(JSON.stringify({ query: '{ node(id: "event:x") { id } }' }), { ...JSON_TYPE, accept: "image/png" });
    expect(answer.status).toBe(406);
  });

  it("refuses a mutation by GET, also from a client that may load", async () => {
    const query = encodeURIComponent("mutation { load(input: { files: [] }) { bundles { name } } }");
    const answer = await served.request(`/graphql?query=${query}`, {
      headers: { authorization: `Bearer ${LOAD_KEY}` },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expect(answer.json.data).toBeUndefined();
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "refuses a POST of %s, which any page could make a browser send",
    async (type) => {
      const answer = await served.post('{"query":"{ __typename }"}', { "content-type": type });
      expect(answer.status).toBe(415);
      expect(codeOf(answer)).toBe("BAD_REQUEST");
      expect(answer.json.data).toBeUndefined();
    },
  );

  it.each(["{", "", '"x"', "null"])("refuses the body %j as a bad request", async (body) => {
    const answer = await served.post(body);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe("BAD_REQUEST");
  });

  const long = (length: number) => JSON.stringify({ query: `{ __typename } # ${"x".repeat(length)}` });

  it("refuses a body over the limit before reading it as GraphQL", async () => {
    const answer = await served.post(long(256 * 1024));
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expect(answer.json.errors?.[0]?.message).toMatch(/too large/i);
  });

  it("refuses a long body that comes in pieces without stating its length", async () => {
    const pieces = new Blob([long(256 * 1024)]).stream();
    const answer = await served.request("/graphql", { method: "POST", headers: JSON_TYPE, body: pieces, duplex: "half" });
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe("BAD_REQUEST");
  });

  it("reads longer bodies only from clients that may load, up to a limit as well", async () => {
    const mine = { ...JSON_TYPE, authorization: `Bearer ${LOAD_KEY}` };
    expect((await served.post(long(1024 * 1024), mine)).json).toEqual({
      data: { __typename: "Query" },
      extensions: { cost: { requested: 0, actual: 0, limit: MAX_COST } },
    });
    expect((await served.post(long(1024 * 1024), { ...JSON_TYPE, authorization: "Bearer another-key-of-16" })).status).toBe(413);
    expect((await served.post(long(8 * 1024 * 1024), mine)).status).toBe(413);
  });

  it("refuses a batch of operations, of which each would have limits of its own", async () => {
    const answer = await served.post(JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]));
    expect(answer.status).toBe(400);
    expect(answer.json.data).toBeUndefined();
  });

  it("says by a code what is wrong with a request", async () => {
    expect(codeOf(await served.ask("{ nothing }"))).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(codeOf(await served.ask("{ "))).toBe("GRAPHQL_PARSE_FAILED");
    expect(codeOf(await served.ask("query($id: ID!) { node(id: $id) { id } }"))).toBe("BAD_USER_INPUT");
    expect(codeOf(await served.ask("query A { __typename } query B { __typename }"))).toBe("OPERATION_RESOLUTION_FAILURE");
    expect(codeOf(await served.ask("{ events(first: 2, last: 2) { nodes { id } } }"))).toBe("BAD_PAGE");
    expect(codeOf(await served.ask('{ events(first: 2, after: "x") { nodes { id } } }'))).toBe("BAD_CURSOR");
    expect(codeOf(await served.ask("{ country(code: 5) { id } }"))).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(codeOf(await served.ask("query($c: CountryCode!) { country(code: $c) { id } }", { c: "usa!" }))).toBe("BAD_USER_INPUT");
  });

  it("answers every invalid request with a code, and none with a stack trace", async () => {
    const invalid = [
      "{ nothing }",
      "{",
      "",
      "query($a: Int) { a }",
      "mutation { a }",
      "subscription { a }",
      "{ events(first: -1) { nodes { id } } }",
    ];
    for (const query of invalid) {
      const answer = await served.ask(query);
      expect(answer.json.errors?.length, query).toBeGreaterThan(0);
      for (const error of answer.json.errors ?? []) {
        expect(error.extensions?.code, query).toMatch(/^[A-Z_]+$/);
        expect(error.extensions?.code, query).not.toBe("INTERNAL_SERVER_ERROR");
        expect(Object.keys(error.extensions ?? {}), query).not.toContain("stacktrace");
      }
      expect(answer.text, query).not.toMatch(/\n? {4}at |\.ts:\d|\.js:\d|node_modules/);
    }
  });

  it("refuses a POST without a type, which any page could make a browser send", async () => {
    const body = new Blob(['{"query":"{ __typename }"}']);
    const answer = await served.request("/graphql", { method: "POST", body });
    expect(answer.status).toBe(415);
    expect(answer.json.data).toBeUndefined();
  });

  it("refuses a short compressed body that is too long when inflated", async () => {
    const body = new Uint8Array(gzipSync(long(256 * 1024)));
    expect(body.length).toBeLessThan(1024);
    const answer = await served.request("/graphql", { method: "POST", headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body });
    expect(answer.status).toBe(413);
    const small = new Uint8Array(gzipSync('{"query":"{ __typename }"}'));
    const read = await served.request("/graphql", { method: "POST", headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: small });
    expect(read.json).toEqual({ data: { __typename: "Query" }, extensions: { cost: { requested: 0, actual: 0, limit: MAX_COST } } });
  });

  it.each([
    ["PUT", "/graphql", "GET, HEAD, POST"],
    ["DELETE", "/graphql", "GET, HEAD, POST"],
    ["PATCH", "/graphql", "GET, HEAD, POST"],
    ["DELETE", "/schema.graphql", "GET, HEAD"],
    ["POST", "/readyz", "GET, HEAD"],
  ])("refuses %s at %s, and says what it takes", async (method, path, allowed) => {
    const answer = await served.request(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe(allowed);
    expect(codeOf(answer)).toBe("METHOD_NOT_ALLOWED");
  });

  it("refuses a subscription, of which there are none", async () => {
    const answer = await served.ask("subscription { a }");
    expect(answer.status).toBe(400);
  });

  it("refuses a persisted query whose hash is not the query's as a bad request", async () => {
    const body = { query: "{ __typename }", extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } };
    const answer = await served.post(JSON.stringify(body));
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).not.toBe("INTERNAL_SERVER_ERROR");
  });

  it.each(["/graphql?query=%7B__typename%7D", "/schema.graphql", "/livez", "/nothing"])(
    "sends %s with headers that let nobody guess its type or frame it",
    async (path) => {
      const { headers } = await served.request(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(headers.get("strict-transport-security")).toBeNull();
    },
  );

  it("answers an unknown path in the shape of GraphQL's errors", async () => {
    const answer = await served.request("/graphqll?x=1");
    expect(answer.status).toBe(404);
    expect(answer.json.errors?.[0]?.message).toBe("There is nothing at /graphqll. GraphQL is at /graphql.");
    expect(codeOf(answer)).toBe("NOT_FOUND");
  });

  it("says in words where an address is no node's", async () => {
    for (const id of ["measure:none", "nothing", "measure:%2e%2e", "a/b"]) {
      const answer = await fetch(`${served.address}/id/${id}`, { redirect: "manual" });
      expect(answer.status, id).toBe(404);
      expect(await answer.text()).toContain("No node has the id");
    }
  });

  it("leads who asks a query at / to GraphiQL, with its variables", async () => {
    const answer = await fetch(`${served.address}/?query=%7B%20__typename%20%7D&variables=%7B%7D`, { redirect: "manual" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/graphiql?query=%7B%20__typename%20%7D&variables=%7B%7D");
    const plain = await fetch(`${served.address}/?on=2025-06-28`, { redirect: "manual" });
    expect(plain.status).toBe(200);
  });

  it("lets no page show a view in a frame unless its origin is named, and then at /embed alone", async () => {
    const ancestors = (headers: Headers) => /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1];
    for (const path of ["/", "/measures", "/graphiql"]) expect(ancestors((await served.request(path)).headers), path).toBe("'none'");
    expect((await served.request("/embed/measures")).status).toBe(404);
    const other = await serve({ embedOrigins: ["https://a.example", "https://b.example"] });
    try {
      for (const path of ["/embed", "/embed/measures?on=2025-06-28", "/embed/questions/rare-earth-controls"]) {
        const { status, headers, text } = await other.request(path);
        expect([status, ancestors(headers)], path).toEqual([200, "https://a.example https://b.example"]);
        expect(headers.get("x-frame-options"), path).toBeNull();
        expect(text, path).toContain('<meta name="embed" content="yes" />');
      }
      expect((await other.request("/embed/id/measure:none")).status).toBe(404);
      for (const path of ["/", "/measures", "/graphiql"]) {
        const { headers } = await other.request(path);
        expect([ancestors(headers), headers.get("x-frame-options")], path).toEqual(["'none'", "SAMEORIGIN"]);
      }
    } finally {
      await other.close();
    }
  });

  it("serves no file outside the page's folder", async () => {
    for (const path of ["/..%2f..%2fpackage.json", "/assets/..%2f..%2f..%2fpackage.json", "/%2e%2e/package.json", "/package.json"]) {
      const answer = await served.request(path);
      expect([400, 403, 404], path).toContain(answer.status);
      expect(answer.text, path).not.toContain("dependencies");
    }
  });

  it.each([
    ["/livez", "/readyz"],
    ["/health", "/health/ready"],
  ])("says at %s that the process answers, and at %s which database does", async (live, readiness) => {
    expect((await served.request(live)).json).toEqual({ status: "ok" });
    const ready = await served.request(readiness);
    expect(ready.status).toBe(200);
    expect(ready.json).toEqual({ status: "ok", engine: served.engine.kind, version: await served.engine.version(), nodes: 0 });
  });

  it("logs every request at level info, none at level warn, and never the load key", async () => {
    const logged = async (logLevel: string) => {
      const lines: string[] = [];
      const other = await serve({ loadKey: LOAD_KEY, logLevel, logTo: { write: (line) => lines.push(line) } });
      await other.post('{"query":"{ __typename }"}', { ...JSON_TYPE, authorization: `Bearer ${LOAD_KEY}` });
      await other.close();
      return lines.join("");
    };
    expect(await logged("warn")).toBe("");
    const info = await logged("info");
    expect(info).toContain('"url":"/graphql"');
    expect(info).toContain('"statusCode":200');
    expect(info).not.toContain(LOAD_KEY);
  });

  it("serves the schema as text that parses, with its descriptions", async () => {
    const answer = await served.request("/schema.graphql");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const schema = buildSchema(answer.text);
    expect(schema.getQueryType()?.getFields().events?.description).toBeTruthy();
  });

  it("compresses long answers for clients that take it, and leaves short ones as they are", async () => {
    // fetch unpacks by itself; the header shows that it did.
    const long = await served.request("/schema.graphql", { headers: { "accept-encoding": "gzip" } });
    expect(long.headers.get("content-encoding")).toBe("gzip");
    expect(long.headers.get("vary")).toMatch(/accept-encoding/i);
    expect(buildSchema(long.text)).toBeTruthy();
    const plain = await served.request("/schema.graphql", { headers: { "accept-encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.text).toBe(long.text);
    const graphql = await served.post(JSON.stringify({ query: "{ __schema { types { name description } } }" }), {
      ...JSON_TYPE,
      "accept-encoding": "gzip",
    });
    expect(graphql.headers.get("content-encoding")).toBe("gzip");
    const short = await served.post('{"query":"{ __typename }"}', { ...JSON_TYPE, "accept-encoding": "gzip" });
    expect(short.headers.get("content-encoding")).toBeNull();
  });
});

describe("pages of other origins", () => {
  const preflight = {
    method: "OPTIONS",
    headers: { origin: "https://a.example", "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  };
  const question = { method: "POST", headers: { ...JSON_TYPE, origin: "https://a.example" }, body: '{"query":"{ __typename }"}' };

  /** What a server with these origins allows https://a.example, before and with a question. */
  async function allowed(corsOrigins?: readonly string[]) {
    const served = await serve(corsOrigins ? { corsOrigins } : {});
    try {
      const [before, answer] = [await served.request("/graphql", preflight), await served.request("/graphql", question)];
      return [before, answer].map((given) => given.headers.get("access-control-allow-origin"));
    } finally {
      await served.close();
    }
  }

  it("lets no page of another origin ask by default", async () => {
    expect(await allowed()).toEqual([null, null]);
  });

  it("lets a page of another origin ask where its origin is named", async () => {
    expect(await allowed(["https://b.example", "https://a.example"])).toEqual(["https://a.example", "https://a.example"]);
  });

  it("does not let a page of another origin ask where only others are named", async () => {
    const given = await allowed(["https://b.example"]);
    expect(given).not.toContain("https://a.example");
    expect(given).not.toContain("*");
  });

  it("lets the pages of all origins ask where * is named", async () => {
    expect(await allowed(["*"])).toEqual(["*", "*"]);
  });
});
