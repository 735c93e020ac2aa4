/** The door of this room: what others may use of it. */

export { isShare } from "./check/index.ts";
export type { Folder, GoneBundle } from "./folders/index.ts";
export type { Asked, BundleInGraph, BundleReport, Counts, PresentEdge, PresentNode, Values, WriteRecord } from "./graph/index.ts";
export {
  bundlesInGraph,
  bundlesNoted,
  type Corresponding,
  claimedValueProblem,
  correspondences,
  edgeKeyOf,
  edgeRecordsOf,
  hasOrigin,
  makeIndexes,
  nodeRecordOf,
  nodesBy,
  owners,
  presentEdges,
  presentNodes,
  readWrites,
} from "./graph/index.ts";
export { codeOfHsId, HS_EDITION, hsIdOf, hsSectionOf } from "./hs.ts";
export { seedJsonSchema } from "./jsonschema.ts";
export { isLei } from "./lei.ts";
export { joinList, LIST_SEPARATOR, splitList } from "./lists.ts";
export { type LoadOptions, load, loadBundles } from "./load.ts";
export { type Merge, type MergeOptions, type MergeReport, Merges, merge, readMerges, unmerge } from "./merges/index.ts";
export { NotAllowedError } from "./not-allowed.ts";
export {
  decodeUtf8,
  didYouMean,
  emptyFolder,
  emptyFoldersAmong,
  fieldNames,
  filesAmong,
  type Input,
  InputError,
  type Inputs,
  isRefused,
  NotUtf8,
  nearest,
  type RowDraft,
  readDocument,
  readInputs,
  refusedHere,
  refusedInJson,
  STANDARD_INPUT,
  type StatedField,
  type Tree,
  Utf8Reader,
  wideRefusal,
  withFolder,
} from "./read/index.ts";
export {
  type Bundle,
  type EdgeRecord,
  formatProblem,
  type NodeRecord,
  namedBeside,
  type Place,
  type Problem,
  type Properties,
  type PropertyValue,
  problemAt,
  type Report,
  type Silence,
} from "./record.ts";
export { RecordSession } from "./record-session.ts";
export { formatFollowed, formatGone, formatRemovals, formatReport, formatUndated, type LoadReport, type Removals } from "./report.ts";
export { bringSeed } from "./seed.ts";
export { seedInWords } from "./seed-words.ts";
export { loadStream, type StreamOptions, type StreamReport } from "./stream/index.ts";
export { LoadThread } from "./thread/thread.ts";
export { takeJobs } from "./thread/work.ts";
export { LoadThreadEnded, type ThreadLimits, WorkThread } from "./thread/work-thread.ts";
export { handsOnTo, inTurn } from "./turns.ts";
export { DATA_VERSION, isHalfRestored, RESTORING, requireUsable, requireWhole } from "./usable.ts";
