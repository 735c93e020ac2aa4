import { z } from "zod";
import type { Model } from "../../model/index.ts";
import { columnsOfEdge, columnsOfNode } from "../csv/kinds.ts";
import { MAPPING } from "./form.ts";

/** The JSON Schema (draft-07) of mapping files for editors: the form, and for each type which fields it has. */
export function mappingJsonSchema(model: Model): object {
  const schema = z.toJSONSchema(MAPPING, { target: "draft-7", io: "input", override: ({ jsonSchema }) => taken(jsonSchema) });
  const properties = schema.properties as Record<string, Schema>;
  const ofNodes = properties.nodes?.additionalProperties as Schema;
  const ofEdges = properties.edges?.items as Schema;
  withFields(
    ofNodes,
    [...model.nodes.values()].map((type) => [type.name, [...columnsOfNode(type).keys()].filter((name) => name !== "id")] as const),
  );
  withFields(
    ofEdges,
    [...model.edges.values()].map(
      (type) => [type.type, [...columnsOfEdge(type).keys()].filter((name) => name !== "from" && name !== "to")] as const,
    ),
  );
  return { title: "What the columns of a table mean to trade-graph", description: "See docs/importing.md.", ...schema };
}

interface Schema {
  [keyword: string]: unknown;
}

/** YAML takes 2025 and yes for no texts, which a mapping does. */
function taken(schema: Schema): void {
  if (schema.type === "string" && schema.enum === undefined) schema.type = ["string", "number", "boolean"];
}

/** Names the types, and the fields that each has. */
function withFields(schema: Schema, types: readonly (readonly [type: string, fields: readonly string[]])[]): void {
  const own = schema.properties as Record<string, Schema>;
  own.type = { ...own.type, type: "string", enum: types.map(([type]) => type) };
  schema.allOf = types.map(([type, names]) => ({
    if: { properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { properties: { fields: names.length > 0 ? { propertyNames: { enum: names } } : { maxProperties: 0 } } },
  }));
}
