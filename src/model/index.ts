import { join } from "node:path";
import { ROOT } from "../root.ts";
import { serve } from "./expand.ts";
import { readGraph } from "./graph.ts";
import { readSdl } from "./read.ts";
import { define } from "./storage.ts";
import { type Model, ModelError, type ModelProblem } from "./types.ts";

// The door of this room, by subject: what the model says,

export {
  type EdgeField,
  type EdgeType,
  type Lookup,
  type Model,
  ModelError,
  type ModelProblem,
  type Moment,
  type NodeType,
  type Property,
} from "./types.ts";

// what every dated edge has,

export { contestedFields, DISPUTED } from "./contested.ts";
export { claimedProperties, DATED, distinguishingProperties, EDGE_DAYS, STATED, statedProperties, UNTIL } from "./dated.ts";

// what lists are counted by,

export { type FacetBy, facetsOf, MOST_VALUES, VALUES } from "./facets.ts";

// names,

export {
  ABOUT,
  CLAIM,
  CONTRADICTS,
  conditionOf,
  edgePropertyOf,
  HISTORY_STEP,
  isOrderable,
  names,
  SOURCE,
  STATED_IN,
  THERE_FROM,
} from "./names.ts";

// ids, words for enums, values of scalars, indexes, keys, hierarchies, what is wrong with a request, and words for messages.

export { BadIdError, ERROR_CODES, requestError } from "./errors.ts";
export { article, nearest, oneOf } from "./hints.ts";
export { isId, nodeTypeOf, prefixOf } from "./ids.ts";
export { indexesOf } from "./indexes.ts";
export { hierarchyTypes, type UniqueKey, uniqueKeys } from "./keys.ts";
export { labelOfValue } from "./labels.ts";
export { datesByMonth, isMonthName, MONTHS, monthName, monthOf, monthsId } from "./months.ts";
export { filterReaches, wholeOf } from "./reach.ts";
export { HS_EDITIONS, validateScalar } from "./scalars.ts";
export { storedText } from "./texts.ts";

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
