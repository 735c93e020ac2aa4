import type { GraphEngine } from "../../engine/port.ts";
import { indexesOf, type Model } from "../../model/index.ts";

const prepared = new WeakSet<GraphEngine>();

/** Makes the indexes of an engine, once a process: without them, every edge of a load would scan all nodes for its ends. Throws EngineError. */
export async function prepare(engine: GraphEngine, model: Model): Promise<void> {
  if (prepared.has(engine)) return;
  await engine.prepare([...indexesOf(model), { label: "Bundle", property: "name", unique: true }]);
  prepared.add(engine);
}
