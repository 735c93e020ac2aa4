import { datesByMonth, type Model, monthName, type Property } from "../../model/index.ts";
import { countMonths, monthsBetween } from "../cypher/dates.ts";
import { Condition, cypher, type Name, stored } from "../cypher/fragment.ts";
import type { Arguments } from "../request/arguments.ts";
import type { Site } from "../request/site.ts";

/** The longest range for which months are looked up: a longer one has so much of the graph that looking at each date takes no longer. */
const MOST_MONTHS = 24;

/**
 * Of a filter (`site`) on a date with both ends given, not far from each other: that the node's date lies in one of the months that they touch. That
 * follows from the ends, and has an index where an engine has none of ranges; the ends are still to be tested. Of 60,000 nodes, a month took the
 * embedded engine 0.5 ms so and ten months 3.6, where each look at all dates takes 15; two years and more were slower. Nothing where months are not kept for all types.
 */
export function inMonths(model: Model, types: readonly string[], { name }: Property, node: Name, site: Site): Condition[] {
  const isKept = (type: string) => datesByMonth(model.nodes.get(type) ?? { properties: new Map() }).some((date) => date.name === name);
  if (!types.every(isKept)) return [];
  const range = site.under(name);
  if (!range.args.has("from") || !range.args.has("to")) return [];
  const isShort = (args: Arguments) => countMonths(args.text("from"), args.text("to")) <= MOST_MONTHS;
  if (!range.decide(isShort)) return [];
  const months = range.parameter((args) => monthsBetween(args.text("from"), args.text("to")));
  return [new Condition(cypher`${stored(node, monthName(name))} IN ${months}`, "bound")];
}
