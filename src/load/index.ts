export { owners } from "./graph/snapshot.ts";
export { type LoadOptions, load, loadBundles } from "./load.ts";
export { type Input, InputError, readInputs } from "./read/inputs.ts";
export {
  type Bundle,
  type EdgeRecord,
  formatProblem,
  type NodeRecord,
  type Place,
  type Problem,
  type Properties,
  type PropertyValue,
} from "./record.ts";
export { type BundleReport, type Counts, formatReport, type LoadReport } from "./report.ts";
export { loadStream, type StreamOptions, type StreamReport } from "./stream/stream.ts";
