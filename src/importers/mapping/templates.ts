import { digest } from "../keys.ts";

const COLUMN = /\{([^{}]+)\}/g;

/** The columns that a template names. */
export function columnsOfTemplate(template: string): string[] {
  return [...template.matchAll(COLUMN)].map(([, name = ""]) => name);
}

/** A template with the texts of its columns; null where one of them says nothing. */
export function filledTemplate(template: string, textOf: (column: string) => string | null): string | null {
  let isWhole = true;
  const text = template.replace(COLUMN, (_, name: string) => {
    const said = textOf(name);
    isWhole &&= said !== null;
    return said ?? "";
  });
  return isWhole ? text : null;
}

/** A part of an id: as it is where it may stand in one; else in small letters without accents, and hyphens for what no id holds. */
export function keyPart(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return text;
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, "-")
    .replace(/^[^a-z0-9]+|-+$/g, "");
  // Of a text in another script nothing may be left, or too little to tell it from others.
  const kept = plain.replace(/[^a-z0-9]/g, "").length;
  const letters = [...text.normalize("NFKD").matchAll(/[\p{L}\p{N}]/gu)].length;
  if (kept === letters) return plain;
  const rest = digest(text.normalize("NFC"));
  return plain === "" ? `x-${rest}` : `${plain}-${rest}`;
}
