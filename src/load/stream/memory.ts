import type { GraphEngine } from "../../engine/port.ts";
import { nodesOf, readDigests, readHolders } from "../graph/snapshot.ts";
import type { Values } from "../graph/stored.ts";

/** Entries of one generation: some 40 MB of nodes, and 10 MB of digests. */
const MOST_NODES = 20_000;
const MOST_DIGESTS = 50_000;

/**
 * What a stream has learnt of the graph or written itself, so that it need not ask again: the goods and countries that all point at, the
 * bundles that come again. It is bounded; what it has forgotten is asked for. Knows what is being written, which the graph does not show yet.
 */
export class Memory {
  readonly #digests = new Generations<string>(MOST_DIGESTS);
  readonly #nodes = new Generations<Values>(MOST_NODES);
  #written: Written = { names: new Map(), nodes: new Map() };

  constructor(private readonly engine: GraphEngine) {}

  /** The digest of a bundle as this stream has read or written it; undefined where it does not know. */
  digest(name: string): string | undefined {
    return this.#written.names.get(name) ?? this.#digests.get(name);
  }

  /** Asks for what the graph has of some bundles: the digests of those that have one, and the names of all of which there is anything. */
  async bundles(names: readonly string[]): Promise<{ digests: ReadonlyMap<string, string>; there: ReadonlySet<string> }> {
    const noted = await readDigests(this.engine, names);
    const digests = new Map<string, string>();
    for (const [name, digest] of noted) {
      if (digest === null) continue;
      digests.set(name, digest);
      this.#digests.set(name, digest);
    }
    const others = names.filter((name) => !noted.has(name) && !this.#written.names.has(name));
    const there = new Set([...noted.keys(), ...(await readHolders(this.engine, others))]);
    for (const name of names) if (this.#written.names.has(name)) there.add(name);
    return { digests, there };
  }

  /** Those of some nodes that the graph has, or will have once all is written, as they are stored. */
  async nodes(ids: Iterable<string>): Promise<ReadonlyMap<string, Values>> {
    const found = new Map<string, Values>();
    const unknown: string[] = [];
    for (const id of ids) {
      const values = this.#written.nodes.get(id) ?? this.#nodes.get(id);
      if (values) found.set(id, values);
      else unknown.push(id);
    }
    for (const [id, values] of await nodesOf(this.engine, unknown)) {
      found.set(id, values);
      this.#nodes.set(id, values);
    }
    return found;
  }

  /** Notes what is about to be written: bundles by their digests (empty where none is noted), and nodes that are new. What was before it has been written. */
  writes(written: Written): void {
    for (const [name, digest] of this.#written.names) this.#digests.set(name, digest);
    for (const [id, values] of this.#written.nodes) this.#nodes.set(id, values);
    this.#written = written;
  }

  /** Forgets all nodes, after some of them were changed or removed. */
  forgetNodes(): void {
    this.writes({ names: new Map(), nodes: new Map() });
    this.#nodes.clear();
  }
}

interface Written {
  readonly names: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, Values>;
}

/** A map that forgets what was not asked for lately: it holds `most` to twice as many. */
class Generations<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: V): void {
    if (this.#young.size >= this.most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }
}
