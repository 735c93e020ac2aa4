/** The door of the compiler: what other rooms may use of it. */

export type { Value } from "../engine/port.ts";
export { type Compiled, Compiler, type Info } from "./compiler.ts";
// What src/trade writes its questions with.
export { containing, highest, lowest, overhang } from "./cypher/dates.ts";
export {
  bind,
  call,
  carry,
  collect,
  cypher,
  EMPTY,
  type Fragment,
  join,
  type Name,
  number,
  type Parameter,
  quoted,
  setsOf,
  stored,
  where,
  word,
} from "./cypher/fragment.ts";
export { anyOf, labelled, matchByIds } from "./cypher/patterns.ts";
export { distinguishingValues, edgeName, key, stepsOf } from "./page/order.ts";
export { DEFAULT_PAGE, MAX_PAGE } from "./page/page.ts";
export type { Complete } from "./request/complete.ts";
export type { ComputedField, ComputedFields, ObjectParts } from "./request/computed.ts";
export type { Context } from "./request/context.ts";
export type { AsOf } from "./request/day.ts";
export { fieldsOn, type Selected, selectedOn } from "./request/selection.ts";
export { itemsOf, MissingValueError, type Read } from "./request/shape.ts";
export type { Site } from "./request/site.ts";
export { ObjectBuilder, placeOf } from "./select/builder.ts";
export { compileEdge } from "./select/edge.ts";
export { compileObject } from "./select/object.ts";
export { type Root, typesOf } from "./select/root.ts";
export { type RowField, type RowFields, type Rows, type RowsOf, relationshipFields, value } from "./select/rows.ts";
export { edgeIsThere, lastOf, lastStep, nodeIsThere, propertyAsOf, stepPart } from "./where/as-of.ts";
export { edgeConditions } from "./where/filter.ts";
export { idSet } from "./where/sets.ts";
