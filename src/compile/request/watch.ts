import type { Value } from "../../engine/port.ts";
import type { Lookup } from "../../model/index.ts";
import type { Parameter } from "../cypher/fragment.ts";

/*
 * An answer may be right and still mislead: a list is empty because an id in its filter has a typing error, or ends because nobody asked for more.
 * While rows are shaped, fields note how they came out; what the client has to be told is made of these notes.
 */

/** Where what an answer is shaped with has its notes; nothing where nobody wants any. */
export const NOTES = Symbol("notes");

/** A field whose answer may have to be explained. */
export class WatchedField {
  /** Ids that its arguments gave, as parameters of the statement. */
  readonly ids: Parameter[] = [];

  /** `path` is the way to it by response keys, without the places in lists. */
  constructor(readonly path: readonly string[]) {}
}

/** A code under which nothing was found: of which lookup, and what its other arguments said, in their order. */
export interface MissingCode {
  readonly lookup: Pick<Lookup, "type" | "by" | "within">;
  readonly value: string;
  readonly within: readonly string[];
}

/** How a field came out, each time that it was answered. */
interface Outcomes {
  /** How often something was found. */
  found: number;
  /** How often nothing was. */
  empty: number;
  /** How often more lay behind a page whose size nobody had said. */
  cut: number;
  /** How many the whole list has, where that was asked for; of several lists, of the first that was cut. */
  total: number | null;
  /** Of ids that are answered one by one: those under which nothing was found. */
  readonly missing: string[];
  /** Codes under which nothing was found. */
  readonly codes: MissingCode[];
  /** What a limit left out, in words, once however often; null where none did. */
  leftOut: string | null;
}

/** A field that was empty wherever it was answered, with the ids that it was asked by. */
export interface EmptyField {
  readonly path: readonly string[];
  readonly ids: readonly string[];
}

/** A field that was asked by a code, and found nothing. */
export interface UnfoundCode extends MissingCode {
  readonly path: readonly string[];
}

/** A field whose lists end where the default page does, and go on behind it. */
export interface CutField {
  readonly path: readonly string[];
  readonly lists: number;
  /** Null where it was not asked for. */
  readonly totalCount: number | null;
}

/** A field whose lists a limit left something out of, and what. */
export interface CutList {
  readonly path: readonly string[];
  readonly message: string;
}

/** What the fields of one answer noted. */
export class Notes {
  readonly #outcomes = new Map<WatchedField, Outcomes>();

  /** Notes one list: `cut` where more lies behind a page whose size nobody had said. */
  list(field: WatchedField, { isEmpty, isCut, total }: { isEmpty: boolean; isCut: boolean; total: number | null }): void {
    const outcomes = this.#of(field);
    if (isEmpty) outcomes.empty += 1;
    else outcomes.found += 1;
    if (!isCut) return;
    if (outcomes.cut === 0) outcomes.total = total;
    outcomes.cut += 1;
  }

  /** Notes an id under which nothing was found. */
  missing(field: WatchedField, id: string): void {
    this.#of(field).missing.push(id);
  }

  /** Notes a code under which nothing was found. */
  missingCode(field: WatchedField, code: MissingCode): void {
    this.#of(field).codes.push(code);
  }

  /** Notes in words what a limit left out of a list. */
  leftOut(field: WatchedField, message: string): void {
    this.#of(field).leftOut ??= message;
  }

  /** Fields out of whose lists a limit left something. */
  left(): CutList[] {
    return [...this.#outcomes].flatMap(([{ path }, { leftOut }]) => (leftOut === null ? [] : [{ path, message: leftOut }]));
  }

  /** Codes under which nothing was found, with the fields that were asked by them. */
  unfound(): UnfoundCode[] {
    return [...this.#outcomes].flatMap(([{ path }, { codes }]) => codes.map((code) => ({ path, ...code })));
  }

  /** Fields that were empty, with the ids that may be why; `parameters` are those of the statement. */
  empty(parameters: Readonly<Record<string, Value>>): EmptyField[] {
    return [...this.#outcomes].flatMap(([{ path, ids }, { found, empty, missing }]) => {
      const asked = found === 0 && empty > 0 ? ids.flatMap((parameter) => texts(parameters[parameter.name])) : [];
      const all = [...new Set([...asked, ...missing])];
      return all.length > 0 ? [{ path, ids: all }] : [];
    });
  }

  /** Fields whose lists were cut by the default page. */
  cut(): CutField[] {
    return [...this.#outcomes].flatMap(([{ path }, { cut, total }]) => (cut > 0 ? [{ path, lists: cut, totalCount: total }] : []));
  }

  #of(field: WatchedField): Outcomes {
    let outcomes = this.#outcomes.get(field);
    if (!outcomes) {
      outcomes = { found: 0, empty: 0, cut: 0, total: null, missing: [], codes: [], leftOut: null };
      this.#outcomes.set(field, outcomes);
    }
    return outcomes;
  }
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value)
    ? value.flatMap((item) => (typeof item === "string" ? [item] : []))
    : typeof value === "string"
      ? [value]
      : [];
}
