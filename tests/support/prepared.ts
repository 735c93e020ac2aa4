import type { GraphEngine } from "../../src/engine/port.ts";
import { indexesOf, type Model } from "../../src/model/index.ts";
import { openTestEngine } from "./engine.ts";

/** An empty test engine with the model's indexes. */
export async function openPrepared(model: Model): Promise<GraphEngine> {
  const engine = await openTestEngine();
  await engine.prepare(indexesOf(model));
  return engine;
}
