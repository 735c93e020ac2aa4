import type { Value } from "../../engine/port.ts";
import type { FORMER, FormerIds } from "./former.ts";
import type { LATER, Wanted } from "./later.ts";
import type { NOTES, Notes } from "./watch.ts";

/** Where what an answer is shaped with has the address of the server that gives it, without a slash at its end. */
export const ORIGIN = Symbol("origin");

/**
 * The parameters that a statement ran with, where fields note how they came out, where lists wait for statements of their own, what was merged into what, and the
 * server's address where there is a server.
 */
export type Parameters = Readonly<Record<string, Value>> & {
  readonly [NOTES]?: Notes;
  readonly [LATER]?: Wanted;
  readonly [FORMER]?: FormerIds;
  readonly [ORIGIN]?: string;
};

/** Reads something from the columns of one object. */
export type Read<T = unknown> = (columns: readonly Value[], parameters: Parameters) => T;

/** Turns the columns of one object into what graphql-js reads: an object with one property for each response key. */
export type Shape = Read<Shaped>;

/** Where a shaped object keeps the name of its type: a client may call any field anything, `__typename` too. */
export const TYPE = Symbol("type");

/**
 * A shaped answer, by response key. Enum and scalar values are as stored. It inherits nothing that a response key could meet: `__proto__` and
 * `constructor` are keys like others. (Objects of `Object.create(null)` would do the same, but engines look their keys up in a table.)
 */
export class Shaped {
  [key: string]: unknown;
  declare [TYPE]?: string;
}
Object.setPrototypeOf(Shaped.prototype, null);
Reflect.deleteProperty(Shaped.prototype, "constructor");

/** What is read of an object, by response key. */
export function shapedBy(keys: Iterable<readonly [key: string, value: unknown]>): Shaped {
  const object = new Shaped();
  for (const [key, value] of keys) object[key] = value;
  return object;
}

/** The list of columns that a statement returned for one object. Throws where the statement and its shape disagree: an internal error. */
export function columnsOf(value: Value | undefined): readonly Value[] {
  if (!Array.isArray(value)) throw new Error("A statement returned something else than the columns of an object.");
  return value;
}

/** A list that a statement collected, as a list of objects' columns. */
export function itemsOf(value: Value | undefined): readonly (readonly Value[])[] {
  return columnsOf(value).map((item) => columnsOf(item));
}

/** What was read lacks a value that the schema promises: the graph was written by something else than the loader. */
export class MissingValueError extends Error {
  override readonly name = "MissingValueError";
}
