import type { GraphEngine } from "../../engine/port.ts";
import { datesByMonth, type Model, monthName, monthOf, type NodeType } from "../../model/index.ts";
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

/** Notes the months of all dates: in a database that an earlier version wrote, or whose dates were not all indexed before. Throws EngineError. */
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
}
