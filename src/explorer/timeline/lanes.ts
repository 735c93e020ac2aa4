import { type Doer, doersOf, type Entry, touchedBy } from "./entries.ts";

/** A lane of the picture: an actor, several together, or all others. */
export interface Lane {
  readonly id: string;
  readonly label: string;
}

/** Several of the actors together: talks, agreements. */
const TOGETHER = "together";
const OTHERS = "others";

/** How many lanes of actors there are where nobody is asked for. */
const MOST = 5;

/** Puts each entry into a lane: that of who did it, as far as an actor has one. */
export interface Lanes {
  readonly lanes: readonly Lane[];
  laneOf(entry: Entry): string;
}

/** The lanes of entries: those of the actors asked for, else of those who did most. */
export function lanesOf(entries: readonly Entry[], asked: readonly Doer[]): Lanes {
  const actors = asked.length > 0 ? asked : busiest(entries);
  const ids = new Set(actors.map(({ id }) => id));
  const laneOf = (entry: Entry): string => {
    const act = entry.by ?? entry.node;
    const own = new Set(doersOf(act).flatMap(({ id }) => (ids.has(id) ? [id] : [])));
    if (own.size === 0) for (const id of touchedBy(act)) if (ids.has(id)) own.add(id);
    const [first, ...more] = own;
    if (first === undefined) return OTHERS;
    return more.length > 0 ? TOGETHER : first;
  };
  const used = new Set(entries.map(laneOf));
  const together = { id: TOGETHER, label: actors.length === 2 ? "Both" : "Together" };
  // Between the first and the second, where what joins them is met half-way.
  const [first, ...rest] = actors;
  const all = first ? [first, together, ...rest, { id: OTHERS, label: "Others" }] : [{ id: OTHERS, label: "All" }];
  return { lanes: all.filter(({ id }) => used.has(id)), laneOf };
}

/** Those who did most; a country before its agencies, since it counts what these did. */
function busiest(entries: readonly Entry[]): readonly Doer[] {
  const counts = new Map<string, { readonly doer: Doer; count: number }>();
  for (const entry of entries) {
    const tops = doersOf(entry.by ?? entry.node).filter(({ id }) => id.startsWith("country:") || id.startsWith("firm:"));
    for (const doer of new Map(tops.map((top) => [top.id, top])).values()) {
      const known = counts.get(doer.id);
      if (known) known.count++;
      else counts.set(doer.id, { doer, count: 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.doer.id < b.doer.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ doer }) => doer);
}
