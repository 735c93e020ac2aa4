import type { GraphEngine, Row, Value } from "../engine/port.ts";
import { edgeKeyOf } from "../load/index.ts";
import { DATED, type Model, prefixOf } from "../model/index.ts";

/** What the formats of others have of every dated edge: its properties, and its claims by id. */
export const DATED_KEYS: readonly string[] = [...DATED.keys(), "claims"];

/** How many nodes are read at once. */
const NODES_AT_ONCE = 500;

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
  /** Stands for the edge among all others. */
  readonly key: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** All nodes of a type, or of all types, by id, a portion at a time: only ids are held in memory. Throws EngineError. */
export async function* nodePortions(engine: GraphEngine, model: Model, type: string | null): AsyncGenerator<readonly StoredNode[]> {
  const types = new Map([...model.nodes.values()].map((node) => [node.prefix, node.name]));
  for (const ids of portions(await allIds(engine, [type ?? "Node"]))) {
    const rows = await engine.read({
      text: "UNWIND $ids AS id MATCH (n:Node {id: id}) RETURN n.id, properties(n) ORDER BY n.id",
      params: { ids },
    });
    yield rows.map(([id, values]) => ({ id: String(id), type: types.get(prefixOf(String(id))) ?? "Node", values: valuesOf(values) }));
  }
}

/** All edges, or those of a relationship type, by where they start, a portion at a time. Throws EngineError. */
export async function* edgePortions(engine: GraphEngine, model: Model, relationship: string | null): AsyncGenerator<readonly StoredEdge[]> {
  const walk = relationship === null ? "[r]" : `[r:${relationship}]`;
  const pairs = relationship === null ? null : model.edges.get(relationship)?.pairs;
  const starts = pairs ? new Set([...pairs].map((pair) => pair.slice(0, pair.indexOf(">")))) : ["Node"];
  for (const ids of portions(await allIds(engine, starts))) {
    const text = `UNWIND $ids AS id MATCH (a:Node {id: id})-${walk}->(b:Node) RETURN type(r), a.id, b.id, properties(r)`;
    const rows = await engine.read({ text, params: { ids } });
    const edges = rows.map((row) => storedEdge(model, row));
    yield edges.sort((a, b) => compare(a.from, b.from) || compare(a.key, b.key));
  }
}

/** The edges that start or end at some nodes, by node, in an order that stays. Throws EngineError. */
export async function edgesAt(engine: GraphEngine, model: Model, ids: readonly string[]): Promise<Map<string, StoredEdge[]>> {
  const edges = new Map<string, Map<string, StoredEdge>>(ids.map((id) => [id, new Map()]));
  for (const pattern of ["(n)-[r]->(m:Node) RETURN type(r), n.id, m.id", "(n)<-[r]-(m:Node) RETURN type(r), m.id, n.id"]) {
    const text = `UNWIND $ids AS id MATCH (n:Node {id: id}) MATCH ${pattern}, properties(r)`;
    for (const row of await engine.read({ text, params: { ids: [...ids] } })) {
      const edge = storedEdge(model, row);
      for (const id of [edge.from, edge.to]) edges.get(id)?.set(edge.key, edge);
    }
  }
  return new Map([...edges].map(([id, all]) => [id, [...all.values()].sort((a, b) => compare(a.type, b.type) || compare(a.key, b.key))]));
}

/** An edge of a row `[type, from, to, properties]`. */
export function storedEdge(model: Model, [type, from, to, properties]: Row): StoredEdge {
  const ends = { type: String(type), from: String(from), to: String(to) };
  const values = valuesOf(properties);
  return { ...ends, key: edgeKeyOf(model, ends, values), values };
}

async function allIds(engine: GraphEngine, labels: Iterable<string>): Promise<string[]> {
  const ids: string[] = [];
  for (const label of labels) {
    const rows: readonly Row[] = await engine.read({ text: `MATCH (n:${label}) RETURN n.id`, params: {} });
    for (const [id] of rows) ids.push(String(id));
  }
  return ids.sort(compare);
}

function* portions(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += NODES_AT_ONCE) yield ids.slice(start, start + NODES_AT_ONCE);
}

/** What a row says of the properties of something. */
export function valuesOf(value: Value | undefined): Readonly<Record<string, Value>> {
  return isMap(value) ? value : {};
}

function isMap(value: Value | undefined): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Orders texts by their code units, as the engines do. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
