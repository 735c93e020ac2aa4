import type { GraphEngine } from "../../engine/port.ts";
import { indexesOf, type Model } from "../../model/index.ts";

/** Makes the indexes of an engine: without them, every edge of a load would scan all nodes for its ends. Throws EngineError. */
export async function makeIndexes(engine: GraphEngine, model: Model): Promise<void> {
  await engine.prepare([...indexesOf(model), { label: "Bundle", property: "name", unique: true }]);
}
