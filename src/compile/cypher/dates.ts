/**
 * Bounds for comparing partial dates as texts. A stored date of lower precision than the bound stands for any of its days,
 * and passes only if all of them do.
 */

/** The lowest text that is certainly on or after `from`: the first of a month is as good as the month itself. */
export function lowest(from: string): string {
  return from.replace(/(-01){1,2}$/, "");
}

/** The highest text that may be on or before `to`: anything that starts with it included. */
export function highest(to: string): string {
  return `${to}~`;
}

/** The coarser dates that contain `to` but run on past it: they compare below it, yet some of their days lie after. */
export function overhang(to: string): string[] {
  const [year = "", month, day] = to.split("-");
  const coarser: string[] = [];
  const lastMonth = month === undefined || month === "12";
  const lastDay = day === undefined || Number(day) === new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (month !== undefined && !(lastMonth && lastDay)) coarser.push(year);
  if (day !== undefined && !lastDay) coarser.push(`${year}-${month}`);
  return coarser;
}

/**
 * What `monthOf` may give of the dates between two others: the months that they touch, and the years. Bounds of lower precision stand for all of their
 * days.
 */
export function monthsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const [start, end] = [Number(from.slice(5, 7) || 1), Number(to.slice(5, 7) || 12)];
  const months: string[] = [];
  for (let year = first; year <= last; year++) {
    const text = String(year).padStart(4, "0");
    months.push(text);
    for (let month = year === first ? start : 1; month <= (year === last ? end : 12); month++)
      months.push(`${text}-${String(month).padStart(2, "0")}`);
  }
  return months;
}

/** How many months lie between two dates, the last one included. */
export function countMonths(from: string, to: string): number {
  const at = (date: string, month: number) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7) || month);
  return at(to, 12) - at(from, 1) + 1;
}

/** The day itself and the coarser dates that contain it. */
export function containing(day: string): string[] {
  return [day.slice(0, 4), day.slice(0, 7), day];
}
