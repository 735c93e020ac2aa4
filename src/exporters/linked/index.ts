export { jsonld } from "./jsonld.ts";
export { nquads, turtle } from "./turtle.ts";
