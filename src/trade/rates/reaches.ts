/** Whether a duty reaches a line of goods on a day: by whom it is imposed, on what goods, from where; and what spares them. */

import { all, begun, not, over, type Sure, some, spanOf } from "../status/index.ts";
import type { Candidate, Cover, EdgeTo, Held, Line, Target, Term, Way } from "./layer.ts";

/** Which parts of a target its goods belong to. */
const SCOPES_OF_GOODS: readonly (string | null)[] = [null, "ALL", "GOODS"];

/** An edge, and how sure it is that it holds and reaches the line. */
export interface Found<Edge extends EdgeTo = EdgeTo> {
  readonly edge: Edge;
  readonly sure: Sure;
}

/** What a duty has to do with a line on a day. */
export interface Reaching {
  readonly imposedBy: Found;
  readonly covers: Found<Cover>;
  /** Whether it covers the line as a whole. */
  readonly coversWhole: boolean;
  /** Null where it names nobody. */
  readonly target: Found<Target> | null;
  /** Whether it is aimed at the exporter as a whole. */
  readonly targetsWhole: boolean;
  readonly exempts: Found | null;
  /** What excludes the line as a whole, and some of it. */
  readonly excludes: Found<Term> | null;
  readonly excludesSome: Found<Term> | null;
}

/** How sure it is that something held on a day. */
export function heldOn({ since, until }: Held, day: string): Sure {
  return all(since === null ? 2 : begun(spanOf(since), day), until === null ? 2 : not(over(spanOf(until), day)));
}

/** The ways of a line by the id that they lead to. */
export type Ways = ReadonlyMap<string, readonly Way[]>;

/** Groups ways by where they lead. */
export function waysBy(ways: readonly Way[], above: boolean): Ways {
  const by = new Map<string, Way[]>();
  for (const way of ways) {
    if (way.above === above) by.set(way.id, [...(by.get(way.id) ?? []), way]);
  }
  return by;
}

/** The ways of a line, those up and those down apart. */
export interface Tree {
  readonly goods: { readonly above: Ways; readonly below: Ways };
  readonly partners: { readonly above: Ways; readonly below: Ways };
  readonly authorities: Ways;
}

/** Sorts a line's ways. */
export function treeOf({ goods, authorities, partners }: Line): Tree {
  return {
    goods: { above: waysBy(goods, true), below: waysBy(goods, false) },
    partners: { above: waysBy(partners, true), below: waysBy(partners, false) },
    authorities: waysBy(authorities, true),
  };
}

/** Finds what a duty has to do with a line on a day; null where it has nothing to do with it. */
export function reachingOn(candidate: Candidate, { goods, partners, authorities }: Tree, day: string): Reaching | null {
  const imposedBy = surest(candidate.imposedBy, authorities, day);
  const whole = nearest(candidate.covers, goods.above, day);
  const covers = whole ?? nearest(candidate.covers, goods.below, day);
  if (!imposedBy || !covers) return null;
  const aimed = candidate.targets.filter(({ scope }) => SCOPES_OF_GOODS.includes(scope));
  const targeted = surest(aimed, partners.above, day);
  const target = targeted ?? surest(aimed, partners.below, day) ?? seated(aimed, partners, day);
  if (candidate.namesTargets && !target) return null;
  const excluding = candidate.terms.filter(({ type }) => type === "EXCLUDES");
  return {
    imposedBy,
    covers,
    coversWhole: whole !== null,
    target,
    targetsWhole: targeted !== null || !candidate.namesTargets,
    exempts: surest(candidate.exempts, partners.above, day),
    excludes: surest(excluding, goods.above, day),
    excludesSome: surest(excluding, goods.below, day),
  };
}

/** The edges that may hold and lead to one of the ways, with how sure that is. */
function found<Edge extends EdgeTo>(edges: readonly Edge[], ways: Ways, day: string): Found<Edge>[] {
  return edges.flatMap((edge) => {
    const reached = some((ways.get(edge.to) ?? []).map(({ steps }) => all(...steps.map((step) => heldOn(step, day)))));
    const sure = all(reached, heldOn(edge, day));
    return sure > 0 ? [{ edge, sure }] : [];
  });
}

/** Of edges that may hold, the surest; of those equally sure, the first by the id at its end. */
function surest<Edge extends EdgeTo>(edges: readonly Edge[], ways: Ways, day: string): Found<Edge> | null {
  return first(found(edges, ways, day), ({ edge, sure }) => [2 - sure, edge.to, edge.since ?? ""]);
}

/** Of edges that may hold, the one to the nearest goods; of those equally near, the first by id, and to one the last that began. */
function nearest(edges: readonly Cover[], ways: Ways, day: string): Found<Cover> | null {
  const distance = (to: string) =>
    Math.min(...(ways.get(to) ?? []).filter(({ steps }) => steps.every((step) => heldOn(step, day) > 0)).map(({ steps }) => steps.length));
  const all = found(edges, ways, day);
  const at = first(all, ({ edge }) => [distance(edge.to), edge.to]);
  const same = all.filter(({ edge }) => edge.to === at?.edge.to);
  return same.sort((a, b) => ((a.edge.since ?? "") < (b.edge.since ?? "") ? 1 : -1))[0] ?? null;
}

/** Of edges to firms with their seat at the exporter, or below it, the first by the firm's id. */
function seated(targets: readonly Target[], { above, below }: Tree["partners"], day: string): Found<Target> | null {
  const own = new Map([...above].filter(([, ways]) => ways.some(({ steps }) => steps.length === 0)));
  const here = targets.flatMap((edge): Found<Target>[] => {
    if (edge.seat === null) return [];
    const seat = surest([edge.seat], own, day) ?? surest([edge.seat], below, day);
    const sure = all(seat?.sure ?? 0, heldOn(edge, day));
    return sure > 0 ? [{ edge, sure }] : [];
  });
  return first(here, ({ edge, sure }) => [2 - sure, edge.to, edge.since ?? ""]);
}

/** The first of some by the parts of a key, compared in turn. */
function first<T>(of: readonly T[], key: (one: T) => readonly (string | number)[]): T | null {
  const placed = of.map((one) => ({ one, at: key(one) }));
  placed.sort((a, b) => {
    const at = a.at.findIndex((part, i) => part !== b.at[i]);
    return at < 0 ? 0 : (a.at[at] ?? "") < (b.at[at] ?? "") ? -1 : 1;
  });
  return placed[0]?.one ?? null;
}
