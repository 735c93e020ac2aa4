export { gta } from "./gta.ts";
export type { Importer, Notes, Owners } from "./importer.ts";
