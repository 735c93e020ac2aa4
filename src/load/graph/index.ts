/** The graph beside what bundles say: what it holds (snapshot), what must change (changes), and the writing of it (write). */
export { claimedValueProblem, statedValues } from "./best-value.ts";
export { transactionGroups } from "./bundle-order.ts";
export { applyBundles, type Changes } from "./changes.ts";
export { addCounts, type BundleReport, type Counts, noCounts } from "./counts.ts";
export { noteDisputed } from "./disputed.ts";
export { noteEdgeDays } from "./edge-days.ts";
export { readWrites, type WriteRecord } from "./journal.ts";
export {
  type BundleNote,
  bundlesNoted,
  bundlesWithNodes,
  type Corresponding,
  correspondences,
  existing,
  hasOrigin,
  nodesBy,
  owners,
  type Part as PartOfBundle,
  readNodes,
  readNotes,
} from "./lookups.ts";
export { noteMonths } from "./months.ts";
export { readNamed } from "./named.ts";
export { makeIndexes } from "./prepare.ts";
export { type Asked, type PresentEdge, type PresentNode, presentEdges, presentNodes } from "./present.ts";
export { haveKeys, readSameKeys } from "./same-keys.ts";
export { noteSearch } from "./search-notes.ts";
export { readBundles, readState } from "./snapshot.ts";
export { State, type StateEdge } from "./state.ts";
export { type BundleInGraph, bundlesInGraph, edgeRecordsOf, nodeRecordOf } from "./stated-bundles.ts";
export { edgeKeyOf, type Part, partOf } from "./stored-edge.ts";
export { recordedProperties } from "./stored-properties.ts";
export { hasBeginning } from "./there-from.ts";
export { numberOf, textOf, textOrNull, textsOf, type Values } from "./values.ts";
export { writeChanges } from "./write.ts";
