import { createHash, randomBytes } from "node:crypto";

/** Who writes, and what they may. */
export interface Writer {
  /** The key's name; `LOAD_KEY` for the key of the environment. */
  readonly name: string;
  /** Names of bundles that it may load, `*` standing for any characters: `csv-*`; `*` alone for all. */
  readonly bundles: readonly string[];
}

/** What a name of a key, and what a pattern of bundles, must look like. */
export const NAME = /^[a-z0-9][a-z0-9._-]*$/;
export const PATTERN = /^[a-z0-9*][a-z0-9._*-]*$/;

/** A new key as text, to be shown once: `tg_` and 256 random bits. */
export function newKey(): string {
  return `tg_${randomBytes(32).toString("base64url")}`;
}

/** What is kept of a key. */
export function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether a writer may load a bundle. */
export function mayLoad({ bundles }: Writer, bundle: string): boolean {
  return bundles.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replaceAll(".", "\\."));
    return new RegExp(`^${parts.join(".*")}$`).test(bundle);
  });
}
