import type { GraphEngine, Row, Value } from "../../engine/port.ts";
import type { NodeType, Property } from "../../model/index.ts";
import { batchesOf } from "./batches.ts";
import { presentValues, textOf, textOrNull, textsOf, type Values } from "./values.ts";

/** The ids among `ids` that the graph has, or had before a merge: those stand for other nodes. Throws EngineError. */
export async function existing(engine: GraphEngine, ids: readonly string[]): Promise<Set<string>> {
  const found = await readInBatches(engine, "UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id", ids);
  return new Set([...found.map(([id]) => textOf(id)), ...(await mergedAmong(engine, ids)).keys()]);
}

/** Those of some ids that the graph has, or had before a merge, each with the bundle that defines it. Throws EngineError. */
export async function owners(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await readInBatches(engine, "UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id, n.bundle", ids);
  return new Map([...(await mergedAmong(engine, ids)), ...found.map(([id, bundle]) => [textOf(id), textOf(bundle)] as const)]);
}

/** Those of some ids that were merged into other nodes, each with the bundle that defined it. Throws EngineError. */
async function mergedAmong(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await readInBatches(engine, "UNWIND $items AS id MATCH (m:Merged {id: id}) RETURN m.id, m.bundle", ids);
  return new Map(found.map(([id, bundle]) => [textOf(id), textOf(bundle)]));
}

/** A code of another edition that corresponds to one. */
export interface Corresponding {
  readonly id: string;
  /** The edition that it is of. */
  readonly edition: string;
  /** Whether both stand for the same goods (`ONE_TO_ONE`). */
  readonly isSame: boolean;
}

/** The codes of other editions that correspond to some codes, by the ids of these. Throws EngineError. */
export async function correspondences(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, Corresponding[]>> {
  const text = `UNWIND $items AS id MATCH (n:Node {id: id})-[e:CORRESPONDS_TO]-(m:Commodity) RETURN n.id, m.id, m.hsEdition, e.correlation`;
  const found = new Map<string, Corresponding[]>();
  for (const [id, other, edition, correlation] of await readInBatches(engine, text, ids)) {
    const all = found.get(textOf(id)) ?? [];
    found.set(textOf(id), all);
    all.push({ id: textOf(other), edition: textOf(edition), isSame: correlation === "ONE_TO_ONE" });
  }
  return found;
}

/** Those of some nodes that the graph has, as they are stored. Throws EngineError. */
export async function readNodes(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, Values>> {
  const found = await readInBatches(engine, "UNWIND $items AS id MATCH (n:Node {id: id}) RETURN n.id, properties(n)", ids);
  return new Map(found.map(([id, values]) => [textOf(id), presentValues(values)]));
}

/** What the graph notes of a bundle that came in a stream. */
export interface BundleNote {
  /** Stands for all that it said; null where something of it was left out, or something else has written it since. */
  readonly digest: string | null;
  /** What made it (`Bundle.origin`); null where nothing says so. */
  readonly origin: string | null;
  /** What was left out of it, since the graph lacked an end; missing where nothing was. */
  readonly part?: Part;
}

/** A bundle that is in the graph but for edges without an end. */
export interface Part {
  /** Stands for all that the bundle said, these edges included. */
  readonly digest: string;
  /** The end that each of these edges lacked. */
  readonly lacks: readonly string[];
}

/** The notes that the graph has of some bundles. Throws EngineError. */
export async function readNotes(engine: GraphEngine, names: readonly string[]): Promise<Map<string, BundleNote>> {
  const text = "UNWIND $items AS name MATCH (b:Bundle {name: name}) RETURN b.name, b.digest, b.origin, b.part, b.lacks";
  const found = await readInBatches(engine, text, names);
  return new Map(
    found.map(([name, digest, origin, part, lacks]) => [
      textOf(name),
      {
        digest: textOrNull(digest),
        origin: textOrNull(origin),
        ...(typeof part === "string" ? { part: { digest: part, lacks: textsOf(lacks) } } : {}),
      },
    ]),
  );
}

/** Those of some bundles that came in a stream. Throws EngineError. */
export async function bundlesNoted(engine: GraphEngine, names: readonly string[]): Promise<Set<string>> {
  return new Set((await readNotes(engine, names)).keys());
}

/** Those bundles of which the graph has nodes. Throws EngineError. */
export async function bundlesWithNodes(engine: GraphEngine, names: readonly string[]): Promise<Set<string>> {
  const found = await readInBatches(engine, "UNWIND $items AS name MATCH (n:Node {bundle: name}) RETURN DISTINCT name", names);
  return new Set(found.map(([name]) => textOf(name)));
}

/**
 * Ids of the nodes of a type by the values of one property, of a list by its items; a value that no node has is no key. `type` and `property`
 * are the model's; of an indexed one, only nodes that also have the values `within`. What is indexed is looked up value by value, all else is found in one scan of the type. Throws EngineError.
 */
export async function nodesBy(
  engine: GraphEngine,
  type: NodeType,
  property: Property,
  values: readonly string[],
  within: Readonly<Record<string, string>> = {},
): Promise<Map<string, string[]>> {
  const { name } = property;
  const same = Object.keys(within).map((other) => `, ${other}: $${other}`);
  const text = property.indexed
    ? `UNWIND $items AS value MATCH (n:${type.name} {${name}: value${same.join("")}}) RETURN value, n.id`
    : property.list
      ? `MATCH (n:${type.name}) WHERE any(v IN n.${name} WHERE v IN $items) RETURN n.${name}, n.id`
      : `MATCH (n:${type.name}) WHERE n.${name} IN $items RETURN n.${name}, n.id`;
  const wanted = new Set(values);
  const found = new Map<string, string[]>();
  for (const [value, id] of await readInBatches(engine, text, values, within))
    for (const item of Array.isArray(value) ? textsOf(value) : [textOf(value)])
      if (wanted.has(item)) found.set(item, [...(found.get(item) ?? []), textOf(id)]);
  return found;
}

/** Runs a statement over `$items`, a batch at a time; `more` are its other parameters. Throws EngineError. */
export async function readInBatches(
  engine: GraphEngine,
  statement: string,
  items: readonly Value[],
  more: Readonly<Record<string, Value>> = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const batch of batchesOf(items)) {
    for (const row of await engine.read({ text: statement, params: { ...more, items: batch } })) rows.push(row);
  }
  return rows;
}

/** Whether any bundle of this origin was loaded (`Bundle.origin`). Throws EngineError. */
export async function hasOrigin(engine: GraphEngine, origin: string): Promise<boolean> {
  const rows = await engine.read({ text: "MATCH (b:Bundle) WHERE b.origin = $origin RETURN b.name LIMIT 1", params: { origin } });
  return rows.length > 0;
}
