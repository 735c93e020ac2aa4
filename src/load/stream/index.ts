export { DIGEST_VERSION } from "./digest.ts";
export { loadStream, type StreamOptions, type StreamReport } from "./stream.ts";
