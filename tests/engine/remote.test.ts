/** An engine that is asked from another thread. */
import { MessageChannel } from "node:worker_threads";
import { describe } from "vitest";
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
});
