import { HS_EDITIONS } from "../../model/index.ts";

/** A code of the Harmonized System as a foreign table writes it. */
export interface CodeText {
  /** Without dots, an even number of digits. */
  readonly code: string;
  /** Whether only a part of its goods is meant: it stands there with `ex`. */
  readonly isPart: boolean;
  /** Whether a zero was put back that a spreadsheet or a program has taken for a number's. */
  readonly isRepaired: boolean;
}

const EX_BEFORE = /^ex\.?\s*(?=\d)/i;
const EX_BEHIND = /\s*\(?\bex\.?\)?$/i;

/**
 * Reads `850511`, `8505.11`, `85.05`, `ex 8505.11`, `'010121`; and what became of zeros: `10121` and `101.21` are 0101.21, `8505.1` is 8505.10,
 * `10121.0` is a number of some program. Null where it is no code.
 */
export function codeOfText(text: string): CodeText | null {
  const given = text.replace(/^['’]/, "").trim();
  const isPart = EX_BEFORE.test(given) || EX_BEHIND.test(given);
  const bare = given.replace(EX_BEFORE, "").replace(EX_BEHIND, "").trim();
  if (!/^\d[\d. ]*$/.test(bare)) return null;
  const code = zerosPutBack(bare);
  return { code, isPart, isRepaired: code !== bare.replaceAll(/[. ]/g, "") };
}

function zerosPutBack(text: string): string {
  // Two zeros behind the dot are those of a subheading, one is that of a number.
  const whole = text.replace(/^(\d+)\.0$/, "$1").replace(/^(\d{5,})\.0+$/, "$1");
  const [, before, behind] = /^(\d{1,4})\.(\d{1,2})$/.exec(whole) ?? [];
  if (before !== undefined && behind !== undefined) return before.padStart(before.length > 2 ? 4 : 2, "0") + behind.padEnd(2, "0");
  const digits = whole.replaceAll(/[. ]/g, "");
  // All codes have an even number of digits, and begin with one zero at most.
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}

/** Names of editions as publishers write them: `HS 2017`, `HS2017`, `HS17`, `H5`, `HS 1988/92`. */
const EDITION = /HS[\s_-]*(?:rev\.?\s*)?(1988\/(?:19)?92|\d{4}|\d{2})(?!\d)|(?<![a-z0-9])H([0-6])(?![a-z0-9])/gi;

/** What UN Comtrade calls the editions, H0 to H6. */
const COMTRADE: readonly string[] = ["1992", "1996", "2002", "2007", "2012", "2017", "2022"];

/** The editions that a header, a title or a file's name speaks of, in their order. */
export function editionsIn(text: string): string[] {
  return [...text.matchAll(EDITION)].flatMap(([, year, comtrade]) => {
    if (comtrade !== undefined) return COMTRADE[Number(comtrade)] ?? [];
    const full = year?.includes("/") ? "1992" : HS_EDITIONS.find((edition) => edition === year || edition.slice(2) === year);
    return full ?? [];
  });
}

/** The same text without the editions that it names. */
export function withoutEditions(text: string): string {
  return text.replaceAll(EDITION, (found) => (editionsIn(found).length > 0 ? " " : found));
}
