/** Names of the synthetic world: made from a number, so that nothing has to be kept to know them. */

const ONSETS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"] as const;
const VOWELS = ["a", "e", "i", "o", "u"] as const;
const SYLLABLES = ONSETS.length * VOWELS.length;

/** A word of four syllables that stands for a number: the same for the same number, and far from its neighbour's. */
export function wordOf(number: number): string {
  let rest = (Math.imul(number + 1, 0x9e3779b1) >>> 0) % SYLLABLES ** 4;
  let word = "";
  for (let i = 0; i < 4; i++) {
    const syllable = rest % SYLLABLES;
    rest = Math.floor(rest / SYLLABLES);
    word += `${ONSETS[syllable % ONSETS.length]}${VOWELS[Math.floor(syllable / ONSETS.length)]}`;
  }
  return word;
}

/** `wordOf`, with a capital. */
export function nameOf(number: number): string {
  const word = wordOf(number);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A code of capitals in the manner of ISO 3166: a letter and a digit for the first 26, then two letters, three and more. */
export function codeOf(number: number): string {
  let code = "";
  for (let rest = number; rest >= 0; rest = Math.floor(rest / 26) - 1) code = String.fromCharCode(65 + (rest % 26)) + code;
  return code.length < 2 ? `${code}0` : code;
}
