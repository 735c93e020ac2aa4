import type { Value } from "../../engine/port.ts";
import { cell } from "./csv.ts";
import type { Cells, Column, TypeTable } from "./type-table.ts";

/** So many rows stand together in a file by columns: enough to pack well, few enough to hold. */
const ROWS = 20_000;

/** Rows in groups of a size that files by columns are made of; none where the table has no rows. Only one group is held. */
export async function* groupsOf(rows: TypeTable["rows"], size = ROWS): AsyncGenerator<readonly Cells[]> {
  let group: Cells[] = [];
  for await (const portion of rows)
    for (const row of portion) {
      group.push(row);
      if (group.length < size) continue;
      yield group;
      group = [];
    }
  if (group.length > 0) yield group;
}

/** What a writer of typed columns takes: null for nothing, days as dates at midnight in UTC. */
export type Typed = null | number | boolean | string | Date | readonly Typed[];

/** A value as its column's kind. */
export function typed({ kind, list }: Column, value: Value | undefined): Typed {
  if (value === null || value === undefined) return null;
  if (list) return (Array.isArray(value) ? value : [value]).map((member) => typed({ name: "", kind, list: false }, member));
  if (kind === "integer" || kind === "number") return Number(value);
  if (kind === "boolean") return value === true;
  return kind === "day" ? new Date(`${cell(value)}T00:00:00Z`) : cell(value);
}
