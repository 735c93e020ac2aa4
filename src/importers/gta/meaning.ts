import type { Properties } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { blocOf } from "../references/countries.ts";
import type { Intervention } from "./record.ts";

/** What an evaluation says of the measure (MeasureEffect) and of those it affects (ImpactEffect). */
export interface Evaluation {
  readonly effect: string;
  readonly impact: string;
}

const RED = { effect: "RESTRICTING", impact: "HARMED" } as const;
const AMBER = { effect: "UNCLEAR", impact: "MIXED" } as const;
const GREEN = { effect: "LIBERALISING", impact: "BENEFITED" } as const;

/** Evaluations by name or number. */
const EVALUATIONS = new Map<string, Evaluation>([
  ["red", RED],
  ["1", RED],
  ["amber", AMBER],
  ["2", AMBER],
  ["green", GREEN],
  ["3", GREEN],
]);

/** A record's evaluation; as Amber where it has none that we know, which is counted. */
export function evaluationOf(record: Intervention, notes: Notes): Evaluation {
  const evaluation = EVALUATIONS.get(String(record.gta_evaluation ?? "").toLowerCase());
  if (!evaluation && record.gta_evaluation !== undefined) notes.count("gta_evaluation is none of Red, Amber, Green: the effect is UNCLEAR");
  return evaluation ?? AMBER;
}

/** How affected jurisdictions were determined: the edge that leads to them. */
export const REACH = new Map<string, { readonly type: string; readonly properties: Properties }>([
  ["targeted", { type: "TARGETS", properties: {} }],
  ["inferred", { type: "AFFECTS", properties: { certainty: "INFERRED" } }],
  ["incidental", { type: "AFFECTS", properties: { note: "incidental" } }],
  ["excluded", { type: "EXEMPTS", properties: {} }],
]);

const FLOWS: ReadonlyMap<string, string> = new Map([
  ["inward", "IMPORT"],
  ["1", "IMPORT"],
  ["outward", "EXPORT"],
  ["2", "EXPORT"],
  ["outward subsidy", "EXPORT"],
  ["3", "EXPORT"],
]);

/** The flow as the record states it (TradeFlow); null where it does not, or in a word that we do not know, which is counted. */
export function flowOf(record: Intervention, notes: Notes): string | null {
  const given = String(record.affected_flow ?? "").trim();
  const flow = FLOWS.get(given.toLowerCase()) ?? null;
  if (given !== "" && flow === null) notes.count(`affected_flow "${given}" is none of inward, outward, outward subsidy: left out`);
  return flow;
}

/** The letter of a MAST chapter. Global Trade Alert's own chapters (tariffs, capital controls, investment, migration) have none. */
export function mastChapterOf(record: Intervention, notes: Notes): string | null {
  const { mast_chapter: chapter, mast_subchapter: subchapter } = record;
  if (subchapter)
    notes.count("mast_subchapter mixes the editions of 2012 and 2019: only the chapter's letter is a field, the rest is words");
  const letter = /^([A-P])(?:\d|\s*:|\s*$)/.exec((chapter ?? subchapter ?? "").trim())?.[1] ?? null;
  if (letter === null && chapter) notes.count(`mast_chapter "${chapter}" is no chapter of MAST: left out`);
  return letter;
}

/** Groups are stored only where no member is named: they say which groups the members belong to. */
export function blocsOf(record: Intervention, notes: Notes): string[] {
  if (record.affected_jurisdiction_groups?.length) notes.count("affected_jurisdiction_groups: not stored");
  const groups = record.implementing_jurisdiction_groups ?? [];
  if (groups.length === 0) return [];
  const blocs = record.implementing_jurisdictions?.length ? [] : groups.map(({ name }) => blocOf(name ?? "")).filter((id) => id !== null);
  if (blocs.length < groups.length) notes.count("implementing_jurisdiction_groups: not stored, but for a bloc that stands alone");
  return blocs;
}

/** Counts what is odd about the days of a record; they are stored as given, but for an end before the beginning. */
export function noteOddDays(record: Intervention, notes: Notes): void {
  const { date_announced: announced, date_implemented: start, date_removed: end } = record;
  if (start?.endsWith("-12-31")) notes.count("date_implemented is a 31 December: it may stand for the year only");
  if (end?.endsWith("-01-01")) notes.count("date_removed is a 1 January: it may stand for the year only");
  if (start && announced && start < announced) notes.count("date_implemented lies before date_announced");
  if (endsBeforeItBegins(record)) notes.count("date_removed lies before date_implemented: both left out");
  const modified =
    (record.intervention_description ?? [])
      .map((entry) => entry.modified?.slice(0, 10) ?? "")
      .sort()
      .at(-1) ?? "";
  const updated = record.last_updated?.slice(0, 10) ?? "";
  if (updated !== "" && updated < modified) notes.count("last_updated is older than the newest change of a description");
  // The record was valid on some day since then, which it does not state.
  const seen = [updated, modified].sort().at(-1) ?? "";
  if (end && seen !== "" && end > seen) notes.count("date_removed lies after the record's last change: a planned end, kept as given");
  if (record.is_in_force == null) return;
  const begun = start != null && start <= seen;
  const over = end != null && end <= seen;
  if (Number(record.is_in_force) === 1 ? !start || over : begun && !end)
    notes.count(`is_in_force ${Number(record.is_in_force)} contradicts the dates: the status follows from the dates`);
}

/** Whether a record has days in force that can't be. */
export function endsBeforeItBegins({ date_implemented: start, date_removed: end }: Intervention): boolean {
  return Boolean(start && end && end < start);
}
