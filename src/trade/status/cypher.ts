import { bind, type Context, cypher, type Fragment, join, type Name, number, quoted, word } from "../../compile/index.ts";
import { STATUSES } from "./law.ts";

/*
 * The law of law.ts in Cypher, for filters and for what changed: the same steps under the same names, over one row for each measure. How sure
 * something is, is what Cypher has for it: true, false, or null where it is open; `true IN […]` is the "or" of a list. What is looked at often is a
 * column: the embedded engine copies a list whenever it looks into it, and takes about 0.5 µs for each turn within one, so what is rare stands behind
 * a CASE, whose other branches cost nothing to run. Neo4j plans for as long as the text is: about 1.6 ms for 100 characters, a clause 0.5 ms.
 */

/** The columns of an effect: as `eachFacts` has them, and whether something acts on its act that may matter to it. */
const AT = {
  to: number(0),
  act: number(1),
  type: number(2),
  from0: number(3),
  until0: number(4),
  from1: number(5),
  until1: number(6),
  lasts: number(7),
  isActed: number(8),
};
/** The columns of how sure it is that an effect counts, on each of the days that matter; the effect itself where its act is acted upon. */
const SURE = { to: number(0), type: number(1), on: number(2), acted: number(3) };

/** Whether what begins on a day from `first` to `last` has begun by a day, and whether what ends on one of them lasts on it. */
const begun = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${last} <= ${day} THEN true WHEN ${first} > ${day} THEN false END`;
const lasting = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${first} >= ${day} THEN true WHEN ${last} < ${day} THEN false END`;

const day = cypher`ds[j]`;
const hasBegun = begun(cypher`x[${AT.from0}]`, cypher`x[${AT.from1}]`, day);
const isLasting = lasting(cypher`x[${AT.until0}]`, cypher`x[${AT.until1}]`, day);

/** The effects with what acts on their acts: what stops these, and where they last as long as their acts, all. Nearly always nothing does. */
function withActs(): Fragment {
  const isActed = cypher`any(y IN es WHERE y[${AT.to}] = x[${AT.act}] AND (x[${AT.lasts}] OR y[${AT.type}] IN ['ENDS', 'SUSPENDS']))`;
  return cypher`CASE WHEN acts THEN [x IN es | x + [${isActed}]] ELSE es END`;
}

/**
 * Whether it has ever applied, where one look tells: true where it had begun, and nothing had stopped it by then, or where nothing can have stopped it
 * yet, and nobody asks; false where it can't have begun. Null where all days must be looked at.
 */
const everAtOnce = (on: Fragment) =>
  cypher`CASE WHEN from0 IS NULL OR (until0 >= ${on} AND stop > ${on}) OR (from1 <= ${on} AND until0 >= from1 AND stop > from1) THEN true WHEN from0 > ${on} THEN false END`;

/**
 * The days that matter: the one asked for first, then, where that is asked, each before it on which something may change. A place once taken is
 * taken: of what became of an act that replaced something, all days are asked.
 */
function daysThatMatter(on: Fragment): Fragment {
  const ends = cypher`[c IN [x[${AT.until0}], x[${AT.until1}]] WHERE c < ${on} | toString(date(c) + duration('P1D'))]`;
  const candidates = cypher`reduce(l = [from0, from1], x IN es | l + [x[${AT.from0}], x[${AT.from1}]] + ${ends})`;
  const days = cypher`reduce(l = [${on}], c IN ${candidates} | CASE WHEN c > ${on} OR c IN l THEN l ELSE l + [c] END)`;
  const isLatched = cypher`any(x IN es WHERE x[${AT.isActed}] AND x[${AT.type}] = 'REPLACES')`;
  return cypher`CASE WHEN ever IS NULL OR ${isLatched} THEN ${days} ELSE [${on}] END`;
}

/** How sure it is that effect `x` counts on each day, by what is known of the others (`v`): these are looked through once, not on each day. */
function counts(): Fragment {
  const onAct = cypher`[y IN v WHERE y[${SURE.to}] = x[${AT.act}]]`;
  const on = (condition: Fragment) => cypher`[y IN o WHERE ${condition} | y[${SURE.on}]]`;
  const type = cypher`y[${SURE.type}]`;
  const stopping = on(cypher`${type} IN ['ENDS', 'SUSPENDS'] OR (x[${AT.lasts}] AND ${type} = 'REPLACES')`);
  const prolonging = on(cypher`x[${AT.lasts}] AND ${type} = 'EXTENDS'`);
  const sure = cypher`[j IN js | ${hasBegun} AND NOT (true IN [y IN s | y[j]]) AND (${isLasting} OR true IN [y IN p | y[j]])]`;
  // A place once taken is taken, whatever becomes of what took it.
  const taken = cypher`[j IN js | ${isLasting} AND true IN [g IN js WHERE ds[g] <= ds[j] | r[g]]]`;
  const each = cypher`[o IN [${onAct}] | [s IN [${stopping}] | [p IN [${prolonging}] | ${sure}][0]][0]]`;
  return cypher`[r IN ${each} | CASE WHEN x[${AT.type}] = 'REPLACES' THEN ${taken} ELSE r END][0]`;
}

/**
 * How sure it is that each effect on the measure itself counts on each day, with its type: at once where nothing acts on acts, which is nearly always
 * so. Else those on whose acts something acts are gone through in rounds, as many as there are, while some of them are open: what is settled stays so.
 */
function inEffect(): Fragment {
  const alone = cypher`[j IN js | ${hasBegun} AND ${isLasting}]`;
  const isActed = cypher`z[${SURE.acted}] IS NOT NULL`;
  const start = cypher`[x IN es WHERE NOT x[${AT.isActed}] | [x[${AT.to}], x[${AT.type}], ${alone}, null]] + [x IN es WHERE x[${AT.isActed}] | [x[${AT.to}], x[${AT.type}], [j IN js | null], x]]`;
  const next = cypher`[x IN [z[${SURE.acted}]] | [z[${SURE.to}], z[${SURE.type}], ${counts()}, x]][0]`;
  const isOpen = cypher`any(z IN v WHERE ${isActed} AND any(c IN z[${SURE.on}] WHERE c IS NULL))`;
  const round = cypher`CASE WHEN ${isOpen} THEN [z IN v WHERE NOT ${isActed}] + [z IN v WHERE ${isActed} | ${next}] ELSE v END`;
  const all = cypher`reduce(v = ${start}, i IN [x IN es WHERE x[${AT.isActed}]] | ${round})`;
  const own = cypher`[y IN ${all} WHERE y[${SURE.to}] = id | [y[${SURE.type}], y[${SURE.on}]]]`;
  return cypher`CASE WHEN acts THEN ${own} ELSE [x IN es | [x[${AT.type}], ${alone}]] END`;
}

/** Whether one of the effects on the measure itself (`xs`) that a condition keeps counts on a day, by its number. */
const reached = (condition: Fragment, at: Fragment) => cypher`true IN [x IN xs WHERE ${condition} | x[1][${at}]]`;

/** Whether the measure has applied on one of the days. */
function hasApplied(): Fragment {
  const at = cypher`j`;
  const stopped = reached(cypher`x[0] <> 'EXTENDS'`, at);
  const isLasting = cypher`${lasting(cypher`until0`, cypher`until1`, day)} OR ${reached(cypher`x[0] = 'EXTENDS'`, at)}`;
  return cypher`true IN [j IN js | ${begun(cypher`from0`, cypher`from1`, day)} AND NOT (${stopped}) AND (${isLasting})]`;
}

/** The status by the cases of law.ts, where it is settled which of them is the first. */
function firstCase(on: Fragment): Fragment {
  const unlessUnsaid = (status: string) => cypher`CASE WHEN said0 IS NULL THEN 'UNKNOWN' ELSE ${quoted(status)} END`;
  const isOpen = join(
    [
      cypher`said1 > ${on}`,
      cypher`fin IS NULL`,
      cypher`(fin OR s) IS NULL`,
      cypher`((fin OR s) AND ever IS NULL)`,
      cypher`(fin AND ever AND (e IS NULL OR (NOT e AND r IS NULL)))`,
    ],
    " OR ",
  );
  const cases: readonly (readonly [Fragment, Fragment])[] = [
    [cypher`said0 IS NULL AND NOT coalesce(due OR fin OR s OR p, false)`, quoted("UNKNOWN")],
    [cypher`said0 > ${on}`, quoted("NOT_YET_ANNOUNCED")],
    [isOpen, quoted("UNKNOWN")],
    [cypher`fin AND NOT ever`, quoted("NEVER_IN_FORCE")],
    [cypher`e`, quoted("REVOKED")],
    [cypher`r`, quoted("REPLACED")],
    [cypher`fin`, quoted("EXPIRED")],
    [cypher`s`, cypher`CASE WHEN ever THEN 'SUSPENDED' ELSE 'POSTPONED' END`],
    [cypher`from0 IS NULL`, unlessUnsaid("ANNOUNCED")],
    [cypher`due`, quoted("IN_FORCE")],
    [cypher`NOT due`, quoted("SCHEDULED")],
  ];
  return cypher`CASE ${join(cases.map(([when, then]) => cypher`WHEN ${when} THEN ${then}`))} ELSE 'UNKNOWN' END`;
}

/**
 * Clauses that bind the status of measures on a day, from the facts that `eachFacts` binds, a row each: they carry on `kept`, by which the rows of a
 * package and its parts come together, and bind `status`.
 */
export function decideInCypher(
  context: Context,
  on: Fragment,
  kept: readonly Name[],
): { readonly clauses: Fragment; readonly status: Name } {
  const status = context.name("value");
  const keys = join(kept, ", ");
  const types = ["ENDS", "REPLACES", "SUSPENDS", "EXTENDS"].map((type, i) => {
    const is = reached(cypher`x[0] = ${quoted(type)}`, number(0));
    return cypher`${is} AS ${word("ersp".charAt(i))}`;
  });
  // A package without dates of its own, which nothing has reached, has no status but that of its parts.
  const isSettled = cypher`isOwn AND NOT (from0 IS NULL AND until0 = '~' AND NOT coalesce(e OR r OR s, true) AND (said0 IS NULL OR said1 <= ${on}))`;
  const first = cypher`[x IN [${join(STATUSES.map(quoted), ", ")}] WHERE x IN parts][0]`;
  const own = cypher`isOwn, said0, said1, from0, from1, until0, until1`;
  const isOver = cypher`NOT (${lasting(cypher`until0`, cypher`until1`, on)} OR p)`;
  const clauses = [
    cypher`WITH ${keys}, id, ${own}, acts, ${withActs()} AS es, ${everAtOnce(on)} AS ever`,
    cypher`WITH ${keys}, id, ${own}, acts, es, ever, ${daysThatMatter(on)} AS ds`,
    cypher`WITH ${keys}, id, ${own}, acts, es, ever, ds, range(0, size(ds) - 1) AS js`,
    cypher`WITH ${keys}, ${own}, ever, ds, js, ${inEffect()} AS xs`,
    cypher`WITH ${keys}, ${own}, CASE WHEN ever IS NULL THEN ${hasApplied()} ELSE ever END AS ever, ${join(types, ", ")}`,
    cypher`WITH ${keys}, ${own}, ever, e, r, s, p, e OR r OR ${isOver} AS fin, ${begun(cypher`from0`, cypher`from1`, on)} AS due`,
    cypher`WITH ${keys}, isOwn, ${firstCase(on)} AS status, ${isSettled} AS settled`,
    cypher`WITH ${keys}, max(CASE WHEN isOwn THEN status END) AS own, max(CASE WHEN settled THEN status END) AS settled, collect(CASE WHEN NOT isOwn THEN status END) AS parts`,
    cypher`WITH ${keys}, CASE WHEN settled IS NULL AND size(parts) > 0 THEN ${first} ELSE own END AS ${bind(status)}`,
  ];
  return { clauses: join(clauses), status };
}
