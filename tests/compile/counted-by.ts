import { type FacetBy, facetsOf, type Model, nodeTypeOf } from "../../src/model/index.ts";
import { world } from "../support/world.ts";

/** An entry of a list of the tiny world, as the API gives it. */
export type Entry = Readonly<Record<string, unknown>>;

/** What the nodes above one are, step by step, itself with them: as of a day only by steps that may have held and were known. */
function above(id: string, holds: (edge: (typeof world.edges)[number]) => boolean): string[] {
  const found = [id];
  for (const at of found) {
    for (const edge of world.edges)
      if (edge.type === "PART_OF" && edge.from === at && holds(edge) && !found.includes(edge.to)) found.push(edge.to);
  }
  return found;
}

const typeOf = (model: Model, id: string) => nodeTypeOf(model, id)?.name;

type Level = Extract<FacetBy["of"], { kind: "edge" }>["level"];

/** The ids by which an end of an edge is counted. */
export function reachedFrom(model: Model, id: string, level: Level): string[] {
  if (level === "node") return [id];
  if (level === "chapter") {
    return above(id, () => true).filter((one) =>
      world.nodes.some(({ properties }) => properties.id === one && properties.level === "CHAPTER"),
    );
  }
  if (typeOf(model, id) === "Country") return [id];
  const bodies = above(id, ({ to }) => typeOf(model, to) === "Agency");
  return world.edges
    .filter(
      ({ type, from, to }) =>
        type === "PART_OF" && bodies.includes(from) && typeOf(model, to) === "Country" && typeOf(model, from) === "Agency",
    )
    .map(({ to }) => to);
}

/** The ids at the ends of an edge of an entry. */
export function endsOf(entry: Entry, edge: string): string[] {
  const far = entry[edge] as { nodes: { id: string }[] } | { id: string } | null;
  return far === null ? [] : "nodes" in far ? far.nodes.map(({ id }) => id) : [far.id];
}

/** The values of an entry by which a facet counts it: read by the plain fields of the API. */
export function valuesOf(model: Model, type: string, by: string, entry: Entry): string[] {
  const facet = facetsOf(model, type).find(({ constant }) => constant === by);
  if (!facet) throw new Error(`There is no facet ${by}.`);
  const { of } = facet;
  if (of.kind === "computed") return [(entry[of.field.name] as { status: string }).status];
  if (of.kind !== "edge") {
    const value = entry[of.property.name];
    const values = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
    return values.map((one) => (of.kind === "year" ? String(one).slice(0, 4) : String(one)));
  }
  return [...new Set(endsOf(entry, of.edge.name).flatMap((id) => reachedFrom(model, id, of.level)))];
}

/** What a list has to select for its entries to be counted one by one: by some facets, by all when left out. A Neo4j plans a list of all edges for half a minute. */
export const selectionOf = (model: Model, type: string, by: readonly string[] | null = null) => {
  const asked = facetsOf(model, type).filter(({ constant }) => by === null || by.includes(constant));
  const fields = asked.map(({ of }) => {
    if (of.kind === "computed") return `${of.field.name} { status }`;
    if (of.kind !== "edge") return of.property.name;
    return `${of.edge.name}${of.edge.list ? "(first: 200) { nodes { id } }" : " { id }"}`;
  });
  return ["id", ...new Set(fields)].join(" ");
};
