/** Measures like another: the field `similar`. */
export { similar } from "./similar.ts";
