import {
  anyOf,
  bind,
  type Context,
  call,
  carry,
  cypher,
  EMPTY,
  type Fragment,
  join,
  type Name,
  nodeIsThere,
  type Others,
  type Parameter,
  quoted,
  type Site,
  stored,
  where,
} from "../../compile/index.ts";
import { decideInCypher } from "./cypher.ts";
import { type StatusDay, statusDay } from "./day.ts";
import { EFFECTS } from "./effects.ts";
import { eachFacts, firstDay, lastDay, ownDates } from "./facts.ts";

/**
 * The condition of `status: { on, known, in }`. Measures that acts reach, and packages, are few, and the law decides them before all else, into
 * a set: an expression that walks from every measure can't hold a subquery on the embedded engine, and took Neo4j seconds to plan. All others
 * are decided by their own dates, on the spot.
 */
export function statusFilter(context: Context, node: Name, site: Site, others: Others): Fragment {
  const on = statusDay(context, site, "on");
  const wanted = site.texts("in");
  const set = context.name("set");
  const { decided, status } = reachedMeasures(context, node, on, others);
  context.sets.push(call(cypher`${decided} WHERE ${status} IN ${wanted} RETURN collect(${node}.id) AS ${bind(set)}`, [set]));
  const unheard = isUnheard(context, node, on.known);
  const unknown = unheard === null ? EMPTY : cypher` WHEN ${unheard} THEN 'UNKNOWN' IN ${wanted}`;
  return cypher`CASE${unknown} WHEN ${isReached(node, on)} THEN ${node}.id IN ${set} ELSE ${byOwnDates(context, node, on)} IN ${wanted} END`;
}

/** That no source spoke of a measure by the day whose knowledge counts, so that its status is UNKNOWN; null where all that are looked at were known. */
function isUnheard(context: Context, node: Name, known: Parameter | null): Fragment | null {
  if (known === null || known === context.asOf.known) return null;
  const there = nodeIsThere(context.withAsOf({ valid: null, known }), node, ["Measure"]);
  return there.length === 0 ? null : cypher`NOT (${join(there, " AND ")})`;
}

/**
 * The status of a measure on a day, as an expression: what acts reach, and packages, are decided before all else, as for `statusFilter`; `start` binds the
 * measures of which it is asked, where they are few.
 */
export function statusValue(context: Context, node: Name, on: StatusDay, start: Fragment | null = null): Fragment {
  const set = context.name("set");
  // Where a list is counted by it, the embedded engine counts edges there without looking at them, or not at all.
  const by = start === null ? null : on;
  const { decided, status } = reachedMeasures(context, node, on, { start, conditions: [] }, by);
  context.sets.push(call(cypher`${decided} RETURN collect([${node}.id, ${status}]) AS ${bind(set)}`, [set]));
  return cypher`CASE WHEN ${isReached(node, by)} THEN [x IN ${set} WHERE x[0] = ${node}.id | x[1]][0] ELSE ${byOwnDates(context, node, on)} END`;
}

/** Clauses that bind those of some measures that acts may have reached by a day, and packages, each with its status. */
function reachedMeasures(
  context: Context,
  measure: Name,
  on: StatusDay,
  { start, conditions }: Others,
  by: By | null = on,
): { readonly decided: Fragment; readonly status: Name } {
  const { clauses, status } = decideInCypher(context, on.day, [measure]);
  const reached = cypher`MATCH (x)-[e:${anyOf(EFFECTS)}]->(${bind(measure)}:Measure)${where(mayHaveBegun(by))} RETURN ${measure}`;
  const packages = cypher`MATCH (${bind(measure)}:Measure {kind: 'PACKAGE'}) RETURN ${measure}`;
  const [candidates, these] = start
    ? [start, [isReached(measure, by)]]
    : [call(cypher`${reached} UNION ${packages}`, [measure]), conditions];
  const asked = cypher`${candidates} WITH ${carry([measure], these)}${where(these)}`;
  return { decided: cypher`${asked} ${eachFacts(context, measure, on.known)} ${clauses}`, status };
}

/** The day that is asked about, or the last of several. */
interface By {
  readonly day: Fragment;
}

/** That an effect (`e`) may have begun by a day: one that has not changes nothing on it, nor does what is done to its act. */
const mayHaveBegun = (by: By | null) => (by === null ? [] : [cypher`coalesce(e.since, '') <= ${by.day}`]);

/** Whether more than its own dates may decide a measure's status, by a day if one is given. */
export const isReached = (node: Name, by: By | null) =>
  cypher`(${node}.kind = 'PACKAGE' OR COUNT { MATCH (${node})<-[e:${anyOf(EFFECTS)}]-()${where(mayHaveBegun(by))} } > 0)`;

/** The status of a measure that no act reaches: the law of law.ts where there are no effects, in comparisons of texts. */
export function byOwnDates(
  context: Context,
  node: Name,
  { day, known }: { readonly day: Fragment; readonly known: Parameter | null },
): Fragment {
  const dates = ownDates(context, node, known);
  // As known on a day, dates are long expressions: each stands once.
  if (known !== null) return cypher`[o IN [${dates}] | ${ofDates(cypher`o[0]`, cypher`o[1]`, cypher`o[2]`, day)}][0]`;
  const [announced, from, until] = [stored(node, "announcedOn"), stored(node, "inForceFrom"), stored(node, "inForceUntil")];
  return ofDates(announced, from, until, day);
}

function ofDates(announced: Fragment, from: Fragment, until: Fragment, day: Fragment): Fragment {
  // A month or year in which the day lies, and the next or the last one as well: it may begin later, or have ended earlier.
  const alsoWith = (partial: Fragment, sign: Fragment) =>
    cypher`${day} STARTS WITH ${partial} AND toString(date(${day}) ${sign} duration('P1D')) STARTS WITH ${partial}`;
  const mayBegin = (partial: Fragment) => alsoWith(partial, cypher`+`);
  const unlessUnsaid = (status: string) => cypher`CASE WHEN ${announced} IS NULL THEN 'UNKNOWN' ELSE ${quoted(status)} END`;
  const over = join([
    cypher`CASE WHEN ${from} IS NULL OR ${lastDay(from)} <= ${firstDay(until)} THEN 'EXPIRED'`,
    cypher`WHEN ${from} > ${until} AND NOT ${from} STARTS WITH ${until} THEN 'NEVER_IN_FORCE' ELSE 'UNKNOWN' END`,
  ]);
  const whens: readonly (readonly [Fragment, Fragment])[] = [
    [cypher`${announced} > ${day}`, quoted("NOT_YET_ANNOUNCED")],
    [mayBegin(announced), quoted("UNKNOWN")],
    [alsoWith(until, cypher`-`), quoted("UNKNOWN")],
    [cypher`${until} < ${day} AND NOT ${day} STARTS WITH ${until}`, over],
    [cypher`${from} IS NULL`, unlessUnsaid("ANNOUNCED")],
    [cypher`${from} > ${day}`, unlessUnsaid("SCHEDULED")],
    [mayBegin(from), quoted("UNKNOWN")],
  ];
  return cypher`CASE ${join(whens.map(([when, then]) => cypher`WHEN ${when} THEN ${then}`))} ELSE 'IN_FORCE' END`;
}
