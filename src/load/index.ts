/** The door of this room: what others may use of it. */

export { isShare } from "./check/index.ts";
export type { Folder, GoneBundle } from "./folders/index.ts";
export type { BundleInGraph, BundleReport, Counts, Values, WriteRecord } from "./graph/index.ts";
export {
  bundlesInGraph,
  bundlesNoted,
  edgeKeyOf,
  edgeRecordsOf,
  makeIndexes,
  nodeRecordOf,
  nodesBy,
  owners,
  readWrites,
} from "./graph/index.ts";
export { codeOfHsId, HS_EDITION, hsIdOf } from "./hs.ts";
export { seedJsonSchema } from "./jsonschema.ts";
export { isLei } from "./lei.ts";
export { type LoadOptions, load, loadBundles, NotAllowedError } from "./load.ts";
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
  readInputs,
  refusedHere,
  refusedInJson,
  STANDARD_INPUT,
  type StatedField,
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
export { formatGone, formatRemovals, formatReport, formatUndated, type LoadReport, type Removals } from "./report.ts";
export { bringSeed, type SeedOutcome } from "./seed.ts";
export { loadStream, type StreamOptions, type StreamReport } from "./stream/index.ts";
export { LoadThread } from "./thread/thread.ts";
export { takeJobs } from "./thread/work.ts";
export { LoadThreadEnded, type ThreadLimits, WorkThread } from "./thread/work-thread.ts";
export { handsOnTo, inTurn } from "./turns.ts";
export { DATA_VERSION, isHalfRestored, RESTORING, requireUsable, requireWhole } from "./usable.ts";
