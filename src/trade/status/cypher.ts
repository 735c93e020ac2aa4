import { bind, type Context, cypher, type Fragment, join, type Name, number, quoted, word } from "../../compile/index.ts";
import { FACTS } from "./facts.ts";
import { STATUSES } from "./law.ts";

/*
 * The law of law.ts in Cypher, for filters and for what changed: the same steps under the same names, over one row for each measure. How sure
 * something is, is what Cypher has for it: true, false, or null where it is open; `true IN […]` is the "or" of a list. What is looked at often is a
 * column: the embedded engine copies a list whenever it looks into it, and Neo4j plans for as long as the text is.
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
/** The columns of an effect with how sure it is that it counts: on each of the days that matter. */
const SURE = { to: number(0), type: number(1), on: number(2), effect: number(3) };

/** Whether what begins on a day from `first` to `last` has begun by a day, and whether what ends on one of them lasts on it. */
const begun = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${last} <= ${day} THEN true WHEN ${first} > ${day} THEN false END`;
const lasting = (first: Fragment, last: Fragment, day: Fragment) =>
  cypher`CASE WHEN ${first} >= ${day} THEN true WHEN ${last} < ${day} THEN false END`;

const day = cypher`ds[j]`;
const hasBegun = begun(cypher`x[${AT.from0}]`, cypher`x[${AT.from1}]`, day);
const isLasting = lasting(cypher`x[${AT.until0}]`, cypher`x[${AT.until1}]`, day);

/**
 * The effects, and whether something acts on their acts that may matter to them: what stops these, and where they last as long as their acts, all.
 * Nearly always nothing does: that is seen at a look.
 */
function withActs(): Fragment {
  const isActed = cypher`any(y IN es WHERE y[${AT.to}] = x[${AT.act}] AND (x[${AT.lasts}] OR y[${AT.type}] IN ['ENDS', 'SUSPENDS']))`;
  const isOnAct = cypher`any(y IN es WHERE y[${AT.to}] <> id OR y[${AT.act}] = id)`;
  return cypher`CASE WHEN ${isOnAct} THEN [x IN es | x + [${isActed}]] ELSE [x IN es | x + [false]] END`;
}

/**
 * Whether it has ever applied, where one look tells: true where it had begun, and nothing had stopped it by then, or where nothing can have stopped it
 * yet, and nobody asks; false where it can't have begun. Null where all days must be looked at.
 */
const everAtOnce = join([
  cypher`CASE WHEN from0 IS NULL OR (until0 >= day AND stop > day) OR (from1 <= day AND until0 >= from1 AND stop > from1) THEN true`,
  cypher`WHEN from0 > day THEN false END`,
]);

/**
 * The days that matter: the one asked for first, then each before it on which something may change, since the measure's first day in force; what
 * became of an act that replaced something is asked of all days.
 */
function daysThatMatter(): Fragment {
  const ends = cypher`[c IN [x[${AT.until0}], x[${AT.until1}]] WHERE c < day | toString(date(c) + duration('P1D'))]`;
  const candidates = cypher`reduce(l = [from0, from1], x IN es | l + [x[${AT.from0}], x[${AT.from1}]] + ${ends})`;
  const isLeftOut = cypher`c > day OR c = '' OR (c < from0 AND NOT latched) OR c IN l`;
  return cypher`reduce(l = [day], c IN ${candidates} | CASE WHEN ${isLeftOut} THEN l ELSE l + [c] END)`;
}

/** How sure it is that effect `x` counts on each day, by what is known of the others (`v`). */
function counts(): Fragment {
  const by = (types: Fragment) => cypher`true IN [y IN v WHERE y[${SURE.to}] = x[${AT.act}] AND ${types} | y[${SURE.on}][j]]`;
  const type = cypher`y[${SURE.type}]`;
  const stopped = by(cypher`(${type} IN ['ENDS', 'SUSPENDS'] OR (x[${AT.lasts}] AND ${type} = 'REPLACES'))`);
  const prolonged = by(cypher`x[${AT.lasts}] AND ${type} = 'EXTENDS'`);
  const sure = cypher`[j IN js | ${hasBegun} AND NOT (${stopped}) AND (${isLasting} OR ${prolonged})]`;
  // A place once taken is taken, whatever becomes of what took it.
  const taken = cypher`[j IN js | ${isLasting} AND true IN [g IN js WHERE ds[g] <= ds[j] | r[g]]]`;
  return cypher`[r IN [${sure}] | CASE WHEN x[${AT.type}] = 'REPLACES' THEN ${taken} ELSE r END][0]`;
}

/**
 * How sure it is that each effect counts on each day: at once of those on whose acts nothing acts, which is nearly always so. The others are gone
 * through in rounds, as many as there are, where some stay open.
 */
function inEffect(): Fragment {
  const start = cypher`[x IN es | [x[${AT.to}], x[${AT.type}], [j IN js | CASE WHEN NOT x[${AT.isActed}] THEN ${hasBegun} AND ${isLasting} END], x]]`;
  const isOpen = cypher`z[${SURE.effect}][${AT.isActed}] AND any(c IN z[${SURE.on}] WHERE c IS NULL)`;
  const next = cypher`[x IN [z[${SURE.effect}]] | [z[${SURE.to}], z[${SURE.type}], ${counts()}, x]][0]`;
  const rounds = cypher`[x IN es WHERE x[${AT.isActed}]]`;
  return cypher`reduce(v = ${start}, i IN ${rounds} | [z IN v | CASE WHEN ${isOpen} THEN ${next} ELSE z END])`;
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
function firstCase(): Fragment {
  const unlessUnsaid = (status: string) => cypher`CASE WHEN said0 IS NULL THEN 'UNKNOWN' ELSE ${quoted(status)} END`;
  const isOpen = join(
    [
      cypher`said1 > day`,
      cypher`fin IS NULL`,
      cypher`(fin OR s) IS NULL`,
      cypher`((fin OR s) AND ever IS NULL)`,
      cypher`(fin AND ever AND (e IS NULL OR (NOT e AND r IS NULL)))`,
    ],
    " OR ",
  );
  const cases: readonly (readonly [Fragment, Fragment])[] = [
    [cypher`said0 IS NULL AND NOT coalesce(due OR fin OR s OR p, false)`, quoted("UNKNOWN")],
    [cypher`said0 > day`, quoted("NOT_YET_ANNOUNCED")],
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
  const isSettled = cypher`isOwn AND NOT (from0 IS NULL AND until0 = '~' AND NOT coalesce(e OR r OR s, true) AND (said0 IS NULL OR said1 <= day))`;
  const first = cypher`[x IN [${join(STATUSES.map(quoted), ", ")}] WHERE x IN parts][0]`;
  const own = cypher`isOwn, said0, said1, from0`;
  const rest = cypher`from1, until0, until1`;
  const clauses = [
    cypher`WITH ${keys}, ${FACTS}, ${on} AS day`,
    cypher`WITH ${keys}, id, ${own}, ${rest}, day, ${withActs()} AS es, ${everAtOnce} AS ever`,
    cypher`WITH ${keys}, id, ${own}, ${rest}, day, es, ever, any(x IN es WHERE x[${AT.isActed}] AND x[${AT.type}] = 'REPLACES') AS latched`,
    cypher`WITH ${keys}, id, ${own}, ${rest}, day, es, ever, CASE WHEN ever IS NULL OR latched THEN ${daysThatMatter()} ELSE [day] END AS ds`,
    cypher`WITH ${keys}, id, ${own}, ${rest}, day, es, ever, ds, range(0, size(ds) - 1) AS js`,
    cypher`WITH ${keys}, id, ${own}, ${rest}, day, ever, ds, js, ${inEffect()} AS vs`,
    cypher`WITH ${keys}, ${own}, ${rest}, day, ever, ds, js, [y IN vs WHERE y[${SURE.to}] = id | [y[${SURE.type}], y[${SURE.on}]]] AS xs`,
    cypher`WITH ${keys}, ${own}, ${rest}, day, CASE WHEN ever IS NULL THEN ${hasApplied()} ELSE ever END AS ever, ${join(types, ", ")}`,
    cypher`WITH ${keys}, ${own}, until0, day, ever, e, r, s, p, e OR r OR NOT (${lasting(cypher`until0`, cypher`until1`, cypher`day`)} OR p) AS fin, ${begun(cypher`from0`, cypher`from1`, cypher`day`)} AS due`,
    cypher`WITH ${keys}, isOwn, ${firstCase()} AS status, ${isSettled} AS settled`,
    cypher`WITH ${keys}, max(CASE WHEN isOwn THEN status END) AS own, max(CASE WHEN settled THEN status END) AS settled, collect(CASE WHEN NOT isOwn THEN status END) AS parts`,
    cypher`WITH ${keys}, CASE WHEN settled IS NULL AND size(parts) > 0 THEN ${first} ELSE own END AS ${bind(status)}`,
  ];
  return { clauses: join(clauses), status };
}
