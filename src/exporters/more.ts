import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { at } from "./table.ts";

/** Under what name lists are asked whether they go on: no query asks by it. */
const MORE = "tradeGraphMore";

const ASKED: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: MORE },
  name: { kind: Kind.NAME, value: "pageInfo" },
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "hasNextPage" } }],
  },
};

/** The same query, which asks of each of its lists too whether it goes on behind its page. */
export function askingForMore(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const info = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        leave(field) {
          const type = getNamedType(info.getType());
          if (!field.selectionSet || !isObjectType(type) || type.getFields().pageInfo === undefined) return undefined;
          return { ...field, selectionSet: { ...field.selectionSet, selections: [...field.selectionSet.selections, ASKED] } };
        },
      },
    }),
  );
}

/**
 * Takes out of an answer what `askingForMore` asked, and counts in `cut` how many lists go on behind their page, by the path to them:
 * `measures.targets`.
 */
export function takeMore(data: unknown, cut: Map<string, number>, path = ""): unknown {
  if (Array.isArray(data)) return data.map((element) => takeMore(element, cut, path));
  if (typeof data !== "object" || data === null) return data;
  const kept: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (key !== MORE) kept.push([key, takeMore(value, cut, at(path, key))]);
    else if ((value as { readonly hasNextPage?: unknown }).hasNextPage === true) cut.set(path, (cut.get(path) ?? 0) + 1);
  }
  return Object.fromEntries(kept);
}
