/** Characters that nobody sees, and those that no text may hold. */

/**
 * Control characters except tab and line ends, halves of a surrogate pair, and two code points that are no characters: formats and engines
 * disagree on them, so that what comes out would not be what went in.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/** The same with the carriage return, which is a line end in a file but not within a value. */
const REFUSED_IN_VALUES = new RegExp(`${REFUSED.source}|\\r`, "u");

/** What looks like nothing or like a plain space, and is neither: it makes two equal texts differ. */
const INVISIBLE = /[\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\u3164\ufeff]|\u034f/u;

const NAMES: Readonly<Record<string, string>> = {
  "\u0000": "null",
  "\u0007": "bell",
  "\u0008": "backspace",
  "\u000b": "vertical tab",
  "\u000c": "form feed",
  "\r": "carriage return",
  "\u001a": "end of file",
  "\u001b": "escape",
  "\u007f": "delete",
  "\u0085": "next line",
  "\u00a0": "no-break space",
  "\u00ad": "soft hyphen",
  "\u2007": "figure space",
  "\u2009": "thin space",
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u200e": "left-to-right mark",
  "\u200f": "right-to-left mark",
  "\u2028": "line separator",
  "\u2029": "paragraph separator",
  "\u202f": "narrow no-break space",
  "\u2060": "word joiner",
  "\u3000": "ideographic space",
  "\ufeff": "byte order mark",
};

/** A character as messages name it: `U+00A0 (no-break space)`. */
export function namedCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const name = NAMES[character] ?? (/\p{Surrogate}/u.test(character) ? "half a character" : null);
  return name === null ? `U+${code}` : `U+${code} (${name})`;
}

/** Why a text is no value: it holds a character that no text may hold ("holds …", to follow the value). Null where it holds none. */
export function refusedCharacter(text: string): string | null {
  const [found] = REFUSED_IN_VALUES.exec(text) ?? [];
  return found === undefined ? null : holds(found);
}

/** Whether a character is one that no file may hold; asked of every character of a table. */
export function isRefused(character: string): boolean {
  return (character < " " || (character >= "\u007f" && (character <= "\u009f" || character >= "\ud800"))) && REFUSED.test(character);
}

/** What to report of one, at its place. */
export function refusedHere(character: string): string {
  return `The control character ${namedCharacter(character)} stands here: take it out.`;
}

/**
 * What is wrong with a JSON value one of whose texts holds a character that no file may hold: `title holds the control character …`, to be
 * followed by what ends a sentence. Null where none does.
 */
export function refusedInJson(value: unknown): string | null {
  return hasRefused(value) ? firstRefused(value, "") : null;
}

/** Asked of every record: says no more than whether there is one. */
function hasRefused(value: unknown): boolean {
  if (typeof value === "string") return REFUSED.test(value);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasRefused);
  return Object.keys(value).some((key) => REFUSED.test(key)) || Object.values(value).some(hasRefused);
}

function firstRefused(value: unknown, path: string): string | null {
  const problem = (text: string) => {
    const [found] = REFUSED.exec(text) ?? [];
    return found === undefined ? null : `${path === "" ? "it" : path} ${holds(found)}`;
  };
  if (typeof value === "string") return problem(value);
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = problem(key) ?? firstRefused(inner, path === "" ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function holds(character: string): string {
  return `holds the control character ${namedCharacter(character)}: take it out`;
}

/** So many characters of a file are told: what is no text at all has one in each line. */
const MOST = 100;

/** The places of the characters that no file may hold, as offsets: the first of each line, of 100 lines at most. */
export function refusedInFile(text: string): { readonly offset: number; readonly character: string }[] {
  const found: { offset: number; character: string }[] = [];
  if (!REFUSED.test(text)) return found;
  let start = 0;
  for (const line of text.split("\n")) {
    const match = REFUSED.exec(line);
    if (match) found.push({ offset: start + match.index, character: match[0] });
    if (found.length === MOST) break;
    start += line.length + 1;
  }
  return found;
}

/** `; it holds …`, where a value that fits nothing holds a character that nobody sees; nothing otherwise. */
export function invisibleClause(text: string): string {
  const found = firstInvisible(text);
  return found === null ? "" : `; it holds a character that nobody sees, ${namedCharacter(found.character)}`;
}

/** ` It holds …` with its leading space, where a word that fits nothing holds a character that nobody sees; nothing otherwise. */
export function invisibleNote(text: string): string {
  const found = firstInvisible(text);
  return found === null ? "" : ` It holds a character that nobody sees, ${namedCharacter(found.character)}: take it out.`;
}

/** The first character of a text that nobody sees; null where all can be seen. */
export function firstInvisible(text: string): { readonly index: number; readonly character: string } | null {
  const match = INVISIBLE.exec(text);
  return match && { index: match.index, character: match[0] };
}
