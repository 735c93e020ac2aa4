import type { Value } from "../../engine/port.ts";
import { storedText } from "../../model/index.ts";

/**
 * Coerced arguments of one field or directive, or the fields of one input object: graphql-js has checked them against their types. Texts come as the
 * graph stores them, whichever way they were written: this is the door through which all of them are read.
 */
export class Arguments {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** Whether something was given; null counts as not given. */
  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== null;
  }

  /** Whether null was written, or given by a variable. */
  isNull(name: string): boolean {
    return this.#values[name] === null;
  }

  /** The names that were given, in the order of the request. */
  get names(): readonly string[] {
    return Object.keys(this.#values).filter((name) => this.has(name));
  }

  /** A text, an enum value or an id. */
  text(name: string): string {
    return storedText(String(this.#values[name]));
  }

  /** Texts, enum values or ids; none where none were given. */
  texts(name: string): readonly string[] {
    return this.#list(name).map((item) => storedText(String(item)));
  }

  /** Texts, each once. */
  distinct(name: string): readonly string[] {
    return [...new Set(this.texts(name))];
  }

  /** A number, or null where none was given. */
  number(name: string): number | null {
    return this.has(name) ? Number(this.#values[name]) : null;
  }

  /** Whether a boolean is true. */
  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  /** A number, text, boolean or a list of them, as it goes to the engine. */
  value(name: string): Value {
    return toValue(this.#values[name]);
  }

  /** An input object; an empty one where none was given. */
  input(name: string): Arguments {
    return new Arguments(recordOf(this.#values[name]));
  }

  /** A list of input objects. */
  inputs(name: string): readonly Arguments[] {
    return this.#list(name).map((item) => new Arguments(recordOf(item)));
  }

  /** One of a list of input objects; an empty one where there are not so many. Reading them all for each of them took the square of their number. */
  inputAt(name: string, index: number): Arguments {
    return new Arguments(recordOf(this.#list(name)[index]));
  }

  #list(name: string): readonly unknown[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value : [];
  }
}

const NOTHING: Readonly<Record<string, unknown>> = {};

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : NOTHING;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toValue(value: unknown): Value {
  if (typeof value === "string") return storedText(value);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return value;
  return Array.isArray(value) ? value.map(toValue) : null;
}
