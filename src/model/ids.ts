import type { Model, NodeType } from "./types.ts";

/** What may follow the prefix of an id. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Whether `id` has the form `prefix:key`. Says nothing of whether such a node exists. */
export function isId(id: string): boolean {
  const colon = id.indexOf(":");
  return colon > 0 && /^[a-z]+$/.test(id.slice(0, colon)) && KEY.test(id.slice(colon + 1));
}

/** The part of an id before the colon; the whole text where there is none. */
export function prefixOf(id: string): string {
  const colon = id.indexOf(":");
  return colon < 0 ? id : id.slice(0, colon);
}

const typesByPrefix = new WeakMap<Model, ReadonlyMap<string, NodeType>>();

/** The node type that an id belongs to by its prefix, or null where the id is malformed or the prefix unknown. */
export function nodeTypeOf(model: Model, id: string): NodeType | null {
  if (!isId(id)) return null;
  let types = typesByPrefix.get(model);
  if (!types) {
    types = new Map([...model.nodes.values()].map((node) => [node.prefix, node]));
    typesByPrefix.set(model, types);
  }
  return types.get(prefixOf(id)) ?? null;
}
