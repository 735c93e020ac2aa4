import type { ComputedField } from "../../compile/index.ts";
import { statusFilter, statusValue } from "./filter.ts";
import { selectStatus } from "./select.ts";

export { decideInCypher } from "./cypher.ts";
export { eachFacts, effectSince, FACTS, isKnown, ownDates } from "./facts.ts";
export { EFFECTS } from "./law.ts";
export { statusValue };

/** `statusOn` of a measure, and the filter `status: { on, known, in }`. docs/status.md has the law. */
export const statusOn: ComputedField = { select: selectStatus, filter: statusFilter };
