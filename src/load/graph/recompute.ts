import type { Value } from "../../engine/port.ts";
import { CLAIM, SOURCE, THERE_FROM } from "../../model/index.ts";
import { bestValues, nodeRecordedOn, statedValues } from "./best-value.ts";
import { edgesNamed, endsNamed, NAMES_EDGES } from "./edge-claims.ts";
import type { State, StateEdge, StateNode } from "./state.ts";
import { hasBeginning, thereFrom } from "./there-from.ts";
import { presentValues, textOrNull, textsOf, type Values } from "./values.ts";

/** What bundles touch, so that only this is compared with the graph. */
export interface Touched {
  readonly nodes: Set<StateNode>;
  readonly edges: Set<StateEdge>;
  /** Ids of nodes whose claims, or claims whose source, may have changed. */
  readonly outdated: Set<string>;
}

/**
 * Brings what follows from claims and sources up to date, of what is touched and of what rests on it in other bundles: claims are dated by
 * their sources, then nodes and edges by their claims, fields get the best supported values, and acts the day from which they are there; edges are
 * valued as they are written. Adds all of that to `touched`.
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

/** The day from which a source counts as known (schema: Source.recordedOn). */
function dayOfSource(values: Values | undefined): string | null {
  return textOrNull(values?.publishedOn) ?? textOrNull(values?.retrievedOn);
}

function dateClaim(state: State, id: string, touched: Touched): void {
  const node = state.nodes.get(id);
  if (!node) return;
  const [sourceId] = state.sourcesOf(id);
  const source = sourceId === undefined ? undefined : state.nodes.get(sourceId)?.values;
  if (sourceId !== undefined) {
    const official = source?.reliability === "OFFICIAL" ? true : null;
    setDerived(node, { recordedOn: dayOfSource(source), sourceId, official }, touched);
  }
  for (const subject of state.subjectsOf(id)) touched.outdated.add(subject);
  for (const edge of state.edgesRestingOn(id)) {
    touched.edges.add(edge);
    // Since when an edge is known may be since when the act that it starts at is known to have been there.
    if (state.isBeginning(edge)) touched.outdated.add(edge.from);
  }
}

function valueNode(state: State, id: string, touched: Touched): void {
  const node = state.nodes.get(id);
  const type = node && state.model.nodes.get(node.type);
  if (!node || !type || type.name === CLAIM) return;
  if (type.name === SOURCE) {
    setDerived(node, { recordedOn: dayOfSource(node.values) }, touched);
    return;
  }
  const assertions = state.assertionsAbout(id);
  for (const { field } of assertions) for (const edge of edgesNamed(state, id, field)) touched.edges.add(edge);
  const stated = statedValues(type, node.values);
  const recordedOn = nodeRecordedOn(type, assertions);
  const values: Values = { ...stated, ...bestValues(state.model, { ...type, recordedOn }, stated, assertions) };
  const isDated = type.properties.get("recordedOn")?.derived === true;
  const { day, history } = thereFrom(type, values, recordedOn, () => [
    ...assertions.flatMap(({ since, facts }) => (since === null ? [] : [{ day: since, known: facts.recordedOn ?? "" }])),
    ...(recordedOn === null ? [] : [{ day: recordedOn, known: recordedOn }]),
    ...state.beginningsAt(id),
  ]);
  const kept = (name: string) =>
    values[name] === undefined && name !== "history" ? {} : { [name]: [...textsOf(values[name]), ...history] };
  node.values = history.length > 0 ? { ...values, ...kept("history"), ...kept("asKnown") } : values;
  const namesEdges = assertions.some(({ field }) => endsNamed(state, id, field).length > 0) || null;
  const derived = { ...(isDated ? { recordedOn } : {}), ...(hasBeginning(type) ? { [THERE_FROM]: day } : {}), [NAMES_EDGES]: namesEdges };
  setDerived(node, derived, touched);
}

function setDerived(node: StateNode, derived: Readonly<Record<string, Value>>, touched: Touched): void {
  node.values = presentValues({ ...node.values, ...derived });
  touched.nodes.add(node);
}
