/** The thread that does a server's loads: what it says, and what becomes of a load when it ends. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EngineError, type GraphEngine } from "../../src/engine/port.ts";
import { type Input, LoadThread, LoadThreadEnded, load, NotAllowedError } from "../../src/load/index.ts";
import { openTestEngine, wipe } from "../support/engine.ts";
import { wrapped } from "../support/wrapped.ts";
import { file, model, world } from "./support.ts";

/** A file of so many records, 60 bytes each. */
const many = (bundle: string, count: number): Input =>
  file(
    `${bundle}.yaml`,
    `bundle: ${bundle}\nsources:\n${Array.from({ length: count }, (_, i) => `- {id: ${bundle}-${i}, title: Page ${i}, reliability: PRESS}`).join("\n")}`,
  );
const one = (bundle: string): Input => many(bundle, 1);

describe("the thread that does loads", () => {
  let engine: GraphEngine;
  let thread: LoadThread;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    await wipe(engine);
    thread = new LoadThread();
  });
  afterEach(() => thread.close());

  const ids = async () => (await engine.read({ text: "MATCH (n:Node) RETURN n.id ORDER BY n.id", params: {} })).map(([id]) => id);
  const failure = async (loading: Promise<unknown>): Promise<unknown> => {
    return loading.then(
      () => expect.fail("it was loaded"),
      (error: unknown) => error,
    );
  };

  it("reports what a load in this thread does, of a dry run and of problems too, and starts once", async () => {
    const here = await load(engine, model, [world], { dryRun: true });
    expect(await thread.load(engine, [world], { dryRun: true })).toEqual(here);
    const { threadId } = thread;
    expect(threadId).toBeTypeOf("number");
    expect(here.differences?.length).toBeGreaterThan(8);
    expect((await thread.load(engine, [world])).bundles).toEqual(here.bundles);
    expect((await load(engine, model, [world])).bundles[0]?.nodes).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 8 });
    const broken = file("b.yaml", "bundle: b\nsources: [{id: s, titel: A page}]");
    expect(await thread.load(engine, [broken])).toEqual(await load(engine, model, [broken]));
    expect(thread.threadId).toBe(threadId);
  });

  it("leaves this thread free while a file is read", async () => {
    await thread.load(engine, [one("first")]);
    const text = `${many("large", 10_000).text}  - [`;
    const before = performance.eventLoopUtilization();
    const { problems } = await thread.load(engine, [{ name: "large.yaml", text }]);
    expect(problems.length).toBeGreaterThan(0);
    // Read here, it is one turn of the loop, all of the time.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it("asks whether a bundle may be loaded, and throws what a load throws", async () => {
    const error = await failure(thread.load(engine, [one("a"), one("b")], { mayLoad: (bundle) => bundle === "a" }));
    expect(error).toBeInstanceOf(NotAllowedError);
    expect(error).toMatchObject({ bundles: ["b"] });
    const full = wrapped(engine, { write: () => Promise.reject(new EngineError("DISK_FULL", "no room", { cause: new Error("ENOSPC") })) });
    const refused = await failure(thread.load(full, [one("a")]));
    expect(refused).toBeInstanceOf(EngineError);
    expect(refused).toMatchObject({ code: "DISK_FULL", message: "no room", cause: { message: "Error: ENOSPC" } });
    expect(await ids()).toEqual([]);
  });

  it("lists a thousand problems, and says how many more there are and where they begin", async () => {
    const { text } = file("b.yaml", `bundle: b\nsources:\n${Array.from({ length: 1_200 }, () => "- x").join("\n")}`);
    const { problems } = await thread.load(engine, [{ name: "b.yaml", text }]);
    expect(problems).toHaveLength(1_001);
    expect(problems[999]?.message).toMatch(/^A Source is a map/);
    expect(problems[1_000]).toEqual({
      ...{ file: "b.yaml", line: 1_003, column: 3 },
      message: "200 more problems from here on are not listed. Mend those above, or see all of them with npm run load -- --dry-run FILE.",
    });
  });

  it("dies alone of a load that takes too much memory; the next one starts another", async () => {
    await thread.close();
    thread = new LoadThread({ memory: 64 });
    await thread.load(engine, [one("a")]);
    const { threadId } = thread;
    const error = await failure(thread.load(engine, [many("large", 60_000)]));
    expect(error).toBeInstanceOf(LoadThreadEnded);
    expect(error).toMatchObject({ isOutOfMemory: true });
    await thread.load(engine, [one("b")]);
    expect(thread.threadId).not.toBe(threadId);
    expect(await ids()).toEqual(["source:a-0", "source:b-0"]);
  });

  it("leaves nothing of a write in whose middle it ends, and is closed then", async () => {
    let begun: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let isRolledBack = false;
    const slow = wrapped(engine, {
      write: (work) =>
        engine
          .write(async (transaction) => {
            const result = work(transaction);
            await transaction.run({ text: "CREATE (:Node:Source {id: 'source:half'})", params: {} });
            begun();
            return result;
          })
          .catch((error: unknown) => {
            isRolledBack = true;
            throw error;
          }),
    });
    // Notes of the schema are written first, as a load of nothing does.
    await thread.load(engine, []);
    const loading = failure(thread.load(wrapped(slow, { read: (statement) => engine.read(statement) }), [many("large", 2_000)]));
    const next = load(engine, model, [one("next")]);
    await writing;
    await thread.close();
    expect(await loading).toMatchObject({ code: "CLOSED" });
    expect(isRolledBack).toBe(true);
    await next;
    expect(await ids()).toEqual(["source:next-0"]);
    expect(await failure(thread.load(engine, [one("a")]))).toMatchObject({ code: "CLOSED" });
  });

  it("ends where it is idle, and starts again", async () => {
    await thread.close();
    thread = new LoadThread({ idle: 10 });
    await thread.load(engine, [one("a")]);
    await expect.poll(() => thread.threadId).toBeNull();
    await thread.load(engine, [one("b")]);
    expect(await ids()).toEqual(["source:a-0", "source:b-0"]);
  });
});
