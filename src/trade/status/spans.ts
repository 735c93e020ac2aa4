/** The times over which a measure's status stays as it is. */

import type { Effect } from "./effects.ts";
import { type Law, nameOf, type Status } from "./law.ts";
import { dayBefore } from "./sure.ts";

/** A time over which a measure stands as it does, and one effect decides it. */
export interface StatusSpan {
  readonly status: Status;
  /** Its first and its last day; null where it has none among the days that were asked for. */
  readonly from: string | null;
  readonly until: string | null;
  readonly decidedBy: Effect | null;
}

/** The days that are asked for; null where nobody says from when, or until when. */
export interface AskedSpan {
  readonly from: string | null;
  readonly to: string | null;
}

/** The first and the last day that can be asked for. */
const [FIRST, LAST] = ["0000-01-01", "9999-12-31"];

/** The spans of a measure, in the order of days; `isCut` where there are more than `most`, of which the last says when it ends. */
export function spansOf(law: Law, { from, to }: AskedSpan, most: number): { readonly spans: StatusSpan[]; readonly isCut: boolean } {
  const [first, last] = [from ?? FIRST, to ?? LAST];
  const found: { readonly day: string; readonly name: string; readonly status: Status; readonly decidedBy: Effect | null }[] = [];
  for (const day of [first, ...law.turns.filter((turn) => turn > first && turn <= last)]) {
    const { status } = law.on(day);
    const decidedBy = law.decidedBy(day);
    const name = `${status} ${decidedBy && nameOf(decidedBy)}`;
    if (name === found.at(-1)?.name) continue;
    found.push({ day, name, status, decidedBy });
    if (found.length > most) break;
  }
  const spans = found.slice(0, most).map(({ day, status, decidedBy }, at): StatusSpan => {
    const next = found[at + 1];
    return { status, from: at === 0 ? from : day, until: next ? dayBefore(next.day) : to, decidedBy };
  });
  return { spans, isCut: found.length > most };
}
