/** The first day of the sliders; the fields beside them take earlier ones. */
export const FIRST_DAY = "2018-01-01";

const MS = 86_400_000;

/** Today in UTC, as the server counts. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Days since 1970. */
export const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS);

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string => new Date((numberOf(day) + days) * MS).toISOString().slice(0, 10);

/** The same day some months later, or the last one of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, of = 1] = day.split("-").map(Number);
  const days = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, days))).toISOString().slice(0, 10);
}

/** The first days of the years of a span. */
export function yearStarts(first: string, last: string): readonly string[] {
  const starts: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const start = `${year}-01-01`;
    if (start >= first && start <= last) starts.push(start);
  }
  return starts;
}

/** The first and the last day that a partial date may stand for. */
export function spanOf(date: string): { readonly first: string; readonly last: string } {
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  if (date.length > 7) return { first: date, last: date };
  const [year = 0, month = 1] = date.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${date}-01`, last: `${date}-${days}` };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A month in words: `Jun` of `06`. */
export const monthWords = (month: string): string => MONTHS[Number(month) - 1] ?? "";

/** A partial date in words: `5 Jun 2025`, `Jun 2025`, `2025`. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month === undefined ? undefined : monthWords(month);
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(" ");
}

/** From when to when, in words; empty where neither is known. */
export function spanWords(since: string | null | undefined, until: string | null | undefined): string {
  if (since && until) return since === until ? dateWords(since) : `${dateWords(since)} to ${dateWords(until)}`;
  if (since) return `since ${dateWords(since)}`;
  return until ? `until ${dateWords(until)}` : "";
}
