/** The door of the compiler: what other rooms may use of it. */

export type { Row, Statement, Value } from "../engine/port.ts";
export { type Compiled, Compiler, type Info } from "./compiler.ts";
// What src/trade writes its questions with.
export { type Bounds, both, isWithin } from "./cypher/bounds.ts";
export { containing, highest, lowest, overhang } from "./cypher/dates.ts";
export {
  bind,
  call,
  carry,
  collect,
  cypher,
  EMPTY,
  type Fragment,
  inTurn,
  join,
  type Name,
  number,
  Parameter,
  quoted,
  setsOf,
  stored,
  where,
  word,
} from "./cypher/fragment.ts";
export { anyOf, directed, isAnyOf, labelled, matchById, matchByIds } from "./cypher/patterns.ts";
export { type Degree, type DegreeStatement, type Degrees, degreeStatements, noDegrees, wayOf } from "./degrees.ts";
export { type Figure, type Figures, figuresStatement } from "./figures.ts";
export { bestHit, citedSources, existingIds, LONGEST_KEY, type Meant, MOST_SOURCES, nodesOfCodes, similarIds } from "./known.ts";
export { farthest } from "./page/keyset.ts";
export type { Dated, Walk } from "./page/list.ts";
export { distinguishingValues, edgeName, key, stepsOf } from "./page/order.ts";
export { DEFAULT_PAGE, MAX_PAGE } from "./page/page.ts";
export type { Arguments } from "./request/arguments.ts";
export type { Complete } from "./request/complete.ts";
export type { ComputedField, ComputedFields, ComputedFilter, ObjectParts, Others } from "./request/computed.ts";
export type { Context } from "./request/context.ts";
export { type AsOf, dayAt } from "./request/day.ts";
export { type AskedDays, daysAsked, requireNoDay } from "./request/enter.ts";
export { FORMER, type FormerIds } from "./request/former.ts";
export { fullId, type IdTypes, idsAt } from "./request/ids.ts";
export { GATHERED, type Gathered, type GatheredRows, type Gathering, LATER, type Later, Wanted } from "./request/later.ts";
export { fieldsOn, type Selected, selectedOn } from "./request/selection.ts";
export { itemsOf, ORIGIN, type Parameters, type Read, Shaped, shapedBy, TYPE } from "./request/shape.ts";
export type { Site } from "./request/site.ts";
export { type CutField, type CutList, type EmptyField, type MissingCode, NOTES, Notes, type UnfoundCode } from "./request/watch.ts";
export { ObjectBuilder, placeOf } from "./select/builder.ts";
export { type CountedEdge, countedNodes, countedValue, typesAt, walkAbove, walkAlong } from "./select/counted-by.ts";
export { compileEdge } from "./select/edge.ts";
export { type Analysis, type AnalysisOf, gatheredField } from "./select/gathered.ts";
export { labelOf } from "./select/label.ts";
export { addNodes } from "./select/nodes.ts";
export { compileObject } from "./select/object.ts";
export { type ObjectOf, type Root, typesOf } from "./select/root.ts";
export {
  compileRows,
  type Relationships,
  type RowField,
  type RowFields,
  type Rows,
  type RowsOf,
  relationshipFields,
  value,
} from "./select/rows.ts";
export {
  asKnown,
  byUntil,
  edgeIsThere,
  lastStep,
  lastStepKnown,
  nodeIsThere,
  pathIsThere,
  propertiesAsOf,
  propertyAsOf,
  stepPart,
  stepsKnown,
  untilOf,
} from "./where/as-of.ts";
export { edgeProperty } from "./where/evidence.ts";
export { edgeConditions } from "./where/filter.ts";
export { partCondition } from "./where/parts.ts";
export { inOrderOfDays } from "./where/ranges.ts";
export { hierarchies, type Reach, reachAt, typesReaching, walks } from "./where/reach.ts";
export { type IdSet, idSet, inSet, memberOn } from "./where/sets.ts";
