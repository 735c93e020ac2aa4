import { CLAIM, type EdgeField, type Model, type NodeType, type Property, STATED } from "../model/index.ts";

/** A part of a JSON Schema. */
interface Schema {
  readonly [keyword: string]: Json;
}
type Json = string | number | boolean | null | readonly Json[] | Schema;

const KEY = "[A-Za-z0-9][A-Za-z0-9._-]*";
const DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

/** What editors can check of a scalar; that a day exists, only the loader checks. YAML reads 2025 and 850511 as numbers, which the loader takes as text. */
const SCALARS: Readonly<Record<string, Schema>> = {
  Boolean: { type: "boolean" },
  Int: { type: "integer" },
  Float: { type: "number" },
  Date: { type: "string", pattern: `^${DAY}$` },
  PartialDate: { type: ["string", "integer"], pattern: `^(\\d{4}|\\d{4}-(0[1-9]|1[0-2])|${DAY})$`, minimum: 1000, maximum: 9999 },
  URL: { type: "string", pattern: "^https?://" },
  CountryCode: { type: "string", pattern: "^[A-Z][A-Z0-9+]{1,11}$" },
};
const TEXT: Schema = { type: ["string", "number", "boolean"], minLength: 1 };

/** The JSON Schema (draft-07, which editors' YAML support reads best) of seed files, descriptions included. */
export function seedJsonSchema(model: Model): object {
  const definitions: Record<string, Schema> = {
    claims: {
      description: "Claims it rests on: ids, or new ones in place.",
      anyOf: [id([CLAIM], model), ref(CLAIM), list({ anyOf: [id([CLAIM], model), ref(CLAIM)] })],
    },
  };
  const properties: Record<string, Schema> = {
    bundle: {
      description: "The file's unit: unique, lower case. After a load the graph holds just what its file says.",
      type: "string",
      pattern: "^[a-z0-9][a-z0-9._-]*$",
    },
    restsOn: {
      description: "Claims that edges rest on which neither name claims nor stand in a record with claims.",
      anyOf: [id([CLAIM], model), list(id([CLAIM], model))],
    },
    edges: { description: "Edges between records that other bundles define.", type: "array", items: looseEdge(model) },
  };
  for (const type of model.nodes.values()) {
    properties[type.plural] = { description: `Records of the type ${type.name}.`, type: ["array", "null"], items: ref(type.name) };
    definitions[type.name] = record(type, model, null);
    for (const field of type.edges.values()) {
      definitions[nameOf(field)] ??= edge(field, model);
      const far = model.nodes.get(field.to);
      if (far) definitions[inPlace(far, field)] ??= record(far, model, field);
    }
  }
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A bundle of trade-graph's data",
    description: "See seed/README.md.",
    type: "object",
    required: ["bundle"],
    properties,
    additionalProperties: false,
    definitions,
  };
}

/** The definition of an edge field: one for all types that have the field from one interface with the same ends. */
function nameOf(field: EdgeField): string {
  return `${field.name}-${field.type}-${field.direction}-${field.targets.join("-")}`;
}

/** The definition of a record that stands in place at the end of an edge, with what that edge states of itself. */
function inPlace(type: NodeType, field: EdgeField): string {
  return [
    type.name,
    "at",
    field.dated ? "dated" : "undated",
    field.propertiesType ?? "edge",
    ...(requires(type, field) ? [field.type] : []),
  ].join("-");
}

/** Whether being at the end of the edge gives a record a reference that it must have. */
function requires(type: NodeType, field: EdgeField): boolean {
  return [...type.edges.values()].some((e) => e.required && !e.list && e.type === field.type);
}

function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

function list(items: Schema): Schema {
  return { type: "array", items };
}

/** An id of one of the types: in full with their prefixes, or short. */
function id(types: readonly string[], model: Model): Schema {
  const prefixes = types.flatMap((type) => model.nodes.get(type)?.prefix ?? []);
  return { type: ["string", "integer"], pattern: `^((${prefixes.join("|")}):)?${KEY}$` };
}

function value(property: Property, model: Model): Schema {
  const one = property.kind === "value" ? object(property.fields, model) : scalar(property, model);
  const described = property.list ? list(one) : one;
  return property.description === "" ? described : { description: property.description, ...described };
}

function scalar({ kind, type }: Property, model: Model): Schema {
  return kind === "enum" ? { enum: model.enums.get(type) ?? [] } : (SCALARS[type] ?? TEXT);
}

function object(fields: ReadonlyMap<string, Property>, model: Model): Schema {
  return { type: "object", properties: values(fields, model), required: required(fields), additionalProperties: false };
}

function values(properties: ReadonlyMap<string, Property>, model: Model): Record<string, Schema> {
  const stated = [...properties.values()].filter((property) => !property.derived && property.name !== "id");
  return Object.fromEntries(stated.map((property) => [property.name, value(property, model)]));
}

function required(properties: ReadonlyMap<string, Property>): string[] {
  return [...properties.values()].filter((p) => p.required && !p.list && !p.derived && p.name !== "id").map((p) => p.name);
}

/** A record, in its section or in place in an edge, which then may state its own properties there too. */
function record(type: NodeType, model: Model, within: EdgeField | null): Schema {
  const edges = [...type.edges.values()].map((field): [string, Schema] => [field.name, ref(nameOf(field))]);
  const needed = [...type.edges.values()]
    .filter((field) => field.required && !field.list && field.type !== within?.type)
    .map((field) => field.name);
  return {
    type: "object",
    properties: {
      ...(within ? ownProperties(within, model) : {}),
      id: { description: `The id; short, as the section says that it is ${type.prefix}:…`, ...id([type.name], model) },
      ...values(type.properties, model),
      ...Object.fromEntries(edges),
    },
    required: ["id", ...required(type.properties), ...needed],
    additionalProperties: false,
  };
}

function edge(field: EdgeField, model: Model): Schema {
  const far: Schema = { description: `The other end: ${field.targets.join(", ")}.`, ...id(field.targets, model) };
  const stated: Schema = {
    type: "object",
    properties: { to: far, ...ownProperties(field, model), ...(field.dated ? { claims: ref("claims") } : {}) },
    required: ["to"],
    additionalProperties: false,
  };
  const type = model.nodes.get(field.to);
  const item: Schema = { anyOf: [id(field.targets, model), stated, ...(type ? [ref(inPlace(type, field))] : [])] };
  return { description: field.description, anyOf: [item, ...(field.list ? [list(item)] : [])] };
}

function ownProperties(field: EdgeField, model: Model): Record<string, Schema> {
  return { ...(field.dated ? values(STATED, model) : {}), ...values(field.properties, model) };
}

/** An item of `edges:`: the properties of every edge are offered, since the field it names decides which it has. */
function looseEdge(model: Model): Schema {
  const fields = [...model.nodes.values()].flatMap((type) => [...type.edges.values()]);
  const own = fields.map((field) => ownProperties(field, model));
  return {
    type: "object",
    properties: {
      from: { description: "The id in full of the record that has the field.", type: "string", pattern: `^[a-z]+:${KEY}$` },
      edge: { description: "The field's name.", enum: [...new Set(fields.map((field) => field.name))].sort() },
      to: { description: "The id at the other end.", type: ["string", "integer"] },
      ...Object.assign({}, ...own),
      claims: ref("claims"),
    },
    required: ["from", "edge", "to"],
    additionalProperties: false,
  };
}
