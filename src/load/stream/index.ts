export { DIGEST_VERSION } from "./digest.ts";
export type { StreamOptions, StreamReport } from "./report.ts";
export { loadStream } from "./stream.ts";
