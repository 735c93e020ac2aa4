export { archive } from "./archive.ts";
export { arrow } from "./arrow.ts";
export { csv } from "./csv.ts";
export { parquet } from "./parquet.ts";
export { type TypeTable, tableTypes, typeTable } from "./type-table.ts";
