import { type ComputedField, FORMER, labelOf, stored } from "../compile/index.ts";

/** label: what a node is called. */
export const label: ComputedField = {
  select(object, node, owners, field) {
    const column = object.column(labelOf(field.context, owners, node));
    object.reader(field.key, field.types, (row) => row[column]);
  },
};

/** The address of a node's page, from the server's root. */
export const pageOf = (id: string): string => `/id/${encodeURI(id)}`;

/** page: the address of a node's page, from the server's root. */
export const page: ComputedField = {
  select(object, node, _owners, field) {
    const id = object.column(stored(node, "id"));
    object.reader(field.key, field.types, (row) => pageOf(String(row[id])));
  },
};

/** formerIds: the ids that mean a node since theirs were merged into it. */
export const formerIds: ComputedField = {
  select(object, node, _owners, field) {
    field.context.wants.add(FORMER);
    const id = object.column(stored(node, "id"));
    object.reader(field.key, field.types, (row, parameters) => parameters[FORMER]?.(String(row[id])) ?? []);
  },
};
