import type { Graph } from "./graph.ts";
import { names } from "./names.ts";
import type { ComputedField, EdgeField, Property } from "./types.ts";

/** What the nodes of a list can be counted by: a constant of the enum `…Facet` of their type. */
export interface FacetBy {
  readonly constant: string;
  readonly description: string;
  readonly of:
    | { readonly kind: "property"; readonly property: Property }
    /** The year of a date, in four digits. */
    | { readonly kind: "year"; readonly property: Property }
    /** What the statement computes of each node: one value of the enum `values`. */
    | { readonly kind: "computed"; readonly field: ComputedField; readonly values: string }
    /** The node at the other end of an edge, or what that belongs to: its chapter, its country. */
    | { readonly kind: "edge"; readonly edge: EdgeField; readonly level: "node" | "chapter" | "country" };
}

/** How many values of each a list of facets shows at the highest. */
export const MOST_VALUES = 100;
/** How many it shows where nobody says. */
export const VALUES = 20;

/** What nodes of a type, or of an interface, can be counted by, in the order of the schema: properties, what is computed, then edges. */
export function facetsOf(graph: Pick<Graph, "properties" | "computed" | "edgeFields">, type: string): FacetBy[] {
  const properties = [...(graph.properties.get(type)?.values() ?? [])].flatMap((property): FacetBy[] => {
    const constant = names.constant(property.name);
    if (property.kind === "enum" || property.type === "Boolean") {
      return [{ constant, description: property.description, of: { kind: "property", property } }];
    }
    if (property.list || (property.type !== "PartialDate" && property.type !== "Date")) return [];
    return [{ constant: `${constant}_YEAR`, description: `The year of this: ${property.description}`, of: { kind: "year", property } }];
  });
  const computed = [...(graph.computed.get(type)?.values() ?? [])].flatMap((field): FacetBy[] => {
    if (!field.facet) return [];
    const { constant, values } = field.facet;
    const description = `As it is on the day of @asOf(valid:), else today (UTC), and as known on that of @asOf(known:). ${field.description}`;
    return [{ constant, description, of: { kind: "computed", field, values } }];
  });
  const edges = [...(graph.edgeFields.get(type)?.values() ?? [])].filter(({ dated }) => dated).flatMap(facetsAlong);
  return [...properties, ...computed, ...edges];
}

function facetsAlong(edge: EdgeField): FacetBy[] {
  const constant = names.constant(edge.name);
  const at = (level: "node" | "chapter" | "country", suffix: string, description: string): FacetBy => ({
    constant: constant + suffix,
    description,
    of: { kind: "edge", edge, level },
  });
  const whose = `What stands at the other end of these edges: ${edge.description}`;
  return [
    at("node", "", whose),
    ...(edge.targets.includes("Commodity")
      ? [at("chapter", "_CHAPTER", `The chapter of the Harmonized System above it, or itself. ${whose}`)]
      : []),
    ...(edge.targets.includes("Agency") ? [at("country", "_COUNTRY", `The country or bloc that it belongs to, or itself. ${whose}`)] : []),
  ];
}

/** The input that names a facet of a type's lists, and the enum of what they can be counted by. */
export function facetsSdl(graph: Graph, type: string): string {
  const values = facetsOf(graph, type).map(({ constant, description }) => `${JSON.stringify(description)}\n  ${constant}`);
  return `"What to count a list of ${type} by."
input ${names.facetBy(type)} {
  "What its entries have."
  field: ${names.facet(type)}!
  "How many values to show, ${MOST_VALUES} at the highest: BAD_PAGE beyond. What the others have is counted in \`others\`."
  first: Int! = ${VALUES}
}
"What lists of ${type} can be counted by."
enum ${names.facet(type)} {
  ${values.join("\n  ")}
}`;
}

/** The field of a connection that counts its list; none where there is nothing to count by. */
export function facetFieldSdl(graph: Graph, type: string): string {
  if (facetsOf(graph, type).length === 0) return "";
  return `"The whole list, whatever the page, counted by what its entries have: of the same filter, day and edges. One facet for each of \`by\`, in that order."
  facets(
    "What to count by."
    by: [${names.facetBy(type)}!]!
  ): [Facet!]!`;
}

/** What every facet is. */
export const FACET_SDL = `"How many entries of a list have which value."
type Facet {
  "What they are counted by, as it was asked for: \`KIND\`, \`ANNOUNCED_ON_YEAR\`, \`IMPOSED_BY_COUNTRY\`."
  by: String!
  """
  Whether an entry has one value at most, so that the counts of all values and \`none\` add up to \`totalCount\`: of enums, years, truth values and
  what is computed, such as STATUS; not of lists and edges, where an entry counts once for each value that it has.
  """
  disjoint: Boolean!
  "The values that most entries have, most first, those with equally many in the order of the values' texts."
  values: [FacetValue!]!
  "How many entries have no value."
  none: Int!
  "How many values there are, shown or not."
  distinctValues: Int!
  "The sum of the counts of the values that are not shown; 0 where all are."
  others: Int!
}

"How many entries of a list have one value."
type FacetValue {
  "The value: a constant of the enum, a year, \`true\` or \`false\`, or a node's id. Filters take it as it stands."
  value: String!
  "What to call it: the label of the enum's value or of the node, the year."
  label: String!
  "How many entries have it: those that \`totalCount\` counts."
  count: Int!
  "The node, where the value is one; null for all others."
  node: Node
}`;
