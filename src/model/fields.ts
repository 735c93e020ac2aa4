/** Reads one field of a stored type: as a property, as an edge, or as something that the statement computes. */
import type { FieldDefinitionNode } from "graphql";
import type { placeOf } from "./read.ts";
import { whyReserved } from "./reserved.ts";
import { type Definitions, directive, directives, unwrap } from "./storage.ts";
import type { ComputedField, EdgeField, EdgeType, Moment, Property } from "./types.ts";

/** Takes a fault in the schema files, with the definition, field or directive where it is. */
export type Report = (at: Parameters<typeof placeOf>[0], message: string) => void;

/** An edge field as written, before its ends are known. */
export interface Draft extends Omit<EdgeField, "targets" | "closed"> {
  readonly field: FieldDefinitionNode;
  /** What its @causal says; null where it has none. */
  readonly cause: EdgeType["cause"];
}

/** A field that is stored as a property. Reports a type that none can have. */
export function readProperty(field: FieldDefinitionNode, definitions: Definitions, report: Report): Property {
  const { name: type, list, required } = unwrap(field.type);
  const value = definitions.values.get(type);
  const kind = value ? "value" : definitions.enums.has(type) ? "enum" : "scalar";
  if (kind === "scalar" && !definitions.scalars.has(type)) {
    report(field, `${type} is no scalar, enum or @value type. A field that leads to other nodes needs @edge.`);
  }
  const unique = directive(field, "unique");
  if (unique && !directive(field, "index")) report(unique.node, `@unique needs @index beside it: every load looks its values up.`);
  if (kind === "value" && !list) report(field, `A @value field is a list: write [${type}!]!.`);
  return {
    name: field.name.value,
    type,
    kind,
    list,
    required,
    indexed: directive(field, "index") !== null,
    unique: unique ? strings(unique.args.within) : null,
    derived: directive(field, "derived") !== null,
    contestable: false,
    latest: directive(field, "latest") !== null,
    moments: readMoments(field),
    fields: new Map((value?.fields ?? []).map((f) => [f.name.value, readProperty(f, definitions, report)])),
    description: field.description?.value ?? "",
  };
}

/** The days of a field that a timeline lists. */
function readMoments(field: FieldDefinitionNode): Moment[] {
  return directives(field, "moment").map(({ args: { kind, of = null, unless = [], end = false } }) => ({
    kind: String(kind),
    of: typeof of === "string" ? of : null,
    unless: strings(unless),
    end: end === true,
  }));
}

/** A field that the statement computes; null where the field is not one. */
export function readComputed(field: FieldDefinitionNode): ComputedField | null {
  const found = directive(field, "computed");
  if (!found) return null;
  const { filter, input, facet, values } = found.args;
  return {
    name: field.name.value,
    filter: typeof filter === "string" && typeof input === "string" ? { name: filter, input } : null,
    facet: typeof facet === "string" && typeof values === "string" ? { constant: facet, values } : null,
    description: field.description?.value ?? "",
  };
}

/** A field that walks an edge; null where the field has no @edge that can be read. Reports what is wrong with the directive. */
export function readEdge(owner: string, field: FieldDefinitionNode, definitions: Definitions, report: Report): Draft | null {
  const found = directive(field, "edge");
  if (!found) return null;
  const { type, direction, properties = null, dated = true } = found.args;
  if (typeof type !== "string" || !/^[A-Z][A-Z_]*$/.test(type)) {
    report(found.node, `@edge(type:) names the relationship in capitals, such as "IMPOSED_BY".`);
    return null;
  }
  if (direction !== "OUT" && direction !== "IN" && direction !== "BOTH") {
    report(found.node, "@edge(direction:) is OUT, IN or BOTH.");
    return null;
  }
  const propertiesType = typeof properties === "string" ? properties : null;
  const own = propertiesType === null ? null : definitions.properties.get(propertiesType);
  if (propertiesType !== null && !own) report(found.node, `There is no type ${propertiesType} with @properties.`);
  const isDated = dated !== false;
  for (const said of own?.fields ?? []) {
    const reserved = whyReserved(isDated ? "dated edge" : "edge", said.name.value);
    if (reserved !== null) report(said, reserved);
  }
  const { name: to, list, required } = unwrap(field.type);
  return {
    owner,
    field,
    name: field.name.value,
    type,
    direction: direction === "IN" ? "IN" : "OUT",
    symmetric: direction === "BOTH",
    to,
    list,
    required,
    propertiesType,
    properties: new Map((own?.fields ?? []).map((f) => [f.name.value, ofEdge(readProperty(f, definitions, report), isDated)])),
    dated: isDated,
    moments: readMoments(field),
    cause: readCause(field, report),
    description: field.description?.value ?? "",
  };
}

/** A property of an edge: claims may give a dated one other values, as long as it is one value. */
function ofEdge(property: Property, isDated: boolean): Property {
  return { ...property, contestable: isDated && !property.list };
}

/** Which end of an edge is the cause of the other; null where the field does not say. */
function readCause(field: FieldDefinitionNode, report: Report): EdgeType["cause"] {
  const found = directive(field, "causal");
  if (!found) return null;
  const { cause } = found.args;
  if (cause === "FROM" || cause === "TO") return cause;
  report(found.node, "@causal(cause:) is FROM or TO.");
  return null;
}

/** The texts of a list; none where `value` is not a list. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}
