/** Characters that no text has: formats disagree on what they mean, and some can't hold them at all. */

/** Control characters but the tab and the ends of lines, in a row of texts of any kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that are looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Half of a character of two units. */
const LONE = /\p{Surrogate}/u;

/** Whether a character is one of them. */
export function isControl(char: string): boolean {
  return (char < " " || (char >= "\u007f" && char <= "\u009f")) && CONTROL.test(char);
}

/** What to report of one: `Here stands the control character U+0000: take it out.` */
export function controlProblem(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `Here stands the control character U+${code}, on which formats disagree: take it out.`;
}

/** Where in a JSON value a text has such a character, or half of one of two units, and which: `state_act_title has … U+0000`; null where none has. */
export function controlIn(value: unknown): string | null {
  return hasControl(value) ? firstControl(value, "") : null;
}

/** Asked of every record: says no more than whether there is one. */
function hasControl(value: unknown): boolean {
  if (typeof value === "string") return isOdd(value);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasControl);
  return Object.keys(value).some(isOdd) || Object.values(value).some(hasControl);
}

function isOdd(text: string): boolean {
  return CONTROL.test(text) || LONE.test(text);
}

function firstControl(value: unknown, path: string): string | null {
  if (typeof value === "string") return problemOfText(value, path);
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const problem = problemOfText(key, path) ?? firstControl(inner, path === "" ? key : `${path}.${key}`);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOfText(text: string, path: string): string | null {
  const found = CONTROL.exec(text)?.[0] ?? LONE.exec(text)?.[0];
  if (found === undefined) return null;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `${path === "" ? "it" : path} has the control character U+${code}, on which formats disagree: take it out`;
}
