/** An engine that is asked from another thread. */
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { type GraphEngine, RemoteEngine, serveEngine } from "../../src/engine/port.ts";
import { openTestEngine } from "../support/engine.ts";
import { contract } from "./contract.ts";
import { searchContract } from "./search-contract.ts";

/** The engine that the environment names, at the other end of a port. */
async function openRemote(): Promise<GraphEngine> {
  const engine = await openTestEngine();
  const { port1, port2 } = new MessageChannel();
  const served = serveEngine(engine, port1);
  const remote = new RemoteEngine(port2, engine.kind);
  const close = remote.close.bind(remote);
  return Object.assign(remote, {
    close: async () => {
      await close();
      await served.ended;
      await engine.close();
    },
  });
}

describe("an engine at the other end of a port", () => {
  describe("Cypher", () => contract(openRemote));
  describe("search", () => searchContract(openRemote));

  it("gives a long answer whole and in its order, though it comes in parts", async () => {
    const engine = await openRemote();
    for (const count of [1_999, 2_000, 2_001, 5_003]) {
      const rows = await engine.read({ text: "UNWIND range(1, $count) AS i RETURN i ORDER BY i", params: { count } });
      expect(rows).toEqual(Array.from({ length: count }, (_, i) => [i + 1]));
    }
    await engine.close();
  });

  it("rolls back a write whose asker goes away in its middle, and has ended only then", async () => {
    const engine = await openTestEngine();
    const { port1, port2 } = new MessageChannel();
    const served = serveEngine(engine, port1);
    const remote = new RemoteEngine(port2, engine.kind);
    const writing = remote.write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Node {id: 'half'})", params: {} });
      port2.close();
      await new Promise(() => undefined);
    });
    await expect(writing).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await served.ended;
    // The next write has its turn, and finds nothing.
    const left = await engine.write((transaction) => transaction.run({ text: "MATCH (n:Node) RETURN n.id", params: {} }));
    expect(left).toEqual([]);
    await engine.close();
  });
});
