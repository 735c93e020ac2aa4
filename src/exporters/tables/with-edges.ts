import type { GraphEngine } from "../../engine/port.ts";
import { DATED, type Model, type NodeType, type Property } from "../../model/index.ts";
import { edgesAt, nodePortions } from "../graph.ts";
import { type Cells, type Column, columnOf, type TypeTable, textColumn } from "./type-table.ts";

/**
 * A table of nodes that keeps what stands on their edges: a row for each node and each of its edges, either way. The node's properties come first, then the
 * edge's type, its direction (OUT, IN), where it leads, and what it says: dates, certainty, note, claims, and the properties of its type. A node without edges has one row.
 * For reading: `import csv` takes the tables of nodes and of edges. Throws EngineError.
 */
export function nodesWithEdges(engine: GraphEngine, model: Model, type: NodeType): TypeTable {
  const properties = [...type.properties.values()].filter((p) => p.name !== "id" && p.kind !== "value");
  const ofEdges = columnsOfEdges(type);
  async function* rows(): AsyncGenerator<Cells[]> {
    for await (const nodes of nodePortions(engine, model, type.name)) {
      const edges = await edgesAt(
        engine,
        model,
        nodes.map(({ id }) => id),
      );
      yield nodes.flatMap(({ id, values }) => {
        const start = [id, ...properties.map(({ name }) => values[name] ?? null)];
        const found = edges.get(id) ?? [];
        if (found.length === 0) return [[...start, null, null, null, ...ofEdges.map(() => null)]];
        return found.map((edge): Cells => {
          const [direction, end] = edge.from === id ? ["OUT", edge.to] : ["IN", edge.from];
          return [...start, edge.type, direction, end, ...ofEdges.map(({ name }) => edge.values[name] ?? null)];
        });
      });
    }
  }
  return {
    columns: [
      textColumn("id"),
      ...properties.map(columnOf),
      ...["type", "direction", "node"].map((name) => textColumn(`edge.${name}`)),
      ...ofEdges.map((column) => ({ ...column, name: `edge.${column.name}` })),
    ],
    rows: rows(),
  };
}

/** The columns of what edges of a node type say. Where two types of edges mean different kinds of values by one name, these are texts. */
function columnsOfEdges(type: NodeType): Column[] {
  const own: Property[] = [...type.edges.values()].flatMap((field) => [...field.properties.values()]);
  const columns = new Map<string, Column>();
  for (const column of [...[...DATED.values(), ...own].map(columnOf), textColumn("claims", true)]) {
    const known = columns.get(column.name);
    const isSame = !known || (known.kind === column.kind && known.list === column.list);
    columns.set(column.name, isSame ? column : textColumn(column.name));
  }
  return [...columns.values()];
}
