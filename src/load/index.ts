export { type Input, InputError, readInputs } from "./inputs.ts";
export { type LoadOptions, load, loadBundles } from "./load.ts";
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
export { owners } from "./snapshot.ts";
export { loadStream, type StreamOptions, type StreamReport } from "./stream.ts";
