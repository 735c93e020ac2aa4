/** The door of this room: every format, and what an importer is. */
export { type CsvOptions, csv } from "./csv/csv.ts";
export { gta } from "./gta/gta.ts";
export { hs } from "./hs/hs.ts";
export type { Importer, Notes, Owners } from "./importer.ts";
export { jsonl } from "./jsonl.ts";
export { checkReadable } from "./read/bytes.ts";
