import type { EdgeField } from "../../model/index.ts";
import { cypher, type Fragment, type Name, where } from "../cypher/fragment.ts";
import { labelCondition, pattern } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { ALWAYS } from "../request/day.ts";
import { edgeIsThere, nodeIsThere } from "./as-of.ts";

/** Whether a node is a part of another, as of the day asked for; `whole` is the edge from the part. */
export function partCondition(context: Context, node: Name, whole: EdgeField, isPart: boolean): Fragment {
  const far = context.name("far");
  const through = context.asOf === ALWAYS ? null : context.name("through");
  const there = [...(through ? edgeIsThere(context.asOf, through) : []), ...nodeIsThere(context, far, whole.targets)];
  const conditions = where([...labelCondition(far, whole), ...there]);
  return cypher`COUNT { MATCH ${pattern(node, through, far, whole)}${conditions} } ${isPart ? cypher`>` : cypher`=`} 0`;
}
