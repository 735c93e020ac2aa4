import type { EdgeType, Property } from "./types.ts";

type Told = Pick<Property, "derived" | "contestable">;

const stored = (
  name: string,
  type: string,
  kind: Property["kind"],
  { derived, contestable }: Told,
  description: string,
): [string, Property] => [
  name,
  {
    name,
    type,
    kind,
    list: false,
    required: false,
    indexed: false,
    unique: null,
    derived,
    contestable,
    latest: false,
    moments: [],
    fields: new Map(),
    description,
  },
];

/** Claims may give it another value than the record does. */
const CLAIMED: Told = { derived: false, contestable: true };
/** What the record says of it counts: `since` tells edges apart, so that another one is another edge, and `certainty` follows from claims by itself. */
const STATED_ALONE: Told = { derived: false, contestable: false };
const DERIVED: Told = { derived: true, contestable: false };

/** The last day of a dated edge: what asks whether an edge held looks at it. */
export const [, UNTIL] = stored("until", "PartialDate", "scalar", CLAIMED, "Last day on which it held.");

/**
 * What every dated edge stores beside what its @properties type names, in the order in which the schema lists it (schema: interface DatedEdge).
 * Its `claims`, a list of ids, is no property of its own: claims are asked for as nodes.
 */
export const DATED: ReadonlyMap<string, Property> = new Map([
  stored("since", "PartialDate", "scalar", STATED_ALONE, "First day on which it held."),
  ["until", UNTIL],
  stored("recordedOn", "PartialDate", "scalar", DERIVED, "When the earliest source that supports it was published."),
  stored("certainty", "Certainty", "enum", STATED_ALONE, "How sure it is; when left out, as sure as the surest of its claims."),
  stored("note", "String", "scalar", CLAIMED, "A remark on what it covers."),
]);

/**
 * What the loader keeps at a node of the dated edges that begin there: by each date that they may have, the names of the first and the last one, as texts
 * compare. Edges without that date are left out; where all are, or there is none, the first is `~` and the last is empty. A node of which nothing is noted
 * says nothing: its edges have to be looked at. So whoever asks for edges of some days passes over the nodes that have none.
 */
export const EDGE_DAYS: ReadonlyMap<string, { readonly first: string; readonly last: string }> = new Map(
  [...DATED.values()].flatMap(({ name, type }) => {
    if (type !== "PartialDate") return [];
    const of = `edges${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return [[name, { first: `${of}First`, last: `${of}Last` }] as const];
  }),
);

/** What a record may state of a dated edge: all but what follows from its claims. */
export const STATED: ReadonlyMap<string, Property> = new Map([...DATED].filter(([, property]) => !property.derived));

const statedOf = new WeakMap<object, ReadonlyMap<string, Property>>();

/** Every property that a record may state of an edge. Asked for each edge of a load, and so computed once for each type. */
export function statedProperties(edge: Pick<EdgeType, "dated" | "properties">): ReadonlyMap<string, Property> {
  if (!edge.dated) return edge.properties;
  let properties = statedOf.get(edge);
  if (!properties) {
    properties = new Map([...STATED, ...edge.properties]);
    statedOf.set(edge, properties);
  }
  return properties;
}

/** The properties of a dated edge that claims may give other values than its record does, such as `covers(commodity:hs-850511).newRate`; none of an undated one. */
export function claimedProperties(edge: Pick<EdgeType, "dated" | "properties">): Property[] {
  return edge.dated ? [...statedProperties(edge).values()].filter(({ contestable }) => contestable) : [];
}

/**
 * The properties that distinguish edges of one type between the same two nodes: when a dated one began, and all that an undated one says. Where
 * the type is not given, it counts as dated.
 */
export function distinguishingProperties(type?: Pick<EdgeType, "dated" | "properties">): readonly string[] {
  return type === undefined || type.dated ? ["since"] : [...type.properties.keys()];
}
