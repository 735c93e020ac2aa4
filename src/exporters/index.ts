export { csv } from "./csv.ts";
export { graphml } from "./graphml.ts";
export { jsonl } from "./jsonl.ts";
export { jsonld } from "./jsonld.ts";
export { toCsv, toJsonLines } from "./table.ts";
