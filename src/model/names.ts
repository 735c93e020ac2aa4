import type { EdgeField, Property } from "./types.ts";

/** The names that are derived from the schema's own: one place, so that expander and compiler agree. */
export const names = {
  /** Connection of an edge field, or of a root list where `propertiesType` is null. */
  connection: (to: string, propertiesType: string | null) => `${to}${propertiesType ?? ""}Connection`,
  edge: (to: string, propertiesType: string | null) => `${to}${propertiesType ?? ""}Edge`,
  filter: (type: string) => `${type}Filter`,
  reach: (field: Pick<EdgeField, "to" | "propertiesType">) => `${field.to}${field.propertiesType ?? ""}Reach`,
  edgeFilter: (propertiesType: string | null) => `${propertiesType ?? ""}EdgeFilter`,
  facetBy: (type: string) => `${type}FacetBy`,
  facet: (type: string) => `${type}Facet`,
  order: (type: string) => `${type}Order`,
  edgeOrder: (to: string, propertiesType: string | null) => `${to}${propertiesType ?? ""}EdgeOrder`,
  /** `announcedOn` → `ANNOUNCED_ON`. */
  constant: (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase(),
  /** Filter field that reaches through an edge by conditions on what lies there. */
  where: (edgeField: string) => `${edgeField}Where`,
  /** Filter field that keeps parts, or what is none. */
  isPart: "isPart",
} as const;

/**
 * Stands between the parts of a step in the `history` of a node or an edge: the field, since when the value holds, since when that is known, the value.
 * The steps of one field are in the order in which they count: of those that had begun and were known on a day, the last one does. A field that
 * has steps, none of which was known, had no value then. The steps of a node's `asKnown` have two parts more: from when on they counted, and from when on no
 * more (`~` where they still do). In `unclaimed` it stands between a field and the record's own value, in `unclaimedUntil` also before a day.
 */
export const HISTORY_STEP = "\u241f";

/** A property of an edge as a claim names it, `covers(commodity:hs-850511).newRate`: the edge field, the id at its other end, the property. */
export function edgePropertyOf(field: string): { edge: string; end: string; property: string } | null {
  const [, edge, end, property] = /^(\w+)\(([^()]+)\)\.(\w+)$/.exec(field) ?? [];
  return edge === undefined || end === undefined || property === undefined ? null : { edge, end, property };
}

/** The types and edges that carry evidence; the loader derives dates and certainty along them. */
export const CLAIM = "Claim";
export const SOURCE = "Source";
export const ABOUT = "ABOUT";
export const STATED_IN = "STATED_IN";
export const CONTRADICTS = "CONTRADICTS";

/** The property of acts that says from when on they are there (schema: interface Act). */
export const THERE_FROM = "thereFrom";

/** The edge from a part to its whole: what makes hierarchies, and what makes packages of acts. */
export const PART_OF = "PART_OF";

/** The input type that puts a condition on a property, and whether it is a plain list of values; null where no filter applies. */
export function conditionOf(property: Property): { type: string; list: boolean } | null {
  if (property.kind === "value") return null;
  if (property.name === "id") return { type: "ID", list: true };
  if (property.kind === "enum") return { type: property.type, list: true };
  switch (property.type) {
    case "Boolean":
      return { type: "Boolean", list: false };
    case "Float":
    case "Int":
      return { type: "NumberFilter", list: false };
    case "Date":
    case "PartialDate":
      return { type: "DateFilter", list: false };
    default:
      return { type: "TextFilter", list: false };
  }
}

/** Whether lists can be ordered by a property. */
export function isOrderable(property: Property): boolean {
  return !property.list && property.kind !== "value";
}
