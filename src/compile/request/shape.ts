import type { Value } from "../../engine/port.ts";
import type { NOTES, Notes } from "./watch.ts";

/** The parameters that a statement ran with, and where fields note how they came out. */
export type Parameters = Readonly<Record<string, Value>> & { readonly [NOTES]?: Notes };

/** Reads something from the columns of one object. */
export type Read<T = unknown> = (columns: readonly Value[], parameters: Parameters) => T;

/** Turns the columns of one object into what graphql-js reads: an object with one property for each response key. */
export type Shape = Read<Shaped>;

/** A shaped answer, by response key. Enum and scalar values are as stored. */
export interface Shaped {
  [key: string]: unknown;
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
