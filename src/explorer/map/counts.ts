import type { FacetShownFragment, MeasureFacet, MeasureFacetBy, MeasureFilter } from "../generated/operations.ts";
import type { Bloc } from "./blocs.ts";

/** By whom measures are counted: who imposed them, or at whom they are aimed. */
export type Side = "imposed" | "targeted";

const FACETS: Readonly<Record<Side, MeasureFacet>> = { imposed: "IMPOSED_BY_COUNTRY", targeted: "TARGETS_COUNTRY" };

/** Which measures are counted on a day: those in force, restricting ones unless all are asked for. */
export const filterOf = (day: string, all: boolean): MeasureFilter => ({
  status: { on: day, in: ["IN_FORCE"] },
  ...(all ? {} : { effect: ["RESTRICTING"] }),
});

/** How the measures of a side are counted: by as many countries as an answer has room for. */
export const facetOf = (side: Side): MeasureFacetBy[] => [{ field: FACETS[side], first: 100 }];

/** The side by which measures are counted so. */
export const sideOf = (by: MeasureFacetBy | readonly MeasureFacetBy[]): Side =>
  [by].flat().some(({ field }) => field === FACETS.targeted) ? "targeted" : "imposed";

/** How many measures a country or bloc has. */
export interface Count {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** The counts of one day and side. */
export interface Counts {
  /** All measures that are counted. */
  readonly total: number;
  /** How many name nobody on this side. */
  readonly none: number;
  /** How many are of countries that the answer has no room for. */
  readonly cut: number;
  /** Most first. */
  readonly rows: readonly Count[];
}

/** The measures of an answer, counted by one side. */
export interface Counted {
  readonly totalCount: number;
  readonly facets: readonly FacetShownFragment[];
}

/** The counts of an answer. */
export function countsOf(answer: Counted): Counts {
  const [facet] = answer.facets;
  return {
    total: answer.totalCount,
    none: facet?.none ?? 0,
    cut: facet?.others ?? 0,
    rows: (facet?.values ?? []).map(({ value, label, count }) => ({ id: value, name: label, count })),
  };
}

/** What is shown on one country: its own count, or that of the customs union whose tariff is its own. */
export interface Shown {
  readonly count: number;
  /** In whose name the count is; null where it is the country's own. */
  readonly union: Bloc | null;
}

/** What is shown on each country of the map. */
export function shownOf({ rows }: Counts, blocs: readonly Bloc[]): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  const own = new Map(rows.map(({ id, count }) => [id, count]));
  for (const union of blocs.filter(({ isUnion }) => isUnion)) {
    const count = own.get(union.id);
    if (count !== undefined) for (const member of union.members) shown.set(member, { count, union });
  }
  for (const [id, count] of own) if (count >= (shown.get(id)?.count ?? 0)) shown.set(id, { count, union: null });
  return shown;
}
