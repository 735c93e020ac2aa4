import { type GraphEngine, type Statement, searchNote, type WriteTransaction } from "../engine/port.ts";
import { InputError, inTurn, isHalfRestored, makeIndexes, RESTORING } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { dump } from "./dump.ts";
import { type EdgeLine, type End, lineOf, type NodeLine } from "./lines.ts";
import { checkBackup, readBackup } from "./read.ts";

/** How many lines a transaction writes. */
const BATCH = 10_000;

/**
 * Restores a backup into an empty database, or into one in which a restore was cut off, which begins anew. The file is checked to its end
 * before anything is written; afterwards the database is read back and must give the same backup. `onProgress` is called with how many lines
 * are written. Throws InputError where the file is no whole backup or the database holds data, and EngineError.
 */
export function restore(
  engine: GraphEngine,
  model: Model,
  file: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<End> {
  return inTurn(engine, async () => {
    const end = await checkBackup(file);
    if (await isHalfRestored(engine)) await clear(engine);
    else if ((await engine.read({ text: "MATCH (n) RETURN 1 LIMIT 1", params: {} })).length > 0)
      throw new InputError(
        "The database holds data already, and a backup is restored into an empty one only: choose another with DATA_DIR or NEO4J_DATABASE.",
      );
    await run(engine, { text: `CREATE (:${RESTORING} {id: 'backup'})`, params: {} });
    await makeIndexes(engine, model);
    let done = 0;
    for await (const batch of batchesOf(readBackup(file))) {
      await engine.write((transaction) => writeLines(transaction, batch));
      done += batch.length;
      onProgress(done, end.nodes + end.edges);
    }
    await requireEqual(engine, file, end);
    await engine.write(async (transaction) => {
      for (const statement of searchNote(null)) await transaction.run(statement);
      await transaction.run({ text: `MATCH (m:${RESTORING}) DELETE m`, params: {} });
    });
    return end;
  });
}

async function run(engine: GraphEngine, statement: Statement): Promise<void> {
  await engine.write((transaction) => transaction.run(statement));
}

/** Removes everything but the mark, in portions that a transaction holds. */
async function clear(engine: GraphEngine): Promise<void> {
  for (const [match, remove] of [
    [`MATCH (:Node)-[x]->(:Node)`, "DELETE x"],
    [`MATCH (x) WHERE NOT x:${RESTORING}`, "DELETE x"],
  ]) {
    const text = `${match} WITH x LIMIT $most ${remove} RETURN count(*)`;
    for (;;) {
      const rows = await engine.write((transaction) => transaction.run({ text, params: { most: BATCH } }));
      if (Number(rows[0]?.[0] ?? 0) === 0) break;
    }
  }
  await run(engine, { text: `MATCH (m:${RESTORING}) DELETE m`, params: {} });
}

async function* batchesOf(lines: AsyncIterable<NodeLine | EdgeLine>): AsyncGenerator<(NodeLine | EdgeLine)[]> {
  let batch: (NodeLine | EdgeLine)[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Nodes come before edges in a backup, and so they do in a batch that has the last nodes and the first edges. */
async function writeLines(transaction: WriteTransaction, batch: readonly (NodeLine | EdgeLine)[]): Promise<void> {
  const groups = new Map<string, { values: NodeLine["values"]; from?: string; to?: string }[]>();
  for (const line of batch) {
    const text =
      "labels" in line
        ? `UNWIND $rows AS row CREATE (n:${line.labels.join(":")}) SET n += row.values`
        : `UNWIND $rows AS row MATCH (a:Node {id: row.from}) MATCH (b:Node {id: row.to}) CREATE (a)-[r:${line.type}]->(b) SET r += row.values`;
    const row = "labels" in line ? { values: line.values } : { values: line.values, from: line.from, to: line.to };
    const rows = groups.get(text);
    if (rows) rows.push(row);
    else groups.set(text, [row]);
  }
  for (const [text, rows] of groups) await transaction.run({ text, params: { rows } });
}

/** Reads the database back. Throws InputError where it is not what the file says. */
async function requireEqual(engine: GraphEngine, file: string, end: End): Promise<void> {
  let last = "";
  for await (const text of dump(engine)) last = text;
  if (last !== lineOf({ end }))
    throw new InputError(`The database does not hold what ${file} says: was it written to at the same time? Restore it again.`);
}
