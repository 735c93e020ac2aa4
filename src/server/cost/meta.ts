import type { Reckoning } from "./lists.ts";
import { BUNDLED_NODE, COUNTED_NODE, SCANNED_NODE, SUBQUERY } from "./prices.ts";

/** The type of the root field `meta`. */
export const META = "Meta";

/** What a field of `meta` costs once: what it looks at, and its part of the statement. The database's version and the schema's take no statement. */
export function priceOfMeta({ model, fanOut }: Pick<Reckoning, "model" | "fanOut">, field: string): number {
  const nodes = () => [...model.nodes.keys()].reduce((sum, type) => sum + fanOut.scanned(type), 0);
  switch (field) {
    case "engine":
    case "schemaVersion":
    case "__typename":
      return 0;
    case "bundles":
      return SUBQUERY + nodes() * BUNDLED_NODE;
    case "counts":
      // A subquery for each type.
      return SUBQUERY * model.nodes.size + nodes() * COUNTED_NODE;
    case "undatedSources":
      return SUBQUERY + fanOut.scanned("Source") * SCANNED_NODE;
    default:
      return SUBQUERY;
  }
}
