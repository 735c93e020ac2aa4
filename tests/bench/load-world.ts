import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openEmbedded } from "../../src/engine/index.ts";
import { openNeo4j } from "../../src/engine/neo4j/neo4j.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { loadStream } from "../../src/load/stream/stream.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { testNeo4j, wipe } from "../support/engine.ts";
import type { Size } from "./sizes.ts";
import { WORLD_VERSION, worldOf } from "./world.ts";

/** How large a loaded graph is. */
export interface Loaded {
  readonly nodes: number;
  readonly edges: number;
}

/** Stands for a size's world: another seed, another degree, another mark. */
function markOf(size: Size): string {
  return createHash("sha256")
    .update(JSON.stringify([WORLD_VERSION, size]))
    .digest("base64url");
}

/** Loads the world of a size into the Neo4j of the environment, unless it is there; anything else in it is removed. */
export async function loadNeo4j(size: Size, say: (line: string) => void): Promise<Loaded> {
  const settings = testNeo4j();
  if (!settings) throw new Error("NEO4J_TEST_URI is not set.");
  const engine = await openNeo4j(settings);
  try {
    if ((await readMark(engine)) !== markOf(size)) {
      await clear(engine);
      await load(engine, size, say);
    }
    return await count(engine);
  } finally {
    await engine.close();
  }
}

/** Loads the world of a size into the embedded database in `folder`, unless it is there. */
export async function loadEmbedded(size: Size, folder: string, say: (line: string) => void): Promise<void> {
  const note = join(folder, "mark");
  const mark = markOf(size);
  if ((await readFile(note, "utf8").catch(() => null)) === mark) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const engine = await openEmbedded({ path: folder });
  try {
    await load(engine, size, say);
  } finally {
    await engine.close();
  }
  await writeFile(note, mark);
}

async function load(engine: GraphEngine, size: Size, say: (line: string) => void): Promise<void> {
  const model = readModel();
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(0);
  await engine.prepare(indexesOf(model));
  let reported = 0;
  const report = await loadStream(engine, model, worldOf(size), {
    onBatch: ({ nodes, edges }) => {
      if (performance.now() - reported < 5_000) return;
      reported = performance.now();
      say(`loading ${size.name} into ${engine.kind}: ${nodes.added} nodes, ${edges.added} edges, ${seconds()} s`);
    },
  });
  const [problem] = report.problems;
  if (problem || report.missing.size > 0) {
    throw new Error(
      `The world ${size.name} can't be loaded: ${problem?.message ?? `no ${[...report.missing.keys()].slice(0, 3).join(", ")}`}`,
    );
  }
  await engine.write(async (transaction) => {
    await transaction.run({ text: "MERGE (b:Bench {id: 'bench'}) SET b.mark = $mark", params: { mark: markOf(size) } });
  });
  say(`loaded ${size.name} into ${engine.kind} in ${seconds()} s`);
}

async function readMark(engine: GraphEngine): Promise<string | null> {
  const [row] = await engine.read({ text: "MATCH (b:Bench {id: 'bench'}) RETURN b.mark", params: {} });
  return typeof row?.[0] === "string" ? row[0] : null;
}

/** Empties a graph of any size: the suite's own `wipe` takes one transaction, which a large graph does not fit in. */
async function clear(engine: GraphEngine): Promise<void> {
  for (;;) {
    const [row] = await engine.write((transaction) =>
      transaction.run({ text: "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*)", params: {} }),
    );
    if (!row || row[0] === 0) return wipe(engine);
  }
}

async function count(engine: GraphEngine): Promise<Loaded> {
  const [nodes] = await engine.read({ text: "MATCH (n:Node) RETURN count(n)", params: {} });
  const [edges] = await engine.read({ text: "MATCH ()-[r]->() RETURN count(r)", params: {} });
  return { nodes: Number(nodes?.[0]), edges: Number(edges?.[0]) };
}
