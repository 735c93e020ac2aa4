/** Where an export goes: a file, a folder of files, or standard output. */
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InputError } from "../load/index.ts";

/** An export a piece at a time. */
export type Pieces = AsyncIterable<string | Uint8Array>;

/** Whether a path names a folder: there is one, or it ends as one does. */
export function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());
}

/** Writes a file as a whole: a former one stays until all is written. Throws InputError where it can't be written. */
export async function writeFile(path: string, pieces: Pieces): Promise<void> {
  // A pipe or a terminal can't be renamed.
  const isOther = existsSync(path) && !statSync(path).isFile();
  const part = isOther ? path : `${path}.part`;
  const file = createWriteStream(part);
  const closed = new Promise<void>((resolve) => file.once("close", () => resolve()));
  try {
    await pipeline(Readable.from(pieces), file);
    if (!isOther) renameSync(part, path);
  } catch (error) {
    // What fails at once may do so before the file is there.
    await closed;
    if (!isOther && existsSync(part)) rmSync(part);
    throw notWritten(path, error);
  }
}

/** Writes files into a folder, which is made where there is none, each as a whole. Throws InputError where one can't be written. */
export async function writeFolder(path: string, files: Iterable<{ readonly name: string; readonly pieces: Pieces }>): Promise<void> {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw notWritten(path, error);
  }
  for (const { name, pieces } of files) await writeFile(join(path, name), pieces);
}

/** What is told of an error in writing; the error itself where it has another cause. */
function notWritten(path: string, error: unknown): unknown {
  if (!CANT_WRITE.has(codeOf(error))) return error;
  return new InputError(`--out ${path} can't be written: ${error instanceof Error ? error.message : error}.`, { cause: error });
}

/** What a file system says where it can't write. */
const CANT_WRITE: ReadonlySet<unknown> = new Set(["EEXIST", "ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "EROFS", "ENOSPC"]);

/** The code of a system's error, such as EPIPE. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
