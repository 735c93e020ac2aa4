import type { GraphEngine } from "../../engine/port.ts";
import { type BundleNote, bundlesWithNodes, readNodes, readNotes, type Values } from "../graph/index.ts";

/** Entries of one generation: some 40 MB of nodes, and 10 MB of digests. */
const MOST_NODES = 20_000;
const MOST_DIGESTS = 50_000;

/**
 * What a stream has read of the graph or written itself, so that it need not read it again: the goods and countries that all point at, the
 * bundles that come again. It is bounded; what it has forgotten is read again. Knows what is being written, which the graph does not show yet.
 */
export class Memory {
  readonly #digests = new Generations<string>(MOST_DIGESTS);
  readonly #nodes = new Generations<Values>(MOST_NODES);
  #written: Written = { notes: new Map(), nodes: new Map() };

  constructor(private readonly engine: GraphEngine) {}

  /** The digest of a bundle as this stream has read or written it; undefined where it does not know. */
  digest(name: string): string | undefined {
    const written = this.#written.notes.get(name);
    return written ? (written.digest ?? "") : this.#digests.get(name);
  }

  /** Reads the notes of those of some bundles that the graph has anything of, or will have once all is written. Throws EngineError. */
  async bundles(names: readonly string[]): Promise<ReadonlyMap<string, BundleNote>> {
    const present = await readNotes(this.engine, names);
    for (const [name, { digest }] of present) if (digest !== null) this.#digests.set(name, digest);
    const others = names.filter((name) => !present.has(name) && !this.#written.notes.has(name));
    for (const name of await bundlesWithNodes(this.engine, others)) present.set(name, { digest: null, origin: null });
    for (const name of names) {
      const note = this.#written.notes.get(name);
      if (note) present.set(name, note);
    }
    return present;
  }

  /** Those of some nodes that the graph has, or will have once all is written, as they are stored. Throws EngineError. */
  async nodes(ids: Iterable<string>): Promise<ReadonlyMap<string, Values>> {
    const found = new Map<string, Values>();
    const unknown: string[] = [];
    for (const id of ids) {
      const values = this.#written.nodes.get(id) ?? this.#nodes.get(id);
      if (values) found.set(id, values);
      else unknown.push(id);
    }
    for (const [id, values] of await readNodes(this.engine, unknown)) {
      found.set(id, values);
      this.#nodes.set(id, values);
    }
    return found;
  }

  /** Notes what is about to be written; what was noted before has been written by then. */
  noteWriting(written: Written): void {
    for (const [name, { digest }] of this.#written.notes) this.#digests.set(name, digest ?? "");
    for (const [id, values] of this.#written.nodes) this.#nodes.set(id, values);
    this.#written = written;
  }

  /** Forgets all nodes, after some of them were changed or removed. */
  forgetNodes(): void {
    this.noteWriting({ notes: new Map(), nodes: new Map() });
    this.#nodes.clear();
  }
}

/** What a batch writes. */
interface Written {
  /** The notes of its bundles by name. */
  readonly notes: ReadonlyMap<string, BundleNote>;
  /** The nodes that are new. */
  readonly nodes: ReadonlyMap<string, Values>;
}

/** A map that forgets what was not asked for lately: it holds `most` to twice as many. */
class Generations<V> {
  #recent = new Map<string, V>();
  #older = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    if (this.#recent.size >= this.most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }

  clear(): void {
    this.#recent = new Map();
    this.#older = new Map();
  }
}
