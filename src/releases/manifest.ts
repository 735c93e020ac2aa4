import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Where a release says what it is. */
export const MANIFEST = "manifest.json";

const day = z.string().regex(/^\d{4}-\d\d-\d\dT/);
const FILE = z.object({
  path: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  says: z.string(),
});
const SCHEMA = z.object({
  format: z.literal("trade-graph release"),
  /** The folder's name. */
  name: z.string(),
  /** When it was written. */
  createdAt: day,
  /** The state of the data, as `meta` has it. */
  dataVersion: z.string(),
  loadedAt: day.nullable(),
  schemaVersion: z.string(),
  /** How many nodes there are, by the types of `NodeType`. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  licence: z.string(),
  files: z.array(FILE),
  /** What changed since the release before; null where none was named. */
  since: z
    .object({
      name: z.string(),
      /** How many bundles are new, and how many say something else: these are in `delta.jsonl.gz`. */
      added: z.number().int(),
      changed: z.number().int(),
      /** The bundles that are gone, by name. */
      removed: z.array(z.string()),
    })
    .nullable(),
});

/** What a release says of itself. */
export type Manifest = z.infer<typeof SCHEMA>;

/** Reads the manifest of a folder; null where it is no release. */
export function readManifest(folder: string): Manifest | null {
  try {
    return SCHEMA.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  } catch {
    return null;
  }
}
