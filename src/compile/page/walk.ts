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
 * long as the page has room, since both engines take rows as they need them, and a subquery for each row leaves rows in their order (tests/engine/contract.ts
 * holds them to both). Of 280,000 edges on the embedded engine, the first twenty took 14 ms so, of which the order of 15,000 nodes is the most, and 4.7 s
 * where all were sorted; more rows than 65,535 of one list made it fail.
 */
export function walkedPage({ walk, bound, conditions, order, page, kept }: WalkedList): Fragment {
  const { start, node, rows } = walk;
  const found = bound.filter((name) => name !== node);
  const ofNode = cypher`${rows}${where([...conditions, ...page.conditions])} WITH ${join(bound, ", ")} ${page.window}`;
  const some = call(cypher`${ofNode} RETURN ${join(found, ", ")}`, found);
  return join([
    cypher`${start}${where([...page.bounds, ...walk.conditions])} WITH ${carry([node], [some, kept])}`,
    orderClause(order.keys.slice(0, 1), page.reversed),
    some,
    cypher`WITH ${kept} LIMIT ${page.limit} WITH ${kept} ${orderClause(order.keys, page.reversed)}`,
  ]);
}
