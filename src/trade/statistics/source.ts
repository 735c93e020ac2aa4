import {
  type Arguments,
  bind,
  type Context,
  call,
  carry,
  countedNodes,
  cypher,
  EMPTY,
  type Fragment,
  join,
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
  /** Of a stock, the set of what stands in some period (`standingAt`); else null. */
  readonly standing: Name | null;
  /** The measures that count, whatever their days, and what binds them, so that WITH may follow: alike in every subquery. */
  readonly node: Name;
  readonly measures: Fragment;
}

/** Reads the arguments. Reading the parameters throws BAD_FILTER for a span that can't be. */
export function askedAt(context: Context, site: Site): Asked {
  const unit = UNITS[site.args.text("unit")];
  const node = context.name("node");
  const measures = measuresAt(context, site, node);
  const isStock = DATES[site.args.text("count")] === undefined;
  return {
    context,
    site,
    from: site.parameter((args) => spanAt(args).from),
    to: site.parameter((args) => spanAt(args).to),
    unit: unit === undefined ? null : edgeOf(context, unit),
    isStock,
    standing: isStock ? standingAt(context, site, { node, measures }) : null,
    node,
    measures,
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

/** What is in force on the last day of a period, and what may be: found once, however often it is counted. */
function stock({ context, node, standing }: Asked, { periods, later }: Bound): Fragment {
  const row = context.name("row");
  const carried = carry([cypher`${row}[0] AS ${bind(node)}`], later);
  return cypher`UNWIND ${standing ?? EMPTY} AS ${bind(row)} WITH ${carried}, ${row}[1] AS ${bind(periods)}`;
}

/** Computes a set of the measures that stand on the last day of some period, each with these days: members `[measure, periods]`. */
function standingAt(context: Context, site: Site, { node, measures }: Pick<Asked, "node" | "measures">): Name {
  const [set, periods] = [context.name("set"), context.name("list")];
  const lastDays = (args: Arguments) => periodsOf(spanAt(args)).map(({ until }) => until);
  const days = site.parameter(lastDays);
  const last = site.parameter((args) => lastDays(args).at(-1) ?? "");
  const found = standingOn(context, { match: measures, measure: node, days, last, known: context.asOf.known }, periods);
  const some = cypher`WITH ${node}, ${periods} WHERE size(${periods}) > 0`;
  context.sets.push(call(cypher`${found} ${some} RETURN collect([${node}, ${periods}]) AS ${bind(set)}`, [set]));
  return set;
}

/**
 * Clauses that count what counts in each period (`p`), for sure (`k`) and perhaps (`o`), parted by values, of which there may be none. What lies in the same periods is counted
 * together before these are taken apart: a measure has its periods alone, so that nothing is counted twice.
 */
export function countedIn(periods: Name, unit: Fragment, values: Fragment): Fragment {
  const parted = join([cypher`p`, values], ", ");
  const counted = cypher`WITH ${join([periods, values], ", ")}, count(DISTINCT ${unit}) AS n UNWIND ${periods} AS x`;
  return cypher`${counted} WITH x[0] AS p, ${join([cypher`x[1] AS sure`, values, cypher`n`], ", ")} WITH ${parted}, sum(CASE WHEN sure THEN n ELSE 0 END) AS k, sum(CASE WHEN sure THEN 0 ELSE n END) AS o`;
}
