import { dateWords, numberOf, spanOf } from "../app/day.ts";
import { wordsOf } from "../data/words.ts";
import type { EvidenceOf } from "../evidence/reference.ts";
import type { ActDoneFragment, TimelineEntriesQuery, TimelineKind } from "../generated/operations.ts";

/** One dated thing, as the server tells it. */
export type Entry = TimelineEntriesQuery["timeline"]["nodes"][number];

/** Days since 1970: the first, and the one behind the last. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The days that a partial date may stand for. */
export function daysOf(date: string): Span {
  const { first, last } = spanOf(date);
  return { from: numberOf(first), until: numberOf(last) + 1 };
}

/** What edge the act `by` has to the entry's node, by kind. */
const EDGES: Partial<Record<TimelineKind, string>> = {
  SUSPENDED: "SUSPENDS",
  SUSPENSION_END: "SUSPENDS",
  ENDED: "ENDS",
  REPLACED: "REPLACES",
  EXTENDED: "EXTENDS",
  EASED: "EASES",
  AMENDED: "AMENDS",
};

/** Which field of its node dates an entry, by kind. */
const FIELDS: Partial<Record<TimelineKind, string>> = {
  ANNOUNCED: "announcedOn",
  IN_FORCE: "inForceFrom",
  EXPIRY: "inForceUntil",
  AGREED: "reachedOn",
  SIGNED: "signedOn",
  PLEDGED: "pledgedOn",
  DUE: "dueOn",
  STATEMENT: "startedOn",
  LICENCE: "startedOn",
  EVENT: "startedOn",
  EVENT_END: "endedOn",
};

/** What an entry rests on: the field that gives its day, or the edge from the act that did it. */
export function evidenceOf({ kind, node, by, date }: Entry): EvidenceOf {
  const type = EDGES[kind];
  // The last day of a pause does not say which of several pauses it is.
  if (by && type && kind !== "SUSPENSION_END") return { of: "edge", from: by.id, type, to: node.id, since: date };
  const field = FIELDS[kind];
  return field ? { of: "field", id: node.id, field } : { of: "node", id: (by ?? node).id };
}

/** What an entry says of its node: `suspended`, `in force`. */
export const happened = (kind: TimelineKind): string => wordsOf("TimelineKind", kind);

/** An entry in a line: `4 Apr 2025: Announced: Export licences …`. */
export const sentenceOf = ({ date, kind, node, by }: Entry): string =>
  `${dateWords(date)} · ${happened(kind)} · ${node.label}${by ? ` · by ${by.label}` : ""}`;

/** Whoever did an act, as it is grouped: a country rather than its agency or its officers. */
export interface Doer {
  readonly id: string;
  readonly label: string;
}

/** Those who did an act, each with what it belongs to. */
export function doersOf(act: ActDoneFragment): readonly Doer[] {
  if (act.__typename === "Measure") return act.imposedBy.nodes.flatMap(withOwn);
  if (act.__typename === "Commitment") return act.undertakenBy.nodes.flatMap(withOwn);
  if (act.__typename === "Event" || act.__typename === "Agreement") return act.participants.nodes.flatMap(withOwn);
  return [];
}

/** Those whom an event touched. */
export const touchedBy = (act: ActDoneFragment): readonly string[] =>
  act.__typename === "Event" ? act.affects.nodes.map(({ id }) => id) : [];

/** Somebody with what they belong to, as the question reads it: an office, an agency, its country. */
interface Belonging extends Doer {
  readonly partOf?: { readonly nodes: readonly Belonging[] };
  readonly offices?: { readonly nodes: readonly Belonging[] };
}

const withOwn = ({ id, label, partOf, offices }: Belonging): readonly Doer[] => [
  { id, label },
  ...(partOf?.nodes ?? []).flatMap(withOwn),
  ...(offices?.nodes ?? []).flatMap(withOwn),
];
