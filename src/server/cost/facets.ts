import { type FieldNode, type GraphQLField, getNamedType } from "graphql";
import { type FacetBy, facetsOf, MOST_VALUES, type Model, names, VALUES } from "../../model/index.ts";
import { argumentOf, fieldsOf, membersOf, type Variables } from "./asked.ts";
import type { FanOut } from "./fan-out.ts";
import { FILTERED_EDGE, FILTERED_STATUS, SUBQUERY } from "./prices.ts";

/** The field of a connection that counts its list, and the type that it gives. */
export const FACETS = "facets";
export const FACET = "Facet";

/** What a `facets` field asks for: what to count by, and how many values each shows at most. */
export interface AskedFacet {
  /** The type of the list's nodes. */
  readonly type: string;
  /** Null where the schema has no such facet: then the request fails when it is validated. */
  readonly by: FacetBy | null;
  readonly shown: number;
}

/** The facets that a field asks for. */
export function askedFacets(
  model: Model,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  variables: Variables,
): AskedFacet[] {
  const [argument] = definition.args;
  const input = argument ? getNamedType(argument.type).name : "";
  const type = input.slice(0, input.length - names.facetBy("").length);
  const known = new Map(facetsOf(model, type).map((by) => [by.constant, by]));
  return membersOf(argumentOf(field, "by", variables)).map((member) => {
    const given = new Map(fieldsOf(member));
    const first = given.get("first");
    return {
      type,
      by: known.get(String(given.get("field"))) ?? null,
      shown: typeof first === "number" ? Math.min(Math.max(first, 0), MOST_VALUES) : VALUES,
    };
  });
}

/** What facets cost once: their subqueries, and the edges along which they count, each type once for all the lists that are counted. */
export function facetsOnce(fanOut: FanOut, facets: readonly AskedFacet[]): number {
  return facets.reduce((sum, { type, by }) => {
    const along = by?.of.kind === "edge" ? by.of : null;
    // As a filter by it: what the law decides of all nodes, once for the statement.
    if (by?.of.kind === "computed") return sum + SUBQUERY + fanOut.scanned(type) * FILTERED_STATUS;
    if (along === null) return sum + SUBQUERY;
    // The values, what lies above each end, the nodes that are shown, and for `none` a count of all; upwards to a chapter or country as many edges again.
    return sum + 4 * SUBQUERY + fanOut.edges(along.edge.type) * FILTERED_EDGE * (along.level === "node" ? 1 : 3);
  }, 0);
}
