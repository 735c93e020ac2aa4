import { cypher, type Fragment, join, type Name, stored } from "../cypher/fragment.ts";
import type { Context } from "../request/context.ts";
import { propertyAsOf } from "../where/as-of.ts";

/** What a node of one of some types is called, by what its type has for that (`@node(label:)`, else the first of its names); its id where it has none. */
export function labelOf({ model, asOf }: Context, types: readonly string[], node: Name): Fragment {
  const properties = types.flatMap((name) => {
    const type = model.nodes.get(name);
    return (type?.label ?? []).flatMap((property) => type?.properties.get(property) ?? []);
  });
  // An act's title has a history where claims dispute it, a source's has none: reading as of a day does for both.
  const contested = [...properties].sort((a, b) => Number(a.contestable) - Number(b.contestable));
  const byName = [...new Map(contested.map((property) => [property.name, property])).values()];
  return cypher`coalesce(${join([...byName.map((property) => propertyAsOf(asOf, property, node)), stored(node, "id")], ", ")})`;
}
