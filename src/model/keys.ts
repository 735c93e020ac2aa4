import type { Model } from "./types.ts";

/** Properties by whose values one node of a type is found: no two nodes have the same value in any of them. */
export interface UniqueKey {
  /** The node type. */
  readonly type: string;
  /** They share their values: what is one country's `iso2` is no other's `code`. */
  readonly properties: readonly string[];
  /** Properties that tell nodes with the same value apart. */
  readonly within: readonly string[];
}

const keysOf = new WeakMap<Model, readonly UniqueKey[]>();

/** The keys of all types: what look-ups find nodes by, and what the schema calls unique (@unique). */
export function uniqueKeys(model: Model): readonly UniqueKey[] {
  const known = keysOf.get(model);
  if (known) return known;
  const keys: UniqueKey[] = [];
  const withinOf = (type: string, by: readonly string[]) => [
    ...new Set(by.flatMap((name) => model.nodes.get(type)?.properties.get(name)?.unique ?? [])),
  ];
  for (const { type, by } of model.lookups) keys.push({ type, properties: by, within: withinOf(type, by) });
  for (const type of model.nodes.values()) {
    for (const { name, unique } of type.properties.values()) {
      const isKnown = keys.some((key) => key.type === type.name && key.properties.includes(name));
      if (unique !== null && !isKnown) keys.push({ type: type.name, properties: [name], within: unique });
    }
  }
  keysOf.set(model, keys);
  return keys;
}

/** The relationship types that make a hierarchy of some type. */
export function hierarchyTypes(model: Model): readonly string[] {
  return [...new Set([...model.nodes.values()].flatMap(({ hierarchy }) => hierarchy ?? []))];
}
