import { type ComputedField, cypher, join, propertyAsOf, stored } from "../compile/index.ts";

/** label: what a node is called, by what its type has for that (`@node(label:)`, else the first of its names). */
export const label: ComputedField = {
  select(object, node, owners, field) {
    const { model, asOf } = field.context;
    const properties = owners.flatMap((owner) => {
      const type = model.nodes.get(owner);
      return (type?.label ?? []).flatMap((name) => type?.properties.get(name) ?? []);
    });
    // An act's title has a history where claims dispute it, a source's has none: reading as of a day does for both.
    const contested = [...properties].sort((a, b) => Number(a.contestable) - Number(b.contestable));
    const byName = [...new Map(contested.map((property) => [property.name, property])).values()];
    const values = byName.map((property) => propertyAsOf(asOf, property, node));
    const column = object.column(cypher`coalesce(${join([...values, stored(node, "id")], ", ")})`);
    object.reader(field.key, field.types, (row) => row[column]);
  },
};

/** page: the address of a node's page, from the server's root. */
export const page: ComputedField = {
  select(object, node, _owners, field) {
    const id = object.column(stored(node, "id"));
    object.reader(field.key, field.types, (row) => `/id/${encodeURI(String(row[id]))}`);
  },
};
