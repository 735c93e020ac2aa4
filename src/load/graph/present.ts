import type { GraphEngine, Value } from "../../engine/port.ts";
import { ABOUT, CLAIM, type Model, type NodeType, nodeTypeOf, statedProperties } from "../../model/index.ts";
import type { Properties } from "../record.ts";
import { statedValues } from "./best-value.ts";
import { readInBatches, readNodes } from "./lookups.ts";
import { edgeKeyOf } from "./stored-edge.ts";
import { recordedProperties } from "./stored-properties.ts";
import { presentValues, textOf, textOrNull, textsOf } from "./values.ts";

/** A node by its id, and the bundle that asks about it. */
export interface Asked {
  readonly id: string;
  readonly bundle: string;
}

/** What the graph has of a node, as a bundle sees it that asks. */
export interface PresentNode {
  /** The bundle that defines it. */
  readonly owner: string;
  /** Its values as they count. */
  readonly values: Properties;
  /** Fields to which somebody else than the bundle that asks gives a value: the record, another's claim, an edge. Only those edge fields that were asked for. */
  readonly held: ReadonlySet<string>;
  /** By edge field that was asked for: where it leads, whoever says so. */
  readonly ends: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the graph has of an edge, as a bundle sees it that asks. */
export interface PresentEdge {
  /** Its values and claims as they count. */
  readonly values: Properties;
  readonly claims: readonly string[];
}

/** Those of some nodes that the graph has, by id; `edgeFields` are the edge fields to look at. Throws EngineError. */
export async function presentNodes(
  engine: GraphEngine,
  model: Model,
  asked: readonly Asked[],
  edgeFields: readonly string[],
): Promise<Map<string, PresentNode>> {
  const bundleOf = new Map(asked.map(({ id, bundle }) => [id, bundle]));
  const stored = await readNodes(engine, [...bundleOf.keys()]);
  const ids = [...stored.keys()];
  const byOthers = await claimedByOthers(engine, ids, bundleOf);
  const edges = await edgesOf(engine, model, ids, edgeFields, bundleOf);
  const found = new Map<string, PresentNode>();
  for (const [id, values] of stored) {
    const type = nodeTypeOf(model, id);
    if (!type) continue;
    const own = recordedProperties(type.properties, statedValues(type, values));
    found.set(id, {
      owner: textOf(values.bundle),
      values: recordedProperties(type.properties, values),
      held: new Set([...Object.keys(own), ...(byOthers.get(id) ?? []), ...(edges.get(id)?.held ?? [])]),
      ends: edges.get(id)?.ends ?? new Map(),
    });
  }
  return found;
}

/** By node, the fields of which claims of other bundles than the one that asks give a value. */
async function claimedByOthers(engine: GraphEngine, ids: readonly string[], bundleOf: ReadonlyMap<string, string>) {
  const text = `UNWIND $items AS id MATCH (n:Node {id: id})<-[r:${ABOUT}]-(:${CLAIM}) WHERE r.value IS NOT NULL RETURN id, r.field, r.bundles`;
  const found = new Map<string, Set<string>>();
  for (const [id, field, bundles] of await readInBatches(engine, text, ids)) {
    const name = textOrNull(field);
    if (name !== null && isOfOthers(bundles, bundleOf.get(textOf(id)))) addTo(found, textOf(id), name);
  }
  return found;
}

interface Led {
  readonly held: Set<string>;
  readonly ends: Map<string, Set<string>>;
}

async function edgesOf(
  engine: GraphEngine,
  model: Model,
  ids: readonly string[],
  names: readonly string[],
  bundleOf: ReadonlyMap<string, string>,
): Promise<Map<string, Led>> {
  const found = new Map<string, Led>();
  for (const type of new Set(ids.map((id) => nodeTypeOf(model, id)))) {
    const own = ids.filter((id) => nodeTypeOf(model, id) === type);
    for (const name of names) for (const row of await rowsOfField(engine, type, name, own)) put(row, name);
  }
  return found;

  function put({ id, end, bundles }: { id: string; end: string; bundles: Value | undefined }, name: string): void {
    const led = found.get(id) ?? { held: new Set<string>(), ends: new Map<string, Set<string>>() };
    found.set(id, led);
    addTo(led.ends, name, end);
    if (isOfOthers(bundles, bundleOf.get(id))) led.held.add(name);
  }
}

async function rowsOfField(engine: GraphEngine, type: NodeType | null, name: string, ids: readonly string[]) {
  const field = type?.edges.get(name);
  if (!field) return [];
  const walk = field.symmetric ? `-[r:${field.type}]-` : field.direction === "OUT" ? `-[r:${field.type}]->` : `<-[r:${field.type}]-`;
  const rows = await readInBatches(
    engine,
    `UNWIND $items AS id MATCH (n:Node {id: id})${walk}(m:Node) RETURN id, m.id, r.bundles, labels(m)`,
    ids,
  );
  return rows.flatMap(([id, end, bundles, labels]) =>
    textsOf(labels).some((label) => field.targets.includes(label)) ? [{ id: textOf(id), end: textOf(end), bundles }] : [],
  );
}

/**
 * Those of some edges of a type that others than one bundle state, by their keys (`edgeKeyOf`). Throws EngineError.
 */
export async function presentEdges(
  engine: GraphEngine,
  model: Model,
  type: string,
  ends: readonly { readonly from: string; readonly to: string }[],
  bundle: (key: string) => string,
): Promise<Map<string, PresentEdge>> {
  const known = model.edges.get(type);
  if (!known) return new Map();
  const text = `UNWIND $items AS row MATCH (a:Node {id: row.from})-[r:${type}]->(b:Node {id: row.to}) RETURN a.id, b.id, properties(r)`;
  const found = new Map<string, PresentEdge>();
  for (const [from, to, properties] of await readInBatches(
    engine,
    text,
    ends.map((end) => ({ ...end })),
  )) {
    const values = presentValues(properties);
    const key = edgeKeyOf(model, { type, from: textOf(from), to: textOf(to) }, values);
    if (isOfOthers(values.bundles, bundle(key)))
      found.set(key, { values: recordedProperties(statedProperties(known), values), claims: textsOf(values.claims) });
  }
  return found;
}

function isOfOthers(bundles: Value | undefined, bundle: string | undefined): boolean {
  return textsOf(bundles).some((name) => name !== bundle);
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
