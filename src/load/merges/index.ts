/** Merges: nodes that are one with another, whose ids mean that other one. */
export { bundlesAsStated, followMerges, type Together } from "./companions.ts";
export { type MergeOptions, type MergeReport, merge, unmerge } from "./merge.ts";
export { type Merge, Merges, readMerges, restatedStatements } from "./notes.ts";
