import {
  anyOf,
  type Context,
  cypher,
  type Fragment,
  join,
  type Name,
  nodeIsThere,
  type Parameter,
  quoted,
  stored,
  untilOf,
  where,
} from "../../compile/index.ts";
import { EFFECTS } from "./effects.ts";
import { datesOfAct, effectSince, firstDay, lastDay, ownDates } from "./facts.ts";

/** The day that is asked about, or the last of several. */
export interface By {
  readonly day: Fragment;
}

/** That an effect (`e`) may have begun by a day: one that has not changes nothing on it, nor does what is done to its act. */
export const mayHaveBegun = (by: By | null) => (by === null ? [] : [cypher`coalesce(e.since, '') <= ${by.day}`]);

/** Whether more than its own dates may decide a measure's status, by a day if one is given. */
export const isReached = (node: Name, by: By | null) =>
  cypher`(${node}.kind = 'PACKAGE' OR COUNT { MATCH (${node})<-[e:${anyOf(EFFECTS)}]-()${where(mayHaveBegun(by))} } > 0)`;

/**
 * That an effect may change where a measure stands on one of some days: it begins or ends near these, or its act does, by `isNear`; or something acts on its act, of which
 * the days are not looked at.
 */
export function mayTurn(
  context: Context,
  { effect, act }: { readonly effect: Name; readonly act: Name },
  known: Parameter | null,
  isNear: (day: Fragment) => Fragment,
): Fragment {
  const term = known === null ? stored(act, "inForceUntil") : cypher`${datesOfAct(context, act, known)}[1]`;
  const days = cypher`[${effectSince(context, effect, act, known)}, ${untilOf(effect, known)}, ${term}]`;
  return cypher`(any(d IN ${days} WHERE ${isNear(cypher`d`)}) OR COUNT { MATCH (${act})<-[:${anyOf(EFFECTS)}]-() } > 0)`;
}

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

/** That no source spoke of a measure by the day whose knowledge counts, so that its status is UNKNOWN; null where all that are looked at were known. */
export function isUnheard(context: Context, node: Name, known: Parameter | null): Fragment | null {
  if (known === null || known === context.asOf.known) return null;
  const there = nodeIsThere(context.withAsOf({ valid: null, known }), node, ["Measure"]);
  return there.length === 0 ? null : cypher`NOT (${join(there, " AND ")})`;
}
