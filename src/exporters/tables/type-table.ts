import type { GraphEngine, Value } from "../../engine/port.ts";
import { InputError } from "../../load/index.ts";
import { type EdgeField, type Model, type NodeType, type Property, prefixOf, statedProperties } from "../../model/index.ts";
import { edgePortions, nodePortions } from "../graph.ts";
import { nodesWithEdges } from "./with-edges.ts";

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** What its values are. A date that may be a month or a year is a text; a `day` is always whole. */
  readonly kind: "text" | "integer" | "number" | "boolean" | "day";
  /** Whether a cell holds a list of such values. */
  readonly list: boolean;
}

/** A table: its columns, and its rows a portion at a time. A cell that says nothing is null. */
export interface TypeTable {
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cells[]>;
}

/** The cells of a row, in the order of the columns. */
export type Cells = readonly Value[];

/** The name of every type that there is a table of: node types, then relationship types. */
export function tableTypes(model: Model): string[] {
  return [...model.nodes.keys(), ...model.edges.keys()];
}

/**
 * One node type or one relationship type as a table: a node's properties, and the ids that its edges lead to; an edge's ends, dates and claims. What the loader computes
 * (`date`, `recordedOn`) is left out, as are lists of maps, which no cell holds. With edges, see with-edges.ts. Throws InputError where the schema has no such type.
 */
export function typeTable(engine: GraphEngine, model: Model, as: string, withEdges = false): TypeTable {
  const node = model.nodes.get(as);
  if (node) return withEdges ? nodesWithEdges(engine, model, node) : nodeTable(engine, model, node);
  if (withEdges) throw new InputError(`--with-edges goes with a node type: of ${as} every row is an edge, with what stands on it.`);
  if (model.edges.has(as)) return edgeTable(engine, model, as);
  throw new InputError(`--as ${as} is no node type or relationship type: ${tableTypes(model).join(", ")}.`);
}

/** The column of texts. */
export const textColumn = (name: string, list = false): Column => ({ name, kind: "text", list });

const KINDS: Readonly<Record<string, Column["kind"]>> = { Int: "integer", Float: "number", Boolean: "boolean", Date: "day" };

/** The column of a property. */
export function columnOf({ name, type, list }: Property): Column {
  return { name, kind: KINDS[type] ?? "text", list };
}

function nodeTable(engine: GraphEngine, model: Model, type: NodeType): TypeTable {
  const properties = [...type.properties.values()].filter((p) => p.name !== "id" && p.kind !== "value" && !p.derived);
  // A symmetric edge stands in one column whichever end stated it.
  const fields = [...type.edges.values()].filter((field) => field.direction === "OUT");
  async function* rows(): AsyncGenerator<Cells[]> {
    for await (const nodes of nodePortions(engine, model, type.name)) {
      const ends = await endsOf(
        engine,
        nodes.map((node) => node.id),
      );
      yield nodes.map(({ id, values }) => {
        const found = ends.get(id) ?? [];
        return [id, ...properties.map(({ name }) => values[name] ?? null), ...fields.map((field) => under(field, found, model))];
      });
    }
  }
  return {
    columns: [textColumn("id"), ...properties.map(columnOf), ...fields.map(({ name }) => textColumn(name, true))],
    rows: rows(),
  };
}

function edgeTable(engine: GraphEngine, model: Model, relationship: string): TypeTable {
  const type = model.edges.get(relationship);
  const properties = type ? [...statedProperties(type).values()] : [];
  const claims = type?.dated ? ["claims"] : [];
  const names = [...properties.map(({ name }) => name), ...claims];
  async function* rows(): AsyncGenerator<Cells[]> {
    for await (const edges of edgePortions(engine, model, relationship))
      yield edges.map(({ from, to, values }) => [from, to, ...names.map((name) => values[name] ?? null)]);
  }
  return {
    columns: [textColumn("from"), textColumn("to"), ...properties.map(columnOf), ...claims.map((name) => textColumn(name, true))],
    rows: rows(),
  };
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
