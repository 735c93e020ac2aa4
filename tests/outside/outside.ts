import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Reads a package that `node scripts/outside.mjs` installs; null where that never ran, unless REQUIRE_OUTSIDE=1 (CI) makes it a failure. */
export function outside<Package>(name: string): Package | null {
  try {
    return require(name) as Package;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
    if (!isMissing || process.env.REQUIRE_OUTSIDE === "1") throw error;
    return null;
  }
}
