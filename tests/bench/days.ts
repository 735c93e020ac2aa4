const DAY = 86_400_000;
const FIRST = Date.UTC(2009, 0, 1);

/** The day that lies so many days after 1 January 2009, the first of this world. */
export function dayOf(days: number): string {
  return new Date(FIRST + days * DAY).toISOString().slice(0, 10);
}
