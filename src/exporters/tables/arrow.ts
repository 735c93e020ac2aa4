import {
  bool,
  columnFromArray,
  type DataType,
  dateDay,
  field,
  float64,
  int32,
  list,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import { groupsOf, typed } from "./groups.ts";
import type { Cells, Column, TypeTable } from "./type-table.ts";

const TYPES: Readonly<Record<Column["kind"], () => DataType>> = {
  text: utf8,
  integer: int32,
  number: float64,
  boolean: bool,
  day: dateDay,
};

/** A stream ends with these bytes. */
const END = 8;

/**
 * A table as a stream of Apache Arrow (https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format): what its columns are, then groups of rows, each
 * written as it is read.
 */
export async function* arrow({ columns, rows }: TypeTable): AsyncGenerator<Uint8Array> {
  const empty = streamOf(columns, []);
  const schema = empty.subarray(0, empty.length - END);
  yield schema;
  // Each group is a stream of its own, with the same columns before it, and an end behind.
  for await (const group of groupsOf(rows)) yield streamOf(columns, group).subarray(schema.length, -END);
  yield empty.subarray(schema.length);
}

function streamOf(columns: readonly Column[], rows: readonly Cells[]): Uint8Array {
  const all = columns.map((column, at) => {
    const type = TYPES[column.kind]();
    const values = rows.map((row) => typed(column, row[at]));
    return [column.name, columnFromArray(values, column.list ? list(field("item", type)) : type)] as const;
  });
  return tableToIPC(tableFromColumns([...all] as Parameters<typeof tableFromColumns>[0]), { format: "stream" }) ?? new Uint8Array();
}
