import { bind, type Context, call, cypher, type Fragment, join, type Name, type Parameter, quoted } from "../../compile/index.ts";
import { decideInCypher } from "./cypher.ts";
import { eachFacts } from "./facts.ts";
import { byOwnDates, isReached } from "./filter.ts";
import type { Status } from "./law.ts";

/** Measures that are bound, the days for which their statuses are asked (a list), and the day whose knowledge counts; null for all that is known. */
export interface AskedDays {
  /** Clauses that bind the measures, so that WITH may follow. */
  readonly match: Fragment;
  readonly measure: Name;
  readonly days: Parameter;
  readonly known: Parameter | null;
}

/**
 * A subquery that binds measures, each once, and under `into` a list of day and status for those of the days on which it has one of the `wanted` ones. What an act
 * reaches, and packages, are gathered once for all days, and the law decides them for each; all others are decided by their own dates.
 */
export function statusesOn(context: Context, asked: AskedDays, wanted: readonly Status[], into: Name): Fragment {
  const { match, measure, days, known } = asked;
  const isWanted = (status: Fragment) => cypher`${status} IN [${join(wanted.map(quoted), ", ")}]`;
  const own = cypher`[x IN [d IN ${days} | [d, ${byOwnDates(context, measure, { day: cypher`d`, known })}]] WHERE ${isWanted(cypher`x[1]`)}]`;
  const day = context.name("moment");
  const { clauses, status } = decideInCypher(context, day, [measure, day]);
  const byLaw = join([
    cypher`${match} WITH ${measure} WHERE ${isReached(measure)}`,
    eachFacts(context, measure, known),
    cypher`UNWIND ${days} AS ${bind(day)} ${clauses} WHERE ${isWanted(status)}`,
    cypher`RETURN ${measure}, collect([${day}, ${status}]) AS ${bind(into)}`,
  ]);
  const byDates = cypher`${match} WITH ${measure} WHERE NOT ${isReached(measure)} RETURN ${measure}, ${own} AS ${bind(into)}`;
  return call(cypher`${byDates} UNION ALL ${byLaw}`, [measure, into]);
}
