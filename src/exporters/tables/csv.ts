import type { Value } from "../../engine/port.ts";
import { joinList } from "../../load/index.ts";
import { csvLine } from "../table.ts";
import type { TypeTable } from "./type-table.ts";

/** A table as CSV, with the columns that `import csv --as` reads. Lists are joined as all tables have them (`joinList`). */
export async function* csv({ columns, rows }: TypeTable): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for await (const portion of rows) yield portion.map((row) => csvLine(row.map(cell))).join("");
}

/** A value as a cell. */
export function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? joinList(value.map(String)) : String(value);
}
