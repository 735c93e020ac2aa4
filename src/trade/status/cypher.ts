import { bind, type Context, call, cypher, type Fragment, join, type Name, number, quoted } from "../../compile/index.ts";
import { type EffectType, STATUSES } from "./law.ts";

/*
 * The law of law.ts in Cypher, for filters and for what changed: the same steps under the same names. How sure something is, is a number from 0 to
 * 2, so that "and" is the least and "or" the greatest. One list for all effects, looked at again and again, plans in a fraction of the time that a
 * COUNT { … } for each question took Neo4j.
 */

/** The columns of an effect, as `datedEffect` makes them. */
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
  cut: number(9),
  withAct: number(10),
  onAct: number(11),
};

/** The first day that a date may stand for; `missing` where there is none. */
export const firstDay = (date: Fragment, missing: Fragment) =>
  cypher`CASE size(${date}) WHEN 4 THEN ${date} + '-01-01' WHEN 7 THEN ${date} + '-01' ELSE coalesce(${date}, ${missing}) END`;
/** The last one. */
export const lastDay = (date: Fragment, missing: Fragment) =>
  cypher`CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN toString(date(${date} + '-01') + duration('P1M') - duration('P1D')) ELSE coalesce(${date}, ${missing}) END`;
const dayAfter = (day: Fragment) => cypher`CASE WHEN size(${day}) = 10 THEN toString(date(${day}) + duration('P1D')) ELSE ${day} END`;

const [BEFORE, AFTER] = [quoted(""), quoted("~")];

const begun = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${last} <= ${day} THEN 2 WHEN ${first} <= ${day} THEN 1 ELSE 0 END`;
const over = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${last} < ${day} THEN 2 WHEN ${first} < ${day} THEN 1 ELSE 0 END`;
const not = (sure: Fragment) => cypher`(2 - ${sure})`;
const all = (...of: readonly Fragment[]) => cypher`reduce(m = 2, y IN [${join(of, ", ")}] | CASE WHEN y < m THEN y ELSE m END)`;
const someOf = (list: Fragment) => cypher`reduce(m = 0, y IN ${list} | CASE WHEN y > m THEN y ELSE m END)`;
const some = (...of: readonly Fragment[]) => someOf(cypher`[${join(of, ", ")}]`);
const when = (condition: Fragment, then: Fragment, otherwise: Fragment) =>
  cypher`CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END`;
const typesIn = (types: readonly EffectType[]) => cypher`[${join(types.map(quoted), ", ")}]`;
const indexes = (list: Fragment) => cypher`range(0, size(${list}) - 1)`;

/** An effect of `gatherFacts` with its days. */
function datedEffect(): Fragment {
  const x = (at: number) => cypher`x[${number(at)}]`;
  const withAct = when(cypher`${x(4)} IS NULL AND ${x(2)} IN ${typesIn(["SUSPENDS", "EXTENDS"])}`, number(1), number(0));
  return cypher`[${join(
    [
      x(0),
      x(1),
      x(2),
      firstDay(x(3), BEFORE),
      lastDay(x(3), AFTER),
      firstDay(x(4), AFTER),
      lastDay(x(4), AFTER),
      firstDay(x(5), AFTER),
      lastDay(x(5), AFTER),
      x(6),
      withAct,
    ],
    ", ",
  )}]`;
}

/** The effects with the numbers of those on their acts. */
function withOnAct(): Fragment {
  return cypher`[x IN es | x + [[h IN ${indexes(cypher`es`)} WHERE es[h][${AT.to}] = x[${AT.act}]]]]`;
}

/**
 * The days that matter: the one asked for first, then each before it on which something may change. What a replacement took is asked of all
 * days; whether the measure has ever applied, of those since its first day in force, and only where it may have been stopped.
 */
function daysThatMatter(): Fragment {
  const x = (at: Fragment) => cypher`x[${at}]`;
  const ends = [AT.untilFirst, AT.untilLast, AT.termFirst, AT.termLast];
  const ofEffects = [x(AT.fromFirst), x(AT.fromLast), ...ends.map((at) => dayAfter(x(at)))];
  const mayReplace = cypher`any(x IN es WHERE ${x(AT.type)} = 'REPLACES')`;
  const mayStop = cypher`(uu[0] < day OR any(x IN es WHERE ${x(AT.to)} = fs[0] AND ${x(AT.type)} <> 'EXTENDS'))`;
  const earliest = cypher`CASE WHEN ${mayReplace} THEN '' WHEN ${mayStop} THEN ff[0] ELSE '~' END`;
  const candidates = cypher`reduce(l = ff, x IN es | l + [${join(ofEffects, ", ")}])`;
  const kept = cypher`CASE WHEN c > day OR c < w OR c = '' OR c IN l THEN l ELSE l + [c] END`;
  return cypher`[w IN [${earliest}] | reduce(l = [day], c IN ${candidates} | ${kept})][0]`;
}

/** How sure it is that effect `i` counts on day `j`, given those of this round so far (`u`), and all of the round before (`v`). */
function counts(): Fragment {
  const e = (at: Fragment) => cypher`es[i][${at}]`;
  const day = cypher`ds[j]`;
  const by = (condition: Fragment) =>
    cypher`reduce(m = 0, h IN ${e(AT.onAct)} | CASE WHEN NOT ${condition} THEN m WHEN h < i AND u[h][j] > m THEN u[h][j] WHEN h >= i AND v[h][j] > m THEN v[h][j] ELSE m END)`;
  // No subtraction: Neo4j takes the columns of an effect for lists as well.
  const isRead = when(cypher`${e(AT.cut)} = 1`, number(1), number(2));
  const isStopped = cypher`(es[h][${AT.type}] IN ${typesIn(["ENDS", "SUSPENDS"])} OR (es[h][${AT.type}] = 'REPLACES' AND ${e(AT.withAct)} = 1))`;
  const expired = all(over(e(AT.termFirst), e(AT.termLast), day), not(by(cypher`es[h][${AT.type}] = 'EXTENDS'`)), isRead);
  const sure = all(
    begun(e(AT.fromFirst), e(AT.fromLast), day),
    not(over(e(AT.untilFirst), e(AT.untilLast), day)),
    not(by(isStopped)),
    not(when(cypher`${e(AT.withAct)} = 1`, expired, number(0))),
    isRead,
  );
  // What has not begun, or is over for certain, needs no look at its act.
  return when(cypher`${e(AT.fromFirst)} > ${day} OR ${e(AT.untilLast)} < ${day}`, number(0), sure);
}

/** How sure it is that each effect counts on each day: in rounds, until nothing changes. */
function inEffect(): Fragment {
  const [effects, days] = [indexes(cypher`es`), indexes(cypher`ds`)];
  const earlier = cypher`reduce(m = 0, g IN ${days} | CASE WHEN ds[g] <= ds[j] AND r[g] > m THEN r[g] ELSE m END)`;
  const taken = all(not(over(cypher`es[i][${AT.untilFirst}]`, cypher`es[i][${AT.untilLast}]`, cypher`ds[j]`)), earlier);
  const latched = cypher`[r IN [[j IN ${days} | ${counts()}]] | ${when(cypher`es[i][${AT.type}] = 'REPLACES'`, cypher`[j IN ${days} | ${taken}]`, cypher`r`)}][0]`;
  const round = cypher`[v IN [s[0]] | [reduce(u = [], i IN ${effects} | u + [${latched}]), v]][0]`;
  // Mostly nothing acts on the acts: then the first round is all.
  const rounds = cypher`CASE WHEN any(x IN es WHERE size(x[${AT.onAct}]) > 0) THEN size(es) ELSE 1 END`;
  const start = cypher`[[x IN es | [c IN ds | 1]], []]`;
  return cypher`reduce(s = ${start}, n IN range(1, ${rounds}) | CASE WHEN s[0] = s[1] THEN s ELSE ${round} END)[0]`;
}

/** What reaches the measure on each day: ended, replaced, suspended, extended. */
function reached(): Fragment {
  const by = (type: EffectType) =>
    cypher`reduce(m = 0, h IN ${indexes(cypher`es`)} | CASE WHEN es[h][${AT.to}] = fs[0] AND es[h][${AT.type}] = ${quoted(type)} AND vs[h][j] > m THEN vs[h][j] ELSE m END)`;
  return cypher`[j IN ${indexes(cypher`ds`)} | [${join([by("ENDS"), by("REPLACES"), by("SUSPENDS"), by("EXTENDS")], ", ")}]]`;
}

/** The cases of law.ts, over what the clauses before have bound. */
function cases(): Fragment {
  const list: readonly (readonly [Fragment, Fragment])[] = [
    [not(cypher`pub`), when(cypher`fs[2] IS NULL`, quoted("UNKNOWN"), quoted("NOT_YET_ANNOUNCED"))],
    [all(cypher`fin`, not(cypher`ever`)), quoted("NEVER_IN_FORCE")],
    [cypher`now[0]`, quoted("REVOKED")],
    [cypher`now[1]`, quoted("REPLACED")],
    [cypher`now[4]`, quoted("EXPIRED")],
    [all(cypher`now[2]`, not(cypher`ever`)), quoted("POSTPONED")],
    [cypher`now[2]`, quoted("SUSPENDED")],
    [when(cypher`fs[3] IS NULL`, number(2), number(0)), when(cypher`fs[2] IS NULL`, quoted("UNKNOWN"), quoted("ANNOUNCED"))],
    [not(cypher`due`), quoted("SCHEDULED")],
    [number(2), quoted("IN_FORCE")],
  ];
  return cypher`[${join(
    list.map(([sure, status]) => cypher`[${sure}, ${status}]`),
    ", ",
  )}]`;
}

/** A clause that binds the status of a measure on a day, from the facts that `gatherFacts` binds. */
export function decideInCypher(context: Context, facts: Name, day: Fragment): { readonly clause: Fragment; readonly status: Name } {
  const status = context.name("value");
  const [from, until] = [cypher`fs[3]`, cypher`fs[4]`];
  const spanOf = (date: Fragment) => cypher`[${firstDay(date, AFTER)}, ${lastDay(date, AFTER)}]`;
  const expiredAt = (at: Fragment) => all(over(cypher`uu[0]`, cypher`uu[1]`, cypher`ds[${at}]`), not(cypher`rs[${at}][3]`));
  const applied = all(
    begun(cypher`ff[0]`, cypher`ff[1]`, cypher`ds[j]`),
    not(some(cypher`rs[j][0]`, cypher`rs[j][1]`, cypher`rs[j][2]`, expiredAt(cypher`j`))),
  );
  const announced = begun(cypher`aa[0]`, cypher`aa[1]`, cypher`day`);
  const isPublic = when(cypher`fs[2] IS NULL`, some(number(1), cypher`due`, someOf(cypher`now`)), announced);
  const isEver = when(
    cypher`${from} IS NULL OR ${some(cypher`fin`, cypher`now[2]`)} = 0`,
    number(2),
    cypher`reduce(m = 0, j IN ${indexes(cypher`ds`)} | reduce(o = m, y IN [${applied}] | CASE WHEN y > o THEN y ELSE o END))`,
  );
  const isOpen = cypher`${from} IS NULL AND ${until} IS NULL AND ${some(cypher`now[0]`, cypher`now[1]`, cypher`now[2]`)} = 0 AND (fs[2] IS NULL OR pub = 2)`;
  const step = when(
    cypher`s[1] = 'UNKNOWN' OR s[1] = x[1] OR s[1] = ''`,
    when(cypher`s[1] = 'UNKNOWN'`, cypher`s[1]`, cypher`x[1]`),
    quoted("UNKNOWN"),
  );
  const only = cypher`reduce(s = ['', ''], x IN ${cases()} | ${when(cypher`s[0] = 'x' OR x[0] = 0`, cypher`s`, cypher`[${when(cypher`x[0] = 2`, quoted("x"), quoted(""))}, ${step}]`)})[1]`;
  const clauses = [
    cypher`UNWIND ${facts} AS fs WITH fs, ${day} AS day`,
    cypher`WITH fs, day, [x IN fs[5] | ${datedEffect()}] AS es, ${spanOf(cypher`fs[2]`)} AS aa, ${spanOf(from)} AS ff, ${spanOf(until)} AS uu`,
    cypher`WITH fs, day, ${withOnAct()} AS es, aa, ff, uu, ${daysThatMatter()} AS ds`,
    cypher`WITH fs, day, es, aa, ff, uu, ds, ${inEffect()} AS vs`,
    cypher`WITH fs, day, aa, ff, uu, ds, ${reached()} AS rs`,
    cypher`WITH fs, day, aa, ff, uu, ds, rs, rs[0] + [${expiredAt(number(0))}] AS now, ${begun(cypher`ff[0]`, cypher`ff[1]`, cypher`day`)} AS due`,
    cypher`WITH fs, day, aa, ff, uu, ds, rs, now, due, ${isPublic} AS pub, ${some(cypher`now[0]`, cypher`now[1]`, cypher`now[4]`)} AS fin`,
    cypher`WITH fs, now, due, pub, fin, ${isEver} AS ever`,
    cypher`WITH fs, ${only} AS status, ${isOpen} AS open`,
    cypher`WITH collect([fs[1], status, open]) AS found`,
    cypher`WITH [x IN found WHERE x[0]][0] AS own, [x IN found WHERE NOT x[0] | x[1]] AS parts`,
    cypher`RETURN CASE WHEN own[2] AND size(parts) > 0 THEN [x IN [${join(STATUSES.map(quoted), ", ")}] WHERE x IN parts][0] ELSE own[1] END AS ${bind(status)}`,
  ];
  return { clause: call(join(clauses), [status]), status };
}
