/** Rows of one statement: larger ones gain no speed and hold more memory. */
const MOST_ROWS = 5_000;
/** What they weigh together, in characters: while they go from one thread or process to another, each of these does nothing else. */
const MOST_WEIGHT = 2_000_000;

/** Rows, so many at a time as one statement takes. */
export function* batchesOf<T>(rows: readonly T[], weightOf: (row: T) => number = weight): Iterable<readonly T[]> {
  let start = 0;
  let weighed = 0;
  for (const [i, row] of rows.entries()) {
    const more = weightOf(row);
    if (i > start && (i - start === MOST_ROWS || weighed + more > MOST_WEIGHT)) {
      yield rows.slice(start, i);
      [start, weighed] = [i, 0];
    }
    weighed += more;
  }
  if (start < rows.length) yield rows.slice(start);
}

/** About how long a value is, in characters. */
export function weight(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  let sum = 8;
  if (Array.isArray(value)) for (const item of value) sum += weight(item);
  else for (const name in value) sum += name.length + weight(Reflect.get(value, name));
  return sum;
}
