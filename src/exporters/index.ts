export { columnsOf, type Question } from "./columns.ts";
export { ftm } from "./ftm.ts";
export { graphml } from "./graphml.ts";
export { jsonl } from "./jsonl.ts";
export { jsonld, nquads, turtle } from "./linked/index.ts";
export { askingForMore, takeMore } from "./more.ts";
export { csvPieces, jsonLines, toCsv } from "./table.ts";
export { csv, tableTypes, typeTable } from "./tables/index.ts";
export { WHOLE } from "./whole.ts";
