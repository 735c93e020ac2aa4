import type { GraphEngine } from "../../engine/port.ts";
import { type Model, nodeTypeOf, statedProperties } from "../../model/index.ts";
import type { Bundle, EdgeRecord, NodeRecord, Place } from "../record.ts";
import { statedValues } from "./best-value.ts";
import { readBundles } from "./snapshot.ts";
import { type EdgeEnds, partsOf } from "./stored-edge.ts";
import { recordedProperties } from "./stored-properties.ts";
import type { Values } from "./values.ts";

/** A node of a bundle as it is stored: what counts after all claims, and in `stated` what its record says where that is another. */
export interface StoredNodeOfBundle {
  readonly id: string;
  readonly type: string;
  readonly values: Values;
}

/** An edge of a bundle as it is stored, with the names of all bundles that state it. */
export interface StoredEdgeOfBundle extends EdgeEnds {
  /** Stands for the edge among all others. */
  readonly key: string;
  readonly bundles: readonly string[];
  readonly values: Values;
}

/** What the graph holds of a bundle: as it was stated, and as it is stored. */
export interface BundleInGraph extends Bundle {
  readonly stored: { readonly nodes: readonly StoredNodeOfBundle[]; readonly edges: readonly StoredEdgeOfBundle[] };
}

const NOWHERE: Place = { file: "", line: 1, column: 1 };

/** What bundles say, just as it was stated, by name; one of which the graph has nothing is empty. Throws EngineError. */
export async function bundlesInGraph(engine: GraphEngine, model: Model, names: readonly string[]): Promise<BundleInGraph[]> {
  const state = await readBundles(engine, model, names);
  const empty = (name: string) => ({
    name,
    nodes: [] as NodeRecord[],
    edges: [] as EdgeRecord[],
    stored: { nodes: [] as StoredNodeOfBundle[], edges: [] as StoredEdgeOfBundle[] },
    place: NOWHERE,
  });
  const bundles = new Map(names.map((name) => [name, empty(name)]));
  for (const { id, type, bundle: name, values } of state.nodes.values()) {
    const bundle = bundles.get(name);
    const record = nodeRecordOf(model, id, values, NOWHERE);
    if (record === null) continue;
    bundle?.nodes.push(record);
    bundle?.stored.nodes.push({ id, type, values });
  }
  for (const { key, type, from, to, parts, stored } of state.edges.values()) {
    const values = stored ?? {};
    for (const [name, record] of edgeRecordsOf(model, { type, from, to }, values, NOWHERE)) {
      bundles.get(name)?.edges.push(record);
      bundles.get(name)?.stored.edges.push({ key, type, from, to, bundles: [...parts.keys()], values });
    }
  }
  const key = ({ from, type, to, properties }: EdgeRecord) => [from, type, to, JSON.stringify(properties)].join("|");
  for (const { nodes, edges, stored } of bundles.values()) {
    nodes.sort((a, b) => compare(a.id, b.id));
    edges.sort((a, b) => compare(key(a), key(b)));
    stored.nodes.sort((a, b) => compare(a.id, b.id));
    stored.edges.sort((a, b) => compare(a.key, b.key));
  }
  return [...bundles.values()];
}

/** What the record of a stored node says; null where the schema has no type for its id. */
export function nodeRecordOf(model: Model, id: string, values: Values, place: Place): NodeRecord | null {
  const type = nodeTypeOf(model, id);
  return type && { type: type.name, id, properties: recordedProperties(type.properties, statedValues(type, values)), place };
}

/** What the records of a stored edge say, by the bundle that each is of; none where the schema has no such edge. */
export function edgeRecordsOf(model: Model, { type, from, to }: EdgeEnds, values: Values, place: Place): Map<string, EdgeRecord> {
  const known = model.edges.get(type);
  if (!known) return new Map();
  return new Map(
    [...partsOf(model, type, values)].map(([name, part]) => {
      const properties = recordedProperties(statedProperties(known), part.properties);
      return [name, { type, from, to, properties, claims: part.claims, place }];
    }),
  );
}

/** By code units, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
