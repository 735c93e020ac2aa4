import { validateScalar } from "../../model/index.ts";

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

/** The number of a month that is called by its name, or by three of its letters or more; null where it is none. */
export function monthNamed(name: string): string | null {
  const at = name.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));
  return at < 0 ? null : String(at + 1);
}

/**
 * A date as precise as a text gives it, `2014`, `2014-03` or `2014-03-17`; a time of day behind it is dropped. Null where it is none, or none that
 * can be: a year before 1000, or more than a hundred ahead.
 */
export function partialDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(text.trim()) ?? [];
  return year === undefined ? null : dateOf(year, month, day);
}

/** The same of a date as lists that are made by hand have it: `14 Mar 1968`, `March 1968`, `03/07/1994` (month first, as in the United States). */
export function writtenDate(text: string): string | null {
  const plain = text.trim().replace(/^(circa|c\.)\s*/i, "");
  const numbers = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (numbers) return dateOf(numbers[3] ?? "", numbers[1], numbers[2]);
  const words = /^(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]*\.? (\d{4})$/.exec(plain);
  if (!words) return partialDate(plain);
  const month = monthNamed(words[2] ?? "");
  return month === null ? null : dateOf(words[3] ?? "", month, words[1]);
}

function dateOf(year: string, month: string | undefined, day: string | undefined): string | null {
  const date = [year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-");
  const farthest = new Date().getUTCFullYear() + 100;
  return Number(year) >= 1000 && Number(year) <= farthest && validateScalar("PartialDate", date) === null ? date : null;
}

/** Whether something ends before it begins, by dates of which each may be a month or a year: within one of these it does not. */
export function endsBefore(since: string, until: string): boolean {
  return until < since.slice(0, until.length);
}
