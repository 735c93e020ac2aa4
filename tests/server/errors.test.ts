import { afterEach, describe, expect, it } from "vitest";
import { EngineError, type GraphEngine } from "../../src/engine/port.ts";
import { MAX_COST } from "../../src/server/cost/prices.ts";
import { wrapped } from "../support/wrapped.ts";
import { codeOf, type Served, serve } from "./support.ts";

const QUESTION = "{ first: events(first: 1) { nodes { id } } }";
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INNER = "disk /secret/path of user postgres at bolt://inner:7687";

/** The engine, but that its reads throw `error`. */
function throwing(engine: GraphEngine, error: unknown): GraphEngine {
  return wrapped(engine, { read: () => Promise.reject(error), search: () => Promise.reject(error) });
}

describe("internal errors", () => {
  let served: Served | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });
  const failing = async (error: unknown, options: Parameters<typeof serve>[0] = {}) => {
    served = await serve(options, (engine) => throwing(engine, error));
    return served;
  };

  it("hides the inner text of an unexpected error", async () => {
    const { ask } = await failing(new Error(INNER));
    const answer = await ask(QUESTION);
    expect(answer.json).toEqual({
      errors: [
        {
          message: "Something went wrong on our side; whoever runs this server finds out what by the requestId.",
          path: ["first"],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: expect.stringMatching(REQUEST_ID) },
        },
      ],
      data: null,
      // A subquery, 5,000 events to look at since nobody could count them, a connection and an event at most: the work was paid for.
      extensions: { cost: { requested: 2_002, actual: 2_000, limit: MAX_COST } },
    });
  });

  it("logs an internal error with its inner text under the requestId that the client got", async () => {
    const lines: Record<string, unknown>[] = [];
    const logTo = { write: (line: string) => lines.push(JSON.parse(line)) };
    const { ask } = await failing(new EngineError("INTERNAL", "no row", { cause: new Error(INNER) }), { logLevel: "error", logTo });
    const answers = await Promise.all([ask(QUESTION), ask(QUESTION), ask(QUESTION)]);
    const ids = answers.map((answer) => answer.json.errors?.[0]?.extensions?.requestId);
    expect(new Set(ids).size).toBe(3);
    expect(lines.map((line) => line.reqId).sort()).toEqual([...ids].sort());
    for (const line of lines) expect(JSON.stringify(line)).toContain(INNER);
  });

  it("hides the inner text of an unexpected error in a search as well", async () => {
    const { ask } = await failing(new Error(INNER));
    const answer = await ask('{ search(text: "ford") { __typename } }');
    expect(codeOf(answer)).toBe("INTERNAL_SERVER_ERROR");
    expect(answer.text).not.toContain("secret");
  });

  it.each([
    ["TIMEOUT", "TIMEOUT"],
    ["TOO_COMPLEX", "QUERY_TOO_COMPLEX"],
    ["UNAVAILABLE", "SERVICE_UNAVAILABLE"],
    ["CLOSED", "SERVICE_UNAVAILABLE"],
    ["STATEMENT", "INTERNAL_SERVER_ERROR"],
    ["CONSTRAINT", "INTERNAL_SERVER_ERROR"],
    ["INTERNAL", "INTERNAL_SERVER_ERROR"],
  ] as const)("reports an engine's %s as %s, without its text or its cause", async (code, reported) => {
    const { ask } = await failing(new EngineError(code, INNER, { cause: new Error(INNER) }));
    const answer = await ask(QUESTION);
    expect(codeOf(answer)).toBe(reported);
    expect(answer.text).not.toMatch(/secret|postgres|bolt|stack|node_modules/);
  });

  it("hides what is thrown that is not an Error", async () => {
    const { ask } = await failing(INNER);
    const answer = await ask(QUESTION);
    expect(codeOf(answer)).toBe("INTERNAL_SERVER_ERROR");
    expect(answer.text).not.toContain("secret");
  });

  it("reports a closed engine as SERVICE_UNAVAILABLE, and as unavailable at /health/ready alone", async () => {
    served = await serve();
    await served.engine.close();
    const answer = await served.ask(QUESTION);
    expect(codeOf(answer)).toBe("SERVICE_UNAVAILABLE");
    expect(answer.json.errors?.[0]?.message).toBe("The database can't be reached right now. Try again in a moment.");
    expect(Object.keys(answer.json.errors?.[0]?.extensions ?? {})).toEqual(["code", "requestId"]);

    const ready = await served.request("/health/ready");
    expect(ready.status).toBe(503);
    expect(ready.json).toEqual({ status: "unavailable", engine: served.engine.kind });
    expect((await served.request("/health")).status).toBe(200);
  });

  it("reports an answer that lacks what the schema promises with its path, under a requestId", async () => {
    const lines: Record<string, unknown>[] = [];
    const logTo = { write: (line: string) => lines.push(JSON.parse(line)) };
    served = await serve({ logLevel: "error", logTo }, (engine) => wrapped(engine, { read: async () => [[[null]]] }));
    const answer = await served.ask('{ valid: __typename country(code: "US") { name } }');
    expect(answer.status).toBe(200);
    expect(answer.json.data).toEqual({ valid: "Query", country: null });
    const [error, ...more] = answer.json.errors ?? [];
    expect(more).toEqual([]);
    expect(error).toMatchObject({
      path: ["country", "name"],
      extensions: { code: "INTERNAL_SERVER_ERROR", requestId: expect.stringMatching(REQUEST_ID) },
    });
    expect(lines.map((line) => [line.reqId, line.path])).toEqual([[error?.extensions?.requestId, ["country", "name"]]]);
  });

  it("leaves the codes of invalid requests as they are", async () => {
    const { ask } = await failing(new Error(INNER));
    expect(codeOf(await ask("{ events(first: 1, last: 1) { nodes { id } } }"))).toBe("BAD_PAGE");
    expect(codeOf(await ask("{ nothing }"))).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(codeOf(await ask("query($id: ID!) { node(id: $id) { id } }"))).toBe("BAD_USER_INPUT");
  });
});
