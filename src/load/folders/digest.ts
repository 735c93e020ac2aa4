import { createHash } from "node:crypto";
import { DIGEST_VERSION } from "../stream/index.ts";

/** Stands for all files of a folder, by their ways within it and their texts, and for how this version of the loader writes them. */
export function folderDigest(files: readonly { readonly way: string; readonly text: string }[]): string {
  const inOrder = [...files].sort((a, b) => (a.way < b.way ? -1 : 1)).map(({ way, text }) => [way, text]);
  return createHash("sha256")
    .update(JSON.stringify([DIGEST_VERSION, inOrder]))
    .digest("base64url");
}
