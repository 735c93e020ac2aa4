/** How nodes hang together: the root field `paths`. */
export { paths } from "./paths.ts";
