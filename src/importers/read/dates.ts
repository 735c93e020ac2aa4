import { validateScalar } from "../../model/index.ts";

/** How dates are written in lists that are made by hand: `14 Mar 1968`, `March 1968`, `03/07/1994` (month first, as in the United States). */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date as precise as a text gives it, `2014`, `2014-03` or `2014-03-17`; a time of day behind it is dropped. Null where it is none, or none that
 * can be: a year before 1000, or more than a hundred ahead.
 */
export function partialDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(text.trim()) ?? [];
  return year === undefined ? null : dateOf(year, month, day);
}

/** The same of a date in words or with slashes as well, as American lists write it. */
export function writtenDate(text: string): string | null {
  const plain = text.trim().replace(/^(circa|c\.)\s*/i, "");
  const numbers = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (numbers) return dateOf(numbers[3] ?? "", numbers[1], numbers[2]);
  const words = /^(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]*\.? (\d{4})$/.exec(plain);
  if (!words) return partialDate(plain);
  const month = MONTHS.indexOf((words[2] ?? "").toLowerCase()) + 1;
  return month === 0 ? null : dateOf(words[3] ?? "", String(month), words[1]);
}

function dateOf(year: string, month: string | undefined, day: string | undefined): string | null {
  const date = [year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-");
  const farthest = new Date().getUTCFullYear() + 100;
  return Number(year) >= 1000 && Number(year) <= farthest && validateScalar("PartialDate", date) === null ? date : null;
}
