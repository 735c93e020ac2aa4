/** What becomes of statements that have no answer in time, on the engine that the environment names. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngineError, type GraphEngine } from "../../src/engine/port.ts";
import { testNeo4j } from "../support/engine.ts";
import { deadlineIn, fillForever, forever, openServing } from "../support/serving.ts";
import { codeOf } from "./contract.ts";

const AT_ONCE = 3;
const WAITING = 4;
/** How long after its deadline an answer may come, in milliseconds. */
const LATE = 1_000;

const probe = { text: "MATCH (n:Node {x: 7}) RETURN n.x", params: {} };

describe(`a statement without an answer in time (${testNeo4j() ? "Neo4j" : "embedded"})`, () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openServing({ atOnce: AT_ONCE, waiting: WAITING });
    await fillForever(engine);
    // What Neo4j has planned once, it answers at once.
    await engine.read(probe);
  });
  afterAll(() => engine.close());

  /** The code and the milliseconds that a read took to fail. */
  const failure = async (read: Promise<unknown>) => {
    const start = performance.now();
    const code = await codeOf(read);
    return { code, took: performance.now() - start };
  };

  it("is TIMEOUT at its deadline, while a small one beside it is answered", async () => {
    const stuck = failure(engine.read(forever, deadlineIn(1_500)));
    const start = performance.now();
    expect(await engine.read(probe, deadlineIn(10_000))).toEqual([[7]]);
    expect(performance.now() - start).toBeLessThan(1_000);
    const { code, took } = await stuck;
    expect(code).toBe("TIMEOUT");
    expect(took).toBeGreaterThan(1_400);
    expect(took).toBeLessThan(1_500 + LATE);
  });

  it("leaves its place free, so that more of them than there are places all end in time, and a small one is answered after them", async () => {
    for (let round = 0; round <= AT_ONCE; round++) {
      const { code, took } = await failure(engine.read(forever, deadlineIn(400)));
      expect(code).toBe("TIMEOUT");
      expect(took).toBeLessThan(400 + LATE);
    }
    expect(await engine.read(probe, deadlineIn(10_000))).toEqual([[7]]);
  });

  it("takes all places at once, and they are free again after the deadline", async () => {
    const all = await Promise.all(Array.from({ length: AT_ONCE }, () => failure(engine.read(forever, deadlineIn(600)))));
    expect(all.map(({ code }) => code)).toEqual(Array.from({ length: AT_ONCE }, () => "TIMEOUT"));
    expect(await engine.read(probe, deadlineIn(10_000))).toEqual([[7]]);
  });

  it("is ABANDONED at once when its caller goes, and its place is free in the end", async () => {
    const deadlines = Array.from({ length: AT_ONCE }, () => deadlineIn(1_500));
    const stuck = deadlines.map((deadline) => failure(engine.read(forever, deadline)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const { leave } of deadlines) leave();
    for (const { code, took } of await Promise.all(stuck)) {
      expect(code).toBe("ABANDONED");
      expect(took).toBeLessThan(1_000);
    }
    expect(await engine.read(probe, deadlineIn(10_000))).toEqual([[7]]);
  });

  it("is never begun when its caller has gone before, or goes while it waits for its turn", async () => {
    const gone = deadlineIn(60_000);
    gone.leave();
    expect(await codeOf(engine.read(forever, gone))).toBe("ABANDONED");
    const stuck = Array.from({ length: AT_ONCE }, () => codeOf(engine.read(forever, deadlineIn(1_000))));
    const waiting = deadlineIn(60_000);
    const queued = codeOf(engine.read(forever, waiting));
    waiting.leave();
    expect(await queued).toBe("ABANDONED");
    expect(new Set(await Promise.all(stuck))).toEqual(new Set(["TIMEOUT"]));
    // Had it begun, it would hold a place for a minute: there would be one less for these.
    expect(await Promise.all(Array.from({ length: AT_ONCE }, () => engine.read(probe, deadlineIn(10_000))))).toHaveLength(AT_ONCE);
  });

  it("says BUSY at once to what comes when the queue is full, and answers what waits in it, in turn", async () => {
    // The places of the test before: a client has its answer at its deadline, and its place is free once the statement has ended.
    await new Promise((resolve) => setTimeout(resolve, LATE));
    const stuck = Array.from({ length: AT_ONCE }, () => codeOf(engine.read(forever, deadlineIn(1_000))));
    const queued = Array.from({ length: WAITING }, () => engine.read(probe, deadlineIn(20_000)));
    const { code, took } = await failure(engine.read(probe, deadlineIn(20_000)));
    expect(code).toBe("BUSY");
    expect(took).toBeLessThan(200);
    // What has no deadline is not a stranger's: it waits.
    const own = engine.read(probe);
    expect(await Promise.all([...queued, own])).toEqual(Array.from({ length: WAITING + 1 }, () => [[7]]));
    expect(new Set(await Promise.all(stuck))).toEqual(new Set(["TIMEOUT"]));
  });

  it("counts for searches too", async () => {
    await engine.prepare([]);
    await engine.write((transaction) =>
      transaction.run({ text: "CREATE (:Node {id: 'a', searchText: 'ford', searchNames: 'fo'})", params: {} }),
    );
    const gone = deadlineIn(60_000);
    gone.leave();
    expect(await codeOf(engine.search("ford", 5, undefined, gone))).toBe("ABANDONED");
    expect((await engine.search("ford", 5, undefined, deadlineIn(10_000))).params.searchHits).toHaveLength(1);
  });

  it("leaves an error that a statement has by itself as it is", async () => {
    const error = await engine.read({ text: "RETURN secretName", params: {} }, deadlineIn(10_000)).catch((reason: unknown) => reason);
    expect(error instanceof EngineError ? [error.code, String(error.cause).includes("secretName")] : error).toEqual(["STATEMENT", true]);
  });
});
