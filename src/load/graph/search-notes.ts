import { type GraphEngine, searchNote } from "../../engine/port.ts";
import type { Model, NodeType } from "../../model/index.ts";
import { statedValues } from "./best-value.ts";
import { bringUp, idsOf } from "./bring-up.ts";
import { searchValues } from "./stored-node.ts";
import { presentValues } from "./values.ts";

/**
 * Brings a database that an earlier version wrote to what search reads now: the names of nodes as words, and the note of what changes them. Safe to
 * repeat where it was cut off. Throws EngineError.
 */
export async function noteSearch(engine: GraphEngine, model: Model): Promise<void> {
  for (const type of model.nodes.values()) await noteNames(engine, type);
  await engine.write(async (transaction) => {
    for (const statement of searchNote(null)) await transaction.run(statement);
  });
}

async function noteNames(engine: GraphEngine, type: NodeType): Promise<void> {
  const ids = await idsOf(engine, `MATCH (n:${type.name}) WHERE n.searchNames IS NOT NULL RETURN n.id`);
  await bringUp(engine, ids, async (some) => {
    const stored = await engine.read({
      text: "UNWIND $ids AS id MATCH (n:Node {id: id}) RETURN n.id, properties(n)",
      params: { ids: some },
    });
    const named = stored.map(([id, values]) => ({ id: String(id), ...searchValues(type, statedValues(type, presentValues(values))) }));
    return [
      {
        text: "UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n.searchNames = row.searchNames",
        params: { rows: named },
      },
    ];
  });
}
