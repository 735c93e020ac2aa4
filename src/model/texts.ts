/** What may be written in several ways; all that is left out, up to the first accents that stand behind their letters (U+0300), is written in one. */
const SEVERAL_WAYS = /\u00a0|[\u0300-\uffff]/;

/** Spaces at which lines don't break: between digits and units, in French before `:` and `»`. */
const NO_BREAK = /[\u00a0\u2007\u202f]/g;

/**
 * A text as it is stored, and as it is looked for: what looks the same is the same. Letters stand in Unicode's composed form (NFC), and no-break
 * spaces are spaces. Nothing else changes: `İ`, `ß`, full-width letters and ideographic spaces are what they are.
 */
export function storedText(text: string): string {
  return SEVERAL_WAYS.test(text) ? text.normalize("NFC").replace(NO_BREAK, " ") : text;
}
