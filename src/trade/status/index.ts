import type { ComputedField } from "../../compile/index.ts";
import { dayOfAsOf } from "./day.ts";
import { statusFilter, statusValue } from "./filter.ts";
import { selectSpans, selectStatus } from "./select.ts";

export { decideInCypher } from "./cypher.ts";
export { knownDay, knownOn, statusDay } from "./day.ts";
export { standingOn } from "./each-day.ts";
export { EFFECTS, type Facts } from "./effects.ts";
export { eachFacts, effectSince, FACTS, factsIn, firstDay, gatherFacts, isKnown, lastDay, ownDates, TURNS } from "./facts.ts";
export { type Law, lawOf, type Status } from "./law.ts";
export { partMeasures, standingOf } from "./parted.ts";
export { mayTurn } from "./reached.ts";
export { compileStatus } from "./select.ts";
export { AFTER, all, BEFORE, begun, dayAfter, dayBefore, not, over, type Sure, some, spanOf } from "./sure.ts";

/** `statusOn` of a measure, the filter `status: { on, known, in }`, and the facet STATUS. docs/status.md has the law. */
export const statusOn: ComputedField = {
  select: selectStatus,
  filter: statusFilter,
  value: (context, node, others, into) => statusValue(context, node, others, dayOfAsOf(context), into),
};

/** `statuses` of a measure: where it stands along time. */
export const statuses: ComputedField = { select: selectSpans };
