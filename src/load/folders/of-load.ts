import type { GraphEngine } from "../../engine/port.ts";
import type { Model } from "../../model/index.ts";
import type { Draft, Inputs } from "../read/index.ts";
import type { LoadReport } from "../report.ts";
import { type GoneBundle, goneBundles } from "./gone.ts";
import { type Folder, type FolderNote, liesIn } from "./note.ts";

/** The folders of one load, beside what the graph notes of earlier ones. */
export class FoldersOfLoad {
  /** By name: the folder, and the bundles that its files name now. */
  readonly #folders = new Map<string, { readonly folder: Folder; readonly bundles: Set<string> }>();
  /** By bundle: the file that names it. */
  readonly #files = new Map<string, string>();

  /** `drafts` are the files among the inputs as they were read, in the same order. */
  constructor(
    inputs: Inputs,
    drafts: readonly Draft[],
    private readonly notes: readonly FolderNote[],
  ) {
    let read = 0;
    for (const input of inputs) {
      if (!("text" in input)) {
        this.#within(input.folder);
        continue;
      }
      const bundle = drafts[read++]?.name ?? "";
      this.#files.set(bundle, input.path ?? input.name);
      if (input.folder) this.#within(input.folder).add(bundle);
    }
  }

  /** The bundles that the files of a folder name, as far as they are known. */
  #within(folder: Folder): Set<string> {
    const { bundles } = this.#folders.get(folder.name) ?? { bundles: new Set<string>() };
    this.#folders.set(folder.name, { folder, bundles });
    return bundles;
  }

  /** The bundles that these folders brought and that no file names any more. Throws EngineError. */
  gone(engine: GraphEngine, model: Model): Promise<GoneBundle[]> {
    const loaded = this.notes.filter(({ name }) => this.#folders.has(name));
    return goneBundles(engine, model, loaded, new Set(this.#files.keys()));
  }

  /**
   * The notes that the load leaves: a folder answers for what its files name, and for what is gone from it but was not `removed`; what another
   * folder had brought and a file from elsewhere has changed is no longer that folder's.
   */
  notesAfter({ bundles }: LoadReport, removed: readonly GoneBundle[]): FolderNote[] {
    const isRemoved = new Set(removed.map(({ name }) => name));
    const changed = new Set(
      bundles.filter(({ nodes, edges }) => [nodes, edges].some((c) => c.added + c.changed + c.removed > 0)).map(({ name }) => name),
    );
    const notes: FolderNote[] = [];
    for (const { folder, bundles: named } of this.#folders.values()) {
      const before = this.notes.find(({ name }) => name === folder.name);
      const kept = (before?.bundles ?? []).filter((name) => !isRemoved.has(name));
      notes.push({ ...folder, bundles: [...new Set([...kept, ...named])] });
    }
    for (const note of this.notes.filter(({ name }) => !this.#folders.has(name))) {
      const left = note.bundles.filter((name) => !(changed.has(name) && !liesIn(note, this.#files.get(name) ?? "")));
      if (left.length < note.bundles.length) notes.push({ ...note, bundles: left });
    }
    return notes;
  }
}
