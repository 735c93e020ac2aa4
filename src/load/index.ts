/** The door of this room: what others may use of it. */

export type { GoneBundle } from "./folders/index.ts";
export type { BundleReport, Counts } from "./graph/index.ts";
export { edgeKeyOf, owners, readBundles, recordedProperties, statedValues } from "./graph/index.ts";
export { seedJsonSchema } from "./jsonschema.ts";
export { type LoadOptions, load, loadBundles } from "./load.ts";
export {
  decodeUtf8,
  didYouMean,
  fieldNames,
  type Input,
  InputError,
  type RowDraft,
  readInputs,
  type StatedField,
  Utf8Check,
} from "./read/index.ts";
export {
  type Bundle,
  type EdgeRecord,
  formatProblem,
  type NodeRecord,
  type Place,
  type Problem,
  type Properties,
  problemAt,
  type Report,
} from "./record.ts";
export { RecordSession } from "./record-session.ts";
export { formatGone, formatReport, type LoadReport } from "./report.ts";
export { bringSeed, type SeedOutcome } from "./seed.ts";
export { loadStream, type StreamOptions, type StreamReport } from "./stream/index.ts";
