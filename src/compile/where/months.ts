import { datesByMonth, MONTHS, monthName, monthOf, monthsId, type Property } from "../../model/index.ts";
import { countMonths, lowest, monthsBetween } from "../cypher/dates.ts";
import { bind, Condition, call, cypher, join, type Name, quoted, stored, word } from "../cypher/fragment.ts";
import type { Arguments } from "../request/arguments.ts";
import type { Context } from "../request/context.ts";
import type { Site } from "../request/site.ts";

/** The longest range for which months are looked up: a longer one has so much of the graph that looking at each date takes no longer. */
const MOST_MONTHS = 24;

/**
 * Of a filter (`site`) on a date with both ends given, not far from each other: that the node's date lies in one of the months that they touch. That
 * follows from the ends, and has an index where an engine has none of ranges; the ends are still to be tested. Of 60,000 nodes, a month took the
 * embedded engine 0.5 ms so and ten months 3.6, where each look at all dates takes 15; two years and more were slower. The same of a range from a day on
 * that is not long ago, among the months that there are (`MONTHS`). Nothing where months are not kept for all types.
 */
export function inMonths(context: Context, types: readonly string[], { name }: Property, node: Name, site: Site): Condition[] {
  const isKept = (type: string) =>
    datesByMonth(context.model.nodes.get(type) ?? { properties: new Map() }).some((date) => date.name === name);
  if (!types.every(isKept)) return [];
  const range = site.under(name);
  if (!range.args.has("from")) return [];
  const isOpen = !range.args.has("to");
  if (isOpen && context.seeksRanges) return [];
  const until = (args: Arguments) => (isOpen ? context.day : args.text("to"));
  if (!range.decide((args) => countMonths(args.text("from"), until(args)) <= MOST_MONTHS)) return [];
  const months = isOpen
    ? monthsFrom(context, types, name, range)
    : range.parameter((args) => monthsBetween(args.text("from"), args.text("to")));
  return [new Condition(cypher`${stored(node, monthName(name))} IN ${months}`, "bound")];
}

/** The months that there are of a date of some types from the beginning of a range on, as a set. */
function monthsFrom(context: Context, types: readonly string[], date: string, range: Site): Name {
  const set = context.name("set");
  const first = range.parameter((args) => monthOf(lowest(args.text("from"))));
  const ids = types.map((type) => quoted(monthsId({ name: type }, date)));
  const found = cypher`MATCH (k:${word(MONTHS)}) WHERE k.id IN [${join(ids, ", ")}] UNWIND k.months AS m WITH m WHERE m >= ${first}`;
  context.sets.push(call(cypher`${found} RETURN collect(DISTINCT m) AS ${bind(set)}`, [set]));
  return set;
}
