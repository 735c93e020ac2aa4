/** The process that owns the embedded database's files: ended in the middle of everything, and what is there after it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pack, unpack } from "../../src/engine/embedded/owner/messages.ts";
import { type OwnedEngine, openEmbedded, openOwned } from "../../src/engine/index.ts";
import { EngineError, type GraphEngine, type Value } from "../../src/engine/port.ts";
import { randomOf } from "../support/random.ts";
import { deadlineIn, fillForever, forever } from "../support/serving.ts";
import { codeOf, contract } from "./contract.ts";
import { searchContract } from "./search-contract.ts";

const BOUNDS = { atOnce: 4, waiting: 20 };

/** Every contract of the embedded engine holds for it where it is in a process of its own. */
describe("the embedded engine in a process of its own", () => {
  const open = async (): Promise<GraphEngine> => {
    const path = await mkdtemp(join(tmpdir(), "trade-graph-owned-"));
    const engine = await openOwned({ path, shuffleUnordered: true }, BOUNDS);
    const close = engine.close.bind(engine);
    return Object.assign(engine, {
      close: async () => {
        await close();
        await rm(path, { recursive: true, force: true });
      },
    });
  };
  describe("Cypher", () => contract(open));
  describe("search", () => searchContract(open));
});

describe("the process that owns the files", () => {
  let path: string;
  let engine: OwnedEngine;
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), "trade-graph-owner-"));
    engine = await openOwned({ path }, BOUNDS);
  });
  afterEach(async () => {
    await engine.close();
    await rm(path, { recursive: true, force: true });
  });

  const create = (id: string) => engine.write((transaction) => transaction.run({ text: "CREATE (:Node {id: $id})", params: { id } }));
  const ids = async () => (await engine.read({ text: "MATCH (n:Node) RETURN n.id ORDER BY n.id", params: {} })).map(([id]) => id);
  const kill = () => process.kill(engine.pid ?? expect.fail("no process"), "SIGKILL");

  it("gives a long answer whole and in its order, though it comes in parts", async () => {
    const read = (count: number) => engine.read({ text: "UNWIND range(1, $count) AS i RETURN i ORDER BY i", params: { count } });
    const [long, short] = await Promise.all([read(5_003), read(3)]);
    expect(long).toEqual(Array.from({ length: 5_003 }, (_, i) => [i + 1]));
    expect(short).toEqual([[1], [2], [3]]);
  });

  it("is another one than this, ends with the engine, and lets go of the files", async () => {
    const { pid } = engine;
    expect(pid).toBeTypeOf("number");
    expect(pid).not.toBe(process.pid);
    await create("a");
    expect(await codeOf(openEmbedded({ path }))).toBe("LOCKED");
    await engine.close();
    expect(() => process.kill(pid ?? 0, 0)).toThrow("ESRCH");
    const after = await openEmbedded({ path });
    expect(await after.read({ text: "MATCH (n:Node) RETURN n.id", params: {} })).toEqual([["a"]]);
    await after.close();
  });

  it("is started again when it is killed: what was committed is there, and reads under way are answered", async () => {
    await create("a");
    const reads = Array.from({ length: 20 }, () => ids());
    const { pid } = engine;
    kill();
    expect(await Promise.all(reads)).toEqual(Array.from({ length: 20 }, () => ["a"]));
    expect(engine.pid).not.toBe(pid);
    await create("b");
    expect(await ids()).toEqual(["a", "b"]);
  });

  it("is ended where a statement outlives its deadline, and everyone else is answered all the same", async () => {
    await fillForever(engine);
    const { pid } = engine;
    const stuck = codeOf(engine.read(forever, deadlineIn(500)));
    // A statement that takes longer than the other one's deadline, and is not to blame.
    const slow = engine.read({ text: "UNWIND range(1, 3000000) AS n RETURN sum(n % 7)", params: {} }, deadlineIn(30_000));
    expect(await stuck).toBe("TIMEOUT");
    // 428,571 whole weeks of 21, and the days 1, 2 and 3 of the next.
    expect(await slow).toEqual([[428_571 * 21 + 1 + 2 + 3]]);
    await create("after");
    expect(engine.pid).not.toBe(pid);
  });

  it("is left alone where the answer was there in time and this process was too busy to read it", async () => {
    const { pid } = engine;
    const read = engine.read({ text: "RETURN 1", params: {} }, deadlineIn(300));
    await new Promise((resolve) => setImmediate(resolve));
    const start = performance.now();
    while (performance.now() - start < 1_000);
    // The deadline has passed all the same.
    expect(await codeOf(read)).toBe("TIMEOUT");
    expect(await engine.read({ text: "RETURN 2", params: {} })).toEqual([[2]]);
    expect(engine.pid).toBe(pid);
  });

  it("makes a write again that it was killed in, once: nothing of the first try is there, the second one whole", async () => {
    let tries = 0;
    await engine.write(async (transaction) => {
      tries += 1;
      await transaction.run({ text: "CREATE (:Node {id: 'one', try: $tries})", params: { tries } });
      if (tries === 1) kill();
      await transaction.run({ text: "CREATE (:Node {id: 'two', try: $tries})", params: { tries } });
    });
    expect(tries).toBe(2);
    expect(await engine.read({ text: "MATCH (n:Node) RETURN n.id, n.try ORDER BY n.id", params: {} })).toEqual([
      ["one", 2],
      ["two", 2],
    ]);
  });

  it("gives up a write that it is killed in again and again, with nothing of it there", async () => {
    const failing = engine.write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Node {id: 'one'})", params: {} });
      kill();
      await transaction.run({ text: "CREATE (:Node {id: 'two'})", params: {} });
    });
    expect(await codeOf(failing)).toBe("UNAVAILABLE");
    expect(await ids()).toEqual([]);
  });

  it("never writes twice and never loses what was acknowledged, wherever in a write it is killed", { timeout: 120_000 }, async () => {
    const random = randomOf(7);
    const acknowledged: Value[] = [];
    for (let round = 0; round < 12; round++) {
      const id = `n${String(round).padStart(2, "0")}`;
      const pause = random.below(12) / 2;
      // Answered by a process that runs: the one killed in the round before may not be missed yet.
      await engine.version();
      const { pid } = engine;
      if (pid === undefined) throw new Error("no process runs");
      const killing = new Promise<void>((resolve) =>
        setTimeout(() => {
          process.kill(pid, "SIGKILL");
          resolve();
        }, pause),
      );
      // CREATE, not MERGE: a write that is made twice leaves two.
      await Promise.all([create(id), killing]);
      acknowledged.push(id);
    }
    expect(await ids()).toEqual(acknowledged);
  });

  it("lets an error that the callback of a write throws pass, and writes after it", async () => {
    const mine = new TypeError("mine");
    await expect(
      engine.write(async (transaction) => {
        await transaction.run({ text: "CREATE (:Node {id: 'a'})", params: {} });
        throw mine;
      }),
    ).rejects.toBe(mine);
    await create("b");
    expect(await ids()).toEqual(["b"]);
  });

  it("carries values that JSON has no way to write", async () => {
    const values: Value[] = [2n ** 62n, Number.NaN, Number.POSITIVE_INFINITY, [1, { deep: 2n ** 60n }], "稀土"];
    for (const value of values) expect(await engine.read({ text: "RETURN $value", params: { value } })).toEqual([[value]]);
    for (const value of [...values, -0, "\ud800 alone", { a: [-0, 2n] }])
      expect(unpack(JSON.parse(JSON.stringify(pack(value))))).toEqual(value);
  });

  it("says why a database does not open as the embedded engine does", async () => {
    expect(await codeOf(openOwned({ path }, BOUNDS))).toBe("LOCKED");
    const file = join(path, "file");
    await writeFile(file, "not a directory");
    const error = await openOwned({ path: file }, BOUNDS).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining("is a file") });
  });

  it("closes within two seconds also while a statement runs that nobody waits for", async () => {
    await fillForever(engine);
    const gone = deadlineIn(60_000);
    const stuck = codeOf(engine.read(forever, gone));
    setTimeout(gone.leave, 200);
    expect(await stuck).toBe("ABANDONED");
    const start = performance.now();
    await engine.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(await codeOf(ids())).toBe("CLOSED");
  });
});
