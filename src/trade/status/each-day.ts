import { bind, type Context, call, cypher, type Fragment, join, type Name, type Parameter, stored } from "../../compile/index.ts";
import { decideInCypher } from "./cypher.ts";
import { eachFacts, FACTS, TURNS } from "./facts.ts";
import { partMeasures } from "./parted.ts";
import { byOwnDates } from "./reached.ts";

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
 * act reaches, and packages, are gathered once for all days, and the law decides them; all others are decided by their own dates.
 */
export function standingOn(context: Context, asked: AskedDays, into: Name): Fragment {
  const { match, measure, last, known } = asked;
  const parted = partMeasures(context, match, measure, { day: last, known });
  const byLaw = cypher`UNWIND ${parted.byLaw} AS ${bind(measure)} WITH ${measure} ${byLawOn(context, asked, into)}`;
  const byDates = cypher`UNWIND ${parted.byDates} AS ${bind(measure)} RETURN ${measure}, ${byOwnDatesOn(context, asked)} AS ${bind(into)}`;
  return call(cypher`${byDates} UNION ALL ${byLaw}`, [measure, into]);
}

/**
 * The same by the law, for measures that are bound. It decides on the first of those days between which nothing may change: 15 years of a measure are
 * four or five such spans, and each costs 50 µs on the embedded engine. Of a package, whose parts change too, it decides on each day.
 */
function byLawOn(context: Context, { measure, days, last, known }: AskedDays, into: Name): Fragment {
  const [day, at, next] = [context.name("moment"), context.name("count"), context.name("count")];
  const { clauses, status } = decideInCypher(context, day, [measure, at, next, day]);
  // What begins on a day counts on it, what ends does so from the next one on.
  const changes = cypher`any(b IN bs WHERE b >= ${days}[i - 1] AND b <= ${days}[i])`;
  const isFirst = cypher`${measure}.kind = 'PACKAGE' OR i = 0 OR ${changes}`;
  // Before its announcement it is in force for nobody.
  const isAnnounced = cypher`${measure}.kind = 'PACKAGE' OR coalesce(said0, '') <= ${day}`;
  return join([
    eachFacts(context, measure, known),
    cypher`WITH ${measure}, ${FACTS}, [b IN ${TURNS} WHERE b >= ${days}[0] AND b <= ${last}] AS bs`,
    cypher`WITH ${measure}, ${FACTS}, [i IN range(0, size(${days}) - 1) WHERE ${isFirst}] AS firsts`,
    cypher`UNWIND range(0, size(firsts) - 1) AS k`,
    cypher`WITH ${measure}, ${FACTS}, firsts[k] AS ${bind(at)}, coalesce(firsts[k + 1], size(${days})) AS ${bind(next)}, ${days}[firsts[k]] AS ${bind(day)}`,
    cypher`WHERE ${isAnnounced} ${clauses} WHERE ${status} IN ['IN_FORCE', 'UNKNOWN']`,
    cypher`WITH ${measure}, collect([${at}, ${next}, ${status} = 'IN_FORCE']) AS spans`,
    cypher`RETURN ${measure}, reduce(l = [], x IN spans | l + [d IN ${days}[x[0]..x[1]] | [d, x[2]]]) AS ${bind(into)}`,
  ]);
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
