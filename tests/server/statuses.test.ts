import { afterEach, describe, expect, it } from "vitest";
import { EngineError, type EngineErrorCode } from "../../src/engine/port.ts";
import { wrapped } from "../support/wrapped.ts";
import { type Served, serve } from "./support.ts";

const QUESTION = "{ events(first: 1) { nodes { id } } }";

describe("the HTTP status of an answer", () => {
  let served: Served | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });
  const failing = async (code: EngineErrorCode) => {
    const fail = () => Promise.reject(new EngineError(code, "inner"));
    served = await serve({}, (engine) => wrapped(engine, { read: fail, search: fail }));
    return served;
  };

  it.each([
    ["UNAVAILABLE", 503, "5"],
    ["CLOSED", 503, "5"],
    ["TIMEOUT", 504, null],
    ["TOO_COMPLEX", 400, null],
    ["INTERNAL", 500, null],
  ] as const)("is, where the engine's %s leaves nothing of an answer, %i", async (code, status, retryAfter) => {
    const { ask } = await failing(code);
    const answer = await ask(QUESTION);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(retryAfter);
    expect(answer.json.errors).toHaveLength(1);
  });

  it.each([
    "{ events(first: 1, last: 1) { nodes { id } } }",
    "{ node(id: 5.5) { id } }",
    "{ nothing }",
    "{",
    "query A { __typename } query B { __typename }",
    "subscription { a }",
    '{ node(id: "US") { id } }',
  ])("is 400 for %s", async (query) => {
    served = await serve();
    expect((await served.ask(query)).status).toBe(400);
  });

  it("is 200 where some of what was asked is there", async () => {
    const { ask } = await failing("UNAVAILABLE");
    const answer = await ask('{ here: __typename node(id: "event:x") { id } }');
    expect(answer.json.data).toEqual({ here: "Query", node: null });
    expect(answer.json.errors).toHaveLength(1);
    expect(answer.status).toBe(200);
  });

  it("is 200 for null where there is nothing, and nothing failed", async () => {
    served = await serve();
    const answer = await served.ask('{ node(id: "event:x") { id } }');
    expect(answer.json.data).toEqual({ node: null });
    expect(answer.status).toBe(200);
  });

  it("is the gravest of several errors", async () => {
    const { ask } = await failing("TIMEOUT");
    const answer = await ask('{ a: node(id: "event:x") { id } b: node(id: "x:y:z") { id } }');
    expect(answer.json.errors).toHaveLength(2);
    expect(answer.status).toBe(504);
  });

  it("is 403 for a load without a key", async () => {
    served = await serve();
    expect((await served.ask("mutation { load(input: { files: [] }) { bundles { name } } }")).status).toBe(403);
  });
});
