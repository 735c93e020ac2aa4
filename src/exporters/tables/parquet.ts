import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { groupsOf, typed } from "./groups.ts";
import type { Column, TypeTable } from "./type-table.ts";

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Of each kind of values, how Parquet stores and names it. */
const STORED: Readonly<Record<Column["kind"], Pick<Element, "type" | "converted_type">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  day: { type: "INT32", converted_type: "DATE" },
};

/** A table as Parquet (https://parquet.apache.org), in groups of rows that are written as they are read; the ends of a file say where these are. */
export async function* parquet({ columns, rows }: TypeTable): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema: Element[] = [{ name: "table", num_children: columns.length }, ...columns.flatMap(elementsOf)];
  const file = new ParquetWriter({ writer, schema, createdBy: "trade-graph" });
  for await (const group of groupsOf(rows)) {
    const columnData = columns.map((column, at) => ({ name: column.name, data: group.map((row) => typed(column, row[at])) }));
    await file.write({ columnData, rowGroupSize: group.length });
    yield taken(writer);
  }
  await file.finish();
  yield taken(writer);
}

/** A list is three elements in Parquet: the list, its repetition, its members. */
function elementsOf({ name, kind, list }: Column): Element[] {
  if (!list) return [{ name, ...STORED[kind], repetition_type: "OPTIONAL" }];
  return [
    { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", ...STORED[kind], repetition_type: "OPTIONAL" },
  ];
}

/** What was written since the last time; its offset goes on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
