import { fileURLToPath } from "node:url";

/** The project's folder, whether this runs from sources (src/root.ts) or from the compiled copy (dist/src/root.js). */
export const ROOT = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? ".." : "../..", import.meta.url));
