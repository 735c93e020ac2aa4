import { type FieldNode, isEnumType } from "graphql";
import { DEFAULT_PAGE, MAX_PAGE } from "../../compile/index.ts";
import { ABOUT, type EdgeField, type Model, type NodeType, names, nodeTypeOf } from "../../model/index.ts";
import { EFFECTS, LIMITS, MOST_LAYERS, MOST_ROWS } from "../../resolvers/index.ts";
import { argumentOf, fieldsOf, membersOf, type Variables } from "./asked.ts";
import type { FanOut } from "./fan-out.ts";
import { priceOfFilter } from "./filters.ts";
import { pathsOf } from "./gathered.ts";
import {
  CHANGED_STATUS,
  DISPUTED_CLAIM,
  DISPUTED_NODE,
  FILTERED_EDGE,
  FILTERED_STATUS,
  JOINED_EDGE,
  JOINED_EDGE_COUNTED,
  PASSED_EDGE,
  REACHED_PART,
  REACHING_EFFECT,
  SCANNED_EDGE,
  SCANNED_NODE,
  SEARCHED_NODE,
  TIMELINE_ACT,
  TIMELINE_ACT_CLOSELY,
  TIMELINE_EDGE,
  WALKED_NODE,
  WHOLE_GRAPH_EDGE,
} from "./prices.ts";
import { STATISTICS } from "./statistics.ts";

/** A list as far as its cost goes. */
export interface List {
  /** How many members it has at most. */
  readonly most: number;
  /** What finding them costs, each time that the list is answered. */
  readonly work: number;
}

/** What is needed to reckon lists. */
export interface Reckoning {
  readonly model: Model;
  readonly fanOut: FanOut;
  readonly variables: Variables;
  /** Whether the operation as a whole is asked as of a day. */
  readonly isAsOf?: boolean;
}

/** How many entries a field's page has at most. */
function pageOf(field: FieldNode, variables: Variables): number {
  const [first, last] = ["first", "last"].map((name) => argumentOf(field, name, variables));
  const asked = typeof first === "number" ? first : typeof last === "number" ? last : DEFAULT_PAGE;
  return Math.min(Math.max(asked, 0), MAX_PAGE);
}

/** The list of a field that walks an edge, at a node of a type. */
export function edgeListOf({ model, fanOut, variables }: Reckoning, owner: string, edge: EdgeField, field: FieldNode): List {
  const reach = argumentOf(field, "reach", variables);
  const isExact = reach === undefined || reach === null || reach === "EXACT";
  const degree = fanOut.degree(owner, edge);
  const all = isExact ? degree : fanOut.reached(edge);
  const looked = isExact ? degree : Math.max(degree, all * REACHED_PART);
  const { walks } = priceOfFilter(model, fanOut, edge.to, argumentOf(field, "filter", variables));
  return { most: Math.min(pageOf(field, variables), all), work: Number.isFinite(looked) ? looked * SCANNED_EDGE * (1 + walks) : 0 };
}

/** The list of a root field: all nodes of a type, rows, nodes by their ids, or the hits of a search; `isCounted` where its `totalCount` is selected. */
export function rootListOf(reckoning: Reckoning, field: FieldNode, isCounted: boolean): List {
  const { model, fanOut, variables } = reckoning;
  const name = field.name.value;
  if (name === "paths") return pathsOf(reckoning, field);
  if (name === "nodes") return { most: Math.min(membersOf(argumentOf(field, "ids", variables)).length, MAX_PAGE), work: 0 };
  const page = pageOf(field, variables);
  if (name === "enumLabels") return { most: enumsOf(model).length, work: 0 };
  if (name === "search")
    return { most: page, work: [...model.nodes.keys()].reduce((sum, type) => sum + fanOut.scanned(type), 0) * SEARCHED_NODE };
  const type = [...model.nodes.values()].find(({ plural }) => plural === name);
  if (!type) return { most: page, work: rowsWork(reckoning, field, isCounted) };
  const ids = fieldsOf(argumentOf(field, "filter", variables)).find(([key]) => key === "id")?.[1];
  const most = Array.isArray(ids) ? ids.length : fanOut.nodes(type.name);
  return { most: Math.min(page, most), work: fanOut.scanned(type.name) * SCANNED_NODE };
}

/** How many objects the lists of rates have at most, by their fields: of a layer, who imposed it, whom it is aimed at, what it covers, and what takes it out. */
const RATE_LISTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  EffectiveRate: { layers: MOST_LAYERS },
  RateLayer: { edges: 4 },
};

/**
 * The rates that a root field gives, or the parts of one; null where it is about something else. What finding them costs: the edges to goods above and below
 * the line, as of a list that reaches, and the status of each duty, once however many rows there are.
 */
export function rateListOf({ model, fanOut }: Reckoning, owner: string, name: string): List | null {
  if (owner === model.schema.getQueryType()?.name) {
    const most = name === "effectiveRates" ? MOST_ROWS : name === "effectiveRate" ? 1 : null;
    if (most === null) return null;
    const covered = fanOut.edges("COVERS") * REACHED_PART * FILTERED_EDGE;
    return { most, work: covered + Math.min(MOST_LAYERS, fanOut.scanned("Measure")) * FILTERED_STATUS };
  }
  const most = RATE_LISTS[owner]?.[name];
  return most === undefined ? null : { most: name === "layers" ? Math.min(most, fanOut.nodes("Measure")) : most, work: 0 };
}

/** The statuses of a measure along time: the law looks at each day on which an act that reaches it begins or ends. */
export function statusesOf({ fanOut }: Reckoning): List {
  const reaching = EFFECTS.reduce((sum, type) => sum + fanOut.degree("Measure", { type, direction: "IN", symmetric: false }), 0);
  return { most: LIMITS.statusSpans, work: fanOut.isMeasured ? reaching * REACHING_EFFECT : 0 };
}

/** What finding the rows of a root list costs: that of the nodes it starts from, or what it looks at of the whole graph where it starts from none. */
function rowsWork(reckoning: Reckoning, field: FieldNode, isCounted: boolean): number {
  const { fanOut, variables } = reckoning;
  const starts = (...arguments_: string[]) => startsAt(reckoning, field, arguments_);
  const isGiven = (...arguments_: string[]) => arguments_.some((name) => (argumentOf(field, name, variables) ?? null) !== null);
  switch (field.name.value) {
    case "disagreements":
      return Math.min(starts("about"), fanOut.disputed.nodes * DISPUTED_NODE + fanOut.disputed.claims * DISPUTED_CLAIM);
    case "timeline": {
      const isOfIds = isGiven("actors", "commodities", "measures");
      if (isOfIds) return joined(reckoning, field) * (isCounted ? JOINED_EDGE_COUNTED : JOINED_EDGE);
      const isClose = isCounted || isGiven("kinds") || isAsOf(reckoning, field);
      return actsOf(reckoning) * (isClose ? TIMELINE_ACT_CLOSELY : TIMELINE_ACT);
    }
    case "relationships":
      return Math.min(starts("from", "to"), relationshipsWork(reckoning, field, { isCounted, isGiven }));
    case "changes": {
      const kinds = membersOf(argumentOf(field, "kinds", variables));
      const isWithEdges = kinds.length === 0 || kinds.some((kind) => kind !== "CHANGED");
      const isWithStatuses = kinds.length === 0 || kinds.includes("CHANGED");
      const statuses = isWithStatuses ? fanOut.scanned("Measure") * CHANGED_STATUS : 0;
      const edges = isWithEdges ? fanOut.datedEdges * (isCounted ? WHOLE_GRAPH_EDGE : PASSED_EDGE) : 0;
      return Math.min(starts("about"), walked(reckoning) + statuses + edges);
    }
    default:
      // A list that nobody gave a price counts as the dearest.
      return fanOut.datedEdges * WHOLE_GRAPH_EDGE;
  }
}

/**
 * The timeline of a node of a type: of what others reach, all dated edges may be looked at, as where a root timeline starts from it; of a claim or a source,
 * the acts spoken of; of all others, its own edges. What is counted is gathered twice.
 */
export function nodeTimelineOf(reckoning: Reckoning, owner: string, field: FieldNode, isCounted: boolean): List {
  const { model, fanOut, variables } = reckoning;
  const reach = argumentOf(field, "reach", variables) ?? "BELOW";
  const reaches = (model.nodes.get(owner)?.hierarchy && reach !== "EXACT") || model.edgeFields.get(owner)?.has("parts");
  const own = fanOut.datedEdgesOf(owner) * WHOLE_GRAPH_EDGE;
  const around = Math.min(reaches ? Number.POSITIVE_INFINITY : own, fanOut.datedEdges * TIMELINE_EDGE);
  const spoken = Math.min(spokenOf(fanOut, owner), actsOf(reckoning)) * TIMELINE_ACT;
  const work = (around + spoken) * (isCounted ? 2 : 1);
  return { most: pageOf(field, variables), work: Number.isFinite(work) ? work : 0 };
}

/** Of how many nodes a claim, or a source's claims, speak at most; 0 of any other type. */
function spokenOf(fanOut: FanOut, owner: string): number {
  const about = fanOut.degree("Claim", { type: ABOUT, direction: "OUT", symmetric: false });
  if (owner === "Claim") return about;
  return owner === "Source" ? about * fanOut.degree("Source", { type: "STATED_IN", direction: "IN", symmetric: false }) : 0;
}

/**
 * What finding relationships of the whole graph costs. A page of all of them takes node after node, and all edges of the last one; conditions may leave
 * out every edge before the page is full; in the order of a day, what has no day is sorted as a whole.
 */
function relationshipsWork(
  reckoning: Reckoning,
  field: FieldNode,
  { isCounted, isGiven }: { readonly isCounted: boolean; readonly isGiven: (name: string) => boolean },
): number {
  const { fanOut, model } = reckoning;
  const isFiltered = isGiven("types") || isGiven("edge") || isAsOf(reckoning, field);
  const counted = isCounted ? fanOut.datedEdges * (isFiltered ? FILTERED_EDGE : PASSED_EDGE) : 0;
  if (isGiven("orderBy")) return counted + fanOut.datedEdges * WHOLE_GRAPH_EDGE;
  const largest = fanOut.isMeasured ? Math.max(0, ...[...model.nodes.keys()].map((type) => fanOut.datedDegree(type, "OUT"))) : 0;
  const looked = isFiltered ? fanOut.datedEdges * FILTERED_EDGE : largest * WHOLE_GRAPH_EDGE;
  return counted + walked(reckoning) + Math.min(looked, fanOut.datedEdges * WHOLE_GRAPH_EDGE);
}

/** Whether a field is asked as of a day, by itself or with its operation. */
function isAsOf({ isAsOf = false }: Reckoning, field: FieldNode): boolean {
  return isAsOf || (field.directives ?? []).some(({ name }) => name.value === "asOf");
}

/** What taking the nodes in their turn costs at which dated edges may begin. */
function walked({ model, fanOut }: Reckoning): number {
  const dated = [...model.edges.values()].filter((edge) => edge.dated);
  const begin = new Set(dated.flatMap(({ pairs }) => [...pairs].flatMap((pair) => pair.split(">")[0] ?? [])));
  return [...begin].reduce((sum, type) => sum + fanOut.scanned(type), 0) * WALKED_NODE;
}

/** How many acts there are. */
function actsOf({ model, fanOut }: Reckoning): number {
  return (model.possible.get("Act") ?? []).reduce((sum, type) => sum + fanOut.scanned(type), 0);
}

/**
 * How many edges join acts with what a timeline is asked for: those of each id, of what stands for others as many as a list that reaches looks at. It starts
 * from the narrowest of its arguments.
 */
function joined(reckoning: Reckoning, field: FieldNode): number {
  const { model, fanOut, variables } = reckoning;
  const isExact = argumentOf(field, "reach", variables) === "EXACT";
  const types = typesGiven(reckoning, field, ["measures", "commodities", "actors"]) ?? [];
  const edges = types.reduce((sum, type) => {
    const own = type && fanOut.isMeasured ? fanOut.datedEdgesOf(type.name) : 0;
    const reaches =
      type === undefined || !fanOut.isMeasured || (!isExact && type.hierarchy !== null) || model.edgeFields.get(type.name)?.has("parts");
    return sum + (reaches ? Math.max(own, fanOut.datedEdges * REACHED_PART) : own);
  }, 0);
  return Math.min(edges, fanOut.datedEdges);
}

/** The type of ids in arguments where their prefix may be left out. */
const SHORT: Readonly<Record<string, string>> = { measures: "Measure", commodities: "Commodity" };

/** The types of the ids of the first of some arguments that is given, undefined where one's can't be told; null where none is given. */
function typesGiven({ model, variables }: Reckoning, field: FieldNode, names: readonly string[]): readonly (NodeType | undefined)[] | null {
  const name = names.find((one) => (argumentOf(field, one, variables) ?? null) !== null);
  if (name === undefined) return null;
  return membersOf(argumentOf(field, name, variables)).map((id) => nodeTypeOf(model, String(id)) ?? model.nodes.get(SHORT[name] ?? ""));
}

/** What looking at the edges of the nodes costs that a root list starts from; without a bound where none are given, or they stand for others too. */
function startsAt(reckoning: Reckoning, field: FieldNode, names: readonly string[]): number {
  const isExact = (argumentOf(field, "reach", reckoning.variables) ?? "EXACT") === "EXACT";
  const types = typesGiven(reckoning, field, names);
  if (types === null) return Number.POSITIVE_INFINITY;
  return types.reduce((sum, type) => {
    if (!type || (!isExact && type.hierarchy !== null)) return Number.POSITIVE_INFINITY;
    return sum + reckoning.fanOut.datedEdgesOf(type.name) * WHOLE_GRAPH_EDGE;
  }, 0);
}

/** How many values each enum of the served schema has. */
export function enumsOf({ schema }: Model): number[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && !type.name.startsWith("__") ? [type.getValues().length] : [],
  );
}

/** A group of a node's neighbours. */
export const GROUP = "Neighbours";

/** The groups of a node's neighbours: one for each field that lists edges; all of them are walked. */
export function groupsOf({ model, fanOut }: Reckoning, owner: string): List {
  const fields = [...(model.edgeFields.get(owner)?.values() ?? [])];
  const walked = fields.reduce((sum, field) => sum + fanOut.degree(owner, field), 0);
  return { most: fields.length, work: Number.isFinite(walked) ? walked * SCANNED_EDGE : 0 };
}

/** How many nodes each group of a node's neighbours shows at most. */
export function shownOf(field: FieldNode, variables: Variables): number {
  const first = argumentOf(field, "first", variables);
  return typeof first === "number" ? Math.min(Math.max(first, 0), LIMITS.neighboursShown) : LIMITS.neighboursShown;
}

/** How many claims a row of a type has at most: those of an edge, of the edges that reached an act, and those about a node. */
export function rowClaims({ model, fanOut }: Reckoning): number {
  if (!fanOut.isMeasured) return fanOut.claims;
  const acts = model.possible.get("Act") ?? [];
  const reaching = Math.max(0, ...acts.map((act) => fanOut.datedDegree(act, "IN")));
  const about = Math.max(
    0,
    ...[...model.nodes.keys()].map((owner) => fanOut.degree(owner, { type: ABOUT, direction: "IN", symmetric: false })),
  );
  return about + (1 + reaching) * fanOut.claims;
}

/** The connections of rows and nodes alike end so. */
export const isConnection = (type: string): boolean => type.endsWith(names.connection("", null));
/** Types whose parts are entries, of which the field that gives them says how many there are. */
export const hasEntries = (type: string): boolean => isConnection(type) || type === STATISTICS;
