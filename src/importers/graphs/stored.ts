import { splitList, type Values } from "../../load/index.ts";
import type { Property } from "../../model/index.ts";

type Value = Values[string];

/** The stored values that texts of a file stand for, by the properties that they are named like. */
export function valuesOf(properties: Iterable<Property>, data: ReadonlyMap<string, string>): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const property of properties) {
    const text = data.get(property.name);
    if (text !== undefined) values[property.name] = property.list ? splitList(text) : oneOf(property, text);
  }
  return values;
}

/** A text as a value of a property; what is no number stays a text, which the loader refuses. */
function oneOf({ type }: Property, text: string): Value {
  if (type === "Float" || type === "Int") return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
  return type === "Boolean" && (text === "true" || text === "false") ? text === "true" : text;
}
