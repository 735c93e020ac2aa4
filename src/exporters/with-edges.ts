import type { GraphEngine } from "../engine/port.ts";
import { DATED, type Model, type NodeType } from "../model/index.ts";
import { cell } from "./csv.ts";
import { edgesAt, nodePortions } from "./graph.ts";
import { csvLine } from "./table.ts";

/**
 * A table of nodes that keeps what stands on their edges: a row for each node and each of its edges, either way. The node's properties come first, then the
 * edge's type, its direction (OUT, IN), where it leads, and what it says: dates, certainty, note, claims, and the properties of its type. A node without edges has one row.
 * For reading: `import csv` takes the tables of nodes and of edges. Throws EngineError.
 */
export async function* nodesWithEdges(engine: GraphEngine, model: Model, type: NodeType): AsyncGenerator<string> {
  const properties = [...type.properties.values()].filter((p) => p.name !== "id" && p.kind !== "value").map((p) => p.name);
  const own = new Set([...type.edges.values()].flatMap((field) => [...field.properties.keys()]));
  const ofEdges = [...DATED.keys(), ...own, "claims"];
  yield csvLine(["id", ...properties, "edge.type", "edge.direction", "edge.node", ...ofEdges.map((name) => `edge.${name}`)]);
  for await (const nodes of nodePortions(engine, model, type.name)) {
    const edges = await edgesAt(
      engine,
      model,
      nodes.map(({ id }) => id),
    );
    for (const { id, values } of nodes) {
      const start = [id, ...properties.map((name) => cell(values[name]))];
      const rows = (edges.get(id) ?? []).map((edge) => [
        edge.type,
        edge.from === id ? "OUT" : "IN",
        edge.from === id ? edge.to : edge.from,
        ...ofEdges.map((name) => cell(edge.values[name])),
      ]);
      yield (rows.length === 0 ? [["", "", "", ...ofEdges.map(() => "")]] : rows).map((row) => csvLine([...start, ...row])).join("");
    }
  }
}
