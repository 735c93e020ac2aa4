import { createReadStream } from "node:fs";
import { access, constants, realpath, stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError, STANDARD_INPUT } from "../../load/index.ts";
import type { Notes } from "../importer.ts";

/** The first bytes of a gzip file. */
const GZIP = [0x1f, 0x8b] as const;
const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/** How many of the first bytes say what a file is: packed, marked, UTF-16. */
const HEAD = 4;

/** How problems name standard input. */
export function nameOf(path: string): string {
  return path === "-" ? STANDARD_INPUT : path;
}

/**
 * What tells a file from all others, in words: its path in full, links followed. Standard input and pipes are called alike whatever comes through
 * them, so that each time is another.
 */
export async function originOf(path: string): Promise<string> {
  const isFile = path !== "-" && (await stat(path).catch(() => null))?.isFile() === true;
  return isFile ? realpath(path) : `${nameOf(path)} at ${new Date().toISOString()}`;
}

/** A file could be read only up to some byte. */
export class BrokenOff extends InputError {
  /** What is wrong, without the file's name. */
  constructor(
    file: string,
    readonly reason: string,
    options: ErrorOptions,
  ) {
    super(`${file}: ${reason}`, options);
  }
}

/** Throws InputError where a file is not there, or may not be read; nothing is known of its end. */
export async function checkReadable(path: string): Promise<void> {
  if (path === "-") return;
  try {
    // Not opened: a pipe (`<(command)`) can be opened once only.
    await access(path, constants.R_OK);
    if ((await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  } catch (error) {
    throw new InputError(`${path}: ${reasonOf(error)}.`, { cause: error });
  }
}

/**
 * A file's bytes as they come, unpacked if it is gzip, without a byte order mark; `-` is standard input. Throws InputError where it can't be
 * read, which only shows when the first bytes are asked for, and BrokenOff where that shows behind some of them.
 */
export async function* bytesOf(path: string, notes: Pick<Notes, "read">): AsyncGenerator<Buffer> {
  let first = true;
  try {
    for await (const chunk of unpacked(path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 }), notes)) {
      const marked = first && chunk.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
      first = false;
      yield marked ? chunk.subarray(BYTE_ORDER_MARK.length) : chunk;
    }
  } catch (error) {
    if (first) throw new InputError(`${nameOf(path)}: ${reasonOf(error)}.`, { cause: error });
    throw new BrokenOff(nameOf(path), `${reasonOf(error)}.`, { cause: error });
  }
}

async function* unpacked(stream: Readable, notes: Pick<Notes, "read">): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = counted(stream, notes);
  // A pipe may hand over its first bytes one by one.
  let head = Buffer.alloc(0);
  let next = await chunks.next();
  for (; !next.done && head.length < HEAD; next = await chunks.next()) head = Buffer.concat([head, next.value]);
  async function* whole(): AsyncGenerator<Buffer> {
    try {
      if (head.length > 0) yield head;
      for (; !next.done; next = await chunks.next()) yield next.value;
    } finally {
      stream.destroy();
    }
  }
  const packed = GZIP.every((byte, i) => head[i] === byte);
  yield* packed ? pipeline(Readable.from(whole()), createGunzip(), () => undefined) : whole();
}

async function* counted(stream: Readable, notes: Pick<Notes, "read">): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    notes.read?.(chunk.length);
    yield chunk;
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "There is no such file";
  if (code === "EACCES") return "You may not read it";
  if (code === "EISDIR") return "It is a folder: name the files in it";
  return error instanceof Error ? `It can't be read to its end: ${error.message}` : "It can't be read";
}
