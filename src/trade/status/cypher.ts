import { bind, type Context, cypher, type Fragment, join, type Name, number, quoted } from "../../compile/index.ts";
import { type EffectType, STATUSES } from "./law.ts";

/*
 * The law of law.ts in Cypher, for filters and for what changed: the same steps under the same names, over one row for each measure. How sure
 * something is, is what Cypher has for it: true, false, or null where it is open; `true IN […]` is the "or" of a list. What Neo4j plans for longest
 * are lists within lists: each step stands in a clause of its own, and what nothing acted upon needs no list of days.
 */

/** The columns of an effect, as `datedEffect`, `numbered` and `withActs` make them. */
const AT = {
  to: number(0),
  act: number(1),
  type: number(2),
  fromFirst: number(3),
  fromLast: number(4),
  untilFirst: number(5),
  untilLast: number(6),
  termFirst: number(7),
  termLast: number(8),
  index: number(9),
  stopping: number(10),
  prolonging: number(11),
};

/** The first day that a date may stand for; `missing` where there is none. */
export const firstDay = (date: Fragment, missing: Fragment) =>
  cypher`CASE size(${date}) WHEN 4 THEN ${date} + '-01-01' WHEN 7 THEN ${date} + '-01' ELSE coalesce(${date}, ${missing}) END`;
/** The last one. */
export const lastDay = (date: Fragment, missing: Fragment) =>
  cypher`CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN toString(date(${date} + '-01') + duration('P1M') - duration('P1D')) ELSE coalesce(${date}, ${missing}) END`;

/** Before and after all days. */
const [BEFORE, AFTER] = [quoted(""), quoted("~")];

const typesIn = (types: readonly EffectType[]) => cypher`[${join(types.map(quoted), ", ")}]`;
const listOf = (parts: readonly Fragment[]) => cypher`[${join(parts, ", ")}]`;
const indexes = (list: Fragment) => cypher`range(0, size(${list}) - 1)`;
const spanOf = (date: Fragment) => listOf([firstDay(date, AFTER), lastDay(date, AFTER)]);

const begun = (span: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${span}[1] <= ${day} THEN true WHEN ${span}[0] > ${day} THEN false ELSE null END`;
const over = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${last} < ${day} THEN true WHEN ${first} >= ${day} THEN false ELSE null END`;

/** An effect of `gatherFacts` (`x`) with its days. One whose act was read no further may always have been stopped: it never begins for sure. */
function datedEffect(): Fragment {
  const x = (at: number) => cypher`x[${number(at)}]`;
  const term = cypher`CASE WHEN ${x(4)} IS NULL AND ${x(2)} IN ${typesIn(["SUSPENDS", "EXTENDS"])} AND ${x(6)} = 0 THEN ${x(5)} END`;
  const fromLast = cypher`CASE ${x(6)} WHEN 1 THEN ${AFTER} ELSE ${lastDay(x(3), AFTER)} END`;
  const days = [firstDay(x(3), BEFORE), fromLast, firstDay(x(4), AFTER), lastDay(x(4), AFTER)];
  return cypher`[t IN [${term}] | ${listOf([x(0), x(1), x(2), ...days, firstDay(cypher`t`, AFTER), lastDay(cypher`t`, AFTER)])}][0]`;
}

/** The effects that can have begun by the day, each with its number. */
function numbered(): Fragment {
  return cypher`reduce(l = [], x IN [x IN fs[5] | ${datedEffect()}] | CASE WHEN x[${AT.fromFirst}] <= day THEN l + [x + [size(l)]] ELSE l END)`;
}

/**
 * The effects with the numbers of those that stop their act, and of those that prolong it. (Lists are gone through, not looked into by number: the
 * embedded engine copies a list whenever it looks into it.)
 */
function withActs(): Fragment {
  const onAct = cypher`y[${AT.to}] = x[${AT.act}]`;
  const hasTerm = cypher`x[${AT.untilLast}] = ${AFTER} AND x[${AT.type}] IN ${typesIn(["SUSPENDS", "EXTENDS"])}`;
  const stops = cypher`(y[${AT.type}] IN ${typesIn(["ENDS", "SUSPENDS"])} OR (y[${AT.type}] = 'REPLACES' AND ${hasTerm}))`;
  const prolongs = cypher`y[${AT.type}] = 'EXTENDS' AND ${hasTerm}`;
  const numbers = (condition: Fragment) => cypher`[y IN es WHERE ${onAct} AND ${condition} | y[${AT.index}]]`;
  return cypher`[x IN es | x + [${numbers(stops)}, ${numbers(prolongs)}]]`;
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

/** Whether one of these is of some types and counts on day `j`. */
function reachedBy(types: readonly EffectType[], j: Fragment): Fragment {
  const [only, ...others] = types.map(quoted);
  const isOf = only !== undefined && others.length === 0 ? cypher`x[0] = ${only}` : cypher`x[0] IN ${typesIn(types)}`;
  return cypher`true IN [x IN xs WHERE ${isOf} | x[1][${j}]]`;
}

/**
 * The days that matter: the one asked for first, then each before it on which something may change, since the measure's first day in force; what
 * became of an act that replaced something is asked of all days.
 */
function daysThatMatter(): Fragment {
  const dayAfter = (at: Fragment) => cypher`CASE WHEN x[${at}] < day THEN toString(date(x[${at}]) + duration('P1D')) ELSE ${AFTER} END`;
  const ends = [AT.untilFirst, AT.untilLast, AT.termFirst, AT.termLast].map(dayAfter);
  const ofEffect = listOf([cypher`x[${AT.fromFirst}]`, cypher`x[${AT.fromLast}]`, ...ends]);
  const candidates = cypher`reduce(l = ff, x IN es | l + ${ofEffect})`;
  return cypher`reduce(l = [day], c IN ${candidates} | CASE WHEN c > day OR c = '' OR (c < ff[0] AND NOT latched) OR c IN l THEN l ELSE l + [c] END)`;
}

/**
 * Whether it has ever applied, where one look tells: true where it had begun, and nothing had stopped it by then; false where it can't have begun.
 * Null where all days must be looked at.
 */
function everAtOnce(): Fragment {
  const stopped = (day: Fragment) =>
    cypher`any(x IN es WHERE x[${AT.to}] = fs[0] AND x[${AT.type}] <> 'EXTENDS' AND x[${AT.fromFirst}] <= ${day})`;
  const isPlain = cypher`ff[1] <= day AND uu[0] >= ff[1] AND NOT ${stopped(cypher`ff[1]`)}`;
  // Where nothing can have stopped it yet, nobody asks.
  const isIdle = cypher`uu[0] >= day AND NOT ${stopped(cypher`day`)}`;
  return cypher`CASE WHEN fs[3] IS NULL OR (${isPlain}) THEN true WHEN ff[0] > day THEN false WHEN ${isIdle} THEN true ELSE null END`;
}

/** The status by the cases of law.ts: the first of them that is not ruled out, where it is certain. */
function firstCase(): Fragment {
  const never = cypher`(fin AND NOT ever)`;
  const cases: readonly (readonly [Fragment, string])[] = [
    [never, "NEVER_IN_FORCE"],
    [cypher`ended`, "REVOKED"],
    [cypher`replaced`, "REPLACED"],
    [cypher`expired`, "EXPIRED"],
    [cypher`(held AND NOT ever)`, "POSTPONED"],
    [cypher`held`, "SUSPENDED"],
  ];
  const unannounced = cypher`fs[2] IS NULL AND NOT coalesce(due OR fin OR held OR extended, false)`;
  const whens = [
    cypher`WHEN ${unannounced} THEN 'UNKNOWN' WHEN aa[0] > day AND fs[2] IS NOT NULL THEN 'NOT_YET_ANNOUNCED' WHEN aa[1] > day AND fs[2] IS NOT NULL THEN 'UNKNOWN'`,
    ...cases.map(([sure, status]) => cypher`WHEN ${sure} IS NULL THEN 'UNKNOWN' WHEN ${sure} THEN ${quoted(status)}`),
    cypher`WHEN fs[3] IS NULL THEN CASE WHEN fs[2] IS NULL THEN 'UNKNOWN' ELSE 'ANNOUNCED' END`,
    cypher`WHEN due IS NULL THEN 'UNKNOWN' WHEN due THEN 'IN_FORCE' ELSE 'SCHEDULED' END`,
  ];
  return cypher`CASE ${join(whens)}`;
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
  const open = cypher`fs[3] IS NULL AND fs[4] IS NULL AND NOT coalesce(ended OR replaced OR held, true) AND (fs[2] IS NULL OR aa[1] <= day)`;
  const expiredAt = (j: Fragment) =>
    cypher`(${over(cypher`uu[0]`, cypher`uu[1]`, cypher`ds[${j}]`)} AND NOT (${reachedBy(["EXTENDS"], j)}))`;
  const j = cypher`j`;
  const applied = cypher`${begun(cypher`ff`, cypher`ds[j]`)} AND NOT (${reachedBy(["ENDS", "REPLACES", "SUSPENDS"], j)}) AND NOT ${expiredAt(j)}`;
  const now = number(0);
  // A place once taken is taken: of what became of an act that replaced something, each day is asked.
  const isLatched = cypher`any(x IN es WHERE x[${AT.type}] = 'REPLACES' AND ${hasActs})`;
  const acted = cypher`[x IN es WHERE ${hasActs} | x[${AT.index}]]`;
  const first = cypher`[x IN ${listOf(STATUSES.map(quoted))} WHERE x IN [y IN found WHERE NOT y[0] | y[1]]][0]`;
  const clauses = [
    cypher`WITH ${keys}, ${facts} AS fs, ${day} AS day`,
    cypher`WITH ${keys}, fs, day, ${numbered()} AS es, ${spanOf(cypher`fs[2]`)} AS aa, ${spanOf(cypher`fs[3]`)} AS ff, ${spanOf(cypher`fs[4]`)} AS uu`,
    cypher`WITH ${keys}, fs, day, ${withActs()} AS es, aa, ff, uu, ${everAtOnce()} AS ever`,
    cypher`WITH ${keys}, fs, day, es, aa, ff, uu, ever, ${acted} AS acted`,
    cypher`WITH ${keys}, fs, day, es, aa, ff, uu, ever, acted, ${isLatched} AS latched`,
    cypher`WITH ${keys}, fs, day, es, aa, ff, uu, ever, acted, CASE WHEN ever IS NULL OR latched THEN ${daysThatMatter()} ELSE [day] END AS ds`,
    cypher`WITH ${keys}, fs, day, es, aa, ff, uu, ever, acted, ds, ${indexes(cypher`ds`)} AS js`,
    cypher`WITH ${keys}, fs, day, es, aa, ff, uu, ever, ds, js, ${inEffect()} AS vs`,
    cypher`WITH ${keys}, fs, day, aa, ff, uu, ever, ds, js, ${ownEffects} AS xs`,
    cypher`WITH ${keys}, fs, day, aa, ff, ${reachedBy(["ENDS"], now)} AS ended, ${reachedBy(["REPLACES"], now)} AS replaced, ${reachedBy(["SUSPENDS"], now)} AS held, ${reachedBy(["EXTENDS"], now)} AS extended, ${expiredAt(now)} AS expired, CASE WHEN ever IS NULL THEN true IN [j IN js | ${applied}] ELSE ever END AS ever`,
    cypher`WITH ${keys}, fs, day, aa, ended, replaced, held, extended, expired, ever, ended OR replaced OR expired AS fin, ${begun(cypher`ff`, cypher`day`)} AS due`,
    cypher`WITH ${keys}, fs[1] AS own, ${firstCase()} AS status, ${open} AS open`,
    cypher`WITH ${keys}, collect([own, status, open]) AS found`,
    cypher`WITH ${keys}, found, [x IN found WHERE x[0]][0] AS own`,
    cypher`WITH ${keys}, CASE WHEN own[2] AND size(found) > 1 THEN ${first} ELSE own[1] END AS ${bind(status)}`,
  ];
  return { clauses: join(clauses), status };
}
