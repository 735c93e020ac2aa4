import { dayAfter, numberOf } from "../app/day.ts";
import type { Span } from "./facts.ts";

/** Where a day lies on the band, in per cent of its width. */
export type Scale = ((day: string) => number) & { readonly first: string; readonly last: string };

/** The part of time before the first and after the last day that matters, of the whole. */
const MARGIN = 0.06;

/** A scale from the first to the last day that matters, the day asked for among them. */
export function scaleOf(spans: readonly Span[], day: string): Scale {
  const days = [day, ...spans.flatMap(({ from, until }) => [from, until].filter((end) => end !== null))].map(numberOf);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(20, Math.round((last - first) * MARGIN));
  const [from, to] = [first - margin, last + margin];
  const at = (text: string) => Math.min(100, Math.max(0, ((numberOf(text) - from) / (to - from)) * 100));
  const dayOf = (number: number) => dayAfter("1970-01-01", number);
  return Object.assign(at, { first: dayOf(from), last: dayOf(to) });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** How many labels the axis has at most. */
const MOST = 8;

/** The beginnings of years, quarters or months, as many as have room. */
export function ticksOf({ first, last }: Scale): readonly { readonly day: string; readonly label: string }[] {
  const [from = 0, to = 0] = [first, last].map((day) => Number(day.slice(0, 4)));
  const months = Array.from({ length: (to - from + 1) * 12 }, (_, i) => ({ year: from + Math.floor(i / 12), month: i % 12 }));
  const all = months
    .map(({ year, month }) => ({ year, month, day: `${year}-${String(month + 1).padStart(2, "0")}-01` }))
    .filter(({ day }) => day > first && day < last);
  const step = [1, 3, 6, 12, 24, 60, 120].find((every) => all.length / every <= MOST) ?? 240;
  return all
    .filter(({ year, month }) => (year * 12 + month) % step === 0)
    .map(({ year, month, day }) => ({ day, label: month === 0 || step >= 12 ? String(year) : (MONTHS[month] ?? "") }));
}
