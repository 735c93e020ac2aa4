import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import { bundlesWithNodes, readBundles, readNotes } from "../graph/index.ts";
import type { Bundle } from "../record.ts";
import type { FolderNote } from "./note.ts";

/** A bundle that the graph has from a folder in which no file names it any more. */
export interface GoneBundle {
  readonly folder: string;
  readonly name: string;
  /** How many records the graph has of it. */
  readonly nodes: number;
  readonly edges: number;
}

/** The bundles that noted folders brought and that none of the `named` ones is. What an import has written since is not among them. Throws EngineError. */
export async function goneBundles(
  engine: GraphEngine,
  model: Model,
  notes: readonly FolderNote[],
  named: ReadonlySet<string>,
): Promise<GoneBundle[]> {
  const missing = notes.flatMap(({ path, bundles }) => bundles.filter((name) => !named.has(name)).map((name) => ({ folder: path, name })));
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name);
  const streamed = await readNotes(engine, names);
  const noted = new Set([...(await bundlesWithNodes(engine, names)), ...streamed.keys()]);
  const state = await readBundles(engine, model, names);
  return missing
    .filter(({ name }) => noted.has(name) && (streamed.get(name)?.digest ?? null) === null)
    .map(({ folder, name }) => ({
      folder,
      name,
      nodes: [...state.nodes.values()].filter((node) => node.bundle === name).length,
      edges: [...state.edges.values()].filter((edge) => edge.parts.has(name)).length,
    }));
}

/** A bundle that says nothing, in place of one that is gone: loaded, it removes what the graph has of it. */
export function emptyBundle({ folder, name }: GoneBundle): Bundle {
  return { name, nodes: [], edges: [], place: { file: folder, line: 1, column: 1 } };
}
