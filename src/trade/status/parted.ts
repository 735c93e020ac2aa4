import { bind, type Context, call, cypher, type Fragment, type Name } from "../../compile/index.ts";
import { decideInCypher } from "./cypher.ts";
import type { StatusDay } from "./day.ts";
import { eachFacts } from "./facts.ts";
import { byOwnDates, isReached, isUnheard } from "./reached.ts";

/*
 * Measures that are few, or found before all else, are parted once into those that acts may have reached, and packages, which the law decides, and all
 * others, which their own dates do. So the look whether any act reaches a measure, the larger part of the work on Neo4j, is taken once for each.
 */

/** The two parts: names of lists of measures. */
export interface Parted {
  readonly byLaw: Name;
  readonly byDates: Name;
}

/** Parts the measures that `start` binds, each once, before all else: clauses of the context's sets. */
export function partMeasures(context: Context, start: Fragment, measure: Name, on: StatusDay): Parted {
  const [byLaw, byDates] = [context.name("set"), context.name("set")];
  const unheard = isUnheard(context, measure, on.known);
  const reached = isReached(measure, on);
  const isForLaw = unheard === null ? reached : cypher`CASE WHEN ${unheard} THEN false ELSE ${reached} END`;
  const lists = cypher`collect(CASE WHEN reached THEN ${measure} END) AS ${bind(byLaw)}, collect(CASE WHEN NOT reached THEN ${measure} END) AS ${bind(byDates)}`;
  context.sets.push(call(cypher`${start} WITH ${measure}, ${isForLaw} AS reached RETURN ${lists}`, [byLaw, byDates]));
  return { byLaw, byDates };
}

/** Clauses that bind measures for the law to decide, and each one's status, where it is one of those that are asked for (the argument `wanted`). */
export function decidedByLaw(context: Context, { byLaw }: Parted, measure: Name, on: StatusDay, wanted: Fragment) {
  const { clauses, status } = decideInCypher(context, on.day, [measure]);
  const each = cypher`UNWIND ${byLaw} AS ${bind(measure)} WITH ${measure} ${eachFacts(context, measure, on.known)} ${clauses}`;
  return { clause: cypher`${each} WHERE ${status} IN ${wanted}`, status };
}

/** The status of a measure that no act reaches, by its own dates, or because nobody spoke of it. */
export function statusByDates(context: Context, measure: Name, on: StatusDay): Fragment {
  const unheard = isUnheard(context, measure, on.known);
  const dates = byOwnDates(context, measure, on);
  return unheard === null ? dates : cypher`CASE WHEN ${unheard} THEN 'UNKNOWN' ELSE ${dates} END`;
}

/** Clauses that bind the measures of both parts that stand as asked, each with its status (`status`). */
export function standingOf(context: Context, parted: Parted, measure: Name, status: Name, on: StatusDay, wanted: Fragment): Fragment {
  const law = decidedByLaw(context, parted, measure, on, wanted);
  const byDates = cypher`UNWIND ${parted.byDates} AS ${bind(measure)} WITH ${measure}, ${statusByDates(context, measure, on)} AS ${bind(status)} WHERE ${status} IN ${wanted} RETURN ${measure}, ${status}`;
  return call(cypher`${byDates} UNION ALL ${law.clause} RETURN ${measure}, ${law.status} AS ${bind(status)}`, [measure, status]);
}
