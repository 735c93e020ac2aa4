/** Deadlines and clients that go, over HTTP, on the engine that the environment names. */
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngineError, type GraphEngine } from "../../src/engine/port.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { createServer } from "../../src/server/index.ts";
import { fillForever, forever, openServing } from "../support/serving.ts";
import { wrapped } from "../support/wrapped.ts";

const SECONDS = 2;
const AT_ONCE = 2;
/** Questions about this id get a statement that has no answer for many minutes. */
const STUCK = "measure:stuck";

describe("a question without an answer in time", () => {
  let real: GraphEngine;
  let close: () => Promise<void>;
  let url: string;
  /** What became of each read that got stuck. */
  let ends: Promise<unknown>[];

  beforeAll(async () => {
    const model = readModel();
    ends = [];
    real = await openServing({ atOnce: AT_ONCE, waiting: 2 });
    await real.prepare(indexesOf(model));
    await fillForever(real);
    const engine = wrapped(real, {
      read: (statement, deadline) => {
        if (!JSON.stringify(statement.params).includes(STUCK)) return real.read(statement, deadline);
        const stuck = real.read(forever, deadline);
        ends.push(stuck.catch((error: unknown) => (error instanceof EngineError ? error.code : error)));
        return stuck;
      },
    });
    const server = await createServer({ engine, model, deadlineSeconds: SECONDS });
    url = `${await server.listen({ port: 0, host: "127.0.0.1" })}/graphql`;
    close = async () => {
      await server.close();
      await real.close();
    };
    await ask("measure:nothing");
  });
  afterAll(() => close());

  const body = (...ids: string[]) =>
    JSON.stringify({ query: `{ ${ids.map((id, at) => `q${at}: measure(id: "${id}") { id }`).join(" ")} }` });
  const headers = { "content-type": "application/json" };
  const ask = async (...ids: string[]) => {
    const start = performance.now();
    const response = await fetch(url, { method: "POST", headers, body: body(...ids) });
    const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return { took: performance.now() - start, data: answer.data, codes: answer.errors?.map(({ extensions }) => extensions.code) };
  };
  /** Asks, and hangs up after so many milliseconds. */
  const hangUp = (after: number) =>
    new Promise<void>((resolve) => {
      const asking = httpRequest(url, { method: "POST", headers });
      asking.on("error", () => undefined).on("close", resolve);
      asking.end(body(STUCK));
      setTimeout(() => asking.destroy(), after);
    });
  const nothing = { data: { q0: null } };
  /** Waits until all places are free again: what was stuck has a moment to end by itself, and an engine that was ended opens again. */
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect.poll(() => ask("measure:nothing"), { timeout: 30_000 }).toMatchObject(nothing);
  };

  it("is TIMEOUT at its deadline and within a second after it, while others are answered beside it, and again and again", async () => {
    for (let round = 0; round <= AT_ONCE; round++) {
      await settled();
      const stuck = ask(STUCK);
      const beside = await ask("measure:nothing");
      expect(beside).toMatchObject(nothing);
      expect(beside.took).toBeLessThan(SECONDS * 1000);
      const { codes, took } = await stuck;
      expect(codes).toEqual(["TIMEOUT"]);
      expect(took).toBeGreaterThan(SECONDS * 1000 - 50);
      expect(took).toBeLessThan(SECONDS * 1000 + 1_000);
    }
  });

  it("has one deadline for all fields of a request, those that wait for their turn included", async () => {
    await settled();
    const { codes, took } = await ask(STUCK, STUCK, STUCK, STUCK);
    expect(codes).toEqual(["TIMEOUT", "TIMEOUT", "TIMEOUT", "TIMEOUT"]);
    expect(took).toBeLessThan(SECONDS * 1000 + 1_000);
  });

  it("says SERVICE_UNAVAILABLE at once where the queue is full", async () => {
    await settled();
    const before = ends.length;
    const stuck = ask(STUCK, STUCK, STUCK, STUCK);
    await expect.poll(() => ends.length - before, { interval: 10 }).toBe(4);
    const { codes, took } = await ask("measure:nothing");
    expect(codes).toEqual(["SERVICE_UNAVAILABLE"]);
    expect(took).toBeLessThan(1_000);
    await stuck;
    await settled();
  });

  it("is given up as soon as its client hangs up", async () => {
    await settled();
    const before = ends.length;
    const start = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, () => hangUp(300)));
    expect(await Promise.all(ends.slice(before))).toEqual(Array.from({ length: AT_ONCE }, () => "ABANDONED"));
    expect(performance.now() - start).toBeLessThan(SECONDS * 1000 - 500);
    // All places were taken: the next one is answered as soon as one is free.
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    await settled();
  });
});
