/** What a date says of a day, how sure that is, and what follows from several such answers. */

/** How sure something is: not so, open, or so. */
export type Sure = 0 | 1 | 2;

/** The first and the last day that a date may stand for. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** Before and after all days. */
export const [BEFORE, AFTER] = ["", "~"];

/** After all days: what has no end. */
export const OPEN: Span = { first: AFTER, last: AFTER };

const spans = new Map<string, Span>();

/** The days that a date of any precision may stand for. */
export function spanOf(date: string): Span {
  const known = spans.get(date);
  if (known) return known;
  const [year = "", month = null, day = null] = date.split("-");
  const lastOf = () => new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const span =
    day !== null
      ? { first: date, last: date }
      : month !== null
        ? { first: `${date}-01`, last: `${date}-${lastOf()}` }
        : { first: `${year}-01-01`, last: `${year}-12-31` };
  // Years and months alone: there are few of them.
  if (day === null) spans.set(date, span);
  return span;
}

/** Of what begins on a day that nobody gives: any day. Of what ends so: none. */
export const sinceOf = (date: string | null): Span => (date === null ? { first: BEFORE, last: AFTER } : spanOf(date));
export const untilOf = (date: string | null): Span => (date === null ? OPEN : spanOf(date));

/** The day after; after all days, where the calendar has none. */
export function dayAfter(day: string): string {
  if (day.length !== 10) return day;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  const next = date.toISOString().slice(0, 10);
  // What ends with the last day of the calendar has no end.
  return next > day ? next : AFTER;
}

/** The day before. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Whether what begins on one of these days has begun by a day, and whether what ends on one of them is over on it. */
export const begun = ({ first, last }: Span, day: string): Sure => (last <= day ? 2 : first <= day ? 1 : 0);
export const over = ({ first, last }: Span, day: string): Sure => (last < day ? 2 : first < day ? 1 : 0);
/** Of how sure things are: of the opposite, of all of them together, of at least one of them. */
export const not = (sure: Sure): Sure => (sure === 2 ? 0 : sure === 0 ? 2 : 1);
export const all = (...of: readonly Sure[]): Sure => (of.includes(0) ? 0 : of.includes(1) ? 1 : 2);
export const some = (of: readonly Sure[]): Sure => (of.includes(2) ? 2 : of.includes(1) ? 1 : 0);
