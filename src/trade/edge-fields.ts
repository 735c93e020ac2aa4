import { cypher, type Fragment, type Name, number } from "../compile/index.ts";
import type { Model } from "../model/index.ts";

/* Claims about edges' own values in a statement: the field of the claim names the edge, `covers(commodity:hs-850511).newRate`. */

/** That a claim and an edge, or two claims, do not name different beginnings: what names none is about each. */
export function sameSince(one: Name, other: Name): Fragment {
  const since = (name: Name) => cypher`coalesce(${name}.since, '')`;
  return cypher`(${since(one)} STARTS WITH ${since(other)} OR ${since(other)} STARTS WITH ${since(one)})`;
}

/** That a field is an edge's own value: no other has a bracket. */
export function isOfEdge(field: Fragment): Fragment {
  return cypher`${field} CONTAINS '('`;
}

/** A part of a field that is an edge's own value: 0, the edge's field; 1, the id at its other end; 2, the value's name. */
export function partOfEdgeField(field: Fragment, part: 0 | 1 | 2): Fragment {
  return cypher`split(replace(replace(${field}, '(', '|'), ').', '|'), '|')[${number(part)}]`;
}

/** How an edge is walked from a node at one of its ends, by the field that names it there: `covers|COVERS|OUT`. */
export function walkOf(field: Fragment, edge: Name, near: Name): Fragment {
  return cypher`${field} + '|' + type(${edge}) + '|' + CASE WHEN startNode(${edge}).id = ${near}.id THEN 'OUT' ELSE 'IN' END`;
}

/** How the edges whose own values claims can be about are walked (`walkOf`), all of them. */
export function walksOf(model: Model): string[] {
  const edges = [...model.nodes.values()].flatMap((node) => [...node.edges.values()]);
  const walks = edges
    .filter((edge) => edge.dated)
    .flatMap(({ name, type, direction, symmetric }) => (symmetric ? ["OUT", "IN"] : [direction]).map((way) => [name, type, way].join("|")));
  return [...new Set(walks)].sort();
}
