import { type Model, type Property, validateScalar } from "../../model/index.ts";
import { invisibleClause, nearest, oneOf, refusedCharacter } from "../read/index.ts";
import { type EdgeRecord, type NodeRecord, type PropertyValue, placeOf, type Report, type Scalar, type ValueObject } from "../record.ts";
import { impossibleYear } from "./dates.ts";

/** Checks every property of a node or an edge against what the schema says of it; `of` names the thing in messages. */
export function checkProperties(
  record: NodeRecord | EdgeRecord,
  known: ReadonlyMap<string, Property>,
  of: string,
  model: Model,
  report: Report,
): void {
  for (const [name, value] of Object.entries(record.properties)) {
    const property = known.get(name);
    if (!property) report(placeOf(record, name), `${of} has no field "${name}".`);
    else if (property.derived) report(placeOf(record, name), `${name} is computed by the loader: leave it out.`);
    else checkValue(record, property, name, value, model, report);
  }
  for (const property of known.values()) {
    if (!property.required || property.list || property.derived || property.name === "id") continue;
    // What was written but could not be read has been reported.
    if (record.properties[property.name] === undefined && !record.places?.has(property.name)) {
      report(record.place, `${of} needs ${property.name}.`);
    }
  }
}

function checkValue(
  record: NodeRecord | EdgeRecord,
  property: Property,
  path: string,
  value: PropertyValue,
  model: Model,
  report: Report,
): void {
  const isList = typeof value === "object";
  const items: readonly (Scalar | ValueObject)[] = typeof value === "object" ? value : [value];
  if (property.list !== isList) {
    report(placeOf(record, path), property.list ? `${property.name} is a list.` : `${property.name} is one value, not a list.`);
    return;
  }
  for (const [i, item] of items.entries()) {
    const at = isList ? `${path}.${i}` : path;
    if (property.kind === "value") checkObject(record, property, at, item, model, report);
    else {
      const problem = typeof item === "object" ? "must be a single value" : problemOf(property, item, model);
      if (problem !== null) report(placeOf(record, at), `${property.name} ${JSON.stringify(item)} ${problem}.`);
    }
  }
}

function checkObject(
  record: NodeRecord | EdgeRecord,
  property: Property,
  path: string,
  item: Scalar | ValueObject,
  model: Model,
  report: Report,
): void {
  if (typeof item !== "object") {
    report(placeOf(record, path), `${property.name} is a list of objects with ${[...property.fields.keys()].join(", ")}.`);
    return;
  }
  const values = new Map<string, PropertyValue>(Object.entries(item));
  for (const [name, value] of values) {
    const field = property.fields.get(name);
    if (!field) report(placeOf(record, path), `${property.type} has no field "${name}".`);
    else checkValue(record, field, `${path}.${name}`, value, model, report);
  }
  for (const field of property.fields.values()) {
    if (field.required && !values.has(field.name) && !record.places?.has(`${path}.${field.name}`))
      report(placeOf(record, path), `${property.type} needs ${field.name}.`);
  }
}

/** Whether a property is a date of some precision. */
export function isDate({ type }: Property): boolean {
  return type === "PartialDate" || type === "Date";
}

/** Why a value is none of the property's type, to follow the value; null where it is one. */
function problemOf(property: Property, value: Scalar, model: Model): string | null {
  const refused = typeof value === "string" ? refusedCharacter(value) : null;
  if (refused !== null) return refused;
  if (property.kind !== "enum") {
    const problem = validateScalar(property.type, value);
    if (problem !== null) return `${problem}${invisibleClause(String(value))}`;
    return isDate(property) ? impossibleYear(property.name, String(value)) : null;
  }
  const values = model.enums.get(property.type) ?? [];
  const text = String(value);
  if (values.includes(text)) return null;
  const near = nearest(text, values, 3).map((option) => JSON.stringify(option));
  return `is no ${property.type}${invisibleClause(text)}: ${near.length > 0 ? `did you mean ${oneOf(near)}? Its values are` : "its values are"} ${values.join(", ")}`;
}
