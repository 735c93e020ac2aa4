import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Notes } from "../importer.ts";
import { bytesOf, nameOf } from "./bytes.ts";

/** A file that can be read several times. */
export interface Reread {
  readonly path: string;
  /** How problems name it. */
  readonly name: string;
}

/**
 * Works on files that can be read several times: what comes through a pipe is copied to a file first, unpacked, which goes away afterwards. Throws
 * InputError where it can't be read.
 */
export async function* withReread<T>(files: readonly string[], work: (files: readonly Reread[]) => AsyncIterable<T>): AsyncGenerator<T> {
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-import-"));
  try {
    const all: Reread[] = [];
    for (const [i, file] of files.entries()) {
      // A file that is not there is reported by whoever reads it.
      const isFile = file !== "-" && ((await stat(file).catch(() => null))?.isFile() ?? true);
      const path = isFile ? file : join(folder, String(i));
      if (!isFile) await pipeline(Readable.from(bytesOf(file, {})), createWriteStream(path));
      all.push({ path, name: isFile ? file : nameOf(file) });
    }
    yield* work(all);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Notes in which problems name such a file as whoever brought it does. */
export function named(notes: Notes, { name }: Reread): Notes {
  return {
    reject: (problem, records) => notes.reject({ ...problem, file: name }, records),
    count: (note) => notes.count(note),
    refuse: (records) => notes.refuse?.(records),
    read: (bytes) => notes.read?.(bytes),
  };
}

/** Whether a file begins as JSON does; what can be read once only is not looked into, and a file that can't be read shows that to whoever reads it. */
export async function isJson(path: string): Promise<boolean> {
  if (path === "-" || (await stat(path).catch(() => null))?.isFile() === false) return false;
  for await (const chunk of bytesOf(path, {})) {
    const [first] = chunk.toString("latin1").trimStart();
    if (first !== undefined) return first === "{" || first === "[";
  }
  return false;
}
