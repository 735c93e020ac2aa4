export { checkReadable } from "./bytes.ts";
export { type CsvOptions, csv } from "./csv.ts";
export { gta } from "./gta.ts";
export { hs } from "./hs.ts";
export type { Importer, Notes, Owners } from "./importer.ts";
export { FORMAT, jsonl } from "./jsonl.ts";
