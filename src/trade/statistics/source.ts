import {
  type Arguments,
  bind,
  type Context,
  carry,
  countedNodes,
  cypher,
  type Fragment,
  type Name,
  type Parameter,
  partCondition,
  propertyAsOf,
  type Site,
  where,
} from "../../compile/index.ts";
import { type EdgeField, wholeOf } from "../../model/index.ts";
import { firstDay, lastDay, standingOn } from "../status/index.ts";
import { everyOf, periodIn, periodsOf, spanAt } from "./periods.ts";

/** What is counted: the type of node that has statistics. */
export const COUNTED = "Measure";

/** The date that dates what is counted as a flow, by the values of `StatisticsCount`. */
const DATES: Readonly<Record<string, string>> = { ANNOUNCED: "announcedOn", BEGAN: "inForceFrom", ENDED: "inForceUntil" };
/** The edge whose ends are counted with each measure, by the values of `StatisticsUnit`. */
const UNITS: Readonly<Record<string, string>> = { MEASURE_TARGET: "targets", MEASURE_COMMODITY: "covers" };

/** The periods of what has no date at all, and of what may lie in the span or outside it. */
export const [UNDATED, UNCERTAIN] = ["", "?"];

/** What statistics were asked for. */
export interface Asked {
  readonly context: Context;
  readonly site: Site;
  readonly from: Parameter;
  readonly to: Parameter;
  /** The edge whose ends are counted with each measure; null where measures are counted by themselves. */
  readonly unit: EdgeField | null;
  readonly isStock: boolean;
  /** The measures that count, whatever their days, and what binds them, so that WITH may follow: alike in every subquery. */
  readonly node: Name;
  readonly measures: Fragment;
}

/** Reads the arguments. Reading the parameters throws BAD_FILTER for a span that can't be. */
export function askedAt(context: Context, site: Site): Asked {
  const unit = UNITS[site.args.text("unit")];
  const node = context.name("node");
  return {
    context,
    site,
    from: site.parameter((args) => spanAt(args).from),
    to: site.parameter((args) => spanAt(args).to),
    unit: unit === undefined ? null : edgeOf(context, unit),
    isStock: DATES[site.args.text("count")] === undefined,
    node,
    measures: measuresAt(context, site, node),
  };
}

/** The measures that the arguments `filter` and `parts` keep. */
function measuresAt(context: Context, site: Site, node: Name): Fragment {
  const { match, conditions } = countedNodes(context, COUNTED, node, site);
  const whole = site.args.text("parts") === "WHOLES" ? wholeOf(context.model.edgeFields.get(COUNTED)) : undefined;
  return cypher`${match}${where(whole ? [...conditions, partCondition(context, node, whole, false)] : conditions)}`;
}

function edgeOf({ model }: Context, name: string): EdgeField {
  const edge = model.edgeFields.get(COUNTED)?.get(name);
  if (!edge) throw new Error(`The schema has no edge ${COUNTED}.${name} to count.`);
  return edge;
}

/** The name under which a source binds the periods of each measure, and what it is for. */
export interface Bound {
  readonly periods: Name;
  readonly isWhole: boolean;
  readonly later: readonly Fragment[];
}

/**
 * Clauses that bind the measures that count, and for each a list `periods` of key and whether it counts there for sure, so that UNWIND may follow. The key is
 * the period's label; of a stock its last day. With `isWhole` the undated and the uncertain are there as well. What `later` uses is carried on.
 */
export function source(asked: Asked, bound: Bound): Fragment {
  return asked.isStock ? stock(asked, bound) : flow(asked, bound);
}

/** What is dated within a period: a date of which only the year or the month is known lies in the span where all its days do. */
function flow({ context, site, from, to, node, measures }: Asked, { periods, isWhole, later }: Bound): Fragment {
  const [date, key] = [context.name("value"), context.name("kind")];
  const property = context.model.properties.get(COUNTED)?.get(DATES[site.args.text("count")] ?? "");
  if (!property) throw new Error(`The schema has no date by which ${COUNTED} counts as ${site.args.text("count")}.`);
  const dated = cypher`${measures} WITH ${carry([node], later)}, ${propertyAsOf(context.asOf, property, node)} AS ${bind(date)}`;
  const [first, last] = [firstDay(date), lastDay(date)];
  const inside = cypher`WHEN ${first} >= ${from} AND ${last} <= ${to} THEN ${periodIn(date, everyOf(site.args.text("every")))}`;
  const others = cypher`WHEN ${date} IS NULL THEN '' WHEN ${last} < ${from} OR ${first} > ${to} THEN null ELSE '?'`;
  const placed = cypher`WITH ${carry([node], later)}, CASE ${inside}${isWhole ? cypher` ${others}` : cypher``} END AS ${bind(key)} WHERE ${key} IS NOT NULL`;
  return cypher`${dated} ${placed} WITH ${carry([node], later)}, [[${key}, true]] AS ${bind(periods)}`;
}

/** What is in force on the last day of a period, and what may be. */
function stock({ context, site, node, measures }: Asked, { periods, later }: Bound): Fragment {
  const lastDays = (args: Arguments) => periodsOf(spanAt(args)).map(({ until }) => until);
  const days = site.parameter(lastDays);
  const last = site.parameter((args) => lastDays(args).at(-1) ?? "");
  const found = standingOn(context, { match: measures, measure: node, days, last, known: context.asOf.known }, periods);
  return cypher`${found} WITH ${carry([node], later)}, ${periods}`;
}
