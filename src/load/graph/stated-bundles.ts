import type { GraphEngine } from "../../engine/port.ts";
import { type Model, statedProperties } from "../../model/index.ts";
import type { Bundle } from "../record.ts";
import { statedValues } from "./best-value.ts";
import { readBundles } from "./snapshot.ts";
import { recordedProperties } from "./stored-properties.ts";

/** What bundles say, just as it was stated, by name; one of which the graph has nothing is empty. Throws EngineError. */
export async function bundlesInGraph(engine: GraphEngine, model: Model, names: readonly string[]): Promise<Bundle[]> {
  const place = { file: "", line: 1, column: 1 };
  const state = await readBundles(engine, model, names);
  const bundles = new Map(
    names.map((name) => [name, { name, nodes: [] as Bundle["nodes"][number][], edges: [] as Bundle["edges"][number][], place }]),
  );
  for (const node of state.nodes.values()) {
    const type = model.nodes.get(node.type);
    if (!type) continue;
    const properties = recordedProperties(type.properties, statedValues(type, node.values));
    bundles.get(node.bundle)?.nodes.push({ type: type.name, id: node.id, properties, place });
  }
  for (const { type, from, to, parts } of state.edges.values()) {
    const known = model.edges.get(type);
    if (!known) continue;
    for (const [name, part] of parts) {
      const properties = recordedProperties(statedProperties(known), part.properties);
      bundles.get(name)?.edges.push({ type, from, to, properties, claims: part.claims, place });
    }
  }
  const key = ({ from, type, to, properties }: Bundle["edges"][number]) => [from, type, to, JSON.stringify(properties)].join("|");
  for (const { nodes, edges } of bundles.values()) {
    nodes.sort((a, b) => compare(a.id, b.id));
    edges.sort((a, b) => compare(key(a), key(b)));
  }
  return [...bundles.values()];
}

/** By code units, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
