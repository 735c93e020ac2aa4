/** What reaches a firm, a country or a commodity on a day: the field `exposure`. */
export { exposure } from "./exposure.ts";
