import { dateWords, spanWords } from "../app/day.ts";
import type { EdgeType, NodePageQuery, RelationshipType } from "../generated/operations.ts";
import type { PageNode } from "./facts.ts";

/** Edges of a node that say the same, with as many of them as came with the page. */
export type Group = PageNode["neighbours"][number];

/** An edge as rows show it. */
export type Edge = NonNullable<NodePageQuery["leading"]>["nodes"][number];

/** How many rows a group has at most that is open by itself. */
const FEW = 5;

/** What a reader looks for first; all else follows in the order of the schema, and what is said of it stands last. */
const FIRST: readonly EdgeType[] = [
  "IMPOSED_BY",
  "UNDERTAKEN_BY",
  "TARGETS",
  "CAUSES",
  "AFFECTS",
  "RETALIATES_AGAINST",
  "RESPONDS_TO",
  "RAISES",
  "SUSPENDS",
  "ENDS",
  "REPLACES",
  "EASES",
  "COVERS",
];

/** The groups of a node in the order in which they are read. */
export function inReadingOrder(groups: readonly Group[]): readonly Group[] {
  const rank = ({ type }: Group) => (type === "ABOUT" ? 100 : FIRST.includes(type) ? FIRST.indexOf(type) : 50);
  return [...groups].sort((a, b) => rank(a) - rank(b));
}

/** Whether a group's edges have days, and so are relationships; null where they have none. */
export const datedTypeOf = ({ type }: Group): RelationshipType | null =>
  type === "ABOUT" || type === "STATED_IN" || type === "CONTRADICTS" ? null : type;

/** The other end of an edge, from the node. */
export const farEnd = (edge: Edge, { direction }: Group): Edge["to"] => (direction === "IN" ? edge.from : edge.to);

/** Which of some edges are a group's: two fields of a country (members, agencies) list edges of one type, and differ in what these lead to. */
export function edgesOf(group: Group, edges: readonly Edge[]): readonly Edge[] {
  const of = group.nodes[0]?.__typename;
  const isParted = group.type === "PART_OF";
  return edges.filter((edge) => edge.type === group.type && (!isParted || farEnd(edge, group).__typename === of));
}

/** `eased by` as a heading; `claims` alone would not say of what. */
export function headingOf({ field, label, type }: Group): string {
  if (type === "STATED_IN") return field === "claims" ? "What it says" : "Said by";
  if (field === "claims") return "Said of it";
  if (field === "contradicts") return "Can’t be reconciled with";
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Whether a group is open until the reader closes it: a small one, and what a source says, since nothing else is to be read there. */
export const isOpenByItself = ({ type, field, totalCount }: Group): boolean =>
  totalCount <= FEW || (type === "STATED_IN" && field === "claims");

/** Of which edges of a group sources dispute a value, by the ids of their far ends. */
export function disputedEnds({ field }: Group, { disagreements }: NodePageQuery): ReadonlySet<string> {
  const parts = (disagreements?.nodes ?? []).map((row) => /^(\w+)\((.+)\)\./.exec(row.field ?? ""));
  return new Set(parts.flatMap((part) => (part?.[1] === field && part[2] ? [part[2]] : [])));
}

/** Edges that say what one act did to another, or what somebody did: their first day is the day of that, and no state begins with it. */
const DONE: readonly RelationshipType[] = [
  ...(["CAUSES", "AFFECTS", "RETALIATES_AGAINST", "RESPONDS_TO", "RAISES", "EASES", "ENDS", "REPLACES", "AMENDS", "EXTENDS"] as const),
  ...(["FOLLOWS", "CONFIRMS", "CONCERNS", "PARTICIPATES_IN", "COMMITS", "UNDERTAKEN_BY", "IMPOSED_BY", "IMPLEMENTS"] as const),
];

/** The days of an edge in words. */
export function daysOf({ type, since, until }: Edge): string {
  if (since !== null && until === null && DONE.includes(type)) return dateWords(since);
  return spanWords(since, until) || "no day known";
}
