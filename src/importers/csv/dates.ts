/** Days as tables of others write them. */
import { monthNamed } from "../read/dates.ts";

/** How a date may be written, as `DD.MM.YYYY`, `MM/DD/YYYY`, `D MMM YYYY` or `excel`, with what reads it. */
export interface DateFormat {
  readonly text: string;
  readonly read: (cell: string) => string | null;
}

/** What may stand in a format, the longest first, with what it matches in a cell. */
const TOKENS: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<short>\\d{2})",
  MMMM: "(?<name>[A-Za-z]+)",
  MMM: "(?<name>[A-Za-z]{3,4})\\.?",
  MM: "(?<month>\\d{1,2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{1,2})",
  D: "(?<day>\\d{1,2})",
};
const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DD|D/g;

/** Years of two digits up to this one are of this century. */
const PIVOT = 69;

/** A time of the day behind a date: a table's program wrote it, and no source said it. */
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A date as it is written here: a year, a month or a day. */
const ISO = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Days since the last of December 1899, as Excel counts them: it takes 1900 for a leap year, so that before March nobody knows what was meant. */
const SERIAL = /^\d{2,6}(\.\d+)?$/;
const FIRST_SERIAL = 61;

/** A format as it is written, or why it is none. */
export function dateFormat(text: string): DateFormat | { readonly problem: string } {
  if (/^excel$/i.test(text)) return { text, read: readSerial };
  const tokens = text.match(TOKEN) ?? [];
  const has = (pattern: RegExp) => tokens.filter((token) => pattern.test(token)).length;
  if (has(/^Y/) !== 1 || has(/^M/) > 1 || has(/^D/) > 1 || (has(/^D/) === 1 && has(/^M/) === 0) || /[a-z]/i.test(text.replace(TOKEN, "")))
    return {
      problem: `"${text}" is no format of dates: write YYYY or YY, MM or MMM (Jan) or MMMM (January), DD, and what stands between them, such as DD.MM.YYYY; or excel, for days as Excel counts them`,
    };
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const pattern = new RegExp(`^${escaped.replace(TOKEN, (token) => TOKENS[token] ?? token).replace(/ +/g, " +")}$`, "i");
  return { text, read: (cell) => readParts(pattern.exec(cell)?.groups ?? null) };
}

function readParts(groups: Readonly<Record<string, string | undefined>> | null): string | null {
  if (groups === null) return null;
  const { short, name, day } = groups;
  const year = groups.year ?? (short === undefined ? null : String(Number(short) + (Number(short) < PIVOT ? 2000 : 1900)));
  const month = name === undefined ? groups.month : monthNamed(name);
  if (year === null || month === null) return null;
  const parts = [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")]))];
  return existing(parts.join("-"));
}

function readSerial(cell: string): string | null {
  if (!SERIAL.test(cell) || Number(cell) < FIRST_SERIAL) return null;
  return dayOfSerial(Number(cell));
}

/** The day that Excel keeps as a number; `from1904` where the workbook counts from 1904, as those of old Macintoshes do. */
export function dayOfSerial(serial: number, from1904 = false): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** A date, if there is such a day. */
function existing(date: string): string | null {
  if (!ISO.test(date)) return null;
  const whole = `${date}-01-01`.slice(0, 10);
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole) ? date : null;
}

/** A date out of a cell: as it is written here, or in the first of some formats that fits; the time of the day behind it is dropped. Null where none fits. */
export function readDate(cell: string, formats: readonly DateFormat[]): { readonly date: string; readonly hadTime: boolean } | null {
  const bare = cell.replace(TIME, "");
  for (const text of new Set([cell, bare])) {
    const date = existing(text) ?? formats.map((format) => format.read(text)).find((found) => found !== null);
    if (date) return { date, hadTime: text !== cell };
  }
  return null;
}
