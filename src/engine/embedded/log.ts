/** The write-ahead log beside the database file: how far it reaches, seen from its files' names and lengths alone. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Each file of the log begins with this many bytes that hold no commits. */
const HEADER = 128;

/** Where the log ends. */
export interface LogEnd {
  /** The last file of the log. */
  readonly file: string;
  /** That file's length, in bytes. */
  readonly size: number;
  /** How many bytes of commits were ever written to this database's log; checkpoints, which empty it, count on. */
  readonly position: number;
}

/** The end of the log of the database file `database`; null where it has none, as after an orderly close. */
export function logEnd(database: string): LogEnd | null {
  try {
    const folder = `${database}.wal`;
    // A file's name has the position at which it begins, with leading zeros.
    const last = readdirSync(folder)
      .filter((name) => /^wal_\d+\.log$/.test(name))
      .sort()
      .at(-1);
    if (last === undefined) return null;
    const file = join(folder, last);
    const { size } = statSync(file);
    return { file, size, position: Number(last.slice(4, -4)) + Math.max(0, size - HEADER) };
  } catch {
    return null;
  }
}

/** How many bytes opening the database cut off the end of its log: the torn rest of a write. */
export function droppedBytes(before: LogEnd | null, after: LogEnd | null): number {
  if (before === null || after?.file !== before.file) return 0;
  // Less than a header is written anew as a whole.
  return before.size < HEADER ? before.size : Math.max(0, before.size - after.size);
}
