import { storedText } from "../model/index.ts";
import type { Bundle, Properties, PropertyValue, Scalar, ValueObject } from "./record.ts";

/** The same bundle with its texts as they are stored: every door into the graph leads through here. Returns the bundle itself where nothing changes. */
export function withStoredTexts(bundle: Bundle): Bundle {
  const nodes = changed(bundle.nodes, ofRecord);
  const edges = changed(bundle.edges, ofRecord);
  return nodes === bundle.nodes && edges === bundle.edges ? bundle : { ...bundle, nodes, edges };
}

function ofRecord<T extends { readonly properties: Properties }>(record: T): T {
  const properties = ofProperties(record.properties, ofValue);
  return properties === record.properties ? record : { ...record, properties };
}

function ofValue(value: PropertyValue): PropertyValue {
  if (typeof value !== "object") return ofScalar(value);
  return isOfObjects(value) ? changed(value, (object) => ofProperties(object, ofScalar)) : changed(value, ofScalar);
}

function isOfObjects(list: readonly Scalar[] | readonly ValueObject[]): list is readonly ValueObject[] {
  return typeof list[0] === "object";
}

function ofScalar(value: Scalar): Scalar {
  return typeof value === "string" ? storedText(value) : value;
}

/** The same properties with other values; the object itself where none changes. */
function ofProperties<V>(properties: Readonly<Record<string, V>>, change: (value: V) => V): Readonly<Record<string, V>> {
  let other: Record<string, V> | null = null;
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined) continue;
    const next = change(value);
    if (next === value) continue;
    other ??= { ...properties };
    other[name] = next;
  }
  return other ?? properties;
}

/** A list with its items changed; the list itself where none is. */
function changed<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const others = items.map(change);
  return others.some((item, i) => item !== items[i]) ? others : items;
}
