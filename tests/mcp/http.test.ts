import type { FastifyInstance } from "fastify";
import { parse, validate } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { operationTexts } from "../../src/mcp/index.ts";
import { readModel } from "../../src/model/index.ts";
import { createServer, type ServerOptions } from "../../src/server/index.ts";
import { openPrepared } from "../support/prepared.ts";
import { wrapped } from "../support/wrapped.ts";
import { connect } from "./support.ts";

const HEADERS = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const call = (name: string, args: Record<string, unknown> = {}) =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } });
const LIST = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });

describe("tools at /mcp", () => {
  const model = readModel();
  let engine: GraphEngine;
  const servers: FastifyInstance[] = [];
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  afterAll(() => engine?.close());

  /** A server on the one engine, which is empty. */
  async function open(options: Partial<ServerOptions> = {}) {
    const server = await createServer({ engine, model, measuring: 60_000, ...options });
    servers.push(server);
    const address = await server.listen({ port: 0, host: "127.0.0.1" });
    const request = async (path: string, init: RequestInit) => {
      const response = await fetch(`${address}${path}`, init);
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    const post = (body: string, headers: Record<string, string> = {}, path = "/mcp") =>
      request(path, { method: "POST", headers: { ...HEADERS, ...headers }, body });
    return { address, request, post };
  }

  it("answers each POST by itself with JSON, and opens no stream", async () => {
    const { request, post } = await open();
    const listed = await post(LIST);
    expect([listed.status, listed.headers.get("content-type"), listed.headers.get("cache-control")]).toEqual([
      200,
      "application/json; charset=utf-8",
      "no-store",
    ]);
    expect(listed.headers.get("mcp-session-id")).toBeNull();
    expect((await post(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }))).status).toBe(202);
    for (const method of ["GET", "DELETE"])
      expect((await request("/mcp", { method, headers: { accept: HEADERS.accept } })).status).toBe(405);
  });

  it.each<[string, string, Record<string, string>, number, RegExp]>([
    ["a page of another origin", LIST, { origin: "https://evil.example" }, 403, /CORS_ORIGIN/],
    [
      "a page of a name that points here",
      LIST,
      { origin: "http://rebound.example:4000", host: "rebound.example:4000" },
      403,
      /CORS_ORIGIN/,
    ],
    ["a batch", `[${LIST},${LIST}]`, {}, 400, /one message a request/],
    ["what is no message of the protocol", "{}", {}, 400, /JSON-RPC/],
    ["what is no JSON", "{", {}, 400, /JSON/],
    ["another type of body", LIST, { "content-type": "text/plain" }, 415, /./],
    ["a client that takes no JSON", LIST, { accept: "text/html" }, 406, /./],
  ])("refuses %s", async (_, body, headers, status, says) => {
    const { post } = await open();
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(says);
  });

  it("takes pages of the origins that are allowed", async () => {
    const { post } = await open({ corsOrigins: ["https://friend.example"] });
    const answer = await post(LIST, { origin: "https://friend.example" });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "https://friend.example"]);
    expect((await post(LIST, { origin: "https://other.example" })).status).toBe(403);
  });

  it("holds a client to its share, as at /graphql", async () => {
    const { post } = await open({ clientLimit: 40, trustProxy: "loopback" });
    const from = { "x-forwarded-for": "203.0.113.9" };
    expect((await post(call("search", { text: "anything" }), from)).text).toMatch(/TOO_MANY_REQUESTS.*Ask again in \d+ s/);
    for (let i = 0; i < 40; i++) await post(LIST, from);
    const refused = await post(LIST, from);
    expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
    expect((await post(LIST, { "x-forwarded-for": "203.0.113.10" })).status).toBe(200);
  });

  it("holds a query of the assistant's own to the limits of cost and depth, and to reading", async () => {
    const at = await open({ maxCost: 2_000, maxDepth: 8, loadKey: "a-key-of-16-and-more" });
    const assistant = await connect(at.address);
    const refused = (query: string) => assistant.refused("graphql", { query });
    expect(await refused("{ measures(first: 200) { nodes { claims(first: 200) { nodes { id } } } } }")).toMatch(
      /^QUERY_TOO_EXPENSIVE: .*fewer rows/s,
    );
    expect(await refused("{ measures { nodes { imposedBy { nodes { imposes { nodes { imposedBy { nodes { id } } } } } } } } }")).toMatch(
      /^QUERY_TOO_DEEP/,
    );
    expect(await refused("mutation { load(input: { files: [] }) { bundles { name } } }")).toMatch(/tools only read/);
    expect(await refused("{ a: __typename } query B { __typename }")).toMatch(/./);
    expect(await refused("{")).toMatch(/Syntax Error.*line 1/);
    expect(await refused("{ colour }")).toMatch(/Cannot query field "colour"/);
    await assistant.close();
  });

  it("has no tools where registered operations alone are answered, unless theirs are among them; never `graphql`", async () => {
    const closed = await open({ registeredOperations: ["tests/operations"] });
    const refused = await closed.post(LIST);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining("REGISTERED_MCP=yes")]);
    const at = await open({ registeredMcp: true });
    const assistant = await connect(at.address);
    const names = (await assistant.client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain("measures");
    expect(names).not.toContain("graphql");
    expect((await assistant.ask("measures", { status: ["IN_FORCE"] })).rows).toEqual([]);
    await assistant.close();
    // What the tools send is known at /graphql too, for `npm run mcp -- --url`, and nothing else is.
    const graphql = async (query: unknown, variables = {}) => (await at.post(JSON.stringify({ query, variables }), {}, "/graphql")).text;
    expect(JSON.parse(await graphql(operationTexts().McpSearch, { text: "x", first: 1 }))).toMatchObject({ data: { search: [] } });
    expect(await graphql("{ countries { nodes { id } } }")).toContain("OPERATION_NOT_REGISTERED");
  });

  it("says that an answer failed without its inner text, and logs it", async () => {
    const log: string[] = [];
    const failing = wrapped(engine, {
      read: () => Promise.reject(new Error("a secret of the inside")),
      search: () => Promise.reject(new Error("a secret of the inside")),
    });
    const { post } = await open({ engine: failing, logLevel: "error", logTo: { write: (line) => log.push(line) } });
    const answer = await post(call("search", { text: "anything" }));
    expect(answer.text).toMatch(/INTERNAL_SERVER_ERROR/);
    expect(answer.text).not.toContain("secret");
    expect(log.join("")).toContain("a secret of the inside");
  });
});

describe("what tools ask", () => {
  it("every operation of theirs is one of the public schema", () => {
    const { schema } = readModel();
    const texts = Object.entries(operationTexts());
    expect(texts.length).toBeGreaterThanOrEqual(13);
    for (const [name, text] of texts) expect([name, validate(schema, parse(text))]).toEqual([name, []]);
  });
});
