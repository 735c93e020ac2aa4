import { requestError } from "../model/index.ts";

/*
 * How much the questions that are worked out in steps look at and answer. Their descriptions in schema/ say the same figures, what an operation costs is
 * reckoned by them, and where one is reached the answer has the warning ANALYSIS_CUT.
 */

export const LIMITS = {
  /** How many hops a path has at most, and unless asked. */
  pathLength: 6,
  pathLengthByDefault: 4,
  /** How many paths are answered at most, and unless asked. */
  paths: 50,
  pathsByDefault: 10,
  /** How many edges that join the same two nodes are answered at most, for each hop. */
  parallelEdges: 10,
  /** How many edges a level of a search looks at, at most, unless one node alone has more: those of the least busy nodes first. */
  levelEdges: 20_000,
  /** How many hops are compared before a search gives up: 0.1 s. */
  pathSteps: 200_000,
  /** How many steps a chain has at most from where it begins, and unless asked, either way. */
  chainDepth: 20,
  chainDepthByDefault: 10,
  /** How many edges of a chain are answered at most, either way. */
  chainEdges: 200,
  /** How many measures an exposure gives at most. */
  exposures: 200,
  /** How many steps lie at most between what is exposed and what a measure names. */
  exposureDepth: 10,
  /** How many measures like another are answered at most, and unless asked, and how many pairs of goods beside each. */
  similar: 50,
  similarByDefault: 10,
  sharedGoods: 20,
  /** How many stages are answered at most, and unless asked; how many edges of producers, of users and how many measures each of them shows. */
  stages: 50,
  stagesByDefault: 20,
  stageEntries: 20,
  /** How many spans the statuses of a measure have along time at most. */
  statusSpans: 100,
  /** How many nodes a group of neighbours shows at most. */
  neighboursShown: 20,
} as const;

/** A number that was given as an argument. Throws a request error where it is out of bounds. */
export function between(
  code: "BAD_DEPTH" | "BAD_PAGE",
  argument: string,
  given: number | null,
  [least, most]: readonly [number, number],
): number {
  if (given !== null && given >= least && given <= most) return given;
  throw requestError(code, `${argument}: ${given} is out of bounds: it may be ${least} to ${most}.`);
}
