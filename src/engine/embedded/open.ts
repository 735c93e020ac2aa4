/** Opening the embedded database: whether its files are whole, and have all that was confirmed. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { GrafeoDB } from "@grafeo-db/js";
import { noteConfirmed, readConfirmed } from "./confirmed.ts";
import { EmbeddedEngine } from "./embedded.ts";
import { counted, lostWrites, openingError } from "./errors.ts";
import { droppedBytes, logEnd } from "./log.ts";

/** Where the embedded database is, and how it is opened. */
export interface EmbeddedOptions {
  /** The directory that holds the database, made when missing; in memory when absent. */
  readonly path?: string;
  /** Gives rows without ORDER BY in random order: for tests. */
  readonly shuffleUnordered?: boolean;
  /** Opens a database with a damaged log, or without writes that were confirmed, with what is there. False when absent. */
  readonly salvage?: boolean;
  /** Told, in a sentence each, what whoever runs the program should know of the database. Nobody is told when absent. */
  readonly onNotice?: (notice: string) => void;
}

/** The log is folded into the database file at this size, so that a server that runs for months reopens quickly. */
const checkpointBytes = 64 * 1024 * 1024;

/**
 * Opens the embedded database. A log that ends within a write, as a crash leaves it, is opened without that write, and `onNotice` is told.
 * Throws EngineError LOCKED when another process has it open, UNAVAILABLE when the directory can't be used, DISK_FULL, and DAMAGED when its
 * files are damaged, or lack writes that were confirmed though the log does not end within one.
 */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedEngine> {
  const { default: grafeo } = await import("@grafeo-db/js");
  const { path, shuffleUnordered = false, salvage = false, onNotice = () => undefined } = options;
  if (path === undefined)
    return new EmbeddedEngine(grafeo.GrafeoDB.create(undefined, { shuffleUnordered }), { onCommit: () => undefined, onNotice });
  const file = join(path, "graph.grafeo");
  try {
    await mkdir(path, { recursive: true });
    const confirmed = readConfirmed(path);
    if (confirmed && !salvage && !existsSync(file) && logEnd(file) === null) throw lostWrites(path, null);
    const before = logEnd(file);
    const database = grafeo.GrafeoDB.create(file, { shuffleUnordered, walSalvage: salvage });
    const dropped = droppedBytes(before, logEnd(file));
    const missing = missingWrites(database, path, file);
    if (missing > 0 && dropped === 0 && !salvage) {
      database.close();
      throw lostWrites(path, missing);
    }
    if (dropped > 0 || missing > 0) onNotice(cutShort(path, dropped, missing));
    const noteWrites = notes(database, path, file);
    // What is missing is said once.
    if (missing > 0) noteWrites();
    database.setCheckpointTriggers({ walBytes: checkpointBytes });
    return new EmbeddedEngine(database, { onCommit: noteWrites, onNotice });
  } catch (error) {
    throw openingError(error, path);
  }
}

/** How many confirmed writes a database lacks; 0 where nothing says so. */
function missingWrites(database: GrafeoDB, path: string, file: string): number {
  const confirmed = readConfirmed(path);
  const end = logEnd(file);
  if (!confirmed || !end || confirmed.version !== database.version() || end.position >= confirmed.position) return 0;
  return Math.max(1, confirmed.writes - Number(database.currentEpoch()));
}

/** Makes what notes how far the confirmed writes reach; called after each: 0.3 ms on a busy machine, where a load takes hundreds. */
function notes(database: GrafeoDB, path: string, file: string): () => void {
  const version = database.version();
  return () => {
    const end = logEnd(file);
    if (end) noteConfirmed(path, { version, position: end.position, writes: Number(database.currentEpoch()) });
  };
}

/** What is said of a log whose end was dropped. */
function cutShort(path: string, dropped: number, missing: number): string {
  const bytes = dropped === 0 ? "" : `: ${dropped.toLocaleString("en")} ${dropped === 1 ? "byte was" : "bytes were"} dropped`;
  const end =
    dropped === 0 ? `The database in ${path} was opened as it is` : `The log of the database in ${path} ended within a write${bytes}`;
  return missing === 0
    ? `${end}. Nothing that was confirmed is lost.`
    : `${end}. It lacks ${counted(missing)}: load that again, or restore a backup (npm run restore -- FILE).`;
}
