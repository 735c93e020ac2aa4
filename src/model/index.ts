import { join } from "node:path";
import { ROOT } from "../root.ts";
import { serve } from "./expand.ts";
import { readGraph } from "./graph.ts";
import { readSdl } from "./read.ts";
import { define } from "./storage.ts";
import { type Model, ModelError, type ModelProblem } from "./types.ts";

export { DATED, distinguishingProperties, STATED, statedProperties } from "./dated.ts";
export { type RequestErrorCode, requestError } from "./errors.ts";
export { isId, nodeTypeOf, prefixOf } from "./ids.ts";
export { type IndexedProperty, indexesOf } from "./indexes.ts";
export { ABOUT, CLAIM, conditionOf, HISTORY_STEP, isOrderable, names, SOURCE, STATED_IN } from "./names.ts";
export { validateScalar } from "./scalars.ts";
export * from "./types.ts";

/** The folder of the schema files. */
const SCHEMA = join(ROOT, "schema");

/** Reads schema/*.graphql into the one model that everything else follows. Throws ModelError with every fault and its place. */
export function readModel(folder: string = SCHEMA): Model {
  const problems: ModelProblem[] = [];
  const definitions = define(readSdl(folder), problems);
  const graph = readGraph(definitions, problems);
  if (problems.length > 0) throw new ModelError(problems);
  return { ...graph, schema: serve(definitions, graph) };
}
