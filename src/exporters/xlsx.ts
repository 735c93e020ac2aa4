import writeWorkbook, { type Cell } from "write-excel-file/node";
import { InputError, joinList } from "../load/index.ts";

/** A sheet of a workbook. */
export interface Sheet {
  /** Its name, of 31 characters at most. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Its rows, a portion at a time. */
  readonly rows: AsyncIterable<readonly (readonly unknown[])[]>;
}

/** What Excel holds: rows of a sheet, characters of a cell. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/** So many cells a workbook has here at most: it is made in memory. */
const MOST_CELLS = 2_000_000;

/**
 * A workbook of Excel (.xlsx), made in memory. Numbers are numbers where the 15 digits that Excel keeps are enough, whole days are days; all else is text, also what begins
 * with `=`. Lists are joined as all tables have them (`joinList`). Throws InputError where there is more than a sheet, a cell or this program holds.
 */
export async function* xlsx(
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  most = { rows: MOST_ROWS, cells: MOST_CELLS },
): AsyncGenerator<Uint8Array> {
  const pages: { sheet: string; data: Cell[][]; stickyRowsCount: number }[] = [];
  let cells = 0;
  for await (const { name, columns, rows } of sheets) {
    const data: Cell[][] = [columns.map((column) => textCell(column, ""))];
    for await (const portion of rows)
      for (const row of portion) {
        cells += row.length;
        if (data.length === most.rows)
          throw tooLarge(`${name} has more rows than a sheet of Excel holds (${most.rows.toLocaleString("en")})`);
        if (cells > most.cells)
          throw tooLarge(`more than ${most.cells.toLocaleString("en")} cells are too many for a workbook, which is made in memory`);
        data.push(row.map((value, i) => cellOf(value, `row ${data.length + 1}, column ${columns[i]} of ${name}`)));
      }
    pages.push({ sheet: name, data, stickyRowsCount: 1 });
  }
  yield await writeWorkbook(pages).toBuffer();
}

const tooLarge = (why: string): InputError => new InputError(`xlsx: ${why}: write csv or parquet.`);

function cellOf(value: unknown, place: string): Cell {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return { value, type: Boolean };
  if (typeof value === "number" || typeof value === "bigint") {
    const number = Number(value);
    return String(Number(number.toPrecision(15))) === String(value) ? { value: number, type: Number } : textCell(String(value), place);
  }
  const text = Array.isArray(value) ? joinList(value.map(String)) : String(value);
  const day = dayOf(text);
  return day === null ? textCell(text, place) : { value: day, type: Date, format: "yyyy-mm-dd" };
}

function textCell(text: string, place: string): Cell {
  if (text.length > MOST_CHARACTERS)
    throw new InputError(
      `xlsx: ${place}: a cell of Excel holds ${MOST_CHARACTERS.toLocaleString("en")} characters, and this text has ${text.length.toLocaleString("en")}: write csv or parquet.`,
    );
  // Excel reads _x0041_ as an A: the underscore is written so itself.
  return { value: text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"), type: String };
}

/** A whole day as Excel counts days; null for what is none, and for days before March 1900, which it counts wrongly or not at all. */
function dayOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1900-03-01") return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) ? null : day;
}
