import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Neo4jOptions, openEmbedded, openNeo4j } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { wrapped } from "./wrapped.ts";

/**
 * The Neo4j that the environment names for tests (see scripts/neo4j.mjs), or undefined: then tests run on the embedded engine. Of several, separated
 * by commas, each worker of the runner has its own.
 */
export function testNeo4j(): Neo4jOptions | undefined {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user = "neo4j", NEO4J_TEST_PASSWORD: password = "" } = process.env;
  if (!uri) return undefined;
  const uris = uri.split(",");
  // From 1 to the number of workers; absent outside of the runner.
  const worker = Number(process.env.VITEST_POOL_ID ?? 1);
  // Two servers that have just started plan their first dear statements for half a minute: what is held here are answers, not the bound.
  return { uri: uris[(worker - 1) % uris.length] ?? uri, user, password, readSeconds: 120 };
}

/**
 * An empty engine for one test file: embedded in a temporary directory that goes away on `close`, or the test Neo4j, wiped.
 * Call `prepare` yourself, or use prepared.ts. A Neo4j is shared by the files of one worker, which run one after the other.
 * `copied` is the folder of an embedded database that was closed: the engine has what it has; not on Neo4j.
 */
export async function openTestEngine(copied?: string): Promise<GraphEngine> {
  const neo4j = testNeo4j();
  if (neo4j) {
    const engine = await openNeo4j(neo4j);
    await wipe(engine);
    return engine;
  }
  const path = await mkdtemp(join(tmpdir(), "trade-graph-test-"));
  if (copied !== undefined) await cp(copied, path, { recursive: true });
  const engine = await openEmbedded({ path, shuffleUnordered: true });
  return wrapped(engine, {
    close: async () => {
      await engine.close();
      await rm(path, { recursive: true, force: true });
    },
  });
}

/** Removes every node and edge; indexes stay. */
export async function wipe(engine: GraphEngine): Promise<void> {
  await engine.write((transaction) => transaction.run({ text: "MATCH (n) DETACH DELETE n", params: {} }));
}
