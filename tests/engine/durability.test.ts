import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { bundleEdges, bundleNodes } from "./durability-writer.ts";

const writer = fileURLToPath(new URL("./durability-writer.ts", import.meta.url));

describe("the embedded database under kill -9", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "trade-graph-durability-"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it("keeps every acknowledged bundle whole and no bundle half after each kill -9", { timeout: 120_000 }, async () => {
    const acknowledged = new Set<string>();
    // The pauses differ so that the kill falls into different phases: statement, commit, acknowledgement.
    for (const [round, pause] of [0, 7, 23, 40, 61, 97].entries()) {
      const before = acknowledged.size;
      for (const name of await writeAndKill(`r${round}`, pause)) acknowledged.add(name);
      expect(acknowledged.size, `round ${round} got no bundle through before the kill`).toBeGreaterThan(before);

      const engine = await openEmbedded({ path: directory });
      try {
        const found = await bundles(engine);
        for (const [name, size] of found) expect(size, name).toEqual({ nodes: bundleNodes, edges: bundleEdges });
        expect([...acknowledged].filter((name) => !found.has(name))).toEqual([]);
        // At most the bundle under way may be there without its acknowledgement, in each round.
        expect(found.size - acknowledged.size).toBeLessThanOrEqual(round + 1);
        // The index on ids came back whole as well.
        const [last] = [...acknowledged].slice(-1);
        expect(await engine.read({ text: "MATCH (n:Node {id: $id}) RETURN count(n)", params: { id: `${last}-0` } })).toEqual([[1]]);
      } finally {
        await engine.close();
      }
    }
  });

  /** Lets the writer commit at least three bundles, waits `pause` ms, kills it, and gives the names it had acknowledged. */
  async function writeAndKill(round: string, pause: number): Promise<string[]> {
    const child = spawn(process.execPath, ["--import", "tsx", writer, directory, round], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.once("close", (_, signal) => resolve(signal));
    });
    const names: string[] = [];
    const lines = createInterface({ input: child.stdout });
    const drained = new Promise<void>((resolve) => {
      lines.once("close", resolve);
    });
    lines.on("line", (name) => {
      names.push(name);
      if (names.length === 3) setTimeout(() => child.kill("SIGKILL"), pause);
    });
    expect(await ended, "the writer ended by itself").toBe("SIGKILL");
    await drained;
    return names;
  }
});

/** How many nodes and edges of each bundle the database holds. */
async function bundles(engine: GraphEngine): Promise<Map<string, { nodes: number; edges: number }>> {
  const nodes = await engine.read({ text: "MATCH (n:Node) RETURN n.bundle, count(n)", params: {} });
  const edges = await engine.read({ text: "MATCH (:Node)-[r:NEXT]->(:Node) RETURN r.bundle, count(r)", params: {} });
  const edgesOf = new Map(edges.map(([name, count]) => [String(name), Number(count)]));
  return new Map(nodes.map(([name, count]) => [String(name), { nodes: Number(count), edges: edgesOf.get(String(name)) ?? 0 }]));
}
