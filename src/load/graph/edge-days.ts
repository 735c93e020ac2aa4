import type { GraphEngine, Statement } from "../../engine/port.ts";
import { EDGE_DAYS, HISTORY_STEP, type Model } from "../../model/index.ts";
import { batchesOf } from "./batches.ts";
import { bringUp, idsOf } from "./bring-up.ts";

/**
 * Statements that note at nodes the first and last days of the dated edges that begin there (`EDGE_DAYS`): to be run after their edges were written, in
 * the same transaction. On the embedded engine that reads 0.5 µs an edge, and writes 60 µs a node: 4 % of what loading
 * 5,000 interventions took.
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
      `n.${first} = CASE WHEN ${others} > 0 THEN '' ELSE coalesce(${from}, '~') END, n.${last} = CASE WHEN ${others} > 0 THEN '~' ELSE coalesce(${to}, '') END`,
  );
  const edges = `CALL (n) { MATCH (n)-[r:${types.join("|")}]->() RETURN ${found.join(", ")} }`;
  const text = `UNWIND $ids AS id MATCH (n:Node {id: id}) ${edges} SET ${noted.join(", ")}`;
  for (const batch of batchesOf([...ids])) yield { text, params: { ids: batch } };
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
