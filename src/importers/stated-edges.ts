import type { EdgeRecord } from "../load/index.ts";
import { type Notes, Repeats } from "./importer.ts";

/**
 * Edges that several records of a file state. Two of one type between the same ends since the same day are one edge, of which nobody may say two
 * things: what the first record says counts, a later one only adds that it says so too. Some 50 bytes for each edge with a first day.
 */
export class StatedEdges {
  readonly #seen = new Repeats();

  constructor(private readonly notes: Notes) {}

  /** The edge, without what an earlier record may have said otherwise. */
  once(edge: EdgeRecord): EdgeRecord {
    const { type, from, to, properties } = edge;
    const { since } = properties;
    if (since === undefined) return edge;
    if (!this.#seen.again(`${type}|${from}|${to}|${since}`)) return edge;
    this.notes.count(`${type}: two records of the same two since the same day: of what else they say, the first one counts`);
    return { ...edge, properties: { since } };
  }
}
