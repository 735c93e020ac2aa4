import type { GraphEngine } from "../../engine/port.ts";
import { type UniqueKey, uniqueKeys } from "../../model/index.ts";
import type { Bundle } from "../record.ts";
import { readInBatches } from "./lookups.ts";
import type { State } from "./state.ts";
import { presentValues, textOf } from "./values.ts";

/** Whether any record of some bundles has a key that no other node may have. */
export function haveKeys(state: State, bundles: readonly Bundle[]): boolean {
  return uniqueKeys(state.model).some((key) => keyValues(key, bundles).length > 0);
}

/** Reads the nodes of the graph that have a key of the bundles' records: an indexed look-up of all values at once for each property. Throws EngineError. */
export async function readSameKeys(engine: GraphEngine, state: State, bundles: readonly Bundle[]): Promise<void> {
  for (const key of uniqueKeys(state.model)) {
    const values = keyValues(key, bundles);
    for (const property of values.length > 0 ? key.properties : []) {
      const statement = `UNWIND $items AS value MATCH (n:${key.type} {${property}: value}) RETURN n.id, properties(n)`;
      for (const [id, found] of await readInBatches(engine, statement, values))
        if (!state.nodes.has(textOf(id))) state.addNode(textOf(id), presentValues(found));
    }
  }
}

function keyValues({ type, properties }: UniqueKey, bundles: readonly Bundle[]): string[] {
  const values = new Set<string>();
  for (const { nodes } of bundles) {
    for (const node of nodes) {
      for (const name of node.type === type ? properties : []) {
        const value = node.properties[name];
        if (typeof value === "string") values.add(value);
      }
    }
  }
  return [...values];
}
