import { didYouMean, type Place, problemAt } from "../../load/index.ts";
import { counting, type Notes } from "../importer.ts";
import { nameOf } from "./bytes.ts";
import type { Cell } from "./cells.ts";
import { PLAIN_FORM, type TableForm } from "./form.ts";
import { rowsOf } from "./workbook.ts";

/** A row of a table by its headers; what is empty or not there is no key. */
export interface Row {
  readonly cells: ReadonlyMap<string, Cell>;
  /** What separates the cells of the table. */
  readonly separator: string;
  readonly place: Place;
}

/** The header row of a table. */
export interface Header {
  readonly names: readonly Cell[];
  readonly place: Place;
}

/** A header alone looks like a table that lost its rows: what it held before must not go with them. */
export const HEADER_ALONE = "The table has a header, and no row under it: nothing is taken, and what it held before stays.";

/**
 * Reads a table. Its header, which `check` may refuse, is its first row, or the lines that `form` says: then its rows are counted, and refused. What
 * stands before the header is no part of it. Throws InputError.
 */
export async function* readTable(
  path: string,
  notes: Notes,
  check: (header: Header) => boolean,
  form: TableForm = PLAIN_FORM,
): AsyncGenerator<Row> {
  let header: readonly Cell[] | null = null;
  let lines: (readonly Cell[])[] = [];
  let isRead = false;
  const problems = counting(notes);
  let rows = 0;
  for await (const { cells, separator } of rowsOf(path, problems, form)) {
    const place = { file: nameOf(path), line: cells[0]?.place.line ?? 1, column: 1 };
    if (header === null) {
      // Without its header nobody knows what a row says.
      if (problems.problems() > 0) return;
      const [first, last] = form.header ?? [place.line, place.line];
      if (place.line < first) continue;
      if (place.line <= last) lines.push(cells);
      if (place.line < last) continue;
      header = joined(lines);
      lines = [];
      isRead = check({ names: header, place: { ...place, line: Math.min(place.line, last) } });
      if (place.line <= last) continue;
    }
    rows += 1;
    if (!isRead) continue;
    const row = rowOf(cells, header, notes);
    if (row) yield { cells: row, separator, place };
  }
  if (header !== null && !isRead) notes.refuse?.(rows);
  else if (rows === 0 && problems.problems() === 0) {
    const message = header === null ? noHeader(form) : HEADER_ALONE;
    notes.reject(problemAt({ file: nameOf(path), line: 1, column: 1 }, message), 0);
  }
}

function noHeader({ header }: TableForm): string {
  return header === null
    ? "The file is empty: a table starts with its header."
    : `The file ends before line ${header[1]}, where its header is said to be.`;
}

/** The cells of a row that have a text, by their headers; null where it has more cells than the header, which is rejected. */
function rowOf(cells: readonly Cell[], header: readonly Cell[], notes: Notes): Map<string, Cell> | null {
  const extra = cells.slice(header.length).find((cell) => cell.text !== "");
  if (extra) {
    notes.reject(problemAt(extra.place, `This row has ${cells.length} fields, and the header names ${header.length}.`));
    return null;
  }
  const row = new Map<string, Cell>();
  for (const [i, { text: name }] of header.entries()) {
    const cell = cells[i];
    if (!cell || cell.text === "") continue;
    if (name === "") notes.count(`column ${i + 1} has no name: not read`);
    else row.set(name, cell);
  }
  return row;
}

/** Lines of a header as one: what stands above several columns, as merged cells do, goes on until the next text. */
function joined(lines: readonly (readonly Cell[])[]): readonly Cell[] {
  const [only = [], ...others] = lines;
  if (others.length === 0) return only;
  const width = Math.max(...lines.map((cells) => cells.length));
  const texts = lines.map((cells, i) => {
    let before = "";
    return Array.from({ length: width }, (_, column) => {
      const text = cells[column]?.text ?? "";
      // The last line names each column for itself.
      if (text !== "" || i === lines.length - 1) before = text;
      return before;
    });
  });
  const last = lines.at(-1) ?? [];
  return Array.from({ length: width }, (_, column) => {
    const text = [...new Set(texts.map((line) => line[column] ?? ""))].filter((part) => part !== "").join(" ");
    const place = last[column]?.place ?? lines.map((cells) => cells[column]?.place).find(Boolean) ?? only[0]?.place;
    return { text, place: place ?? { file: "", line: 1, column: 1 } };
  });
}

/** Whether the header names columns of `known` only, each once, all of `needed`, and none of `refused`; what is wrong is rejected. */
export function headerIs(
  header: Header,
  known: readonly string[],
  needed: readonly string[],
  of: string,
  notes: Notes,
  refused: ReadonlyMap<string, string> = new Map(),
): boolean {
  const problems = header.names.flatMap(({ text, place }, i) => {
    if (text === "") return [];
    if (header.names.findIndex((other) => other.text === text) < i) return [problemAt(place, `The column "${text}" stands here twice.`)];
    const reason = refused.get(text);
    if (reason !== undefined) return [problemAt(place, reason)];
    return known.includes(text) ? [] : [problemAt(place, `${of} has no field "${text}".${didYouMean(text, known)}`)];
  });
  for (const name of needed) {
    if (!header.names.some(({ text }) => text === name)) problems.push(problemAt(header.place, `${of} needs the column "${name}".`));
  }
  for (const problem of problems) notes.reject(problem, 0);
  return problems.length === 0;
}
