import type { GraphEngine, Statement } from "../../engine/port.ts";
import { datesByMonth, MONTHS, type Model, monthName, monthOf, monthsId, type NodeType } from "../../model/index.ts";
import { bringUp, idsOf } from "./bring-up.ts";
import type { Values } from "./values.ts";

/** What is written of a node, with the months of the dates among it; of a date that goes, the month goes. */
export function withMonths(type: NodeType | undefined, values: Values): Values {
  const months = (type ? datesByMonth(type) : []).flatMap(({ name }) => {
    const date = values[name];
    return date === undefined ? [] : [[monthName(name), typeof date === "string" ? monthOf(date) : null] as const];
  });
  return months.length > 0 ? { ...values, ...Object.fromEntries(months) } : values;
}

/** What of a node is written. */
interface Written {
  readonly type: string;
  readonly values: Values;
}

/**
 * Statements that note which months there are of each date (`MONTHS`): to be run in the transaction that writes the nodes. Months are added, and never
 * taken away: of one that no node has any more, the note only says too much.
 */
export function monthNotes(model: Model, written: readonly Written[]): Statement[] {
  const months = new Map<string, Set<string>>();
  const dates = new Map([...model.nodes.values()].map((type) => [type.name, datesByMonth(type)]));
  for (const { type, values } of written) {
    for (const { name } of dates.get(type) ?? []) {
      const date = values[name];
      if (typeof date !== "string") continue;
      const id = monthsId({ name: type }, name);
      months.set(id, (months.get(id) ?? new Set()).add(monthOf(date)));
    }
  }
  if (months.size === 0) return [];
  // In the order of ids, in which no two writes can wait for each other. To write to a node is to lock it: only then are the months read that these are added to.
  const rows = [...months.keys()].sort().map((id) => ({ id, months: [...(months.get(id) ?? [])].sort() }));
  const text = `UNWIND $rows AS row MERGE (k:${MONTHS} {id: row.id}) SET k.id = row.id WITH k, row, coalesce(k.months, []) AS known WITH k, known, [m IN row.months WHERE NOT m IN known] AS more WHERE size(more) > 0 SET k.months = known + more`;
  return [{ text, params: { rows } }];
}

/** Notes the months of all dates, and which there are: in a database that an earlier version wrote, or whose dates were not all indexed before. Throws EngineError. */
export async function noteMonths(engine: GraphEngine, model: Model): Promise<void> {
  for (const type of model.nodes.values()) {
    for (const { name } of datesByMonth(type)) {
      const [date, month] = [`n.${name}`, `n.${monthName(name)}`];
      const wanted = `CASE WHEN ${date} IS NOT NULL THEN substring(${date}, 0, ${monthOf("2025-06-05").length}) END`;
      const ids = await idsOf(engine, `MATCH (n:${type.name}) WHERE coalesce(${month}, '') <> coalesce(${wanted}, '') RETURN n.id`);
      const text = `UNWIND $ids AS id MATCH (n:Node {id: id}) SET ${month} = ${wanted}`;
      await bringUp(engine, ids, (some) => [{ text, params: { ids: some } }]);
    }
  }
  const dates = [...model.nodes.values()].flatMap((type) =>
    datesByMonth(type).map(({ name }) => ({ type: type.name, name, month: monthName(name) })),
  );
  // One text for all dates: Neo4j plans each anew.
  const text = `UNWIND $dates AS d MATCH (n:Node) WHERE d.type IN labels(n) AND n[d.month] IS NOT NULL RETURN DISTINCT d.type, d.name, n[d.month]`;
  const found = await engine.read({ text, params: { dates } });
  const notes = monthNotes(
    model,
    found.map(([type, name, month]) => ({ type: String(type), values: { [String(name)]: String(month) } })),
  );
  for (const note of notes) await engine.write((transaction) => transaction.run(note));
}
