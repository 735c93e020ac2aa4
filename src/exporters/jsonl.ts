import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { bundlesOf } from "./bundles.ts";

/** The whole graph as bundles, one a line: the lossless form, which `import jsonl` loads back to an equal graph. */
export async function* jsonl(engine: GraphEngine, model: Model): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: "trade-graph", version: 1 })}\n`;
  for await (const { name, nodes, edges } of bundlesOf(engine, model)) {
    const line = {
      bundle: name,
      nodes: nodes.map(({ type, id, properties }) => ({ type, id, properties })),
      edges: edges.map(({ type, from, to, properties, claims }) => ({ type, from, to, properties, claims })),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}
