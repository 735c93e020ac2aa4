import type { GraphEngine, Statement, Value } from "../engine/port.ts";
import { anchored } from "./anchor.ts";
import type { Changes } from "./group.ts";
import { BATCH } from "./snapshot.ts";

type Row = Readonly<Record<string, Value>>;

/**
 * Writes what a group of bundles changes, in one transaction. Labels and relationship types stand in the text because Cypher takes
 * no parameters for them; they come from the model alone. Edges go first and nodes last where things are removed, the other way round where they are added.
 */
export async function writeChanges(
  engine: GraphEngine,
  changes: Changes,
  onStatement: (done: number, total: number) => void,
  digests: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const statements = [...statementsOf(changes), ...digestStatements(changes, digests)];
  if (statements.length === 0) return;
  await engine.write(async (transaction) => {
    for (const [i, statement] of statements.entries()) {
      await transaction.run(statement);
      onStatement(i + 1, statements.length);
    }
  });
}

function* statementsOf(changes: Changes): Iterable<Statement> {
  for (const [type, all] of grouped(
    changes.removedEdges,
    (e) => e.type,
    ({ from, to, key }) => ({ from, to, key }),
  )) {
    for (const { pattern, rows } of anchored(type, all)) yield* batches(`UNWIND $rows AS row ${pattern} DELETE r`, rows);
  }
  for (const [type, rows] of grouped(
    changes.addedNodes,
    (n) => n.type,
    (n) => ({ values: n.values }),
  )) {
    yield* batches(`UNWIND $rows AS row CREATE (n:Node:${type}) SET n += row.values`, rows);
  }
  yield* batches(
    "UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n += row.changes",
    changes.changedNodes.map(({ node, set }) => ({ id: node.id, changes: set })),
  );
  for (const [type, rows] of grouped(
    changes.addedEdges,
    ({ edge }) => edge.type,
    ({ edge, values }) => ({ from: edge.from, to: edge.to, values }),
  )) {
    yield* batches(
      `UNWIND $rows AS row MATCH (a:Node {id: row.from}) MATCH (b:Node {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r += row.values`,
      rows,
    );
  }
  for (const [type, all] of grouped(
    changes.changedEdges,
    ({ edge }) => edge.type,
    ({ edge: { from, to, key }, set }) => ({ from, to, key, changes: set }),
  )) {
    for (const { pattern, rows } of anchored(type, all)) yield* batches(`UNWIND $rows AS row ${pattern} SET r += row.changes`, rows);
  }
  yield* batches(
    "UNWIND $rows AS row MATCH (n:Node {id: row.id}) DETACH DELETE n",
    changes.removedNodes.map(({ id }) => ({ id })),
  );
  const reaches = [...changes.reaches].map(([name, ids]) => ({ name, ids }));
  yield* batches(
    "UNWIND $rows AS row MERGE (b:Bundle {name: row.name}) SET b.reaches = row.ids",
    reaches.filter((r) => r.ids.length > 0),
  );
  const without = reaches.filter((r) => r.ids.length === 0);
  yield* batches("UNWIND $rows AS row MATCH (b:Bundle {name: row.name}) WHERE b.digest IS NULL DELETE b", without);
  yield* batches("UNWIND $rows AS row MATCH (b:Bundle {name: row.name}) SET b.reaches = null", without);
}

/** Notes what streamed bundles say as a whole; of a bundle that is written otherwise, the note goes. */
function* digestStatements({ reports }: Changes, digests: ReadonlyMap<string, string>): Iterable<Statement> {
  const rows = reports.map(({ name }) => ({ name, digest: digests.get(name) ?? null }));
  const noted = rows.filter((row) => row.digest !== null);
  yield* batches("UNWIND $rows AS row MERGE (b:Bundle {name: row.name}) SET b.digest = row.digest", noted);
  const others = rows.filter((row) => row.digest === null);
  yield* batches("UNWIND $rows AS row MATCH (b:Bundle {name: row.name}) WHERE b.digest IS NOT NULL SET b.digest = null", others);
}

function grouped<T, R extends Row>(items: readonly T[], nameOf: (item: T) => string, rowOf: (item: T) => R): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const item of items) {
    const rows = groups.get(nameOf(item));
    if (rows) rows.push(rowOf(item));
    else groups.set(nameOf(item), [rowOf(item)]);
  }
  return groups;
}

function* batches(text: string, rows: readonly Row[]): Iterable<Statement> {
  for (let start = 0; start < rows.length; start += BATCH) yield { text, params: { rows: rows.slice(start, start + BATCH) } };
}
