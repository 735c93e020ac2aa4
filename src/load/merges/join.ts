import { isDeepStrictEqual } from "node:util";
import { type EdgeRecord, formatPlace, type Problem, type PropertyValue, problemAt } from "../record.ts";

/**
 * Edges of one bundle that became the same by a merge, each once: it rests on the claims of all of them, and says what any of them says. Two that say
 * different things of one property are a problem, as they are where two bundles state them.
 */
export function joined(edges: readonly EdgeRecord[], keyOf: (edge: EdgeRecord) => string): { edges: EdgeRecord[]; problems: Problem[] } {
  const byKey = new Map<string, EdgeRecord>();
  const problems: Problem[] = [];
  for (const edge of edges) {
    const key = keyOf(edge);
    const twin = byKey.get(key);
    for (const [name, value] of twin ? Object.entries(edge.properties) : []) {
      const theirs = twin?.properties[name];
      if (theirs !== undefined && !isDeepStrictEqual(theirs, value))
        problems.push(contradiction(edge, twin ?? edge, name, [theirs, value]));
    }
    byKey.set(key, twin ? joinedTwo(twin, edge) : edge);
  }
  return { edges: [...byKey.values()], problems };
}

function joinedTwo(one: EdgeRecord, other: EdgeRecord): EdgeRecord {
  const { implied: _, ...record } = one;
  return {
    ...record,
    properties: { ...other.properties, ...one.properties },
    claims: [...new Set([...one.claims, ...other.claims])],
    ...(one.implied && other.implied ? { implied: true } : {}),
  };
}

function contradiction(
  { from, type, to, place }: EdgeRecord,
  twin: EdgeRecord,
  name: string,
  [theirs, own]: readonly PropertyValue[],
): Problem {
  const where = twin.place.file === "" ? "" : ` (also at ${formatPlace(twin.place)})`;
  return problemAt(
    place,
    `By a merge two edges become ${from} ${type} ${to}${where}, and one has ${name} ${JSON.stringify(theirs)}, the other ${JSON.stringify(own)}: make them agree, or give the one its own since.`,
  );
}
