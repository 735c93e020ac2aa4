import { createHash } from "node:crypto";
import { type Bundle, type Problem, problemAt, type Report } from "../load/index.ts";

/** What an importer noticed: what it rejected, and what it counted on the way. */
export interface Notes {
  /** A record that could not be taken, with file, position and reason; the rest goes on. */
  reject(problem: Problem): void;
  /** Something worth knowing that stopped nothing: an unknown key, a code repaired; counted by its text. */
  count(note: string): void;
  /** So many bytes of a file, as it lies on the disk, were read: this says how far a load is. */
  read?(bytes: number): void;
}

/** The same notes, with the number of records that were rejected since. */
export function counting(notes: Notes): Notes & { number(): number } {
  let number = 0;
  return {
    reject: (problem) => {
      number += 1;
      notes.reject(problem);
    },
    count: (note) => notes.count(note),
    read: (bytes) => notes.read?.(bytes),
    number: () => number,
  };
}

/** Takes problems by place and message, as the checks of src/load report them. */
export function reporting(notes: Notes): Report {
  return (place, message) => notes.reject(problemAt(place, message));
}

/** Recognises texts that come again: by digests of six bytes, since the texts of millions of records would fill the memory. */
export class Repeats {
  readonly #seen = new Set<number>();

  /** Whether this text was given before. */
  again(text: string): boolean {
    const before = this.#seen.size;
    return this.#seen.add(createHash("sha1").update(text).digest().readUIntBE(0, 6)).size === before;
  }
}

/**
 * Reads foreign files into bundles, one by one as they stream in: memory does not grow with the file. Each bundle is small (one record of
 * the foreign file and what it alone brings) and is named so that the same record has the same bundle name in every run, so that a load
 * repeated after a kill changes nothing twice. What several records share (a sector, a state act) is a bundle of its own, yielded again
 * whenever a record needs it, always equal. Throws InputError where a file can't be read.
 */
export type Importer = (files: readonly string[], notes: Notes) => AsyncIterable<Bundle>;

/**
 * Which of these ids the graph has, each with the name of the bundle that defines it. An importer that only adds what is missing must
 * distinguish what others brought from what it brought itself in an earlier run, which it has to say again: a bundle holds all that it says.
 */
export type Owners = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
