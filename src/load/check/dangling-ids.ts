import { type Model, nodeTypeOf } from "../../model/index.ts";
import type { KnownIds, LookUp } from "../read/index.ts";
import { type Bundle, type Place, placeOf, type Report } from "../record.ts";

/** The message for a dangling id: one that neither the files nor the graph have. `hint` starts with its space, or is empty. */
function danglingId(id: string, hint: string): string {
  return `There is no ${id}, in these files or in the graph.${hint}`;
}

/** Reports an id that is not known, with the nearest one that is; says nothing while a file is unreadable that may define it. */
export function checkKnown(id: string, place: Place, known: KnownIds, model: Model, report: Report): void {
  if (known.exists(id) || !known.complete) return;
  const type = nodeTypeOf(model, id);
  report(place, danglingId(id, ""), type ? { text: id, types: [type.name] } : undefined);
}

/**
 * Reports the ids that the edges of a bundle point at or rest on and that neither the bundle, nor `given`, nor the graph has: each once, at
 * its first place, with the number of lines that name it.
 */
export async function checkEnds({ nodes, edges }: Bundle, given: ReadonlySet<string>, lookUp: LookUp, report: Report): Promise<void> {
  const own = new Set(nodes.map((node) => node.id));
  const named = new Map<string, { readonly place: Place; readonly lines: Set<number> }>();
  for (const edge of edges.filter(({ implied }) => !implied)) {
    const ends = [["from", edge.from] as const, ["to", edge.to] as const, ...edge.claims.map((id, i) => [`claims.${i}`, id] as const)];
    for (const [end, id] of ends) {
      if (own.has(id) || given.has(id)) continue;
      const place = placeOf(edge, end);
      const before = named.get(id);
      if (before) before.lines.add(place.line);
      else named.set(id, { place, lines: new Set([place.line]) });
    }
  }
  const found = await lookUp([...named.keys()]);
  for (const [id, { place, lines }] of named) {
    if (!found.has(id)) report(place, danglingId(id, lines.size > 1 ? ` ${lines.size} rows name it.` : ""));
  }
}
