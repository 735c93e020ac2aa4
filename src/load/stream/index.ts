export { loadStream, type StreamOptions, type StreamReport } from "./stream.ts";
