import type { GraphEngine } from "../../engine/port.ts";
import { indexesOf, type Model } from "../../model/index.ts";

/** Makes the indexes of an engine: without them, every edge of a load would scan all nodes for its ends. Throws EngineError. */
export async function makeIndexes(engine: GraphEngine, model: Model): Promise<void> {
  await engine.prepare([...indexesOf(model), ...["Bundle.name", "Merged.id", "Restated.bundle"].map(uniqueNote)]);
}

/** A note of the loader is found by one property. */
function uniqueNote(of: string): { label: string; property: string; unique: boolean } {
  const [label = "", property = ""] = of.split(".");
  return { label, property, unique: true };
}
