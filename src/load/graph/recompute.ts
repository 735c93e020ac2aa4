import type { Value } from "../../engine/port.ts";
import { CLAIM } from "../../model/index.ts";
import { bestValues, nodeRecordedOn, statedValues } from "./best-value.ts";
import type { State, StateEdge, StateNode } from "./state.ts";
import { presentValues, textOrNull } from "./values.ts";

/** What bundles touch, so that only this is compared with the graph. */
export interface Touched {
  readonly nodes: Set<StateNode>;
  readonly edges: Set<StateEdge>;
  /** Ids of nodes whose claims, or claims whose source, may have changed. */
  readonly outdated: Set<string>;
}

/**
 * Brings what follows from claims and sources up to date, of what is touched and of what rests on it in other bundles: claims are dated by
 * their sources, then nodes and edges by their claims, and fields get the best supported values. Adds all of that to `touched`.
 */
export function recompute(state: State, touched: Touched): void {
  for (const id of outdatedClaims(state, touched)) dateClaim(state, id, touched);
  for (const id of touched.outdated) valueNode(state, id, touched);
}

/** The claims among what is outdated, and those of sources that are. */
function outdatedClaims(state: State, touched: Touched): Set<string> {
  const claims = new Set<string>();
  for (const id of touched.outdated) {
    const node = state.nodes.get(id);
    if (node?.type === CLAIM) claims.add(id);
    else if (node && touched.nodes.has(node)) for (const claim of state.claimsOf(id)) claims.add(claim);
  }
  return claims;
}

function dateClaim(state: State, id: string, touched: Touched): void {
  const node = state.nodes.get(id);
  if (!node) return;
  const [sourceId] = state.sourcesOf(id);
  const source = sourceId === undefined ? undefined : state.nodes.get(sourceId)?.values;
  if (sourceId !== undefined) {
    const official = source?.reliability === "OFFICIAL" ? true : null;
    setDerived(node, { recordedOn: textOrNull(source?.publishedOn), sourceId, official }, touched);
  }
  for (const subject of state.subjectsOf(id)) touched.outdated.add(subject);
  for (const edge of state.edgesRestingOn(id)) touched.edges.add(edge);
}

function valueNode(state: State, id: string, touched: Touched): void {
  const node = state.nodes.get(id);
  const type = node && state.model.nodes.get(node.type);
  if (!node || !type || type.name === CLAIM) return;
  const assertions = state.assertionsAbout(id);
  const stated = statedValues(type, node.values);
  node.values = { ...stated, ...bestValues(state.model, type, stated, assertions) };
  const isDated = type.properties.get("recordedOn")?.derived === true;
  setDerived(node, isDated ? { recordedOn: nodeRecordedOn(type, assertions) } : {}, touched);
}

function setDerived(node: StateNode, derived: Readonly<Record<string, Value>>, touched: Touched): void {
  node.values = presentValues({ ...node.values, ...derived });
  touched.nodes.add(node);
}
