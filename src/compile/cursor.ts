import type { Value } from "../engine/port.ts";
import { requestError } from "../model/index.ts";

/** The values that fix a place in a list: its order's keys, then the tie-breaks. */
export type Place = readonly (string | number | boolean | null)[];

/** Writes a place down as an opaque cursor; `order` names the list's order, so that a cursor fits only lists of that order. */
export function writeCursor(order: string, place: Place): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString("base64url");
}

/** Reads a cursor back. Throws BAD_CURSOR for one that no list of this order gave. */
export function readCursor(order: string, length: number, cursor: unknown): Place {
  const place = typeof cursor === "string" ? decode(cursor) : null;
  if (!place || place[0] !== order || place.length !== length + 1) {
    throw requestError(
      "BAD_CURSOR",
      "This cursor was not given by a list of this order. Pass a cursor from the same field with the same orderBy, or none to start anew.",
    );
  }
  return place.slice(1);
}

function decode(cursor: string): Place | null {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const plain = (v: unknown): v is string | number | boolean | null => v === null || ["string", "number", "boolean"].includes(typeof v);
    return Array.isArray(read) && read.every(plain) ? read : null;
  } catch {
    return null;
  }
}

/** A stored value as part of a place; lists and maps are never order keys. */
export function asPlace(value: Value | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : String(value);
}
