/** What may be written in several ways; all that is left out, up to the first accents that stand behind their letters (U+0300), is written in one. */
const SEVERAL_WAYS = /\u00a0|[\u0300-\uffff]/;

/** Spaces at which lines don't break: between digits and units, in French before `:` and `»`. */
const NO_BREAK = /[\u00a0\u2007\u202f]/g;

/**
 * More marks on one letter than any script has (Unicode's own stream-safe form allows 30): to put them into their order takes a time that grows with
 * the square of their number, 6 s for 250 KB.
 */
const HEAPED_MARKS = /\p{M}{31}/u;

/**
 * A text as it is stored, and as it is looked for: what looks the same is the same. Letters stand in Unicode's composed form (NFC), and no-break
 * spaces are spaces. Nothing else changes: `İ`, `ß`, full-width letters and ideographic spaces are what they are.
 * Where more than 30 marks stand on one letter, letters stay as they are written.
 */
export function storedText(text: string): string {
  if (!SEVERAL_WAYS.test(text)) return text;
  return (HEAPED_MARKS.test(text) ? text : text.normalize("NFC")).replace(NO_BREAK, " ");
}
