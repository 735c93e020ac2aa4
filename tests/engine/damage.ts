/** Databases that are damaged on purpose, one kind a function. */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";

/** The writes of `filled`, one after another. */
export const WRITES = 6;
/** The engine syncs its log in an interval of its own, in milliseconds. */
const PAUSE = 300;

/** Writes one node in one transaction. */
export function write(engine: GraphEngine, id: string): Promise<unknown> {
  const rows = [{ id, text: "some text that takes room in the log ".repeat(20) }];
  return engine.write((transaction) => transaction.run({ text: "UNWIND $rows AS row CREATE (n:Node) SET n += row", params: { rows } }));
}

/** How many nodes there are. */
export async function count(engine: GraphEngine): Promise<number> {
  const [row] = await engine.read({ text: "MATCH (n:Node) RETURN count(n)", params: {} });
  return Number(row?.[0]);
}

/** Two databases to be damaged. */
export interface Filled {
  /** As an orderly close leaves it: its file has everything. */
  readonly closed: string;
  /** As a kill leaves it: its log has every write. */
  readonly killed: string;
  /** How long the log was after each write, in bytes. */
  readonly ends: readonly number[];
}

/**
 * Makes two databases with the nodes of as many writes. Between the writes the engine has time to bring its log to the disk: damage there is then no
 * end that a crash cut off.
 */
export async function filled(folder: string): Promise<Filled> {
  const [closed, killed] = [join(folder, "closed"), join(folder, "killed")];
  const engine = await openEmbedded({ path: closed });
  const ends: number[] = [];
  for (let i = 0; i < WRITES; i++) {
    if (i > 0) await pause(PAUSE);
    await write(engine, `n${i}`);
    ends.push(statSync(logOf(closed)).size);
  }
  cpSync(closed, killed, { recursive: true });
  await engine.close();
  return { closed, killed, ends };
}

/** The database's file. */
export const fileOf = (path: string): string => join(path, "graph.grafeo");

/** The last file of the database's log. */
export function logOf(path: string): string {
  const wal = `${fileOf(path)}.wal`;
  return join(
    wal,
    readdirSync(wal)
      .filter((name) => name.endsWith(".log"))
      .sort()
      .at(-1) ?? "",
  );
}

/** Turns some bytes of a file into others. */
export function flip(file: string, at: number, bytes = 8): void {
  const content = readFileSync(file);
  for (let i = at; i < at + bytes; i++) content[i] = (content[i] ?? 0) ^ 0xff;
  writeFileSync(file, content);
}

/** Cuts bytes off a file's end. */
export function cut(file: string, bytes: number): void {
  truncateSync(file, statSync(file).size - bytes);
}

/** Removes a file or a folder. */
export function gone(path: string): void {
  rmSync(path, { recursive: true });
}
