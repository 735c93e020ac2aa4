import { datesByMonth, MONTHS, monthName, monthOf, monthsId, type NodeType } from "../../model/index.ts";
import { type Bounds, both, EVERYWHERE, isWithin } from "../cypher/bounds.ts";
import {
  bind,
  call,
  carry,
  cypher,
  EMPTY,
  type Fragment,
  join,
  type Name,
  number,
  quoted,
  Stored,
  stored,
  where,
  word,
} from "../cypher/fragment.ts";
import { type Key, type Order, orderClause } from "./order.ts";
import type { Page } from "./page.ts";

/** A list for which every node of a type is looked at. */
export interface Scanned {
  readonly type: NodeType;
  /** What a node has to meet. */
  readonly conditions: readonly Fragment[];
  /** What stored dates of all that is listed lie between, by the names of their properties. */
  readonly within: ReadonlyMap<string, Bounds>;
}

/** A list that was gathered and counted. A long one was not kept: it costs much to carry on. */
export interface CountedList {
  readonly count: Name;
  /** What was kept, where it is short, and the clauses of its page. */
  readonly list: Name;
  readonly page: Fragment;
}

/** The date with which an order begins: its name, and the key. */
export interface ByDate {
  readonly date: string;
  readonly key: Key;
}

/** A list in the order of a date, as far as its page goes. */
export interface MonthlyList extends Scanned {
  readonly by: ByDate;
  readonly node: Name;
  readonly order: Order;
  readonly page: Page;
  /** Where the list was gathered, to be counted. */
  readonly counted: CountedList | null;
  /** Names that have to outlive the clauses, and sets: what a WITH at their end carries on. */
  readonly kept: Fragment;
}

/** So many nodes are looked at to find how far a page reaches. Where too few of them are listed, they were looked at for nothing. */
const TRIED = 1_000;

/** So many nodes of a list that is counted are put in order no slower than the way along the months takes. */
const SHORT = 4_000;

/** Counts what some clauses bind, and keeps it where it is short. */
export function countedList(clauses: Fragment, node: Fragment, { count, list }: Pick<CountedList, "count" | "list">): Fragment {
  const kept = cypher`CASE WHEN size(l) <= ${number(SHORT)} THEN l ELSE [] END`;
  return call(cypher`${clauses} WITH collect(${node}) AS l RETURN size(l) AS ${bind(count)}, ${kept} AS ${bind(list)}`, [count, list]);
}

/**
 * A page of a list in the order of a date, for an engine that has no index of ranges. A note has the months that there are (`MONTHS`). Some nodes of the first
 * of these are looked at, and as many of them as the page has room for say on which day it ends at the latest; then what lies in the months up to
 * that day is put in order. It is right in whatever order the engine takes nodes and months: the day is only a later one. Where too few are found,
 * `otherwise` is run, the clauses of the page without all of this. `last` is a fresh name.
 */
export function monthsFirst(list: MonthlyList, otherwise: Fragment, last: Name): Fragment {
  const { type, node, order, page, kept, counted } = list;
  const { date, key } = list.by;
  const descending = key.descending !== page.reversed;
  const direction = descending ? cypher` DESC` : EMPTY;
  const conditions = [...list.conditions, ...page.conditions];
  const day = stored(node, date);
  const within = both(page.bounds, list.within.get(date) ?? EVERYWHERE);

  const these = { type, date, node, direction };
  const counts = counted ? [counted.count] : [];
  const isLong = counts.map((count) => cypher`${count} > ${number(SHORT)}`);
  const long = counted ? cypher`WITH ${carry(counts, conditions)}${where(isLong)}` : EMPTY;
  const some = cypher`WITH ${carry([node], conditions)} LIMIT ${number(TRIED)}${where(conditions)}`;
  const days = cypher`WITH ${day} AS v ORDER BY v${direction} LIMIT ${page.limit} WITH collect(v) AS vs`;
  const reached = cypher`RETURN CASE WHEN size(vs) = ${page.limit} THEN vs[-1] END AS ${bind(last)}`;

  const upTo = descending ? { lower: [last], upper: [] } : { lower: [], upper: [last] };
  const tests = where([...isWithin(upTo, day), ...conditions]);
  const present: readonly Key[] = [{ ...key, present: true }, ...order.keys.slice(1)];
  const early = cypher`${inMonths(these, both(within, upTo), [last], tests)} WITH ${node} ${orderClause(present, page.reversed)} LIMIT ${page.limit}`;
  const only = (wanted: readonly Fragment[], names: readonly Name[], rest: Fragment) =>
    cypher`WITH ${carry([last, ...names], [rest])}${where(wanted)} ${rest} RETURN ${node}`;
  const isFound = cypher`${last} IS NOT NULL`;
  const ways = [only([isFound], [], early), only([cypher`${last} IS NULL`, ...isLong], counts, otherwise)];
  if (counted) ways.push(only([cypher`${counted.count} <= ${number(SHORT)}`], [counted.count, counted.list], counted.page));
  return join([
    call(join([long, inMonths(these, within, [], some), days, reached]), [last]),
    call(join(ways, " UNION ALL "), [node]),
    cypher`WITH ${kept} ${orderClause(order.keys, page.reversed)}`,
  ]);
}

/** The date of a type with which an order begins. Null where it is none that is stored and whose months are kept, or what has no date comes first. */
export function byDate(type: NodeType, { keys: [key] }: Order, { reversed }: Page): ByDate | null {
  const expression = key?.expression;
  if (!key || !(expression instanceof Stored) || (reversed && key.nullable && !key.present)) return null;
  return datesByMonth(type).some(({ name }) => name === expression.property) ? { date: expression.property, key } : null;
}

/** Binds the nodes of the months of a date that days within bounds may lie in, the first months first; `names` outlive that, `rest` follows. */
function inMonths(
  { type, date, node, direction }: { type: NodeType; date: string; node: Name; direction: Fragment },
  bounds: Bounds,
  names: readonly Name[],
  rest: Fragment,
): Fragment {
  const month = (day: Fragment) => cypher`substring(${day}, 0, ${number(monthOf("2025-06-05").length)})`;
  const touched = isWithin({ lower: bounds.lower.map(month), upper: bounds.upper.map(month) }, cypher`m`);
  return join([
    cypher`MATCH (k:${word(MONTHS)} {id: ${quoted(monthsId(type, date))}}) UNWIND k.months AS m`,
    cypher`WITH DISTINCT ${carry([cypher`m`, ...names], [rest])} ORDER BY m${direction}${where(touched)}`,
    cypher`MATCH (${bind(node)}:${word(type.name)} {${word(monthName(date))}: m})`,
    rest,
  ]);
}
