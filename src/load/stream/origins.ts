import type { BundleNote, BundleReport } from "../graph/index.ts";
import { type Bundle, type Problem, problemAt } from "../record.ts";

/**
 * What is wrong with bundles of which something else has made what the graph has under their names: they would remove or change it. One that
 * only adds to it is no problem. `present` are the notes of the bundles that the graph has.
 */
export function foreignProblems(
  bundles: readonly Bundle[],
  reports: readonly BundleReport[],
  present: ReadonlyMap<string, BundleNote>,
): Map<Bundle, Problem> {
  const byName = new Map(reports.map((report) => [report.name, report]));
  const found = new Map<Bundle, Problem>();
  for (const bundle of bundles) {
    const note = present.get(bundle.name);
    const report = byName.get(bundle.name);
    if (!note || !report || note.origin === (bundle.origin ?? null)) continue;
    const [removed, changed] = [report.nodes.removed + report.edges.removed, report.nodes.changed + report.edges.changed];
    if (removed + changed > 0) found.set(bundle, problemAt(bundle.place, foreignBundle(bundle, note.origin, removed, changed)));
  }
  return found;
}

/** Why two bundles of one load that different things made can't both be taken: each would take the place of the other. */
export function twinProblem({ name, place }: Bundle, origin: string | null): Problem {
  return problemAt(place, `The bundle ${name} is made by ${makerOf(origin)} in this load as well: load one of them with --bundle NAME.`);
}

/** What is noted of who made a bundle that is there as it is said again: an earlier version noted nobody. */
export function keptOrigin(before: BundleNote, bundle: Bundle | undefined): string | null {
  return before.origin ?? (before.digest === null ? null : (bundle?.origin ?? null));
}

function makerOf(origin: string | null): string {
  return origin ?? "a seed file, or an earlier version";
}

function foreignBundle({ name, origin }: Bundle, before: string | null, removed: number, changed: number): string {
  const what = [removed > 0 && `remove ${records(removed)}`, changed > 0 && `change ${records(changed)}`].filter(Boolean).join(" and ");
  const another = origin?.startsWith("csv ") ? "give this table a bundle of its own (--bundle NAME), or " : "";
  return `The bundle ${name} was made by ${makerOf(before)}, and this would ${what} of it: ${another}say --replace to have this in its place.`;
}

function records(n: number): string {
  return `${n.toLocaleString("en")} ${n === 1 ? "record" : "records"}`;
}
