import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openNeo4j } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { createServer } from "../../src/server/index.ts";
import { testNeo4j, wipe } from "../support/engine.ts";
import { type FlakyProxy, openFlakyProxy } from "../support/flaky-proxy.ts";

const SECONDS = 2;
const neo4j = testNeo4j();

/** A Neo4j that is stopped in the middle of its work, or collects garbage for minutes: it accepts connections, and nothing comes back. */
describe.skipIf(!neo4j)("a server whose Neo4j is stuck", () => {
  let proxy: FlakyProxy;
  let engine: GraphEngine;
  let close: () => Promise<void>;
  let at: string;

  beforeAll(async () => {
    if (!neo4j) return;
    proxy = await openFlakyProxy(neo4j.uri);
    engine = await openNeo4j({ ...neo4j, uri: proxy.uri }, { atOnce: 40, waiting: 500 });
    await wipe(engine);
    const model = readModel();
    await engine.prepare(indexesOf(model));
    const server = await createServer({ engine, model, deadlineSeconds: SECONDS, refresh: Number.POSITIVE_INFINITY });
    at = await server.listen({ port: 0, host: "127.0.0.1" });
    close = async () => {
      await server.close();
      await engine.close();
      await proxy.close();
    };
    // Planned once, so that what follows takes milliseconds.
    await ask();
  });
  afterAll(() => close?.());

  const timed = async (path: string, init?: RequestInit) => {
    const begun = performance.now();
    const response = await fetch(`${at}${path}`, init);
    const json = (await response.json()) as { status?: string; data?: unknown; errors?: { extensions: { code: string } }[] };
    return { status: response.status, took: performance.now() - begun, json };
  };
  const ask = () =>
    timed("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: '{ measure(id: "measure:x") { id } }' }),
    });

  it("says so at /readyz within a second, goes on at /livez, and comes back by itself", { timeout: 120_000 }, async () => {
    // The first time its statement is planned.
    await expect.poll(async () => (await timed("/readyz")).status, { timeout: 20_000 }).toBe(200);
    for (let round = 0; round < 2; round++) {
      proxy.stall();
      for (let i = 0; i < 3; i++) {
        const ready = await timed("/readyz");
        expect([ready.status, ready.json.status]).toEqual([503, "unavailable"]);
        expect(ready.took).toBeLessThan(1_500);
        expect((await timed("/livez")).took).toBeLessThan(500);
      }
      proxy.go();
      await expect.poll(async () => (await timed("/readyz")).status, { timeout: 10_000 }).toBe(200);
      expect((await ask()).json.data).toEqual({ measure: null });
    }
  });

  it("ends every request at its deadline with TIMEOUT, more of them than run at once too, and answers again afterwards", {
    timeout: 120_000,
  }, async () => {
    proxy.stall();
    for (let round = 0; round < 3; round++) {
      // More in all than the driver has connections, 100.
      const answers = await Promise.all(Array.from({ length: 40 }, ask));
      for (const { status, took, json } of answers) {
        expect([status, json.errors?.map(({ extensions }) => extensions.code)]).toEqual([504, ["TIMEOUT"]]);
        // deadline.test.ts has the second that is promised; here are forty at once, and the machine may do other things.
        expect(took).toBeLessThan(SECONDS * 1000 + 3_000);
      }
    }
    proxy.go();
    await expect.poll(async () => (await ask()).status, { timeout: 20_000 }).toBe(200);
    await sleep(1_000);
    const after = await Promise.all(Array.from({ length: 40 }, ask));
    expect(after.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
    expect((await timed("/readyz")).status).toBe(200);
  });
});
