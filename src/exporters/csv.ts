import type { GraphEngine, Value } from "../engine/port.ts";
import { InputError, joinList } from "../load/index.ts";
import { type EdgeField, type Model, type NodeType, prefixOf, statedProperties } from "../model/index.ts";
import { edgePortions, nodePortions } from "./graph.ts";
import { csvLine } from "./table.ts";
import { nodesWithEdges } from "./with-edges.ts";

/**
 * One node type or one relationship type as a table, with the columns that `import csv --as` reads: a node's properties, and the ids that
 * its edges lead to; an edge's ends, dates and claims. Lists are joined as all tables have them (`joinList`). What the loader computes (`date`, `recordedOn`) is left out,
 * as are lists of maps, which no cell holds. With edges, see with-edges.ts. Throws InputError where the schema has no such type.
 */
export function csv(engine: GraphEngine, model: Model, as: string, withEdges = false): AsyncGenerator<string> {
  const node = model.nodes.get(as);
  if (node) return withEdges ? nodesWithEdges(engine, model, node) : nodeTable(engine, model, node);
  if (withEdges) throw new InputError(`--with-edges goes with a node type: of ${as} every row is an edge, with what stands on it.`);
  if (model.edges.has(as)) return edgeTable(engine, model, as);
  throw new InputError(`--as ${as} is no node type or relationship type: ${[...model.nodes.keys(), ...model.edges.keys()].join(", ")}.`);
}

async function* nodeTable(engine: GraphEngine, model: Model, type: NodeType): AsyncGenerator<string> {
  const properties = [...type.properties.values()].filter((p) => p.name !== "id" && p.kind !== "value" && !p.derived).map((p) => p.name);
  // A symmetric edge stands in one column whichever end stated it.
  const fields = [...type.edges.values()].filter((field) => field.direction === "OUT");
  yield csvLine(["id", ...properties, ...fields.map((field) => field.name)]);
  for await (const nodes of nodePortions(engine, model, type.name)) {
    const ends = await endsOf(
      engine,
      nodes.map((node) => node.id),
    );
    yield nodes
      .map(({ id, values }) => {
        const found = ends.get(id) ?? [];
        return csvLine([
          id,
          ...properties.map((name) => cell(values[name])),
          ...fields.map((field) => joinList(under(field, found, model))),
        ]);
      })
      .join("");
  }
}

async function* edgeTable(engine: GraphEngine, model: Model, relationship: string): AsyncGenerator<string> {
  const type = model.edges.get(relationship);
  const properties = type ? [...statedProperties(type).keys()] : [];
  const claims = type?.dated ? ["claims"] : [];
  yield csvLine(["from", "to", ...properties, ...claims]);
  for await (const edges of edgePortions(engine, model, relationship)) {
    yield edges
      .map(({ from, to, values }) => csvLine([from, to, ...[...properties, ...claims].map((name) => cell(values[name]))]))
      .join("");
  }
}

/** The edges that start at some nodes: their types and where they lead, by where they start. */
async function endsOf(engine: GraphEngine, ids: readonly string[]): Promise<Map<string, [type: string, to: string][]>> {
  const text = "UNWIND $ids AS id MATCH (a:Node {id: id})-[r]->(b:Node) RETURN a.id, type(r), b.id ORDER BY a.id, b.id";
  const ends = new Map<string, [string, string][]>();
  for (const [from, type, to] of await engine.read({ text, params: { ids: [...ids] } })) {
    const known = ends.get(String(from));
    if (known) known.push([String(type), String(to)]);
    else ends.set(String(from), [[String(type), String(to)]]);
  }
  return ends;
}

function under(field: EdgeField, ends: readonly (readonly [string, string])[], model: Model): string[] {
  const fits = (id: string) => field.targets.some((target) => model.nodes.get(target)?.prefix === prefixOf(id));
  return [...new Set(ends.flatMap(([type, to]) => (type === field.type && fits(to) ? [to] : [])))];
}

/** A value as a cell. */
export function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? joinList(value.map(String)) : String(value);
}
