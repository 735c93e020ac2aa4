import type { Row, Statement, Value } from "../../engine/port.ts";
import type { Parameters } from "./shape.ts";

/*
 * A question that takes more than one statement (a path, a ladder) is answered as a list that is empty at first: whoever shapes the object that has the
 * list notes that it is wanted, and for which node. Once the object's own statement was answered, all lists of a field are gathered together, level by
 * level, and one more statement reads what was selected of them.
 */

/** Where what an answer is shaped with has the lists that are wanted. */
export const LATER = Symbol("later");

/** Rows by the id of the node for which they were gathered; of a root field, by the empty text. */
export type Gathered = ReadonlyMap<string, GatheredRows>;

/** The rows of one list, each a list of values, in their order. */
export interface GatheredRows {
  readonly rows: readonly (readonly Value[])[];
  /** What a limit left out of them, as a sentence that says what to do; null where nothing was. */
  readonly cut: string | null;
}

/** Asks for statements one by one, is given their rows, and ends with what it made of them. It reads nothing by itself. */
export type Gathering = Generator<Statement, Gathered, readonly Row[]>;

/** A list that statements of its own fill. */
export interface Later {
  /** The way to the field by response keys, without places in lists. */
  readonly path: readonly string[];
  /** Gathers the lists of some nodes, given all parameters of the request. */
  readonly gather: (starts: readonly string[], parameters: Parameters) => Gathering;
  /** The statement that reads what was selected of the gathered rows, which are its parameter `gathered`: each row with its number before it. */
  readonly text: string;
  /** Shapes the rows of that statement: each row's object by the number of the gathered row. */
  readonly shape: (rows: readonly Row[], parameters: Parameters) => ReadonlyMap<number, unknown>;
  /** Notes how one list came out. */
  readonly note: (isEmpty: boolean, parameters: Parameters) => void;
}

/** The parameter of a statement that has the gathered rows. */
export const GATHERED = "gathered";

/** The lists of one answer that are still to be filled. */
export class Wanted {
  readonly #lists = new Map<Later, Map<string, unknown[][]>>();

  /** An empty list, to be filled for a node. */
  list(later: Later, start: string): unknown[] {
    const list: unknown[] = [];
    const starts = this.#lists.get(later) ?? new Map<string, unknown[][]>();
    this.#lists.set(later, starts);
    starts.set(start, [...(starts.get(start) ?? []), list]);
    return list;
  }

  /** Takes the lists of one field; null where none are wanted any more. */
  take(): { readonly later: Later; readonly lists: ReadonlyMap<string, readonly unknown[][]> } | null {
    for (const [later, lists] of this.#lists) {
      this.#lists.delete(later);
      return { later, lists };
    }
    return null;
  }
}
