/**
 * A note beside the database of how far its confirmed writes reach. The database file opens in silence where a part of it is lost that it has
 * an older copy of, or where its log is gone: only the note knows that there was more.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What is noted. */
export interface Confirmed {
  /** The version of the engine whose positions these are; another's say nothing. */
  readonly version: string;
  /** Where the log ended when the last write was confirmed (see `LogEnd.position`). */
  readonly position: number;
  /** How many writes had been confirmed by then. */
  readonly writes: number;
}

const CONTENT = z.object({ version: z.string(), position: z.number(), writes: z.number() });
/** The note has always the same length, so that it can be written over on a full disk. */
const LENGTH = 120;

/** Where the note of the database in a folder is. */
export function confirmedPath(directory: string): string {
  return join(directory, "confirmed.json");
}

/** The note of the database in a folder; null where there is none, or where it was cut off while it was written. */
export function readConfirmed(directory: string): Confirmed | null {
  try {
    return CONTENT.parse(JSON.parse(readFileSync(confirmedPath(directory), "utf8")));
  } catch {
    return null;
  }
}

/**
 * Writes the note, after the write that it is of. It is not waited for until it is on the disk: a note that is behind is only less strict.
 * Where it can't be written, the write stands all the same.
 */
export function noteConfirmed(directory: string, confirmed: Confirmed): void {
  const path = confirmedPath(directory);
  const text = `${JSON.stringify(confirmed).padEnd(LENGTH)}\n`;
  try {
    writeFileSync(path, text, { flag: "r+" });
  } catch {
    try {
      writeFileSync(path, text);
    } catch {
      // Nothing: the next write notes it again.
    }
  }
}
