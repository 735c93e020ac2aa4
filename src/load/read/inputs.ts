import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { type Folder, folderDigest, SEED } from "../folders/index.ts";
import { decodeUtf8, STANDARD_INPUT } from "./decode.ts";
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

/** A folder in which no file lies: whatever it brought before is gone from it. */
export interface EmptyFolder {
  readonly folder: Folder;
}

/** What is loaded together. */
export type Inputs = readonly (Input | EmptyFolder)[];

/** The files among what is loaded, in their order. */
export function filesAmong(inputs: Inputs): Input[] {
  return inputs.filter((input) => "text" in input);
}

/** The folders among what is loaded in which no file lies. */
export function emptyFoldersAmong(inputs: Inputs): EmptyFolder[] {
  return inputs.flatMap((input) => ("text" in input ? [] : [input]));
}

/**
 * Reads files, and folders with all that lies in them (*.yaml, *.yml, by name); one in which none lies is there all the same. `-` is standard input. The folder `seedDir` counts as the seed,
 * wherever it lies. Throws InputError.
 */
export async function readInputs(paths: readonly string[], { seedDir }: { readonly seedDir?: string } = {}): Promise<Inputs> {
  const inputs: (Input | EmptyFolder)[] = [];
  for (const path of paths) {
    if (path === "-") {
      inputs.push({ name: STANDARD_INPUT, text: decodeUtf8(STANDARD_INPUT, await buffer(process.stdin)) });
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
function inFolder(path: string, files: readonly Input[], seedDir: string | undefined): Inputs {
  const isSeed = seedDir !== undefined && resolve(seedDir) === path;
  const folder = { name: isSeed ? SEED : path, path };
  return files.length === 0 ? [emptyFolder(folder)] : withFolder(folder, files);
}

/** A folder that is loaded as a whole, and in which nothing lies. */
export function emptyFolder({ name, path }: Pick<Folder, "name" | "path">): EmptyFolder {
  return { folder: { name, path, digest: folderDigest([]) } };
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
