import type { Notes } from "../importer.ts";
import { partialDate } from "../read/dates.ts";

/** The Gregorian calendar; days of any other are not those of a date here. */
const GREGORIAN = "http://www.wikidata.org/entity/Q1985727";

/** What a precision leaves of a date: 9 a year, 10 a month, 11 a day, more a time of day. */
const LENGTHS: Readonly<Record<number, number>> = { 9: 4, 10: 7, 11: 10, 12: 10, 13: 10, 14: 10 };

/** A time of Wikidata as a date, as precise as it is; null where it is before our era, in centuries, or a day of the Julian calendar, which is counted. */
export function dayOf({ time, precision, calendarmodel }: Readonly<Record<string, unknown>>, notes: Pick<Notes, "count">): string | null {
  const length = LENGTHS[Number(precision)];
  if (typeof time !== "string" || length === undefined) {
    notes.count("times less precise than a year: left out");
    return null;
  }
  if (time.startsWith("-")) {
    notes.count("times before our era: left out");
    return null;
  }
  if (length > 4 && calendarmodel !== undefined && calendarmodel !== GREGORIAN) {
    notes.count("days of the Julian calendar: their year alone is taken");
    return partialDate(time.slice(1, 5));
  }
  const date = partialDate(time.slice(1, 1 + length));
  if (date === null) notes.count("a date that is none, or that can't be: left out");
  return date;
}
