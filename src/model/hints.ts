/** Those of `options` that `word` may have been meant for, nearest first, at most `most`. */
export function nearest(word: string, options: Iterable<string>, most = 1): string[] {
  const asked = word.toLowerCase();
  const bound = Math.max(1, Math.floor(asked.length / 3));
  const found: { option: string; distance: number }[] = [];
  for (const option of options) {
    if (Math.abs(option.length - word.length) > bound) continue;
    const distance = editDistance(asked, option.toLowerCase(), bound);
    if (distance <= bound) found.push({ option, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.option < b.option ? -1 : 1));
  return found.slice(0, most).map((f) => f.option);
}

/** Letters to insert, drop, change or swap with their neighbour; more than `bound` is given as `bound + 1`. */
export function editDistance(a: string, b: string, bound: number): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  const at = (row: readonly number[], j: number) => row[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(change, swap, at(last, j) + 1, at(row, j - 1) + 1));
    }
    if (Math.min(...row) > bound) return bound + 1;
    before = last;
    last = row;
  }
  return at(last, b.length);
}

/** `A`, `A or B`, `A, B or C`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** `a Measure`, `an Event`. */
export function article(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}
