/** How the file of a table is laid out. */
export interface TableForm {
  /** The lines of its header, the first and the last: what stands in several is joined from above. Its first row with a text when null. */
  readonly header: readonly [first: number, last: number] | null;
  /** What separates its cells; found out when null. */
  readonly separator: string | null;
  /** The sheet of a workbook; its first when null. */
  readonly sheet: string | null;
}

/** A table whose first row is its header. */
export const PLAIN_FORM: TableForm = { header: null, separator: null, sheet: null };
