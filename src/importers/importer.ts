import { type Bundle, type Problem, problemAt, type Report } from "../load/index.ts";
import { hashOf } from "./keys.ts";

/** What an importer noticed: what it rejected, and what it counted on the way. */
export interface Notes {
  /**
   * What could not be taken, with file, position and reason; the rest goes on. It stands for so many records, one when left out: 0 where the
   * record has been counted already, or is counted by `refuse`.
   */
  reject(problem: Problem, records?: number): void;
  /** So many records are refused for what was rejected already. */
  refuse?(records: number): void;
  /** Something worth knowing that stopped nothing: an unknown key, a code repaired; counted by its text. */
  count(note: string): void;
  /** So many bytes of a file, as it lies on the disk, were read: this says how far a load is. */
  read?(bytes: number): void;
}

/** Where nothing is noted, since it has been: of a record that is read again. */
export const UNNOTED: Notes = { reject: () => undefined, count: () => undefined };

/** Notes of a part of the work, with what was noted of it. */
export interface PartNotes extends Notes {
  /** How much was rejected. */
  problems(): number;
  /** How many records were refused. */
  refused(): number;
}

/** The same notes, counted since. Where `inAll`, the records are counted here alone, since all of them stand or fall together. */
export function counting(notes: Notes, inAll = false): PartNotes {
  let problems = 0;
  let refused = 0;
  return {
    reject: (problem, records = 1) => {
      problems += 1;
      refused += records;
      notes.reject(problem, inAll ? 0 : records);
    },
    refuse: (records) => {
      refused += records;
      if (!inAll) notes.refuse?.(records);
    },
    count: (note) => notes.count(note),
    read: (bytes) => notes.read?.(bytes),
    problems: () => problems,
    refused: () => refused,
  };
}

/** Takes problems of records that are counted otherwise by place and message, as the checks of src/load report them. */
export function reporting(notes: Notes): Report {
  return (place, message) => notes.reject(problemAt(place, message), 0);
}

/** Recognises texts that come again: by digests of six bytes, since the texts of millions of records would fill the memory. */
export class Repeats {
  readonly #seen = new Set<number>();

  /** Whether this text was given before. */
  again(text: string): boolean {
    const before = this.#seen.size;
    return this.#seen.add(hashOf(text)).size === before;
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
