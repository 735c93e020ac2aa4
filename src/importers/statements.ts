import type { Bundle, EdgeRecord, Place, Properties } from "../load/index.ts";

/** Properties without those that nothing is said about. */
export function stated(values: Readonly<Record<string, string | number | null | undefined>>): Properties {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== undefined && value !== "") kept[name] = value;
  return kept;
}

/** An edge that says nothing but that it is there, and on which claims it rests. */
export function bareEdge(type: string, from: string, to: string, place: Place, claims: readonly string[] = []): EdgeRecord {
  return { type, from, to, properties: {}, claims, place };
}

/** The edges of a claim: in which source it is stated, and about what it is. */
export function claimEdges(claim: string, source: string, about: string, place: Place): EdgeRecord[] {
  return [bareEdge("STATED_IN", claim, source, place), bareEdge("ABOUT", claim, about, place)];
}

/** A source with the one claim that what it brings rests on, as a bundle: both are called like it. */
export function sourceBundle(
  {
    name,
    origin,
    source,
    claim,
  }: { readonly name: string; readonly origin: string; readonly source: Properties; readonly claim: Properties },
  place: Place,
): Bundle {
  const ids = { source: `source:${name}`, claim: `claim:${name}` };
  return {
    name,
    origin,
    nodes: [
      { type: "Source", id: ids.source, properties: source, place },
      { type: "Claim", id: ids.claim, properties: claim, place },
    ],
    edges: [bareEdge("STATED_IN", ids.claim, ids.source, place)],
    place,
  };
}
