/** What the tests of backups share: a graph with every kind of value, backups as files and as texts, an empty database of the same kind. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup } from "../../src/backup/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { load, loadStream } from "../../src/load/index.ts";
import { type Model, readModel } from "../../src/model/index.ts";
import { file, world } from "../load/support.ts";
import { openTestEngine, testNeo4j, wipe } from "../support/engine.ts";

export const model: Model = readModel();

/** All lines of a database's backup. */
export async function textOf(engine: GraphEngine): Promise<string> {
  const parts: string[] = [];
  for await (const text of backup(engine)) parts.push(text);
  return parts.join("");
}

/** Loads a world, streamed bundles with their notes, and writes values that JSON has trouble with. */
export async function fill(engine: GraphEngine): Promise<void> {
  const problems = [...(await load(engine, model, [world, file("more.yaml", MORE)])).problems];
  const place = { file: "streamed", line: 1, column: 1 };
  const properties = { title: 'Quotes " and <angles>, 中文, 😀', reliability: "PRESS", publishedOn: "2025-05-01" };
  async function* bundles() {
    for (let i = 0; i < 30; i++)
      yield {
        name: `streamed-${i}`,
        nodes: [{ type: "Source", id: `source:s-${i}`, properties, place }],
        edges: [],
        origin: "test",
        place,
      };
  }
  problems.push(...(await loadStream(engine, model, bundles(), { batch: 7 })).problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  const values = {
    id: "probe",
    bundle: "probe",
    large: 9_007_199_254_740_993n,
    half: 0.1,
    whole: 3,
    no: false,
    text: "one line\u2028and\u0085another\r\nhere",
    texts: ["b", "a"],
    numbers: [1, 2],
    long: [2n ** 62n, 1n],
  };
  await engine.write((transaction) =>
    transaction.run({ text: "UNWIND $rows AS row CREATE (n:Node:Probe) SET n += row", params: { rows: [values] } }),
  );
}

const MORE = `
bundle: more
measures:
  - id: m
    title: Export licences
    kind: LICENSING
    effect: RESTRICTING
    targets: [{to: US, note: once, claims: [rumour]}]
    covers: ["850511"]
    claims: [{id: m-1, source: paper, certainty: REPORTED}, {id: m-2, source: notice, certainty: CONFIRMED}]
`;

/** Another empty database of the same kind, and a folder; both go away on `close`. */
export async function another(): Promise<{ engine: GraphEngine; folder: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-backup-"));
  const engine = await openTestEngine();
  return {
    engine,
    folder,
    close: async () => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Empties a database in place. */
export { testNeo4j, wipe };

/** Writes a file into a folder. */
export async function written(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
