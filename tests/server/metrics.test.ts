import { afterEach, describe, expect, it } from "vitest";
import { EngineError } from "../../src/engine/port.ts";
import { wrapped } from "../support/wrapped.ts";
import { type Served, serve } from "./support.ts";

describe("what is seen from outside", () => {
  let served: Served | undefined;
  afterEach(async () => {
    await served?.close();
    served = undefined;
  });
  /** The value of a series at /metrics; undefined where it is not there. */
  const value = async (series: string) => {
    const { text } = (await served?.request("/metrics")) ?? { text: "" };
    const line = text.split("\n").find((each) => each.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  const count = (operation: string, outcome: string) =>
    value(`trade_graph_operation_seconds_count{operation="${operation}",outcome="${outcome}"}`);

  it("counts operations by name and outcome, statements by kind, and the event loop's lag", async () => {
    served = await serve();
    await served.ask("query Newest { events(first: 2) { nodes { id } } }");
    await served.ask("query Newest { events(first: 2) { nodes { id } } }");
    await served.ask("{ events(first: 1, last: 1) { nodes { id } } }");
    await served.ask("{ nothing }");
    expect(await count("Newest", "ok")).toBe(2);
    expect(await count("(unnamed)", "BAD_PAGE")).toBe(1);
    expect(await count("(unnamed)", "GRAPHQL_VALIDATION_FAILED")).toBe(1);
    expect(await value('trade_graph_statement_seconds_count{kind="read",outcome="ok"}')).toBe(2);
    expect(await value("trade_graph_statements_running")).toBe(0);
    expect(await value("nodejs_eventloop_lag_seconds")).toBeGreaterThanOrEqual(0);
  });

  it("counts what failed by the engine's code", async () => {
    const fail = () => Promise.reject(new EngineError("TIMEOUT", "inner"));
    served = await serve({}, (engine) => wrapped(engine, { read: fail }));
    await served.ask("query Late { events(first: 2) { nodes { id } } }");
    expect(await count("Late", "TIMEOUT")).toBe(1);
    expect(await value('trade_graph_statement_seconds_count{kind="read",outcome="TIMEOUT"}')).toBe(1);
    expect(await value("trade_graph_statements_running")).toBe(0);
  });

  it("keeps a bounded number of series, whatever clients name their operations", async () => {
    served = await serve();
    for (let n = 0; n < 130; n++) await served.ask(`query Q${n} { __typename }`);
    await served.ask(`query ${"Q".repeat(500)} { __typename }`);
    const { text } = await served.request("/metrics");
    expect(text.match(/^trade_graph_operation_seconds_count/gm)).toHaveLength(101);
    expect(await count("(other)", "ok")).toBe(31);
  });

  it("logs one line for each operation, with what it cost the database, under the request's id", async () => {
    const lines: Record<string, unknown>[] = [];
    served = await serve({ logLevel: "info", logTo: { write: (line) => lines.push(JSON.parse(line)) } });
    await served.ask("query Newest { events(first: 2) { nodes { id } } countries(first: 1) { nodes { id } } }");
    const line = lines.find(({ msg }) => msg === "operation");
    expect(line).toMatchObject({ operation: "Newest", kind: "query", outcome: "ok", errors: 0, statements: 2, rows: expect.any(Number) });
    expect(line?.statementMilliseconds).toBeGreaterThan(0);
    const answered = lines.filter(({ msg }) => msg === "answered");
    expect(answered).toHaveLength(1);
    expect(answered[0]).toMatchObject({ method: "POST", url: "/graphql", statusCode: 200, reqId: line?.reqId });
  });
});
