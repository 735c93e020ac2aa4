import { type GraphEngine, type Statement, searchNote, type Value } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { batchesOf, weight } from "./batches.ts";
import type { Changes } from "./changes.ts";
import { disputedBy } from "./disputed.ts";
import { type ChangedDays, daysAfter } from "./edge-days.ts";
import { edgeMatches, edgeRow } from "./edge-match.ts";
import { type Author, journalStatement } from "./journal.ts";
import type { BundleNote } from "./lookups.ts";
import { monthNotes, withMonths } from "./months.ts";
import type { Values } from "./values.ts";

/**
 * Writes what a group of bundles changes, in one transaction. Labels and relationship types stand in the text because Cypher takes
 * no parameters for them; they come from the model alone. What is removed goes edges first and nodes last, what is added the reverse way.
 * `author` is noted beside it (journal.ts); `notes` are those of streamed bundles by name, `more` is written in the same transaction; `onStatement` is called after each statement. Throws EngineError.
 */
export async function writeChanges(
  engine: GraphEngine,
  model: Model,
  changes: Changes,
  onStatement: (done: number, total: number) => void,
  author: Author,
  { notes = new Map(), more = [] }: { readonly notes?: ReadonlyMap<string, BundleNote>; readonly more?: readonly Statement[] } = {},
): Promise<void> {
  const entry = journalStatement(changes.reports, author);
  const days = daysAfter(model, changes);
  const all = [
    ...statementsOf(model, changes, days),
    ...days.statements(),
    ...disputedBy(model, changes),
    ...monthNotes(model, writtenBy(changes)),
    ...noteStatements(changes, notes),
    ...searchNote(searchedOf(changes)),
    ...(entry ? [entry] : []),
    ...more,
  ];
  if (all.length === 0) return;
  await engine.write(async (transaction) => {
    for (const [i, statement] of all.entries()) {
      await transaction.run(statement);
      onStatement(i + 1, all.length);
    }
  });
}

function* statementsOf(model: Model, changes: Changes, days: ChangedDays): Iterable<Statement> {
  yield* edgeRemovals(changes);
  yield* nodeAdditions(model, changes, days);
  yield* statements(
    "UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n += row.changes",
    changes.changedNodes.map(({ node, set }) => ({ id: node.id, changes: withMonths(model.nodes.get(node.type), set) })),
  );
  yield* edgeAdditions(changes);
  yield* edgeUpdates(changes);
  yield* statements(
    "UNWIND $rows AS row MATCH (n:Node {id: row.id}) DETACH DELETE n",
    changes.removedNodes.map(({ id }) => ({ id })),
  );
  yield* reachesStatements(changes);
}

/** The nodes whose words these changes bring, change or take away. */
function searchedOf({ addedNodes, changedNodes, removedNodes }: Changes): string[] {
  const changed = changedNodes.filter(({ set }) => "searchText" in set || "searchNames" in set);
  return [...addedNodes, ...changed.map(({ node }) => node), ...removedNodes].map(({ id }) => id);
}

/** What of nodes these changes write. */
function writtenBy({ addedNodes, changedNodes }: Changes): { type: string; values: Values }[] {
  return [...addedNodes, ...changedNodes.map(({ node, set }) => ({ type: node.type, values: set }))];
}

function* edgeRemovals({ removedEdges }: Changes): Iterable<Statement> {
  const byType = grouped(removedEdges, (edge) => edge.type, edgeRow);
  for (const [type, all] of byType)
    for (const { pattern, rows } of edgeMatches(type, all)) yield* statements(`UNWIND $rows AS row ${pattern} DELETE r`, rows);
}

function* nodeAdditions(model: Model, { addedNodes }: Changes, days: ChangedDays): Iterable<Statement> {
  const byType = grouped(
    addedNodes,
    (node) => node.type,
    ({ id, type, values }) => ({ values: { ...withMonths(model.nodes.get(type), values), ...days.ofNew(id, type) } }),
  );
  for (const [type, rows] of byType) yield* statements(`UNWIND $rows AS row CREATE (n:Node:${type}) SET n += row.values`, rows);
}

function* edgeAdditions({ addedEdges }: Changes): Iterable<Statement> {
  const byType = grouped(
    addedEdges,
    ({ edge }) => edge.type,
    (added) => added,
  );
  for (const [type, edges] of byType) {
    const text = `UNWIND $groups AS alike UNWIND alike.ends AS end MATCH (a:Node {id: end[0]}) MATCH (b:Node {id: end[1]}) CREATE (a)-[r:${type}]->(b) SET r += alike.values SET r += end[2]`;
    for (const batch of batchesOf(edges, ({ edge, values }) => edge.from.length + edge.to.length + weight(values)))
      yield { text, params: { groups: groupedByValues(batch) } };
  }
}

function* edgeUpdates({ changedEdges }: Changes): Iterable<Statement> {
  const byType = grouped(
    changedEdges,
    ({ edge }) => edge.type,
    ({ edge, set }) => ({ ...edgeRow(edge), changes: set }),
  );
  for (const [type, all] of byType)
    for (const { pattern, rows } of edgeMatches(type, all)) yield* statements(`UNWIND $rows AS row ${pattern} SET r += row.changes`, rows);
}

/** Notes where edges start that touch none of their bundle's own nodes; a note that says nothing goes. */
function* reachesStatements({ reaches }: Changes): Iterable<Statement> {
  const rows = [...reaches].map(([name, ids]) => ({ name, ids }));
  yield* statements(
    "UNWIND $rows AS row MERGE (b:Bundle {name: row.name}) SET b.reaches = row.ids",
    rows.filter((row) => row.ids.length > 0),
  );
  const without = rows.filter((row) => row.ids.length === 0);
  yield* statements(
    "UNWIND $rows AS row MATCH (b:Bundle {name: row.name}) WHERE b.digest IS NULL AND b.origin IS NULL AND b.part IS NULL DELETE b",
    without,
  );
  yield* statements("UNWIND $rows AS row MATCH (b:Bundle {name: row.name}) SET b.reaches = null", without);
}

/** What the note of a streamed bundle has beside its name. */
const NOTED = ["digest", "origin", "part", "lacks"] as const;

/** Notes what streamed bundles say as a whole, what was left out of them, and what made them; of a bundle that is written otherwise, the note goes. */
function* noteStatements({ reports }: Changes, notes: ReadonlyMap<string, BundleNote>): Iterable<Statement> {
  const rows = reports.map(({ name }) => {
    const { digest = null, origin = null, part } = notes.get(name) ?? {};
    return { name, digest, origin, part: part?.digest ?? null, lacks: part?.lacks ?? null };
  });
  const isNoted = (row: (typeof rows)[number]) => NOTED.some((name) => row[name] !== null);
  const set = NOTED.map((name) => `b.${name} = row.${name}`).join(", ");
  yield* statements(`UNWIND $rows AS row MERGE (b:Bundle {name: row.name}) SET ${set}`, rows.filter(isNoted));
  const isHeld = NOTED.map((name) => `b.${name} IS NOT NULL`).join(" OR ");
  const unset = NOTED.map((name) => `b.${name} = null`).join(", ");
  yield* statements(
    `UNWIND $rows AS row MATCH (b:Bundle {name: row.name}) WHERE ${isHeld} SET ${unset}`,
    rows.filter((row) => !isNoted(row)),
  );
}

/** Edges that say the same but for numbers: both ends of each, with its numbers. */
type Alike = {
  readonly values: Values;
  readonly ends: [from: string, to: string, numbers: Values][];
};

/**
 * The ends of edges that say the same, beside what they say. Edges of one record mostly do, but for their numbers, and the embedded engine keeps a value that comes
 * once in a statement once: 556 bytes an edge against 961, written in half the time; of trade flows, each with three numbers of its own, 805 against 1,149.
 */
function groupedByValues(edges: Changes["addedEdges"]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const { edge, values } of edges) {
    const numbers: Record<string, Value> = {};
    const others: Record<string, Value> = {};
    for (const [name, value] of Object.entries(values)) (typeof value === "number" ? numbers : others)[name] = value;
    const key = JSON.stringify(others);
    const group = groups.get(key) ?? { values: others, ends: [] };
    group.ends.push([edge.from, edge.to, numbers]);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function grouped<T, R>(items: readonly T[], nameOf: (item: T) => string, rowOf: (item: T) => R): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const item of items) {
    const rows = groups.get(nameOf(item));
    if (rows) rows.push(rowOf(item));
    else groups.set(nameOf(item), [rowOf(item)]);
  }
  return groups;
}

/** A statement over `$rows`, once for each batch of them. */
function* statements(text: string, rows: readonly Values[]): Iterable<Statement> {
  for (const batch of batchesOf(rows)) yield { text, params: { rows: batch } };
}
