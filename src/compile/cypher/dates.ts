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

/** The day itself and the coarser dates that contain it. */
export function containing(day: string): string[] {
  return [day.slice(0, 4), day.slice(0, 7), day];
}
