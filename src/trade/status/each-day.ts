import { bind, type Context, call, cypher, type Fragment, join, type Name, type Parameter, stored } from "../../compile/index.ts";
import { decideInCypher } from "./cypher.ts";
import { eachFacts } from "./facts.ts";
import { byOwnDates, isReached } from "./filter.ts";

/** Measures that are bound, the days for which it is asked whether they stand (a list in its order, and its last), and the day whose knowledge counts; null for all that is known. */
export interface AskedDays {
  /** Clauses that bind the measures, so that WITH may follow. */
  readonly match: Fragment;
  readonly measure: Name;
  readonly days: Parameter;
  readonly last: Parameter;
  readonly known: Parameter | null;
}

/**
 * A subquery that binds measures, each once, and under `into` a list of those of the days on which it is in force or may be, each with whether it is for sure. What an
 * act reaches, and packages, are gathered once for all days, and the law decides them for each; all others are decided by their own dates.
 */
export function standingOn(context: Context, asked: AskedDays, into: Name): Fragment {
  const { match, measure, days, last, known } = asked;
  const by = { day: last };
  const day = context.name("moment");
  const { clauses, status } = decideInCypher(context, day, [measure, day]);
  // Before its announcement it is in force for nobody.
  const byLaw = join([
    cypher`${match} WITH ${measure} WHERE ${isReached(measure, by)}`,
    eachFacts(context, measure, known),
    cypher`UNWIND ${days} AS ${bind(day)} ${clauses} WHERE ${status} IN ['IN_FORCE', 'UNKNOWN']`,
    cypher`RETURN ${measure}, collect([${day}, ${status} = 'IN_FORCE']) AS ${bind(into)}`,
  ]);
  const byDates = cypher`${match} WITH ${measure} WHERE NOT ${isReached(measure, by)} RETURN ${measure}, ${byOwnDatesOn(context, asked)} AS ${bind(into)}`;
  return call(cypher`${byDates} UNION ALL ${byLaw}`, [measure, into]);
}

/** The same of a measure that no act reaches. Where its dates are days, as nearly all are, one look at each day tells. */
function byOwnDatesOn(context: Context, { measure, days, known }: AskedDays): Fragment {
  const each = cypher`[x IN [d IN ${days} | [d, ${byOwnDates(context, measure, { day: cypher`d`, known })}]] WHERE x[1] IN ['IN_FORCE', 'UNKNOWN'] | [x[0], x[1] = 'IN_FORCE']]`;
  if (known !== null) return each;
  const [announced, from, until] = [stored(measure, "announcedOn"), stored(measure, "inForceFrom"), stored(measure, "inForceUntil")];
  const areDays = cypher`size(${announced}) = 10 AND size(${from}) = 10 AND coalesce(size(${until}), 10) = 10`;
  const between = cypher`d >= ${announced} AND d >= ${from} AND d <= coalesce(${until}, '~')`;
  return cypher`CASE WHEN ${areDays} THEN [d IN ${days} WHERE ${between} | [d, true]] ELSE ${each} END`;
}
