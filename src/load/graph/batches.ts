/** Rows of one statement: larger ones gain no speed and hold more memory. */
const MOST_ROWS = 5_000;

/** Rows, so many at a time as one statement takes. */
export function* batchesOf<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < rows.length; start += MOST_ROWS) yield rows.slice(start, start + MOST_ROWS);
}
