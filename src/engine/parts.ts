/**
 * The most rows that go to another process or thread at once: whoever takes them does nothing else meanwhile. 2,000 nodes with all their properties
 * are a megabyte of JSON, which is read in 10 ms.
 */
const MOST_ROWS = 2_000;

/** An answer in parts, in their order: one where it is no list, or not long. */
export function* partsOf(output: unknown): Generator<{ readonly part: unknown; readonly isLast: boolean }> {
  if (!Array.isArray(output) || output.length <= MOST_ROWS) yield { part: output, isLast: true };
  else
    for (let start = 0; start < output.length; start += MOST_ROWS)
      yield { part: output.slice(start, start + MOST_ROWS), isLast: start + MOST_ROWS >= output.length };
}
