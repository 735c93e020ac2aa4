import { carry, collect, cypher, type Fragment, inTurn, where } from "../cypher/fragment.ts";
import type { Selected } from "../request/selection.ts";
import { itemsOf, type Read, type Shaped } from "../request/shape.ts";
import { nodeIsThere } from "../where/as-of.ts";
import type { ObjectBuilder, Place } from "./builder.ts";
import { compileObject } from "./object.ts";

/**
 * Adds the nodes that a clause finds, in a subquery of their own, ordered by id; `found` makes the clause, given what comes after it and whose
 * sets a WITH at its end must carry on. Returns how to read them.
 */
export function addNodes(
  item: ObjectBuilder,
  { context, selections }: Pick<Selected, "context" | "selections">,
  place: Place,
  found: (later: readonly Fragment[]) => Fragment,
): Read<Shaped[]> {
  const into = context.name("columns");
  const there = nodeIsThere(context, place.node, place.targets);
  const plan = compileObject(context, place, selections);
  const ordered = cypher`WITH ${carry([place.node], plan.calls)} ORDER BY ${place.node}.id`;
  item.calls.push(collect([cypher`${found(plan.calls)}${where(there)}`, ordered, ...inTurn(plan.calls)], plan.columns, into));
  const column = item.column(into);
  return (row, parameters) => itemsOf(row[column]).map((columns) => plan.shape(columns, parameters));
}
