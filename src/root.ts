import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, whether this runs from sources (src/root.ts) or from the compiled copy (dist/src/root.js). */
export const ROOT = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? ".." : "../..", import.meta.url));

/** The release that this is: `version` of package.json. Throws where that file has none. */
export function releaseOf(root: string = ROOT): string {
  const read: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = typeof read === "object" && read !== null && "version" in read ? read.version : undefined;
  if (typeof version !== "string") throw new Error(`${join(root, "package.json")} names no version.`);
  return version;
}
