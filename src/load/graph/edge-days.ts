import type { GraphEngine, Statement } from "../../engine/port.ts";
import { EDGE_DAYS, HISTORY_STEP, type Model } from "../../model/index.ts";
import { batchesOf } from "./batches.ts";
import { bringUp, idsOf } from "./bring-up.ts";
import type { Changes } from "./changes.ts";
import { textsOf, type Values } from "./values.ts";

/** What a node keeps, by the names of `EDGE_DAYS`. */
type Days = Readonly<Record<string, string>>;

/** Before all days and behind all of them, as texts compare: of no edges the first is the latter and the last the former. */
const [BEFORE, BEHIND] = ["", "~"];
const NO_DAYS: Days = Object.fromEntries(
  [...EDGE_DAYS.values()].flatMap(({ first, last }) => [[first, BEHIND] as const, [last, BEFORE] as const]),
);

/**
 * Statements that look at all dated edges that begin at nodes, and note their first and last days (`EDGE_DAYS`): to be run after the edges were written, in
 * the same transaction. On the embedded engine that reads 0.5 µs an edge, and writes 60 µs a node.
 */
export function* edgeDayStatements(model: Model, ids: Iterable<string>): Iterable<Statement> {
  const types = [...model.edges.values()].flatMap(({ type, dated }) => (dated ? [type] : []));
  const days = [...EDGE_DAYS].map(([property, names], i) => ({ ...names, property, from: `a${i}`, to: `b${i}`, others: `c${i}` }));
  // A day that was another as known before may have been any.
  const hasOthers = (property: string) => `any(h IN coalesce(r.history, []) WHERE h STARTS WITH '${property}${HISTORY_STEP}')`;
  const found = days.map(
    ({ property, from, to, others }) =>
      `min(r.${property}) AS ${from}, max(r.${property}) AS ${to}, sum(CASE WHEN ${hasOthers(property)} THEN 1 ELSE 0 END) AS ${others}`,
  );
  const noted = days.map(
    ({ first, last, from, to, others }) =>
      `n.${first} = CASE WHEN ${others} > 0 THEN '${BEFORE}' ELSE coalesce(${from}, '${BEHIND}') END, n.${last} = CASE WHEN ${others} > 0 THEN '${BEHIND}' ELSE coalesce(${to}, '${BEFORE}') END`,
  );
  const edges = `CALL (n) { MATCH (n)-[r:${types.join("|")}]->() RETURN ${found.join(", ")} }`;
  const text = `UNWIND $ids AS id MATCH (n:Node {id: id}) ${edges} SET ${noted.join(", ")}`;
  for (const batch of batchesOf([...ids])) yield { text, params: { ids: batch } };
}

/** What some changes make of the days that nodes keep. */
export interface ChangedDays {
  /** The days of a new node at which edges may begin: with these it is written. */
  readonly ofNew: (id: string, type: string) => Days | null;
  /** Statements for nodes that are there, to be run after the edges were written. */
  readonly statements: () => Iterable<Statement>;
}

/**
 * The days after some changes. Where a node only gets more edges, their days count beside those that it keeps: none of its other edges is read, of which a
 * country has a million. Where one of its edges goes or gets other days, all of them are looked at.
 */
export function daysAfter(model: Model, { addedNodes, addedEdges, changedEdges, removedEdges, removedNodes }: Changes): ChangedDays {
  const added = daysOf(model, addedEdges);
  const moved = changedEdges.filter(({ set }) => [...EDGE_DAYS.keys(), "history"].some((name) => name in set));
  const lookedAt = new Set(
    [...moved.map(({ edge }) => edge), ...removedEdges].flatMap(({ type, from }) => (model.edges.get(type)?.dated ? [from] : [])),
  );
  for (const { id } of removedNodes) lookedAt.delete(id);
  const others = new Set([...lookedAt, ...addedNodes.map(({ id }) => id), ...removedNodes.map(({ id }) => id)]);
  const begins = new Map([...model.nodes.keys()].map((type) => [type, beginsEdges(model, type)]));
  return {
    ofNew: (id, type) => (begins.get(type) ? (added.get(id) ?? NO_DAYS) : null),
    statements: function* () {
      yield* edgeDayStatements(model, lookedAt);
      yield* moreDayStatements([...added].flatMap(([id, days]) => (others.has(id) ? [] : [{ id, days }])));
    },
  };
}

/** The first and last days of some edges, by the node where they begin. */
function daysOf(model: Model, edges: Changes["addedEdges"]): Map<string, Days> {
  const found = new Map<string, Record<string, string>>();
  for (const { edge, values } of edges) {
    if (!model.edges.get(edge.type)?.dated) continue;
    const days = found.get(edge.from) ?? { ...NO_DAYS };
    found.set(edge.from, days);
    for (const [property, { first, last }] of EDGE_DAYS) {
      const [from, to] = span(property, values);
      if (from < (days[first] ?? BEHIND)) days[first] = from;
      if (to > (days[last] ?? BEFORE)) days[last] = to;
    }
  }
  return found;
}

/** The days of one edge: one, none, or any, where it was another as known before. */
function span(property: string, { [property]: day, history }: Values): readonly [first: string, last: string] {
  if (textsOf(history ?? []).some((step) => step.startsWith(`${property}${HISTORY_STEP}`))) return [BEFORE, BEHIND];
  return typeof day === "string" ? [day, day] : [BEHIND, BEFORE];
}

/** Statements that note more days at nodes that keep some already; what keeps none has to be looked at, and goes on so. */
function* moreDayStatements(rows: readonly { readonly id: string; readonly days: Days }[]): Iterable<Statement> {
  const kept = [...EDGE_DAYS.values()].flatMap(({ first, last }) => [
    { name: first, isNew: `row.days.${first} < n.${first}` },
    { name: last, isNew: `row.days.${last} > n.${last}` },
  ]);
  const set = kept.map(({ name, isNew }) => `n.${name} = CASE WHEN ${isNew} THEN row.days.${name} ELSE n.${name} END`);
  const text = `UNWIND $rows AS row MATCH (n:Node {id: row.id}) WHERE ${kept.map(({ isNew }) => isNew).join(" OR ")} SET ${set.join(", ")}`;
  for (const batch of batchesOf(rows)) yield { text, params: { rows: batch } };
}

/** Whether dated edges may begin at nodes of a type, by the schema: of no others the days are noted. */
export function beginsEdges(model: Model, type: string): boolean {
  return [...model.edges.values()].some(({ dated, pairs }) => dated && [...pairs].some((pair) => pair.startsWith(`${type}>`)));
}

/** Notes them where nothing is noted yet: in a database that an earlier version wrote. Throws EngineError. */
export async function noteEdgeDays(engine: GraphEngine, model: Model): Promise<void> {
  const [days] = [...EDGE_DAYS.values()];
  if (!days) return;
  for (const type of [...model.nodes.keys()].filter((name) => beginsEdges(model, name))) {
    const ids = await idsOf(engine, `MATCH (n:${type}) WHERE n.${days.first} IS NULL RETURN n.id`);
    await bringUp(engine, ids, (some) => edgeDayStatements(model, some));
  }
}
