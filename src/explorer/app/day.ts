/** The first day of the sliders; the fields beside them take earlier ones. */
export const FIRST_DAY = "2018-01-01";

const MS = 86_400_000;

/** Today in UTC, as the server counts. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Days since 1970. */
export const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS);

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string => new Date((numberOf(day) + days) * MS).toISOString().slice(0, 10);

/** The first and the last day that a partial date may stand for. */
export function spanOf(date: string): { readonly first: string; readonly last: string } {
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  if (date.length > 7) return { first: date, last: date };
  const [year = 0, month = 1] = date.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${days}` };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A partial date in words: `5 Jun 2025`, `Jun 2025`, `2025`. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(" ");
}

/** From when to when, in words; empty where neither is known. */
export function spanWords(since: string | null | undefined, until: string | null | undefined): string {
  if (since && until) return since === until ? dateWords(since) : `${dateWords(since)} to ${dateWords(until)}`;
  if (since) return `since ${dateWords(since)}`;
  return until ? `until ${dateWords(until)}` : "";
}
