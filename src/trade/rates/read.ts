import { itemsOf, type Value } from "../../compile/index.ts";
import { factsIn } from "../status/index.ts";
import type { Candidate, Cover, DutyType, EdgeTo, Line, Target, Term, Way } from "./layer.ts";

/** Reads what the statement of gather.ts returned into the values of layer.ts. */

const textOf = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
const numberOf = (value: Value | undefined): number | null => (value === null || value === undefined ? null : Number(value));

/** The ways of a set. */
export function waysIn(set: Value | undefined): Way[] {
  return itemsOf(set).map(([id, above, steps]) => ({
    id: String(id),
    above: above === true,
    steps: itemsOf(steps).map(([since, until]) => ({ since: textOf(since), until: textOf(until) })),
  }));
}

/** The line whose sets were read. */
export function lineIn(goods: Value | undefined, authorities: Value | undefined, partners: Value | undefined): Line {
  return { goods: waysIn(goods), authorities: waysIn(authorities), partners: waysIn(partners) };
}

/** What the importer and its blocs say that is missing, each once: where a way to it holds on the day is for the caller to ask. */
export function notHeldBy(authorities: Value | undefined): { readonly id: string; readonly texts: readonly string[] }[] {
  return itemsOf(authorities).map(([id, , , texts]) => ({ id: String(id), texts: Array.isArray(texts) ? texts.map(String) : [] }));
}

const edgeOf = ([to, since, until]: readonly Value[]): EdgeTo => ({ to: String(to), since: textOf(since), until: textOf(until) });

const coverOf = (row: readonly Value[]): Cover => ({
  ...edgeOf(row),
  rate: numberOf(row[3]),
  unit: textOf(row[4]),
  duty: textOf(row[5]),
  hasSpecific: typeof row[6] === "number" || typeof row[6] === "bigint",
});

const targetOf = (row: readonly Value[]): Target => ({
  ...edgeOf(row),
  scope: textOf(row[3]),
  seat: typeof row[4] === "string" ? edgeOf(row.slice(4)) : null,
});

const termOf = ([type, from, ...edge]: readonly Value[]): Term => ({
  ...edgeOf(edge),
  type: type === "EXCLUDES" ? "EXCLUDES" : "GIVES_WAY_TO",
  from: String(from),
});

/** Where the columns of a duty stand in its row. */
export interface Columns {
  readonly own: readonly number[];
  readonly facts: number;
}

/** Reads a duty. */
export function candidateIn(row: readonly Value[], { own, facts }: Columns): Candidate {
  const [id, rate, unit, dutyType, conditional, covers, imposedBy, named, targets, exempts, terms, wholes, farther, lineage] = own.map(
    (at) => row[at],
  );
  return {
    ...factsIn(row[facts]),
    id: String(id),
    rate: numberOf(rate),
    unit: textOf(unit),
    dutyType: (textOf(dutyType) as DutyType | null) ?? null,
    isConditional: conditional === true,
    covers: itemsOf(covers).map(coverOf),
    imposedBy: itemsOf(imposedBy).map(edgeOf),
    namesTargets: Number(named) > 0,
    targets: itemsOf(targets).map(targetOf),
    exempts: itemsOf(exempts).map(edgeOf),
    terms: itemsOf(terms).map(termOf),
    lineage: Array.isArray(lineage) ? lineage.map(String) : [],
    isCut: Number(farther) > 0,
    wholes: Array.isArray(wholes) ? wholes.map(String) : [],
  };
}
