import { type Stats, statSync } from "node:fs";
import readWorkbook, { type CellValue, readSheet } from "read-excel-file/node";
import { InputError, isRefused, problemAt, refusedHere } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { type Cell, type Cells, readRows } from "./cells.ts";
import { PLAIN_FORM, type TableForm } from "./form.ts";

/** Whether a path is that of a workbook. Throws InputError where it is one of the old form, which is not read. */
function isWorkbook(path: string): boolean {
  if (/\.(xls|xlsb|ods)$/i.test(path)) throw new InputError(`${path}: Save it as .xlsx or .csv: workbooks of this form are not read.`);
  return /\.xls[xm]$/i.test(path);
}

/** The rows of a file with a table: of a sheet where it is a workbook, else of CSV. Throws InputError where nothing of it can be read. */
export function rowsOf(path: string, notes: Notes, form: TableForm = PLAIN_FORM): AsyncIterable<Cells> {
  return isWorkbook(path) ? sheetRows(path, notes, form) : readRows(path, notes, form);
}

/**
 * The rows of a sheet, as a table has them: numbers and days as they are written here, formulas as their values. Of merged cells the first has the
 * text. A sheet is held as a whole: it has a million rows at most. A row with a control character is rejected. Throws InputError.
 */
async function* sheetRows(path: string, notes: Notes, { sheet }: Pick<TableForm, "sheet">): AsyncGenerator<Cells> {
  const { size }: Stats = statSync(path);
  const rows = await sheetOf(path, sheet);
  notes.read?.(size);
  for (const [i, values] of rows.entries()) {
    const cells = values.map((value, column): Cell => {
      const place = { file: path, line: i + 1, column: column + 1 };
      return { text: textOf(value), place, isNumber: typeof value === "number" };
    });
    const refused = cells.find(({ text }) => [...text].some(isRefused));
    const char = [...(refused?.text ?? "")].find(isRefused);
    if (refused && char !== undefined) notes.reject(problemAt(refused.place, refusedHere(char)));
    else if (cells.some(({ text }) => text !== "")) yield { cells, separator: "\t" };
  }
}

async function sheetOf(path: string, sheet: string | null) {
  try {
    return await (sheet === null ? readSheet(path) : readSheet(path, sheet));
  } catch (error) {
    const all = await readWorkbook(path).catch(() => null);
    const names = all?.map((one) => JSON.stringify(one.sheet)).join(", ");
    if (names !== undefined && sheet !== null)
      throw new InputError(`${path}: There is no sheet "${sheet}": it has ${names}.`, { cause: error });
    throw new InputError(`${path}: It can't be read as a workbook: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
}

function textOf(value: CellValue | null): string {
  if (value === null) return "";
  // A sum of numbers has more digits than anybody wrote.
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return dayOf(value);
  return String(value).trim().replaceAll(/\r\n?/g, "\n");
}

/** A day, with its time where it has one. */
function dayOf(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
  return text.replace(/T00:00:00$/, "");
}
