import { type Bundle, type EdgeRecord, InputError, type NodeRecord, type Place, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";

/** So many records are held at most until their bundles are whole: a file in the order of its export holds those of one bundle. */
const MOST_HELD = 500_000;

/** What makes these bundles; as those of jsonl, their records name them. */
const ORIGIN = "jsonl";

interface Open {
  readonly nodes: NodeRecord[];
  readonly edges: EdgeRecord[];
  /** How many records it has, by the file; null where it does not say, or not yet. */
  records: number | null;
}

/** Puts the records of our own exports together into their bundles: each is given once all its records have come, in whatever order. */
export class Gatherer {
  readonly #open = new Map<string, Open>();
  readonly #given = new Set<string>();
  #held = 0;

  constructor(
    private readonly place: Place,
    private readonly notes: Notes,
  ) {}

  /** Takes how many records a bundle has; the bundle where that are all. */
  expect(name: string, records: number): Bundle[] {
    const open = this.#bundle(name);
    if (open) open.records = records;
    return open ? this.#whole(name, open) : [];
  }

  /** Takes a record of a bundle; the bundle where it is whole now. Throws InputError where too many wait. */
  add(name: string, record: NodeRecord | EdgeRecord): Bundle[] {
    const open = this.#bundle(name);
    if (!open) return [];
    if ("from" in record) open.edges.push(record);
    else open.nodes.push(record);
    this.#held += 1;
    if (this.#held > MOST_HELD)
      throw new InputError(
        `${this.place.file}: more than ${MOST_HELD.toLocaleString("en")} records wait for the rest of their bundles: load the file in the order in which it was exported, or export jsonl.`,
      );
    return this.#whole(name, open);
  }

  /** At the end of a file: the bundles of which it does not say how large they are. Those that lack records are rejected, and where the file broke off, all. */
  rest(brokeOff: boolean): Bundle[] {
    const bundles: Bundle[] = [];
    for (const [name, open] of this.#open) {
      if (open.records === null && !brokeOff) {
        this.notes.count("a bundle whose size the file does not say, since another program wrote it: taken as all that the file has of it");
        bundles.push(this.#bundleOf(name, open));
      } else {
        const has = open.nodes.length + open.edges.length;
        const of = open.records === null ? "" : ` of ${open.records}`;
        this.notes.reject(problemAt(this.place, `The bundle ${name} is not whole: ${has}${of} records came. It is left as it was.`), has);
      }
    }
    this.#open.clear();
    return bundles;
  }

  #bundle(name: string): Open | null {
    if (this.#given.has(name)) {
      this.notes.reject(problemAt(this.place, `The bundle ${name} has more records than the file says it has: this one is left out.`));
      return null;
    }
    const known = this.#open.get(name);
    if (known) return known;
    const open: Open = { nodes: [], edges: [], records: null };
    this.#open.set(name, open);
    return open;
  }

  #whole(name: string, open: Open): Bundle[] {
    if (open.records === null || open.nodes.length + open.edges.length < open.records) return [];
    this.#open.delete(name);
    this.#given.add(name);
    this.#held -= open.records;
    return open.records === 0 ? [] : [this.#bundleOf(name, open)];
  }

  #bundleOf(name: string, { nodes, edges }: Open): Bundle {
    return { name, origin: ORIGIN, nodes, edges, place: nodes[0]?.place ?? edges[0]?.place ?? this.place };
  }
}
