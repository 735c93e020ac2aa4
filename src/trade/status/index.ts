import type { ComputedField } from "../../compile/index.ts";
import { dayOfAsOf } from "./day.ts";
import { statusFilter, statusValue } from "./filter.ts";
import { selectStatus } from "./select.ts";

export { decideInCypher } from "./cypher.ts";
export { statusDay } from "./day.ts";
export { standingOn } from "./each-day.ts";
export { eachFacts, effectSince, FACTS, factsIn, firstDay, gatherFacts, isKnown, lastDay, ownDates } from "./facts.ts";
export { decide, EFFECTS, type Facts, type Status } from "./law.ts";
export { compileStatus } from "./select.ts";
export { AFTER, all, BEFORE, begun, dayAfter, not, over, type Sure, some, spanOf } from "./sure.ts";
export { statusValue };

/** `statusOn` of a measure, the filter `status: { on, known, in }`, and the facet STATUS. docs/status.md has the law. */
export const statusOn: ComputedField = {
  select: selectStatus,
  filter: statusFilter,
  value: (context, node) => statusValue(context, node, dayOfAsOf(context)),
};
