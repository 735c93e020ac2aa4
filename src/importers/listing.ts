import type { Bundle, NodeRecord, Place } from "../load/index.ts";
import { bareEdge, claimEdges, stated } from "./statements.ts";

/** A decision that puts firms and people on a list, as the seed has such decisions: a measure that targets them. */
export interface Decision {
  /** Key of its measure and name of its bundle. */
  readonly key: string;
  readonly title: string;
  readonly kind: "ENTITY_LISTING" | "SANCTION";
  readonly flow: "EXPORT" | "IMPORT" | "OTHER" | null;
  /** Who lists: id of an agency or a country; null where the record does not say. */
  readonly authority: string | null;
  /** Day on which it was made public; null where the record does not say. */
  readonly announcedOn: string | null;
  /** Day from which it applies; null where the record does not say. */
  readonly inForceFrom: string | null;
  /** Number of the legal text; null where the record has none. */
  readonly legalReference: string | null;
  /** Other names, such as that of the programme. */
  readonly aliases: readonly string[];
  readonly summary: string | null;
  /** The list or the programme that it is a part of: key of its measure; null where it is a whole. */
  readonly partOf: string | null;
  /** Id of the source that has it. */
  readonly source: string;
  readonly claim: { readonly certainty: string; readonly statement: string };
}

/** Id of the measure that a decision is. */
export function measureOf(key: string): string {
  return `measure:${key}`;
}

/** A decision as a bundle: its measure, who imposed it, what it is a part of, and the claim that all of that rests on. */
export function decisionBundle(decision: Decision, origin: string, place: Place): Bundle {
  const { key, title, kind, flow, authority, announcedOn, inForceFrom, legalReference, aliases, summary, partOf, source, claim } = decision;
  const [measure, own] = [measureOf(key), `claim:${key}`];
  const properties = stated({ title, kind, effect: "RESTRICTING", flow, announcedOn, inForceFrom, legalReference, summary });
  const node: NodeRecord = {
    type: "Measure",
    id: measure,
    properties: { ...properties, ...(aliases.length > 0 ? { aliases } : {}) },
    place,
  };
  return {
    name: key,
    origin,
    nodes: [node, { type: "Claim", id: own, properties: claim, place }],
    edges: [
      ...claimEdges(own, source, measure, place),
      ...(authority === null ? [] : [bareEdge("IMPOSED_BY", measure, authority, place, [own])]),
      ...(partOf === null ? [] : [bareEdge("PART_OF", measure, measureOf(partOf), place, [own])]),
    ],
    place,
  };
}
