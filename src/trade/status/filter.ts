import {
  anyOf,
  bind,
  type ComputedFilter,
  type Context,
  call,
  carry,
  cypher,
  EMPTY,
  type Fragment,
  join,
  type Name,
  number,
  type Others,
  type Site,
  where,
} from "../../compile/index.ts";
import { decideInCypher } from "./cypher.ts";
import { type StatusDay, statusDay } from "./day.ts";
import { EFFECTS } from "./effects.ts";
import { eachFacts } from "./facts.ts";
import { decidedByLaw, partMeasures, statusByDates } from "./parted.ts";
import { byOwnDates, isReached, isUnheard, mayHaveBegun } from "./reached.ts";

/**
 * The condition of `status: { on, known, in }`. Measures that acts reach, and packages, are few, and the law decides them before all else, into
 * a set: an expression that walks from every measure can't hold a subquery on the embedded engine, and took Neo4j seconds to plan. All others
 * are decided by their own dates, on the spot. Where the other conditions have a start, what they leave is parted first, and a list may begin from that.
 */
export function statusFilter(context: Context, node: Name, site: Site, { start, conditions }: Others): ComputedFilter {
  const on = statusDay(context, site, "on");
  const wanted = site.texts("in");
  const set = context.name("set");
  const isOneOf = (byLaw: Fragment) => {
    const unheard = isUnheard(context, node, on.known);
    const unknown = unheard === null ? EMPTY : cypher` WHEN ${unheard} THEN 'UNKNOWN' IN ${wanted}`;
    return cypher`CASE${unknown} WHEN ${isReached(node, on)} THEN ${byLaw} ELSE ${byOwnDates(context, node, on)} IN ${wanted} END`;
  };
  if (!start) {
    const { decided, status } = reachedMeasures(context, node, on, conditions);
    context.sets.push(call(cypher`${decided} WHERE ${status} IN ${wanted} RETURN collect(${node}.id) AS ${bind(set)}`, [set]));
    return { condition: isOneOf(cypher`${node}.id IN ${set}`), found: null };
  }
  const parted = partMeasures(context, start, node, on);
  const decided = decidedByLaw(context, parted, node, on, wanted);
  context.sets.push(call(cypher`${decided.clause} RETURN collect(${node}) AS ${bind(set)}`, [set]));
  const found = (measure: Name) => {
    const byDates = cypher`UNWIND ${parted.byDates} AS ${bind(measure)} WITH ${measure} WHERE ${statusByDates(context, measure, on)} IN ${wanted}`;
    return call(cypher`${byDates} RETURN ${measure} UNION ALL UNWIND ${set} AS ${bind(measure)} RETURN ${measure}`, [measure]);
  };
  return { condition: isOneOf(cypher`${node} IN ${set}`), found };
}

/**
 * Clauses for rows that bind a measure and other names: they keep these, and bind the measure's status on a day. The law decides all that acts may have reached in one go:
 * a subquery for each takes the embedded engine twice as long, and the look for one among all that are decided grows with their square.
 */
export function statusValue(context: Context, node: Name, others: readonly Name[], on: StatusDay, into: Name): Fragment {
  const [byLaw, byDates, row] = [context.name("list"), context.name("list"), context.name("row")];
  const carried = others.filter((name) => name !== node);
  const names = join([node, ...carried], ", ");
  const lists = cypher`collect(CASE WHEN reached THEN [${names}] END) AS ${bind(byLaw)}, collect(CASE WHEN NOT reached THEN [${names}] END) AS ${bind(byDates)}`;
  const parted = cypher`WITH ${names}, ${isReached(node, on)} AS reached WITH ${lists}`;
  const columns = [node, ...carried].map((name, i) => cypher`${row}[${number(i)}] AS ${bind(name)}`);
  const each = (list: Name) => cypher`UNWIND ${list} AS ${bind(row)} WITH ${join(columns, ", ")}`;
  const { clauses, status } = decideInCypher(context, on.day, [node, ...carried]);
  const ofDates = cypher`${each(byDates)} RETURN ${names}, ${byOwnDates(context, node, on)} AS ${bind(into)}`;
  const ofLaw = cypher`${each(byLaw)} ${eachFacts(context, node, on.known, carried)} ${clauses} RETURN ${names}, ${status} AS ${bind(into)}`;
  return cypher`${parted} ${call(cypher`${ofDates} UNION ALL ${ofLaw}`, [node, ...carried, into])}`;
}

/** Clauses that bind, of all measures that pass some conditions, those that acts may have reached by a day, and packages, each with its status. */
function reachedMeasures(
  context: Context,
  measure: Name,
  on: StatusDay,
  conditions: readonly Fragment[],
): { readonly decided: Fragment; readonly status: Name } {
  const { clauses, status } = decideInCypher(context, on.day, [measure]);
  const reached = cypher`MATCH (x)-[e:${anyOf(EFFECTS)}]->(${bind(measure)}:Measure)${where(mayHaveBegun(on))} RETURN ${measure}`;
  const packages = cypher`MATCH (${bind(measure)}:Measure {kind: 'PACKAGE'}) RETURN ${measure}`;
  const candidates = call(cypher`${reached} UNION ${packages}`, [measure]);
  const asked = cypher`${candidates} WITH ${carry([measure], conditions)}${where(conditions)}`;
  return { decided: cypher`${asked} ${eachFacts(context, measure, on.known)} ${clauses}`, status };
}
