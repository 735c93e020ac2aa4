/** How near two words are to each other. Pure. */

/** How many letters of a word may be wrong. None of three letters or fewer, where an error and another word look alike, and none of numbers: 8541 is not 8542. */
export function allowedErrors(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The letters of a word as a set of 32 bits, whatever its script. An error takes a letter out, puts one in, or both: words that are so many errors apart
 * differ in twice as many bits at most.
 */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Whether words with these letters can be so many errors apart: what is passed over costs a hundredth of `withinErrors`. */
export function mayBeWithin(letters: number, others: number, errors: number): boolean {
  let different = letters ^ others;
  let bits = 0;
  for (; different !== 0 && bits <= 2 * errors; bits++) different &= different - 1;
  return bits <= 2 * errors;
}

/** Whether `asked` becomes `word` by at most `most` letters inserted, left out, changed or swapped with their neighbour. */
export function withinErrors(asked: string, word: string, most: number): boolean {
  if (most === 0 || Math.abs(asked.length - word.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= asked.length; i++) {
    const now = [i];
    for (let j = 1; j <= word.length; j++) {
      const changed = at(last, j - 1) + (asked[i - 1] === word[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      now.push(Math.min(changed, swapped, at(last, j) + 1, at(now, j - 1) + 1));
    }
    if (Math.min(...now) > most) return false;
    [before, last] = [last, now];
  }
  return at(last, word.length) <= most;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
