import { isRefused, NotUtf8, type Place, problemAt, refusedHere, Utf8Reader } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { BrokenOff, bytesOf, nameOf } from "./bytes.ts";
import { PLAIN_FORM, type TableForm } from "./form.ts";

/** A row of a table, field by field. */
export interface Cells {
  readonly cells: readonly Cell[];
  /** What separates them. */
  readonly separator: string;
}

/** A field of a table, without its quotes. */
export interface Cell {
  readonly text: string;
  /** Where it begins, at its quote if it has one. */
  readonly place: Place;
  /** It is a number, as a workbook has it: no dot in it stands between thousands. */
  readonly isNumber?: boolean;
}

/** What may separate the fields of a table: the first of these that its first line has. */
const SEPARATORS = [",", "\t", ";"] as const;

/** A first line in which Excel states the separator. */
const SEPARATOR_LINE = /^sep=(.)\r?$/i;

/** Excel's way to keep a number's zeros: a formula that is nothing but a text, `="010229"`. */
const TEXT_FORMULA = /^="(.*)"$/s;

/**
 * The rows of a CSV file (RFC 4180) one by one, with the place of every field; rows without any text are skipped. A row with a control character
 * is rejected. A quote that is not closed, text that is not UTF-8, or a file that breaks off, is rejected, and ends it. Throws InputError where nothing of it can be read.
 */
export async function* readRows(
  path: string,
  notes: Notes,
  form: Pick<TableForm, "header" | "separator"> = PLAIN_FORM,
): AsyncGenerator<Cells> {
  const reader = new RowReader(nameOf(path), notes, form);
  const utf8 = new Utf8Reader(nameOf(path));
  try {
    for await (const chunk of bytesOf(path, notes)) yield* reader.push(utf8.take(chunk));
    yield* reader.push(utf8.end());
  } catch (error) {
    if (error instanceof NotUtf8) {
      // The rows before it are whole.
      yield* reader.push(error.before);
      return notes.reject(problemAt(error.place, error.reason));
    }
    if (!(error instanceof BrokenOff)) throw error;
    return notes.reject(problemAt(reader.place, error.reason));
  }
  yield* reader.end();
}

/** Where in a field the reader is. */
type State = "before" | "bare" | "quoted" | "behind";

class RowReader {
  #line = 1;
  #column = 1;
  #state: State = "before";
  #text = "";
  #start: Place;
  #cells: Cell[] = [];
  #separator: string | null = null;
  /** Text of the first line that came without its end yet. */
  #head = "";
  #broken = false;
  /** Whether the row that is being read has been rejected. */
  #refused = false;

  constructor(
    private readonly file: string,
    private readonly notes: Notes,
    private readonly form: Pick<TableForm, "header" | "separator">,
  ) {
    this.#start = this.place;
  }

  get place(): Place {
    return { file: this.file, line: this.#line, column: this.#column };
  }

  *push(given: string): Generator<Cells> {
    let text = given;
    if (this.#separator === null) {
      text = this.#head + given;
      const end = text.indexOf("\n");
      const { line, isWhole } = this.#headerLine(text);
      this.#head = isWhole ? "" : text;
      if (!isWhole) return;
      const declared = SEPARATOR_LINE.exec(text.slice(0, end))?.[1];
      this.#separator = this.form.separator ?? declared ?? separatorOf(line);
      if (declared !== undefined) {
        this.#line += 1;
        text = text.slice(end + 1);
      }
    }
    yield* this.#read(text);
  }

  /** The line that shows what separates cells: the header's, or the first. */
  #headerLine(text: string): { line: string; isWhole: boolean } {
    const lines = text.split("\n", this.form.header?.[0] ?? 1);
    const start = lines.slice(0, -1).reduce((sum, line) => sum + line.length + 1, 0);
    const isThere = lines.length === (this.form.header?.[0] ?? 1) && text.indexOf("\n", start) >= 0;
    return { line: lines.at(-1) ?? "", isWhole: isThere };
  }

  *end(): Generator<Cells> {
    this.#separator ??= this.form.separator ?? separatorOf(this.#headerLine(this.#head).line);
    yield* this.#read(this.#head);
    if (this.#state === "quoted") this.#reject(this.#start, "This quote is not closed.");
    else if (!this.#broken && (this.#cells.length > 0 || this.#text !== "")) yield* this.#row();
  }

  *#read(text: string): Generator<Cells> {
    for (const char of text) {
      if (this.#broken) return;
      if (isRefused(char) && char !== this.#separator) {
        this.#refuseRow(char);
        continue;
      }
      if (this.#state === "before") this.#start = this.place;
      if (this.#state === "quoted") {
        if (char === '"') this.#state = "behind";
        else this.#text += char;
      } else if (char === this.#separator) this.#cell();
      else if (char === "\n") {
        yield* this.#row();
      } else if (char === '"' && this.#state !== "bare") {
        // A quote behind a quote stands for one.
        if (this.#state === "behind") this.#text += '"';
        this.#state = "quoted";
      } else if (this.#state === "behind" && char !== "\r") {
        this.#reject(this.place, `Behind the quote that ends a field stands ${JSON.stringify(char)}: write quotes within a field twice.`);
      } else if (this.#state !== "behind") {
        this.#text += char;
        this.#state = "bare";
      }
      if (char === "\n") {
        this.#line += 1;
        this.#column = 1;
      } else this.#column += char.length;
    }
  }

  #cell(): void {
    // Line ends within quotes are the table's; a text has one kind of them.
    const text = this.#text.trim().replaceAll(/\r\n?/g, "\n");
    this.#cells.push({ text: TEXT_FORMULA.exec(text)?.[1]?.replaceAll('""', '"') ?? text, place: this.#start });
    this.#text = "";
    this.#state = "before";
  }

  *#row(): Generator<Cells> {
    this.#cell();
    const cells = this.#cells;
    this.#cells = [];
    const isRefused = this.#refused;
    this.#refused = false;
    if (!isRefused && cells.some((cell) => cell.text !== "")) yield { cells, separator: this.#separator ?? "," };
  }

  #refuseRow(char: string): void {
    if (!this.#refused) this.notes.reject(problemAt(this.place, refusedHere(char)));
    this.#refused = true;
    this.#column += 1;
  }

  #reject(place: Place, message: string): void {
    this.#broken = true;
    this.notes.reject(problemAt(place, message));
  }
}

function separatorOf(line: string): string {
  return SEPARATORS.find((separator) => line.includes(separator)) ?? ",";
}
