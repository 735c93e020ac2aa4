import { bind, type Context, cypher, type Fragment, join, type Name, number, quoted } from "../../compile/index.ts";
import { type EffectType, STATUSES } from "./law.ts";

/*
 * The law of law.ts in Cypher, for filters and for what changed: the same steps under the same names, over one row for each measure. How sure
 * something is, is what Cypher has for it: true, false, or null where it is open; `true IN […]` is the "or" of a list. What Neo4j plans for longest
 * are lists within lists: each step stands in a clause of its own, and what nothing acted upon needs no list of days.
 */

/** The columns of an effect, as `dated`, `numbered` and `withActs` make them. */
const AT = {
  to: number(0),
  act: number(1),
  type: number(2),
  fromFirst: number(3),
  untilFirst: number(4),
  termFirst: number(5),
  fromLast: number(6),
  untilLast: number(7),
  termLast: number(8),
  index: number(9),
  stopping: number(10),
  prolonging: number(11),
};

/** The first day that a date may stand for; null where there is none. */
export const firstDay = (date: Fragment) => cypher`substring(${date} + '-01-01', 0, 10)`;
/** The last one. */
export const lastDay = (date: Fragment) =>
  cypher`CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN toString(date(${date} + '-01') + duration('P1M') - duration('P1D')) ELSE ${date} END`;

/** After all days. What may begin on any day begins on `''`, of which `firstDay` makes a text before all days. */
const AFTER = quoted("~");
const EVER = quoted("");

const typesIn = (types: readonly EffectType[]) => cypher`[${join(types.map(quoted), ", ")}]`;
const listOf = (parts: readonly Fragment[]) => cypher`[${join(parts, ", ")}]`;
const indexes = (list: Fragment) => cypher`range(0, size(${list}) - 1)`;

/** The measure's own days, `own`: those of its own dates, as if it were an effect that ends with it and was announced as it is. */
const own = (at: Fragment) => cypher`own[${at}]`;

const begun = (day: Fragment) =>
  cypher`CASE WHEN ${own(AT.fromLast)} <= ${day} THEN true WHEN ${own(AT.fromFirst)} > ${day} THEN false ELSE null END`;
const over = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${last} < ${day} THEN true WHEN ${first} >= ${day} THEN false ELSE null END`;

/**
 * The measure, as an effect without a type, and its effects (`x`, as `gatherFacts` has them), each with its days. One whose act was read no further
 * may always have been stopped: it never begins for sure.
 */
function dated(): Fragment {
  const term = cypher`CASE WHEN x[2] IS NULL OR (x[4] IS NULL AND x[2] IN ${typesIn(["SUSPENDS", "EXTENDS"])} AND x[6] = 0) THEN x[5] END`;
  const firsts = cypher`[c IN [coalesce(x[3], ${EVER}), x[4], t] | coalesce(${firstDay(cypher`c`)}, ${AFTER})]`;
  const lasts = cypher`[c IN [CASE x[6] WHEN 0 THEN x[3] END, x[4], t] | coalesce(${lastDay(cypher`c`)}, ${AFTER})]`;
  const days = cypher`[t IN [${term}] | [x[0], x[1], x[2]] + ${firsts} + ${lasts}][0]`;
  return cypher`[x IN [[fs[0], null, null, fs[3], fs[4], fs[2], 0]] + fs[5] | ${days}]`;
}

/** The effects that can have begun by the day, each with its number. */
function numbered(): Fragment {
  return cypher`reduce(l = [], x IN es | CASE WHEN x[${AT.type}] IS NOT NULL AND x[${AT.fromFirst}] <= day THEN l + [x + [size(l)]] ELSE l END)`;
}

/**
 * The effects with the numbers of those that stop their act, and of those that prolong it. (Lists are gone through, not looked into by number: the
 * embedded engine copies a list whenever it looks into it.)
 */
function withActs(): Fragment {
  const hasTerm = cypher`x[${AT.untilLast}] = ${AFTER} AND x[${AT.type}] IN ${typesIn(["SUSPENDS", "EXTENDS"])}`;
  const stops = cypher`CASE WHEN ${hasTerm} THEN ${typesIn(["ENDS", "SUSPENDS", "REPLACES"])} ELSE ${typesIn(["ENDS", "SUSPENDS"])} END`;
  const prolongs = cypher`CASE WHEN ${hasTerm} THEN ${typesIn(["EXTENDS"])} ELSE [] END`;
  const numbers = cypher`[y IN es WHERE y[${AT.to}] = x[${AT.act}] AND y[${AT.type}] IN t | y[${AT.index}]]`;
  // Nearly always nothing acts on an act: that is seen at a look.
  const isOnAct = cypher`x[${AT.to}] <> fs[0] OR x[${AT.act}] = fs[0]`;
  const found = cypher`[x IN es | x + [t IN [${stops}, ${prolongs}] | ${numbers}]]`;
  return cypher`CASE WHEN size([x IN es WHERE ${isOnAct}]) = 0 THEN [x IN es | x + [[], []]] ELSE ${found} END`;
}

/** Whether something that may have stopped or prolonged the act of effect `x` is among the effects. */
const hasActs = cypher`size(x[${AT.stopping}]) + size(x[${AT.prolonging}]) > 0`;

/** Whether effect `x` is within its own days on day `c`. */
const within = (x: Fragment, c: Fragment) =>
  cypher`CASE WHEN ${x}[${AT.fromFirst}] > ${c} OR ${x}[${AT.untilLast}] < ${c} THEN false WHEN ${x}[${AT.fromLast}] <= ${c} AND ${x}[${AT.untilFirst}] >= ${c} THEN true ELSE null END`;

/** Whether effect `x` is over on day `c` since its act is, by its own terms. */
const termOver = (x: Fragment, c: Fragment) => over(cypher`${x}[${AT.termFirst}]`, cypher`${x}[${AT.termLast}]`, c);

/** How sure it is that effect `x` counts on each day, by what is known of the others (`v`). */
function counts(): Fragment {
  const [x, day] = [cypher`x`, cypher`ds[j]`];
  const by = (numbers: Fragment) => cypher`true IN [y IN v WHERE y[0] IN x[${numbers}] | y[1][j]]`;
  const sure = cypher`${within(x, day)} AND NOT (${by(AT.stopping)}) AND (NOT (${termOver(x, day)}) OR ${by(AT.prolonging)})`;
  const notOver = cypher`NOT (${over(cypher`x[${AT.untilFirst}]`, cypher`x[${AT.untilLast}]`, day)})`;
  const taken = cypher`[j IN js | ${notOver} AND true IN [g IN js WHERE ds[g] <= ds[j] | r[g]]]`;
  return cypher`[r IN [[j IN js | ${sure}]] | CASE WHEN x[${AT.type}] = 'REPLACES' THEN ${taken} ELSE r END][0]`;
}

/**
 * How sure it is that each effect counts on each day, as its number, that, what it reaches, and its type: at once of those on whose acts nothing
 * acts, which is nearly always so. The others are gone through in order, the latest first, since acts act on earlier ones; and again and again, as
 * many times as there are, where some stay open. (Neo4j takes no number out of a list of many kinds as an index.)
 */
function inEffect(): Fragment {
  const alone = cypher`[c IN ds | ${within(cypher`x`, cypher`c`)} AND NOT (${termOver(cypher`x`, cypher`c`)})]`;
  const first = cypher`CASE WHEN ${hasActs} THEN [c IN ds | null] ELSE ${alone} END`;
  const start = cypher`[x IN es | [x[${AT.index}], ${first}, x[${AT.to}], x[${AT.type}]]]`;
  const isOpen = cypher`any(y IN v WHERE y[0] = i AND any(c IN y[1] WHERE c IS NULL))`;
  const next = cypher`[z IN v | CASE WHEN z[0] = i THEN [x IN es WHERE x[${AT.index}] = i | [i, ${counts()}, z[2], z[3]]][0] ELSE z END]`;
  return cypher`reduce(v = ${start}, i IN reduce(l = [], n IN acted | l + acted) | CASE WHEN ${isOpen} THEN ${next} ELSE v END)`;
}

/** The effects on the measure itself: their types, and how sure it is that they count on each day. */
const ownEffects = cypher`[y IN vs WHERE y[2] = fs[0] | [y[3], y[1]]]`;

/** What reaches the measure on each day: how sure it is that it is ended, replaced, on hold, prolonged, and over by its own terms. */
function states(): Fragment {
  const byType = cypher`[t IN ${typesIn(["ENDS", "REPLACES", "SUSPENDS", "EXTENDS"])} | true IN [x IN xs WHERE x[0] = t | x[1][j]]]`;
  const expired = cypher`${over(own(AT.untilFirst), own(AT.untilLast), cypher`ds[j]`)} AND NOT r[3]`;
  return cypher`[j IN js | [r IN [${byType}] | r + [${expired}]][0]]`;
}

/**
 * The days that matter: the one asked for first, then each before it on which something may change, since the measure's first day in force; what
 * became of an act that replaced something is asked of all days.
 */
function daysThatMatter(): Fragment {
  const ends = listOf([AT.untilFirst, AT.untilLast, AT.termFirst, AT.termLast].map((at) => cypher`x[${at}]`));
  const ofEffect = cypher`[x[${AT.fromFirst}], x[${AT.fromLast}]] + [c IN ${ends} WHERE c < day | toString(date(c) + duration('P1D'))]`;
  const candidates = cypher`reduce(l = [${own(AT.fromFirst)}, ${own(AT.fromLast)}], x IN es | l + ${ofEffect})`;
  const isIn = cypher`c > day OR c STARTS WITH '-' OR (c < ${own(AT.fromFirst)} AND NOT latched) OR c IN l`;
  return cypher`reduce(l = [day], c IN ${candidates} | CASE WHEN ${isIn} THEN l ELSE l + [c] END)`;
}

/**
 * Whether it has ever applied, where one look tells: true where it had begun, and nothing had stopped it by then; false where it can't have begun.
 * Null where all days must be looked at.
 */
function everAtOnce(): Fragment {
  const stopped = (day: Fragment) =>
    cypher`any(x IN es WHERE x[${AT.to}] = fs[0] AND x[${AT.type}] <> 'EXTENDS' AND x[${AT.fromFirst}] <= ${day})`;
  const [first, last, until] = [own(AT.fromFirst), own(AT.fromLast), own(AT.untilFirst)];
  const isPlain = cypher`${last} <= day AND ${until} >= ${last} AND NOT ${stopped(last)}`;
  // Where nothing can have stopped it yet, nobody asks.
  const isIdle = cypher`${until} >= day AND NOT ${stopped(cypher`day`)}`;
  return cypher`CASE WHEN fs[3] IS NULL OR (${isPlain}) THEN true WHEN ${first} > day THEN false WHEN ${isIdle} THEN true ELSE null END`;
}

/** The status by the cases of law.ts: the first of them that is not ruled out, where it is certain. */
function firstCase(): Fragment {
  const announced = cypher`fs[2] IS NOT NULL`;
  const cases: readonly (readonly [Fragment, Fragment])[] = [
    [cypher`fs[2] IS NULL AND NOT coalesce(due OR fin OR now[2] OR now[3], false)`, quoted("UNKNOWN")],
    [cypher`${announced} AND ${own(AT.termFirst)} > day`, quoted("NOT_YET_ANNOUNCED")],
    [cypher`${announced} AND ${own(AT.termLast)} > day`, quoted("UNKNOWN")],
    [cypher`fin AND NOT ever`, quoted("NEVER_IN_FORCE")],
    [cypher`now[0]`, quoted("REVOKED")],
    [cypher`now[1]`, quoted("REPLACED")],
    [cypher`now[4]`, quoted("EXPIRED")],
    [cypher`now[2] AND NOT ever`, quoted("POSTPONED")],
    [cypher`now[2]`, quoted("SUSPENDED")],
    [cypher`fs[3] IS NULL`, cypher`CASE WHEN ${announced} THEN 'ANNOUNCED' ELSE 'UNKNOWN' END`],
    [cypher`NOT due`, quoted("SCHEDULED")],
    [cypher`true`, quoted("IN_FORCE")],
  ];
  const pairs = listOf(cases.map((pair) => listOf(pair)));
  return cypher`[c IN ${pairs} WHERE coalesce(c[0], true) = true | CASE WHEN c[0] IS NULL THEN 'UNKNOWN' ELSE c[1] END][0]`;
}

/**
 * Clauses that bind the status of measures on a day, from the facts that `eachFacts` binds, a row each: they carry on `kept`, by which the rows of a
 * package and its parts come together, and bind `status`.
 */
export function decideInCypher(
  context: Context,
  facts: Name,
  day: Fragment,
  kept: readonly Name[],
): { readonly clauses: Fragment; readonly status: Name } {
  const status = context.name("value");
  const keys = join(kept, ", ");
  const isOpen = cypher`fs[3] IS NULL AND fs[4] IS NULL AND NOT coalesce(now[0] OR now[1] OR now[2], true) AND (fs[2] IS NULL OR ${own(AT.termLast)} <= day)`;
  const applied = cypher`${begun(cypher`ds[j]`)} AND NOT (st[j][0] OR st[j][1] OR st[j][2] OR st[j][4])`;
  // A place once taken is taken: of what became of an act that replaced something, each day is asked.
  const isLatched = cypher`any(x IN es WHERE x[${AT.type}] = 'REPLACES' AND ${hasActs})`;
  const acted = cypher`[x IN es WHERE ${hasActs} | x[${AT.index}]]`;
  const first = cypher`[x IN ${listOf(STATUSES.map(quoted))} WHERE x IN [y IN found WHERE NOT y[0] | y[1]]][0]`;
  const clauses = [
    cypher`WITH ${keys}, ${facts} AS fs, ${day} AS day`,
    cypher`WITH ${keys}, fs, day, ${dated()} AS es`,
    cypher`WITH ${keys}, fs, day, es[0] AS own, ${numbered()} AS es`,
    cypher`WITH ${keys}, fs, day, own, ${withActs()} AS es, ${everAtOnce()} AS ever`,
    cypher`WITH ${keys}, fs, day, own, es, ever, ${acted} AS acted, ${isLatched} AS latched`,
    cypher`WITH ${keys}, fs, day, own, es, ever, acted, CASE WHEN ever IS NULL OR latched THEN ${daysThatMatter()} ELSE [day] END AS ds`,
    cypher`WITH ${keys}, fs, day, own, es, ever, acted, ds, ${indexes(cypher`ds`)} AS js`,
    cypher`WITH ${keys}, fs, day, own, ever, ds, js, ${inEffect()} AS vs`,
    cypher`WITH ${keys}, fs, day, own, ever, ds, js, ${ownEffects} AS xs`,
    cypher`WITH ${keys}, fs, day, own, ever, ds, js, ${states()} AS st`,
    cypher`WITH ${keys}, fs, day, own, st[0] AS now, CASE WHEN ever IS NULL THEN true IN [j IN js | ${applied}] ELSE ever END AS ever`,
    cypher`WITH ${keys}, fs, day, own, now, ever, now[0] OR now[1] OR now[4] AS fin, ${begun(cypher`day`)} AS due`,
    cypher`WITH ${keys}, fs[1] AS own, ${firstCase()} AS status, ${isOpen} AS open`,
    cypher`WITH ${keys}, collect([own, status, open]) AS found`,
    cypher`WITH ${keys}, found, [x IN found WHERE x[0]][0] AS own`,
    cypher`WITH ${keys}, CASE WHEN own[2] AND size(found) > 1 THEN ${first} ELSE own[1] END AS ${bind(status)}`,
  ];
  return { clauses: join(clauses), status };
}
