import type { FieldNode, GraphQLObjectType } from "graphql";
import { MAX_PAGE } from "../../compile/index.ts";
import { nodeTypeOf } from "../../model/index.ts";
import { LIMITS, RELIEF } from "../../resolvers/index.ts";
import { argumentOf, membersOf } from "./asked.ts";
import type { List, Reckoning } from "./lists.ts";
import { CHAINED_EDGE, COMPARED_PATHS, FILTERED_STATUS, SCANNED_EDGE, SUBQUERY, WALKED_EDGE } from "./prices.ts";

/** How many members the lists have at most that stand in the rows of what is worked out in steps, by type and field. */
const INSIDE: Readonly<Record<string, number>> = {
  "Path.nodes": LIMITS.pathLength + 1,
  "Path.hops": LIMITS.pathLength,
  "PathHop.relationships": LIMITS.parallelEdges,
  "Exposure.hops": 1 + LIMITS.exposureDepth,
  "SimilarMeasure.shared": LIMITS.sharedGoods,
  "Stage.producers": LIMITS.stageEntries,
  "Stage.users": LIMITS.stageEntries,
  "Stage.concentration": 2,
  "Stage.measures": LIMITS.stageEntries,
};

/** Rows of what is worked out in steps: they know their nodes by id, and look them up in subqueries. */
export const GATHERED_ROWS: ReadonlySet<string> = new Set([
  "Path",
  "Rung",
  "CausalStep",
  "Exposure",
  "ExposureHop",
  "SimilarMeasure",
  "SharedGoods",
]);

/** The parts of an exposure's statement of measures, with the status, and the statement of what is selected. */
const EXPOSURE_STATEMENTS = 8;

/** The statements that look for measures like others, with their parts, and the one of what is selected. */
const SIMILAR_STATEMENTS = 9;

/** The statements that gather stages, with their parts and the status, and the one of what is selected. */
const STAGE_STATEMENTS = 12;

/** Chains of acts. */
const CHAINS: ReadonlySet<string> = new Set(["escalation", "causalChain"]);

/** A list that is worked out in steps at each node that has it, or one in its rows; null where it is none. */
export function gatheredListOf(reckoning: Reckoning, owner: GraphQLObjectType, field: FieldNode): List | null {
  const name = field.name.value;
  if (reckoning.model.computed.get(owner.name)?.has(name) && CHAINS.has(name)) return chainOf(reckoning, field);
  if (reckoning.model.computed.get(owner.name)?.has(name) && name === "exposure") return { most: exposuresOf(reckoning, field), work: 0 };
  if (reckoning.model.computed.get(owner.name)?.has(name) && name === "chokepoints") return stagesOf(reckoning, field);
  if (reckoning.model.computed.get(owner.name)?.has(name) && name === "similar") return similarOf(reckoning, field);
  if (`${owner.name}.${name}` === "Rung.relief") return { most: reliefOf(reckoning), work: 0 };
  const most = INSIDE[`${owner.name}.${name}`];
  return most === undefined ? null : { most, work: 0 };
}

/** What the statements of a computed field cost once, however many nodes have it; null where it is no list that is worked out in steps. */
export function planningOf({ fanOut, variables }: Pick<Reckoning, "fanOut" | "variables">, field: FieldNode): number | null {
  if (field.name.value === "exposure") {
    // All that measures name may be looked at, twice, and the status of each measure; but once for all that is exposed.
    const named = fanOut.edges("TARGETS") + fanOut.edges("COVERS");
    return (EXPOSURE_STATEMENTS + LIMITS.exposureDepth) * SUBQUERY + 2 * named * WALKED_EDGE + fanOut.scanned("Measure") * FILTERED_STATUS;
  }
  // All below a commodity, the edges of who makes and uses it, and each measure on it with its status; once for all that are asked.
  if (field.name.value === "chokepoints") {
    const read = fanOut.edges("PRODUCES") + fanOut.edges("USES") + 2 * fanOut.edges("COVERS");
    return STAGE_STATEMENTS * SUBQUERY + (read + fanOut.scanned("Commodity")) * CHAINED_EDGE + fanOut.scanned("Measure") * FILTERED_STATUS;
  }
  // The measures on all goods above and below are read once for all that are compared, each with its goods and by whom it was imposed.
  if (field.name.value === "similar") {
    const read = fanOut.edges("COVERS") + fanOut.edges("IMPOSED_BY");
    return SIMILAR_STATEMENTS * SUBQUERY + read * CHAINED_EDGE + fanOut.scanned("Commodity") * CHAINED_EDGE;
  }
  if (!CHAINS.has(field.name.value)) return null;
  const levels = 1 + given(field, "depth", variables, LIMITS.chainDepthByDefault, LIMITS.chainDepth);
  return (1 + levels) * SUBQUERY;
}

/** How many measures an exposure gives at most. */
function exposuresOf({ variables }: Reckoning, field: FieldNode): number {
  return given(field, "first", variables, LIMITS.exposures, LIMITS.exposures);
}

/** Stages: what lies below one commodity is put in order. */
function stagesOf({ fanOut, variables }: Reckoning, field: FieldNode): List {
  return {
    most: given(field, "first", variables, LIMITS.stagesByDefault, LIMITS.stages),
    work: fanOut.scanned("Commodity") * SCANNED_EDGE,
  };
}

/** Measures like one: all that cover goods above or below its own are compared with it. */
function similarOf({ fanOut, variables }: Reckoning, field: FieldNode): List {
  return { most: given(field, "first", variables, LIMITS.similarByDefault, LIMITS.similar), work: fanOut.edges("COVERS") * SCANNED_EDGE };
}

/** A chain: the act itself, and the edges of either direction; an act on it may have many edges that lead on. */
function chainOf({ model, fanOut, variables }: Reckoning, field: FieldNode): List {
  const ways = (argumentOf(field, "direction", variables) ?? null) === null ? 2 : 1;
  const degrees = (model.possible.get("Act") ?? []).map((act) => fanOut.datedEdgesOf(act));
  const looked = Math.max(LIMITS.chainEdges, fanOut.isMeasured ? Math.max(...degrees) : 0);
  return { most: 1 + ways * LIMITS.chainEdges, work: ways * looked * CHAINED_EDGE };
}

/** How many edges take something back of one act at most. */
function reliefOf({ model, fanOut }: Reckoning): number {
  if (!fanOut.isMeasured) return MAX_PAGE;
  const of = (act: string) => RELIEF.reduce((sum, type) => sum + fanOut.degree(act, { type, direction: "IN", symmetric: false }), 0);
  return Math.max(0, ...(model.possible.get("Act") ?? []).map(of));
}

/** A number that a field was given, within bounds: what is beyond them is refused before it runs. */
function given(field: FieldNode, name: string, variables: Reckoning["variables"], otherwise: number, most: number): number {
  const value = argumentOf(field, name, variables);
  return typeof value === "number" ? Math.min(Math.max(value, 0), most) : otherwise;
}

/** The list of `paths`: a statement for the ends, and one for each hop, each of which looks at no more edges than a level may, or than one node has. */
export function pathsOf(reckoning: Reckoning, field: FieldNode): List {
  const { fanOut, variables } = reckoning;
  const length = given(field, "maxLength", variables, LIMITS.pathLengthByDefault, LIMITS.pathLength);
  const most = given(field, "first", variables, LIMITS.pathsByDefault, LIMITS.paths);
  const busiest = Math.max(...[...reckoning.model.nodes.keys()].map((type) => degreeOf(reckoning, type)));
  const level = Math.min(Math.max(LIMITS.levelEdges, busiest), 2 * fanOut.datedEdges);
  // The first level of either side looks at the edges of the ends alone.
  const ends = ["from", "to"].map((name) => Math.min(level, edgesOfEnds(reckoning, argumentOf(field, name, variables))));
  const first = ends.sort((a, b) => a - b).slice(0, length);
  const walked = first.reduce((sum, edges) => sum + edges, 0) + (length - first.length) * level;
  return { most, work: (1 + length) * SUBQUERY + walked * WALKED_EDGE + COMPARED_PATHS };
}

/** How many dated edges a node of a type has at most; 0 where nobody knows. */
function degreeOf({ fanOut }: Reckoning, type: string): number {
  return fanOut.isMeasured ? fanOut.datedEdgesOf(type) : 0;
}

/** How many edges the nodes of some ids have at most; without a bound where nobody knows. */
function edgesOfEnds(reckoning: Reckoning, ids: unknown): number {
  if (!reckoning.fanOut.isMeasured) return Number.POSITIVE_INFINITY;
  return membersOf(ids).reduce((sum: number, id) => sum + degreeOf(reckoning, nodeTypeOf(reckoning.model, String(id))?.name ?? ""), 0);
}
