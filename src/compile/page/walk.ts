import { isWithin } from "../cypher/bounds.ts";
import { call, carry, cypher, type Fragment, join, type Name, where } from "../cypher/fragment.ts";
import type { Walk } from "./list.ts";
import { type Order, orderClause } from "./order.ts";
import type { Page } from "./page.ts";

/** A list that is found node by node, as far as its page goes. */
export interface WalkedList {
  readonly walk: Walk;
  /** The names of a row, the walk's node among them. */
  readonly bound: readonly Name[];
  /** Conditions on a row. */
  readonly conditions: readonly Fragment[];
  /** It begins with the id of the walk's node. */
  readonly order: Order;
  readonly page: Page;
  /** Names that have to outlive the clauses, and sets: what a WITH at their end carries on. */
  readonly kept: Fragment;
}

/**
 * A page of a list that is ordered by the ids of nodes first: the nodes come in their order, from the cursor on, and the rows of each are found only as
 * long as the page has room. A subquery leaves its rows in the order of the rows that it runs for, which a test holds both engines to
 * (tests/engine/contract.ts); Neo4j takes them one by one as they are needed, the embedded engine a thousand at once. Of 280,000 edges on the embedded engine, the first twenty took 14 ms
 * so, the order of 15,000 nodes the most of it, and 4.7 s where all were sorted; and beyond a cursor, more than 65,535 rows of one subquery ended it.
 */
export function walkedPage({ walk, bound, conditions, order, page, kept }: WalkedList): Fragment {
  const { start, node, rows } = walk;
  const found = bound.filter((name) => name !== node);
  const ofNode = cypher`${rows}${where([...conditions, ...page.conditions])} WITH ${join(bound, ", ")} ${page.window}`;
  const some = call(cypher`${ofNode} RETURN ${join(found, ", ")}`, found);
  const bounds = order.keys.slice(0, 1).flatMap(({ expression }) => isWithin(page.bounds, expression));
  return join([
    cypher`${start}${where([...bounds, ...walk.conditions])} WITH ${carry([node], [some, kept])}`,
    orderClause(order.keys.slice(0, 1), page.reversed),
    some,
    cypher`WITH ${kept} LIMIT ${page.limit} WITH ${kept} ${orderClause(order.keys, page.reversed)}`,
  ]);
}
