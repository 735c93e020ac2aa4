import { type Arguments, cypher, type Fragment, inOrderOfDays } from "../../compile/index.ts";
import { requestError } from "../../model/index.ts";
import { spanOf } from "../status/index.ts";

/** How long the periods are. */
export type Every = "YEAR" | "QUARTER" | "MONTH";

/** The most periods of a span: beyond, it is refused. */
export const MOST_PERIODS = 120;

/** A part of a span, its first and last day included. */
export interface Period {
  /** `2025`, `2025-Q2` or `2025-06`. */
  readonly label: string;
  readonly from: string;
  readonly until: string;
}

/** The first and the last day of a span, and how it is parted. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly every: Every;
}

/** Reads the span from arguments. Throws BAD_FILTER where it is turned round, or has too many periods. */
export function spanAt(args: Arguments): Span {
  const [from, to] = [spanOf(inOrderOfDays(args).text("from")).first, spanOf(args.text("to")).last];
  const span = { from, to, every: everyOf(args.text("every")) };
  const beyond = MOST_PERIODS - countOf(span);
  if (beyond >= 0) return span;
  const message = `to: there are more than ${MOST_PERIODS} periods by then (a ${span.every}). Ask for a shorter span, or for longer periods.`;
  throw requestError("BAD_FILTER", message);
}

export function everyOf(text: string): Every {
  return text === "MONTH" || text === "QUARTER" ? text : "YEAR";
}

const MONTHS: Readonly<Record<Every, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

/** The months since the year 0 of the first month of the period in which a day lies. */
function firstMonth(day: string, every: Every): number {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return month - (month % MONTHS[every]);
}

/** How many periods a span has. */
export function countOf({ from, to, every }: Span): number {
  return (firstMonth(to, every) - firstMonth(from, every)) / MONTHS[every] + 1;
}

/** The same of a span that nobody has checked: not a number where its days are none. */
export function countPeriods(from: string, to: string, every: string): number {
  return countOf({ from: spanOf(from).first, to: spanOf(to).last, every: everyOf(every) });
}

/** The periods of a span in their order: the first and the last one are cut where the span begins and ends. */
export function periodsOf(span: Span): Period[] {
  const { from, to, every } = span;
  return Array.from({ length: countOf(span) }, (_, i) => {
    const first = firstMonth(from, every) + i * MONTHS[every];
    const [begins, ends] = [monthOf(first), monthOf(first + MONTHS[every] - 1)];
    const [starts, stops] = [spanOf(begins).first, spanOf(ends).last];
    return { label: labelOf(begins, every), from: later(starts, from), until: earlier(stops, to) };
  });
}

const later = (a: string, b: string) => (a < b ? b : a);
const earlier = (a: string, b: string) => (a < b ? a : b);

const monthOf = (months: number) => `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;

function labelOf(month: string, every: Every): string {
  const year = month.slice(0, 4);
  if (every === "QUARTER") return `${year}-Q${Math.floor((Number(month.slice(5)) - 1) / 3) + 1}`;
  return every === "YEAR" ? year : month;
}

/** The period of a date, as an expression: where only its year is known, that year. */
export function periodIn(date: Fragment, every: Every): Fragment {
  if (every === "YEAR") return cypher`substring(${date}, 0, 4)`;
  if (every === "MONTH") return cypher`substring(${date}, 0, 7)`;
  const month = cypher`substring(${date}, 5, 2)`;
  const quarter = cypher`CASE WHEN ${month} < '04' THEN '-Q1' WHEN ${month} < '07' THEN '-Q2' WHEN ${month} < '10' THEN '-Q3' ELSE '-Q4' END`;
  return cypher`CASE WHEN size(${date}) = 4 THEN ${date} ELSE substring(${date}, 0, 4) + ${quarter} END`;
}
