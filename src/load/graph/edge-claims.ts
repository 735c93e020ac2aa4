import { ABOUT, type EdgeField, edgePropertyOf, nodeTypeOf } from "../../model/index.ts";
import type { Bundle, Properties } from "../record.ts";
import type { Assertion } from "./best-value.ts";
import { type EdgeRow, edgeRow } from "./edge-match.ts";
import type { State, StateEdge } from "./state.ts";
import type { Values } from "./values.ts";

/*
 * Claims that give an edge's own value are about the node at one of its ends, and name the edge by the field that leads to the other:
 * `covers(commodity:hs-850511).newRate`. Such a claim is about each edge of that field to that node; one that says since when its value holds, about
 * those alone that began then, or of which nobody says when.
 */

/** Of a node that is stored: whether claims about it give values of its edges. So a load of edges looks for such claims only where there are some. */
export const NAMES_EDGES = "namesEdges";

/** A field of a node that leads along an edge, where a claim names a value of that edge; null for any other field. */
function walked(state: State, near: string, field: string | null): { field: EdgeField; end: string; property: string } | null {
  // Only these have a bracket: most fields need no closer look.
  const named = field?.includes("(") ? edgePropertyOf(field) : null;
  const found = named && nodeTypeOf(state.model, near)?.edges.get(named.edge);
  return named && found?.dated ? { field: found, end: named.end, property: named.property } : null;
}

/** Type and ends of the edges whose value a claim about a node gives: both ways where an edge holds for both ends alike; none where the claim is about the node. */
export function endsNamed(state: State, near: string, field: string | null): { type: string; from: string; to: string }[] {
  const way = walked(state, near, field);
  if (way === null) return [];
  const { type, direction, symmetric } = way.field;
  const out = { type, from: near, to: way.end };
  const back = { type, from: way.end, to: near };
  return symmetric ? [out, back] : [direction === "OUT" ? out : back];
}

/** Rows that find the edges whose own values claims give, of those that some bundles or the state has; by the edges' type, each once. */
export function rowsNamed(state: State, bundles: readonly Bundle[]): Map<string, EdgeRow[]> {
  const ofBundles = bundles.flatMap(({ edges }) =>
    edges.map(({ type, to, properties }) => ({ near: to, field: fieldClaimed(type, properties) })),
  );
  const ofState = [...state.edges.values()].map(({ type, to, distinction }) => ({ near: to, field: fieldClaimed(type, distinction) }));
  const rows = new Map<string, Map<string, EdgeRow>>();
  for (const { near, field } of [...ofBundles, ...ofState]) {
    for (const { type, from, to } of endsNamed(state, near, field)) {
      const ofType = rows.get(type) ?? new Map<string, EdgeRow>();
      rows.set(type, ofType.set(`${from}|${to}`, edgeRow({ from, to, distinction: {} })));
    }
  }
  return new Map([...rows].map(([type, found]) => [type, [...found.values()]]));
}

/** The edges whose values a claim about a node may give, whatever day it names. */
export function edgesNamed(state: State, near: string, field: string | null): StateEdge[] {
  return endsNamed(state, near, field).flatMap((ends) => state.edgesBetween(ends));
}

/** The field that an edge between a claim and a thing names; null for other edges, and where it is about the whole. */
export function fieldClaimed(type: string, { field }: Values | Properties): string | null {
  return type === ABOUT && typeof field === "string" ? field : null;
}

/**
 * What claims assert of edges, each by the names of the edge's own values: those that name it, and for the record's own values those that it rests
 * on. Nothing of an edge that no claim names: most. Computed once for each end; it holds as long as the claims do not change.
 */
export function assertionsOnEdges(state: State): (edge: StateEdge) => readonly Assertion[] {
  const atNodes = new Map<string, readonly Assertion[]>();
  const naming = (id: string) => {
    const known = atNodes.get(id);
    if (known) return known;
    const found = state.assertionsAbout(id).filter(({ field }) => walked(state, id, field) !== null);
    atNodes.set(id, found);
    return found;
  };
  return (edge) => {
    const named = [edge.from, edge.to].flatMap((near) => naming(near).flatMap((assertion) => ofEdge(state, edge, near, assertion)));
    if (named.length === 0) return [];
    const claims = new Set([...edge.parts.values()].flatMap((part) => part.claims));
    const whole = [...claims].map((claim) => ({ claim, field: null, value: null, since: null, facts: state.claimFacts(claim) }));
    return [...named, ...whole];
  };
}

/** An assertion about the node at one end as one of the edge, where it is about this edge; else nothing. */
function ofEdge(state: State, edge: StateEdge, near: string, assertion: Assertion): Assertion[] {
  const isThis = endsNamed(state, near, assertion.field).some(
    ({ type, from, to }) => type === edge.type && from === edge.from && to === edge.to,
  );
  const property = walked(state, near, assertion.field)?.property ?? null;
  return isThis && mayBeOf(assertion.since, edge.distinction.since ?? "") ? [{ ...assertion, field: property }] : [];
}

/** Whether a claim whose value holds since a day may be about an edge that began on one: a month and a day in it may be the same. */
function mayBeOf(since: string | null, began: string): boolean {
  return since === null || began.startsWith(since) || since.startsWith(began);
}
