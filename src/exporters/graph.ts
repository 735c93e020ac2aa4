import type { GraphEngine, Row, Value } from "../engine/port.ts";
import { edgeProperties } from "../load/fields.ts";
import type { Bundle } from "../load/record.ts";
import { readBundles } from "../load/snapshot.ts";
import { recordedProperties } from "../load/stored.ts";
import { statedValues } from "../load/supported.ts";
import { type Model, prefixOf } from "../model/index.ts";

/** How many nodes are read at once. */
const NODES_AT_ONCE = 500;
/** How many bundles are read at once. */
const BUNDLES_AT_ONCE = 200;

/** A node as it is stored. */
export interface StoredNode {
  readonly id: string;
  /** Its node type. */
  readonly type: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** An edge as it is stored. */
export interface StoredEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** All nodes of a type, or of all types, by id, a portion at a time: only ids are held in memory. Throws EngineError. */
export async function* nodePortions(engine: GraphEngine, model: Model, type: string | null): AsyncGenerator<readonly StoredNode[]> {
  const types = new Map([...model.nodes.values()].map((node) => [node.prefix, node.name]));
  for (const ids of portions(await allIds(engine, type))) {
    const rows = await engine.read({
      text: "UNWIND $ids AS id MATCH (n:Node {id: id}) RETURN n.id, properties(n) ORDER BY n.id",
      params: { ids },
    });
    yield rows.map(([id, values]) => ({ id: String(id), type: types.get(prefixOf(String(id))) ?? "Node", values: valuesOf(values) }));
  }
}

/** All edges, or those of a relationship type, by where they start, a portion at a time. Throws EngineError. */
export async function* edgePortions(engine: GraphEngine, relationship: string | null): AsyncGenerator<readonly StoredEdge[]> {
  const walk = relationship === null ? "[r]" : `[r:${relationship}]`;
  for (const ids of portions(await allIds(engine, null))) {
    const text = `UNWIND $ids AS id MATCH (a:Node {id: id})-${walk}->(b:Node) RETURN type(r), a.id, b.id, properties(r) ORDER BY a.id, r.key`;
    const rows = await engine.read({ text, params: { ids } });
    yield rows.map(([type, from, to, values]) => ({ type: String(type), from: String(from), to: String(to), values: valuesOf(values) }));
  }
}

/** Everything as bundles, just as they were stated: what the loader worked out is left out. Throws EngineError. */
export async function* bundlesOf(engine: GraphEngine, model: Model): AsyncGenerator<Bundle> {
  const place = { file: "", line: 1, column: 1 };
  const named = async (text: string) => (await engine.read({ text, params: {} })).map(([name]) => String(name));
  const nodes = await named("MATCH (n:Node) WHERE n.bundle IS NOT NULL RETURN DISTINCT n.bundle");
  const reaching = await named("MATCH (b:Bundle) RETURN b.name");
  const all = [...new Set([...nodes, ...reaching])].sort();
  for (let start = 0; start < all.length; start += BUNDLES_AT_ONCE) {
    const names = all.slice(start, start + BUNDLES_AT_ONCE);
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
        const properties = recordedProperties(edgeProperties(known), part.properties);
        bundles.get(name)?.edges.push({ type, from, to, properties, claims: part.claims, place });
      }
    }
    for (const { nodes, edges, ...bundle } of bundles.values()) {
      if (nodes.length + edges.length === 0) continue;
      const key = ({ from, type, to, properties }: Bundle["edges"][number]) => [from, type, to, JSON.stringify(properties)].join("|");
      yield { ...bundle, nodes: nodes.sort((a, b) => compare(a.id, b.id)), edges: edges.sort((a, b) => compare(key(a), key(b))) };
    }
  }
}

async function allIds(engine: GraphEngine, type: string | null): Promise<string[]> {
  const rows: readonly Row[] = await engine.read({ text: `MATCH (n:${type ?? "Node"}) RETURN n.id`, params: {} });
  return rows.map(([id]) => String(id)).sort(compare);
}

function* portions(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += NODES_AT_ONCE) yield ids.slice(start, start + NODES_AT_ONCE);
}

function valuesOf(value: Value | undefined): Readonly<Record<string, Value>> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Readonly<Record<string, Value>>) : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
