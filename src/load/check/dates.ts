/** The first year that a date may name. */
const FIRST_YEAR = 1000;

/** How many years ahead a date may lie: what is planned or due, and so far. */
const MOST_AHEAD = 100;

/** How many years ahead the days may lie on which somebody said or did something; one, since not every clock is right. */
const MOST_AHEAD_OF_DEEDS: ReadonlyMap<string, number> = new Map([
  ["publishedOn", 1],
  ["retrievedOn", 1],
  ["announcedOn", 1],
  ["reachedOn", 1],
  ["pledgedOn", 1],
  ["startedOn", 10],
]);

/** Why a date that the calendar has can't be that of a property ("lies …", to follow the value); null where it can. `today` is for tests. */
export function impossibleYear(property: string, date: string, today = new Date()): string | null {
  const year = Number(date.slice(0, 4));
  const most = today.getFullYear() + (MOST_AHEAD_OF_DEEDS.get(property) ?? MOST_AHEAD);
  if (year < FIRST_YEAR) return `lies before the year ${FIRST_YEAR}: is a digit missing`;
  return year > most ? `lies beyond the year ${most}, which no ${property} can: digits may be turned round` : null;
}

/** A day on Earth begins so many hours before it does in UTC. */
const EARLIEST_ZONE = 14;

/** Whether a partial date lies after today for certain, wherever that is. `today` is for tests. */
export function isToCome(date: string, today = new Date()): boolean {
  return isAfter(date, new Date(today.getTime() + EARLIEST_ZONE * 3_600_000).toISOString().slice(0, 10));
}

/** Whether a partial date lies after another for certain: 2025-06-05 is not after 2025-06. */
export function isAfter(date: string, other: string): boolean {
  const precision = Math.min(date.length, other.length);
  return date.slice(0, precision) > other.slice(0, precision);
}
