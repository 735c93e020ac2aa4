/** Dates of every precision around the days that tests ask for. */
export const DATES = [
  "2024",
  "2025",
  "2024-12",
  "2025-03",
  "2025-06",
  "2025-03-01",
  "2025-03-15",
  "2025-06-10",
  "2025-06-30",
  "2026-01-01",
] as const;

/** The first and the last day that a date may stand for. */
export function daysOf(date: string): readonly [string, string] {
  const [year = "", month, day] = date.split("-");
  const last = new Date(Date.UTC(Number(year), Number(month ?? "12"), 0)).getUTCDate();
  return [`${year}-${month ?? "01"}-${day ?? "01"}`, `${year}-${month ?? "12"}-${day ?? last}`];
}

/** Whether what came on a date may have come by a day: true unless the date excludes it. An unknown date excludes nothing; without a day, all counts. */
export const byThen = (date: string | null, day: string | null): boolean => date === null || day === null || daysOf(date)[0] <= day;
