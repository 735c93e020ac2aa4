import { both } from "../cypher/bounds.ts";
import { bind, call, cypher, EMPTY, type Fragment, join, type Name, quoted, where } from "../cypher/fragment.ts";
import type { Dated } from "./list.ts";
import type { Order } from "./order.ts";
import type { Page } from "./page.ts";

/** A list in the order of days, as far as its page goes. */
export interface DatedList {
  readonly dated: Dated;
  /** Conditions on a row. */
  readonly conditions: readonly Fragment[];
  /** It begins with the day. */
  readonly order: Order;
  readonly page: Page;
  /** Names that have to outlive the clauses, and sets: what a WITH at their end carries on. */
  readonly kept: Fragment;
}

/**
 * A page of a list in the order of days. As many days of rows that are in it for sure as the page has room for are found first: no row beyond the last
 * of them can be on the page, and only the rows up to it are put together, looked at closely and sorted. Where there are too few, all are. `last` is a
 * fresh name.
 */
export function datedPage({ dated, conditions, order, page, kept }: DatedList, last: Name): Fragment {
  const [day] = order.keys;
  const descending = day?.descending !== page.reversed;
  const first = cypher`ORDER BY d${descending ? cypher` DESC` : EMPTY} LIMIT ${page.limit}`;
  // Of what has the cursor's own day, some lies before the cursor.
  const sure = dated.sure(page.bounds, descending, first);
  const these = where([...conditions, ...page.conditions]);
  const rest = cypher`WITH ${kept} ${page.window}`;
  if (sure.length === 0) return cypher`${dated.rows(page.bounds)}${these} ${rest}`;
  const [all, none] = descending ? [quoted(""), quoted("~")] : [quoted("~"), quoted("")];
  const found = cypher`${call(join(sure, " UNION ALL "), [])} WITH d ${first} WITH collect(d) AS ds`;
  const reached = cypher`CASE WHEN size(ds) = ${page.limit} THEN coalesce(ds[-1], ${none}) ELSE ${all} END`;
  const upTo = descending ? { lower: [last], upper: [] } : { lower: [], upper: [last] };
  return join([
    call(cypher`${found} RETURN ${reached} AS ${bind(last)}`, [last]),
    cypher`${dated.rows(both(page.bounds, upTo))}${these}`,
    rest,
  ]);
}
