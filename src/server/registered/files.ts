import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { z } from "zod";
import { InputError } from "../../load/index.ts";
import type { NamedDocument } from "./documents.ts";

/** What a file of documents is called. */
const DOCUMENT = /\.(graphql|gql)$/;

/** What `generate-persisted-query-manifest` of Apollo writes. */
const APOLLO = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});
/** What relay-compiler and graphql-codegen write: texts by their ids. */
const TEXTS = z.record(z.string(), z.string());

/**
 * The documents of some files and folders: of a folder, every .graphql file in it at any depth, named by the file without its ending; of a .json file,
 * what clients' own tools write (relay-compiler, graphql-codegen, Apollo's manifest), by their ids. Throws InputError where one can't be read.
 */
export async function readDocuments(paths: readonly string[]): Promise<NamedDocument[]> {
  const read = await Promise.all(paths.map((path) => (extname(path) === ".json" ? manifestOf(path) : filesOf(path))));
  return read.flat();
}

async function filesOf(path: string): Promise<NamedDocument[]> {
  if (!(await readable(path, () => stat(path))).isDirectory()) {
    if (!DOCUMENT.test(path))
      throw new InputError(`${path}: operations stand in files that end in .graphql, .gql or .json, or in a folder of such.`);
    const text = await readable(path, () => readFile(path, "utf8"));
    return [{ id: basename(path).replace(DOCUMENT, ""), text, place: path }];
  }
  const entries = await readable(path, () => readdir(path, { withFileTypes: true }));
  const inner = entries
    .filter((entry) => entry.isDirectory() || DOCUMENT.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
  return (await Promise.all(inner.map(filesOf))).flat();
}

async function manifestOf(path: string): Promise<NamedDocument[]> {
  const value = await readJson(path);
  const apollo = APOLLO.safeParse(value);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => ({ id, text: body, place: `${path} ${id}` }));
  const texts = TEXTS.safeParse(value);
  if (texts.success) return Object.entries(texts.data).map(([id, body]) => ({ id, text: body, place: `${path} ${id}` }));
  throw new InputError(`${path}: it must be texts by their ids, {"id": "query …"}, or a manifest of Apollo's.`);
}

/** The value in a file of JSON. Throws InputError where it can't be read. */
export async function readJson(path: string): Promise<unknown> {
  return jsonOf(path, await readable(path, () => readFile(path, "utf8")));
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path}: it is no JSON (${error instanceof Error ? error.message : String(error)}).`, { cause: error });
  }
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new InputError(`${path} can't be read; operations are to be there (REGISTERED_OPERATIONS or PLANNED_OPERATIONS).`, {
      cause: error,
    });
  }
}
