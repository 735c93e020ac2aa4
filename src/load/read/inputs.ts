import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { type Folder, folderDigest, SEED } from "../folders/index.ts";
import { decodeUtf8 } from "./decode.ts";
import { InputError } from "./input-error.ts";

/** A file to load. */
export interface Input {
  /** Its path, as problems name it. */
  readonly name: string;
  readonly text: string;
  /** Where it lies, in full, where it lies anywhere; what its name leads to where this is left out. */
  readonly path?: string | undefined;
  /** The folder that was named, where the file was found in one. */
  readonly folder?: Folder | undefined;
}

/**
 * Reads files, and folders with all that lies in them (*.yaml, *.yml, by name). `-` is standard input. The folder `seedDir` counts as the seed,
 * wherever it lies. Throws InputError.
 */
export async function readInputs(paths: readonly string[], { seedDir }: { readonly seedDir?: string } = {}): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) {
    if (path === "-") {
      inputs.push({ name: "(standard input)", text: decodeUtf8("(standard input)", await buffer(process.stdin)) });
      continue;
    }
    const found = await filesOf(path);
    const files: Input[] = [];
    for (const file of found)
      files.push({ name: file, path: resolve(file), text: decodeUtf8(file, await readable(file, () => readFile(file))) });
    const isFile = found.length === 1 && found[0] === path;
    inputs.push(...(isFile ? files : inFolder(resolve(path), files, seedDir)));
  }
  return inputs;
}

/** The files of a folder, with what stands for all of them. */
function inFolder(path: string, files: readonly Input[], seedDir: string | undefined): Input[] {
  const isSeed = seedDir !== undefined && resolve(seedDir) === path;
  return withFolder({ name: isSeed ? SEED : path, path }, files);
}

/** Files as those of a folder that is loaded as a whole: all that lie in it. */
export function withFolder({ name, path }: Pick<Folder, "name" | "path">, files: readonly Input[]): Input[] {
  const digest = folderDigest(files.map((file) => ({ way: relative(path, file.path ?? resolve(file.name)), text: file.text })));
  return files.map((file) => ({ ...file, folder: { name, path, digest } }));
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await readable(path, () => stat(path))).isDirectory()) return [path];
  const entries = await readable(path, () => readdir(path, { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) files.push(...(await filesOf(inner)));
    else if (/\.ya?ml$/.test(entry.name)) files.push(inner);
  }
  return files;
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason = code === "ENOENT" ? "There is no such file or folder" : code === "EACCES" ? "You may not read it" : "It can't be read";
    throw new InputError(`${path}: ${reason}.`, { cause: error });
  }
}
