import type { Value } from "../../engine/port.ts";
import type { Property } from "../../model/index.ts";
import type { Properties, PropertyValue } from "../record.ts";
import type { Values } from "./values.ts";

/** A property as it is stored: objects as JSON, their fields in the order of the schema, so that the same object is the same text. */
export function storedValue(value: PropertyValue, property: Property): Value {
  if (typeof value !== "object") return value;
  return value.map((item) => (typeof item === "object" ? JSON.stringify(item, [...property.fields.keys()]) : item));
}

/** The reverse: what a record said of some properties, given how they are stored; lists that hold nothing were not said. */
export function recordedProperties(known: ReadonlyMap<string, Property>, stored: Values): Properties {
  const recorded: Record<string, PropertyValue> = {};
  for (const property of known.values()) {
    const value = stored[property.name];
    if (property.derived || property.name === "id" || value === undefined || value === null) continue;
    if (!Array.isArray(value)) recorded[property.name] = typeof value === "bigint" ? Number(value) : (value as PropertyValue);
    else if (value.length > 0)
      recorded[property.name] = (property.kind === "value" ? value.map((item) => JSON.parse(String(item))) : value) as PropertyValue;
  }
  return recorded;
}
