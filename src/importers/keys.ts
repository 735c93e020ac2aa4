import { createHash } from "node:crypto";

/** The longest readable part of a key. */
const LONGEST = 60;

/**
 * A text as a part of an id or of a bundle's name: small Latin letters, digits, hyphens and underscores. Where something is lost on the way, a digest of the
 * text stands behind it, so that two texts never share a key.
 */
export function keyOf(text: string): string {
  const key = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^[-_]+|-+$/g, "");
  if (key === text && key.length <= LONGEST) return key;
  return [key.slice(0, LONGEST).replace(/-+$/, ""), digest(text)].filter((part) => part !== "").join("-");
}

/** Eight characters that stand for a text. */
export function digest(text: string): string {
  return createHash("sha1").update(text).digest("hex").slice(0, 8);
}

/** A number of 48 bits that stands for a text: the texts of millions of records would fill the memory. Of a million, two share theirs with a chance of one in five hundred. */
export function hashOf(text: string): number {
  return createHash("sha1").update(text).digest().readUIntBE(0, 6);
}
