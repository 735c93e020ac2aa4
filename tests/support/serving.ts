import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bounds, openNeo4j, openOwned } from "../../src/engine/index.ts";
import type { Deadline, GraphEngine } from "../../src/engine/port.ts";
import { testNeo4j, wipe } from "./engine.ts";
import { wrapped } from "./wrapped.ts";

/** An empty engine as a server has it, on which statements end at their deadlines: the embedded one in a process of its own, or the test Neo4j. */
export async function openServing(bounds: Bounds): Promise<GraphEngine> {
  const neo4j = testNeo4j();
  if (neo4j) {
    const engine = await openNeo4j(neo4j, bounds);
    await wipe(engine);
    return engine;
  }
  const path = await mkdtemp(join(tmpdir(), "trade-graph-serving-"));
  const engine = await openOwned({ path, shuffleUnordered: true }, bounds);
  return wrapped(engine, {
    close: async () => {
      await engine.close();
      await rm(path, { recursive: true, force: true });
    },
  });
}

/** A deadline so many milliseconds from now, and a client that can go before. */
export function deadlineIn(milliseconds: number): Deadline & { leave(): void } {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return { at: performance.now() + milliseconds, signal: controller.signal, leave: () => controller.abort() };
}

/** Nodes enough that a cross product of three takes many minutes on either engine. */
export async function fillForever(engine: GraphEngine): Promise<void> {
  await engine.write((transaction) => transaction.run({ text: "UNWIND range(1, 3000) AS x CREATE (:Node:Thing {x: x})", params: {} }));
}

/** A statement that has no answer for many minutes: a count inside a count, over all there is. */
export const forever = {
  text: "MATCH (a:Thing) WHERE COUNT { MATCH (b:Thing) WHERE COUNT { MATCH (c:Thing) WHERE c.x > b.x + a.x } > 1 } > 1 RETURN count(a)",
  params: {},
};
