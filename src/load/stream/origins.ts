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
    if (removed + changed > 0) found.set(bundle, problemAt(bundle.place, foreignBundle(bundle, note, removed, changed)));
  }
  return found;
}

/** Why two bundles of one name that different things made can't both be taken. */
export function foreignBundle({ name, origin }: Bundle, note: BundleNote, removed: number, changed: number): string {
  const maker = note.origin ?? "`npm run load`, or an earlier version";
  const what = [removed > 0 && `remove ${records(removed)}`, changed > 0 && `change ${records(changed)}`].filter(Boolean).join(" and ");
  const another = origin?.startsWith("csv ") ? "give this table a bundle of its own (--bundle NAME), or " : "";
  return `The bundle ${name} was made by ${maker}, and this would ${what || "take the place"} of it: ${another}say --replace to have this in its place.`;
}

function records(n: number): string {
  return `${n.toLocaleString("en")} ${n === 1 ? "record" : "records"}`;
}
