/** Which of the duties that would count give way to others, by the edges GIVES_WAY_TO. */

import { all, not, type Sure, some } from "../status/index.ts";
import type { Based, Given } from "./law.ts";
import type { EdgeName, Term } from "./layer.ts";
import { isChargedFor } from "./ordinary.ts";
import { heldOn } from "./reaches.ts";

/** That a duty gives way to another. */
interface Yielding {
  /** The other's place among the duties. */
  readonly to: number;
  readonly sure: Sure;
  /** The edge that says so; null where it follows from what ordinary duties they are. */
  readonly by: Term | null;
}

/**
 * Decides for each duty that would count, or may, whether it gives way, by its id. What gives way to nothing stands at once, the others in rounds until
 * nothing changes; what turns in a circle are alternatives, and what hangs on these stays open.
 */
export function giveWay(duties: readonly Based[], day: string): ReadonlyMap<string, Given> {
  const yieldings = duties.map((duty, at) => yieldingsOf(duty, at, duties, day));
  const own = duties.map(({ state }): Sure => (state === "COUNTS" ? 2 : 1));
  const counts = own.map((sure, at): Sure => (yieldings[at]?.length === 0 ? sure : 1));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [at, sure] of own.entries()) {
      const given = some((yieldings[at] ?? []).map((one) => all(one.sure, counts[one.to] ?? 0)));
      const next = all(sure, not(given));
      changed ||= next !== counts[at];
      counts[at] = next;
    }
  }
  const circles = circlesOf(duties, yieldings, counts);
  return new Map(
    duties.map(({ candidate }, at): [string, Given] => {
      const to = (yieldings[at] ?? []).filter((one) => one.sure === 2);
      const circle = circles[at];
      const alternative = to.find((one) => circle?.has(one.to));
      if (counts[at] === 2) return [candidate.id, { state: "COUNTS", inFavourOf: null, by: null }];
      if (counts[at] === 1 && !alternative) return [candidate.id, { state: "OPEN", inFavourOf: null, by: null }];
      const other = alternative ?? to.find((one) => counts[one.to] === 2);
      const favoured = other ? duties[other.to]?.candidate.id : undefined;
      const by: EdgeName | null = other?.by ?? null;
      return [candidate.id, { state: alternative ? "ALTERNATIVE" : "GIVES_WAY", inFavourOf: favoured ?? null, by }];
    }),
  );
}

/**
 * To which others a duty gives way, by their ids: by its own terms and those it has from others, to the measure named, its parts and successors; an ordinary
 * duty to that which is charged in its place.
 */
function yieldingsOf(duty: Based, at: number, duties: readonly Based[], day: string): Yielding[] {
  const { candidate } = duty;
  const terms = candidate.terms
    .filter(({ type }) => type === "GIVES_WAY_TO")
    .map((by) => ({ by, sure: heldOn(by, day) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure || (a.by.to < b.by.to ? -1 : a.by.to > b.by.to ? 1 : a.by.from < b.by.from ? -1 : 1));
  return duties.flatMap((other, to): Yielding[] => {
    const [first] = to === at ? [] : terms.filter(({ by }) => other.candidate.lineage.includes(by.to));
    const implied = to === at ? 0 : isChargedFor(other, duty);
    if (implied > (first?.sure ?? 0)) return [{ to, sure: implied, by: null }];
    return first ? [{ to, ...first }] : [];
  });
}

/** Of each duty that is left open, the others with which it turns in a circle of certain edges; none of those that may not count for other reasons. */
function circlesOf(duties: readonly Based[], yieldings: readonly (readonly Yielding[])[], counts: readonly Sure[]): ReadonlySet<number>[] {
  const isIn = (at: number) => counts[at] === 1 && duties[at]?.state === "COUNTS";
  const reached = duties.map((_, start) => {
    const met = new Set<number>();
    const walk = [start];
    for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
      for (const { to, sure } of yieldings[at] ?? []) {
        if (sure < 2 || !isIn(to) || met.has(to)) continue;
        met.add(to);
        walk.push(to);
      }
    }
    return isIn(start) ? met : new Set<number>();
  });
  return reached.map((met, at) => new Set([...met].filter((other) => reached[other]?.has(at))));
}
