/** Who makes and uses a commodity, stage by stage, and the measures on that way: the field `chokepoints`. */
export { chokepoints } from "./chokepoints.ts";
