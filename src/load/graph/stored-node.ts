import type { Value } from "../../engine/port.ts";
import { searchNames, searchWords } from "../../engine/port.ts";
import { type NodeType, THERE_FROM } from "../../model/index.ts";
import type { NodeRecord, PropertyValue } from "../record.ts";
import { statedValues } from "./best-value.ts";
import { NAMES_EDGES } from "./edge-claims.ts";
import { storedValue } from "./stored-properties.ts";
import type { Values } from "./values.ts";

/** The stored form of a node: its properties, its bundle, and the words that search finds it by. `recordedOn` and `thereFrom` are added when all claims are known. */
export function nodeValues(type: NodeType, record: NodeRecord, bundle: string): Values {
  const values: Record<string, Value> = { id: record.id, bundle };
  for (const property of type.properties.values()) {
    const stated = record.properties[property.name];
    if (stated !== undefined) values[property.name] = storedValue(stated, property);
    else if (property.list) values[property.name] = [];
  }
  // Acts of different types are ordered by one property, whatever each type calls the day that dates it.
  const dated = type.date === null ? undefined : values[type.date];
  if (dated !== undefined && type.properties.get("date")?.derived) values.date = dated;
  Object.assign(values, searchValues(type, record.properties));
  return values;
}

/** What search finds a node by, from what its record says. */
export function searchValues({ names, search }: NodeType, says: Readonly<Record<string, PropertyValue | Value | undefined>>): Values {
  const texts = (properties: readonly string[]) => properties.flatMap((name) => searchedTexts(says[name]));
  const found = { searchText: searchWords(texts([...names, ...search])), searchNames: searchNames(texts(names)) };
  return Object.fromEntries(Object.entries(found).filter(([, words]) => words !== ""));
}

function searchedTexts(value: PropertyValue | Value | undefined): string[] {
  if (value === undefined || value === null || typeof value === "boolean") return [];
  if (typeof value !== "object") return [String(value)];
  return Array.isArray(value) ? value.flatMap((item) => (typeof item === "object" ? [] : [String(item)])) : [];
}

/** What follows from the claims and sources of a node that is stored, or from those of a claim. */
const DERIVED_OF_NODES: readonly string[] = ["recordedOn", "sourceId", "official", THERE_FROM, NAMES_EDGES];

/** Of a node's values, those that follow from its claims and sources. */
export function derivedValues(values: Values): Values {
  return Object.fromEntries(DERIVED_OF_NODES.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

/** What a node's own record says, given how the node is stored: without all that follows from claims and sources. */
export function withoutDerived(type: NodeType, stored: Values): Values {
  const stated = { ...statedValues(type, stored) };
  for (const name of DERIVED_OF_NODES) delete stated[name];
  return stated;
}
