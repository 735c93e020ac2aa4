import { useDays } from "../app/address.ts";
import { dayAfter, spanOf } from "../app/day.ts";
import { useAnswer } from "../data/use-answer.ts";
import {
  DecidingDaysDocument,
  type DecidingDaysQuery,
  type MeasureStatus,
  type StandingDecidedFragment,
  StatusOnDaysDocument,
} from "../generated/operations.ts";

/** A time over which a measure stands as it does, decided by one act or by its own dates. */
export interface Span {
  readonly status: MeasureStatus;
  /** Its first day; null where it began before all days that decide anything. */
  readonly from: string | null;
  /** Its last day; null where it goes on. */
  readonly until: string | null;
  readonly decidedBy: StandingDecidedFragment["decidedBy"];
}

/** How many days are asked about at once. */
const DAYS = 12;

/** Where a measure stood along time, in order and without gaps. */
export interface Spans {
  readonly spans: readonly Span[];
  /** Whether it changed on more days than were asked about: then the last ones are missing. */
  readonly isCut: boolean;
}

/** Where a measure stood along time; undefined while that is not known yet. */
export function useSpans(id: string): Spans | undefined {
  const { known } = useDays();
  const days = useAnswer(DecidingDaysDocument, { id, known }, { subject: id });
  const all = days.data && daysOf(days.data);
  const found = all?.slice(0, DAYS);
  const d = (i: number): string => found?.[Math.min(i, found.length - 1)] ?? "2000-01-01";
  const variables = {
    ...{ id, known, d0: d(0), d1: d(1), d2: d(2), d3: d(3), d4: d(4), d5: d(5) },
    ...{ d6: d(6), d7: d(7), d8: d(8), d9: d(9), d10: d(10), d11: d(11) },
  };
  const { data } = useAnswer(StatusOnDaysDocument, variables, { pause: !found?.length, subject: id });
  const measure = data?.measure;
  if (found?.length === 0) return { spans: [], isCut: false };
  if (!found || !measure) return undefined;
  const on = [measure.s0, measure.s1, measure.s2, measure.s3, measure.s4, measure.s5];
  on.push(measure.s6, measure.s7, measure.s8, measure.s9, measure.s10, measure.s11);
  const spans = joined(found.map((from, i) => ({ from, ...(on[i] as StandingDecidedFragment) })));
  return { spans, isCut: (all?.length ?? 0) > DAYS };
}

/** The days on which anything may change: the first ones of the measure's dates and of what is done to it, and those after the last ones. */
function daysOf({ measure, relationships }: DecidingDaysQuery): readonly string[] {
  const firsts = [measure?.announcedOn, measure?.inForceFrom, ...relationships.nodes.map(sinceOf)];
  const lasts = [measure?.inForceUntil, ...relationships.nodes.map(({ until }) => until)];
  const days = [
    ...firsts.flatMap((date) => (date ? [spanOf(date).first, ...(date.length < 10 ? [dayAfter(spanOf(date).last, 1)] : [])] : [])),
    ...lasts.flatMap((date) => (date ? [dayAfter(spanOf(date).last, 1), ...(date.length < 10 ? [spanOf(date).first] : [])] : [])),
  ];
  return [...new Set(days)].sort();
}

const sinceOf = ({ since, from }: DecidingDaysQuery["relationships"]["nodes"][number]): string | null =>
  since ?? ("date" in from ? from.date : null);

/** Adjoining days of one status and one deciding act are one span. */
function joined(points: readonly (StandingDecidedFragment & { readonly from: string })[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { from, status, decidedBy } of points) {
    const last = spans.at(-1);
    if (last && last.status === status && last.decidedBy?.node.id === decidedBy?.node.id) continue;
    if (last) spans[spans.length - 1] = { ...last, until: dayAfter(from, -1) };
    spans.push({ from, until: null, status, decidedBy });
  }
  return spans;
}
