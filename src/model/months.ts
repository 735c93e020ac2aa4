import type { NodeType, Property } from "./types.ts";

const MONTH = "_month";

/** What a node keeps the month of a date under. No field of a node has such a name. */
export const monthName = (property: string): string => `${property}${MONTH}`;

/** Whether a name is one that `monthName` makes. */
export const isMonthName = (name: string): boolean => name.endsWith(MONTH);

/** The month of a date, or its year where it says no more. */
export const monthOf = (date: string): string => date.slice(0, "2025-06".length);

/** The label of the notes of which months there are: `:Months {id, months}`, one for each date of a type. */
export const MONTHS = "Months";

/** The id of the note of which months of a date the nodes of a type have, `Measure.announcedOn`. */
export const monthsId = ({ name }: Pick<NodeType, "name">, property: string): string => `${name}.${property}`;

/**
 * The dates of a node type whose months its nodes keep beside them: those that are indexed. An engine that looks up equal values alone, and no ranges,
 * finds the days of a short range by the months that it touches.
 */
export function datesByMonth({ properties }: Pick<NodeType, "properties">): Property[] {
  return [...properties.values()].filter(({ type, indexed, list }) => type === "PartialDate" && indexed && !list);
}
