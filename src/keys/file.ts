import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { hashOf, NAME, newKey, PATTERN } from "./key.ts";

/** What is kept of a key. */
const KEPT = z.strictObject({
  name: z.string().regex(NAME),
  /** Of the key, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bundles: z.array(z.string().regex(PATTERN)).min(1),
  addedAt: z.string(),
  /** Null while the key is good. */
  revokedAt: z.string().nullable(),
});
const CONTENT = z.strictObject({ version: z.literal(1), keys: z.array(KEPT) });

/** A key as the file has it. */
export type KeptKey = z.infer<typeof KEPT>;

/** The file of keys can't be used, or what is asked of it can't be done; the message says why. */
export class KeysError extends Error {
  override readonly name = "KeysError";
}

/** The keys of a file, in the order in which they were added; none where there is no file. Throws KeysError. */
export function readKeys(path: string): KeptKey[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
    throw new KeysError(`The keys in ${path} can't be read: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
  try {
    return CONTENT.parse(JSON.parse(text)).keys;
  } catch (error) {
    throw new KeysError(
      `${path} is no file of keys, or was damaged: put back a copy, or remove it and add the keys anew (npm run keys -- add).`,
      {
        cause: error,
      },
    );
  }
}

/** Makes a key and adds it to the file; gives the key's text, which is kept nowhere. Throws KeysError. */
export function addKey(path: string, name: string, bundles: readonly string[]): string {
  if (!NAME.test(name)) throw new KeysError(`${name} is no name for a key: lower-case letters, digits, dots, hyphens and underscores.`);
  const wrong = bundles.find((pattern) => !PATTERN.test(pattern));
  if (bundles.length === 0 || wrong !== undefined)
    throw new KeysError(
      `${wrong ?? "An empty list"} names no bundles: write names with commas between them, * for any characters, such as csv-*,my-events.`,
    );
  const keys = readKeys(path);
  if (keys.some((key) => key.name === name))
    throw new KeysError(
      `There is, or was, a key ${name} already: each name stands for one key, so that it is known who wrote what. Choose another.`,
    );
  const key = newKey();
  writeKeys(path, [...keys, { name, sha256: hashOf(key), bundles: [...bundles], addedAt: new Date().toISOString(), revokedAt: null }]);
  return key;
}

/** Revokes a key; servers refuse it from their next request on. Throws KeysError where there is none that is good. */
export function revokeKey(path: string, name: string): void {
  const keys = readKeys(path);
  const found = keys.find((key) => key.name === name);
  if (!found) throw new KeysError(`There is no key ${name}. There are: ${keys.map((key) => key.name).join(", ") || "none"}.`);
  if (found.revokedAt !== null) throw new KeysError(`The key ${name} was revoked already, at ${found.revokedAt}.`);
  writeKeys(
    path,
    keys.map((key) => (key === found ? { ...key, revokedAt: new Date().toISOString() } : key)),
  );
}

/** Writes the file as a whole, readable by its owner alone: a server that reads meanwhile finds the former one. */
function writeKeys(path: string, keys: readonly KeptKey[]): void {
  const part = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, `${JSON.stringify({ version: 1, keys }, null, 2)}\n`, { mode: 0o600 });
    // A part that an earlier try has left may have other rights.
    chmodSync(part, 0o600);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw new KeysError(`The keys in ${path} can't be written: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
}
