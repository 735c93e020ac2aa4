import { edgeKeyOf, type PresentEdge } from "../../load/index.ts";
import { fullId } from "./kinds.ts";
import { type EdgeRow, targetsOf } from "./records.ts";
import type { Going, Taking } from "./rows.ts";

/** Those of some edges that others than their bundles state already. Throws EngineError. */
export async function edgesThere(all: readonly Going<EdgeRow>[], { graph, bundleOf }: Pick<Taking, "graph" | "bundleOf">) {
  const { model } = graph;
  const found = new Map<EdgeRow, PresentEdge>();
  for (const type of new Set(all.map(({ record }) => record.type.type))) {
    const edges = all
      .filter(({ record }) => record.type.type === type)
      .map((going) => {
        const ends = { from: endOf(going, "from"), to: endOf(going, "to") };
        const stated = Object.fromEntries(going.fields.flatMap(({ name, value }) => (typeof value === "string" ? [[name, value]] : [])));
        return { ...going, ends, key: edgeKeyOf(model, { type, ...ends }, stated) };
      });
    const bundles = new Map(edges.map(({ record, id, key }) => [key, bundleOf(record, id)]));
    const ends = edges.map((edge) => edge.ends);
    const present = await graph.edges(type, ends, (key) => bundles.get(key) ?? "");
    for (const { record, key } of edges) {
      const edge = present.get(key);
      if (edge) found.set(record, edge);
    }
  }
  return found;

  /** An end in full, where it is known which type it has. */
  function endOf({ record, fields }: Going<EdgeRow>, name: string): string {
    const text = String(fields.find((field) => field.name === name)?.value ?? "");
    const [only = "", ...others] = targetsOf(record, name) ?? [];
    const type = others.length === 0 ? model.nodes.get(only) : undefined;
    return type ? fullId(type, text, model) : text;
  }
}
