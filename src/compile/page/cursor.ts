import type { Value } from "../../engine/port.ts";
import { requestError } from "../../model/index.ts";
import type { Key } from "./order.ts";

/** The values that fix a place in a list: its order's keys, then the tie-breaks. */
export type Place = readonly (string | number | boolean | null)[];

/** Writes a place down as an opaque cursor; `order` names the list and its order, so that a cursor fits only lists of that kind and order. */
export function writeCursor(order: string, place: Place): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString("base64url");
}

/** Reads a cursor back. Throws BAD_CURSOR for one that no such list gave. */
export function readCursor(order: string, keys: readonly Pick<Key, "kind" | "nullable">[], cursor: unknown): Place {
  const place = typeof cursor === "string" ? decode(cursor) : null;
  const fits = (key: Pick<Key, "kind" | "nullable">, value: unknown) => (value === null ? key.nullable : typeof value === key.kind);
  if (!place || place[0] !== order || place.length !== keys.length + 1 || !keys.every((key, i) => fits(key, place[i + 1]))) {
    throw requestError(
      "BAD_CURSOR",
      "This cursor was not given by this list in this order. Pass a cursor from the same field with the same orderBy, or none to start anew.",
    );
  }
  return place.slice(1);
}

function decode(cursor: string): Place | null {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  // What decodes leniently (other alphabets, stray characters, broken UTF-8) is not what was written.
  if (Buffer.from(text).toString("base64url") !== cursor) return null;
  try {
    const read: unknown = JSON.parse(text);
    const plain = (v: unknown): v is string | number | boolean | null => v === null || ["string", "number", "boolean"].includes(typeof v);
    return Array.isArray(read) && read.every(plain) ? read : null;
  } catch {
    return null;
  }
}

/** A stored value as part of a place; lists and maps are never order keys. */
export function asPlace(value: Value | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
