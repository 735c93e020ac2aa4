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

/** A list in the order of a date, as far as its page goes. */
export interface MonthlyList extends Scanned {
  readonly node: Name;
  readonly order: Order;
  readonly page: Page;
  /** Names that have to outlive the clauses, and sets: what a WITH at their end carries on. */
  readonly kept: Fragment;
}

/** So many nodes are looked at to find how far a page reaches. Where too few of them are listed, they were looked at for nothing. */
const TRIED = 1_000;

/**
 * A page of a list in the order of a date, for an engine that has no index of ranges. A note has the months that there are (`MONTHS`). Some nodes of the first
 * of these are looked at, and as many of them as the page has room for say on which day it ends at the latest; then what lies in the months up to
 * that day is put in order. It is right in whatever order the engine takes nodes and months: the day is only a later one. Where too few are found,
 * `otherwise` is run, the clauses of the page without all of this. Null where the order begins with no date whose months are kept, or with what has
 * none. `last` is a fresh name.
 */
export function monthsFirst(list: MonthlyList, otherwise: Fragment, last: Name): Fragment | null {
  const { type, node, order, page, kept } = list;
  const [key, ...ties] = order.keys;
  const date = key && dateOf(key, type);
  if (!key || date === undefined || (page.reversed && key.nullable && !key.present)) return null;
  const descending = key.descending !== page.reversed;
  const direction = descending ? cypher` DESC` : EMPTY;
  const conditions = [...list.conditions, ...page.conditions];
  const day = stored(node, date);
  const within = both(page.bounds, list.within.get(date) ?? EVERYWHERE);

  const some = cypher`WITH ${carry([node], conditions)} LIMIT ${number(TRIED)}${where(conditions)}`;
  const days = cypher`WITH ${day} AS v ORDER BY v${direction} LIMIT ${page.limit} WITH collect(v) AS vs`;
  const reached = cypher`RETURN CASE WHEN size(vs) = ${page.limit} THEN vs[-1] END AS ${bind(last)}`;
  const upTo = descending ? { lower: [last], upper: [] } : { lower: [], upper: [last] };
  const those = where([...isWithin(upTo, day), ...conditions]);
  const present: readonly Key[] = [{ ...key, present: true }, ...ties];
  const window = cypher`WITH ${node} ${orderClause(present, page.reversed)} LIMIT ${page.limit}`;
  const scope = (test: Fragment, rest: Fragment) => cypher`WITH ${carry([last], [rest])} WHERE ${last} ${test} ${rest} RETURN ${node}`;
  const month = { type, date, node, direction };
  return join([
    call(cypher`${inMonths(month, within, [], some)} ${days} ${reached}`, [last]),
    call(
      join(
        [
          scope(cypher`IS NOT NULL`, cypher`${inMonths(month, both(within, upTo), [last], those)} ${window}`),
          scope(cypher`IS NULL`, otherwise),
        ],
        " UNION ALL ",
      ),
      [node],
    ),
    cypher`WITH ${kept} ${orderClause(order.keys, page.reversed)}`,
  ]);
}

/** The name of the date that a key reads as it is stored, where the nodes of a type keep its months; undefined where they do not. */
function dateOf({ expression }: Key, type: NodeType): string | undefined {
  return expression instanceof Stored ? datesByMonth(type).find(({ name }) => name === expression.property)?.name : undefined;
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
