/** The bare script: the same rows by nothing but the driver, UNWIND and CREATE, one transaction a statement. */
import { join } from "node:path";
import { readRows, type StoredRow } from "./rows.ts";

const ROWS = 20_000;

/** Runs one statement in a transaction of its own. */
type Run = (text: string, rows: readonly object[]) => Promise<unknown>;

/** Writes the rows of a file, gathered by what they are, into the database in `folder`. */
export async function bareEmbedded(path: string, folder: string): Promise<void> {
  const { default: grafeo } = await import("@grafeo-db/js");
  const database = grafeo.GrafeoDB.open(join(folder, "graph.grafeo"));
  await writeAll(path, (text, rows) => database.executeCypher(text, { rows }));
  database.close();
}

/** The same into Neo4j. */
export async function bareNeo4j(path: string, uri: string, user: string, password: string): Promise<void> {
  const { default: neo4j } = await import("neo4j-driver");
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session();
  // The driver takes whole numbers for floats; stored as integers they are the same rows.
  const whole = (value: unknown): unknown => {
    if (typeof value === "number" && Number.isSafeInteger(value)) return neo4j.int(value);
    if (Array.isArray(value)) return value.map(whole);
    return value;
  };
  const bolt = (row: object) => ({ ...row, ...("values" in row ? { values: mapped(row.values, whole) } : {}) });
  await writeAll(path, (text, rows) => session.executeWrite((transaction) => transaction.run(text, { rows: rows.map(bolt) })));
  await session.close();
  await driver.close();
}

function mapped(values: unknown, change: (value: unknown) => unknown): object {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values ?? {})) result[key] = change(value);
  return result;
}

async function writeAll(path: string, run: Run): Promise<void> {
  const gathered = new Map<string, object[]>();
  const flush = async (text: string, rows: readonly object[]) => {
    gathered.delete(text);
    await run(text, rows);
  };
  let edges = false;
  for await (const part of readRows(path)) {
    for (const row of part) {
      // Nodes come first: none may wait when the first edge is written.
      if (!edges && row[1] !== null) {
        edges = true;
        for (const [text, rows] of gathered) await flush(text, rows);
      }
      const text = statementOf(row);
      const rows = gathered.get(text) ?? [];
      gathered.set(text, rows);
      rows.push(row[1] === null ? { values: row[3] } : { from: row[1], to: row[2], values: row[3] });
      if (rows.length >= ROWS) await flush(text, rows);
    }
  }
  for (const [text, rows] of gathered) await flush(text, rows);
}

function statementOf([kind, from]: StoredRow): string {
  if (from !== null)
    return `UNWIND $rows AS row MATCH (a:Node {id: row.from}) MATCH (b:Node {id: row.to}) CREATE (a)-[r:${kind}]->(b) SET r += row.values`;
  return `UNWIND $rows AS row CREATE (n:${kind === "Bundle" ? kind : `Node:${kind}`}) SET n += row.values`;
}
