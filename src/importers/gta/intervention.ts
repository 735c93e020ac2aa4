import { type Bundle, type EdgeRecord, hsIdOf, type NodeRecord, type Place, type Properties } from "../../load/index.ts";
import { type Notes, UNNOTED } from "../importer.ts";
import { shortened } from "../read/text.ts";
import { countryOf, isIsoNumberOf } from "../references/countries.ts";
import { claimEdges, stated } from "../statements.ts";
import { actId, actTitle, address, ORIGIN, PUBLISHER, texts } from "./act.ts";
import { filledRecord, silentAbout } from "./earlier.ts";
import { blocsOf, type Evaluation, endsBeforeItBegins, evaluationOf, flowOf, mastChapterOf, noteOddDays, REACH } from "./meaning.ts";
import { coverages } from "./products.ts";
import type { GivenJurisdiction, Intervention } from "./record.ts";
import { Sectors } from "./sectors.ts";
import { meaningOf } from "./types.ts";

const LONGEST_SUMMARY = 400;
const LONGEST_STATEMENT = 500;

/** Of a record: where it stands, and the edition of the Harmonized System that the codes of its goods are of. */
interface Given {
  readonly place: Place;
  readonly edition: string;
}

/**
 * An intervention as a bundle: a measure, and the claim that it and its edges rest on, with the intervention's page as its source. Keys that the
 * record lacks, such as those of an overview, take nothing away that an earlier record said.
 */
export function interventionBundle(record: Intervention, given: Given, notes: Notes): Bundle {
  const { place, edition } = given;
  const key = `gta-${record.intervention_id}`;
  const [measure, claim, source] = [`measure:${key}`, `claim:${key}`, `source:${key}`];
  const type = record.intervention_type?.trim() || "Intervention";
  const { kind, flow, note } = meaningOf(type);
  if (note !== null && record.intervention_type !== undefined)
    notes.count(record.intervention_type?.trim() ? note : `intervention_type is missing: ${kind}`);
  const evaluation = evaluationOf(record, notes);
  noteOddDays(record, notes);
  const title = `${actTitle(record)} (${type.charAt(0).toLowerCase()}${type.slice(1)})`;
  const edges = measureEdges(record, evaluation, { measure, claim, place, edition }, notes);
  const node = (of: string, id: string, properties: Properties): NodeRecord => ({ type: of, id, properties, place });
  return {
    name: key,
    origin: ORIGIN,
    nodes: [
      node("Measure", measure, measureProperties(record, { title, kind, effect: evaluation.effect, flow }, notes)),
      node("Source", source, sourceProperties(record, title, notes)),
      node("Claim", claim, { certainty: "REPORTED", locator: locatorOf(record), statement: statementOf(record, type) }),
    ],
    edges: [...claimEdges(claim, source, measure, place), ...edges],
    place,
    ...silenceOf(record, given),
  };
}

/** What the record says nothing about; nothing at all where it has every key. */
function silenceOf(record: Intervention, given: Given): Pick<Bundle, "silence"> {
  const about = silentAbout(record);
  if (about.length === 0) return {};
  return { silence: { about, filledFrom: (earlier) => interventionBundle(filledRecord(record, earlier), given, UNNOTED) } };
}

function measureProperties(
  record: Intervention,
  { title, kind, effect, flow }: { title: string; kind: string; effect: string; flow: string | null },
  notes: Notes,
): Properties {
  return stated({
    title,
    kind,
    effect,
    flow: flowOf(record, notes) ?? flow,
    mastChapter: mastChapterOf(record, notes),
    announcedOn: record.date_announced,
    ...(endsBeforeItBegins(record) ? {} : { inForceFrom: record.date_implemented, inForceUntil: record.date_removed }),
    summary: shortened(texts(record.intervention_description)[0] ?? "", LONGEST_SUMMARY),
  });
}

function sourceProperties(record: Intervention, title: string, notes: Notes): Properties {
  const url = address(record.intervention_url, "intervention_url", notes);
  return stated({ ...PUBLISHER, title, url, publishedOn: record.date_published });
}

/** The edges of a measure: its state act, who imposed it, whom it affects, and the goods and sectors that it covers. Each once. */
function measureEdges(
  record: Intervention,
  { impact }: Evaluation,
  { measure, claim, place, edition }: Given & { measure: string; claim: string },
  notes: Notes,
): Iterable<EdgeRecord> {
  const edges = new Map<string, EdgeRecord>();
  const add = (type: string, to: string, properties: Properties = {}) => {
    const key = [type, to, properties.since ?? ""].join("|");
    if (edges.has(key)) notes.count(`${type} the same twice in one intervention: the first one counts`);
    else edges.set(key, { type, from: measure, to, properties, claims: [claim], place });
  };
  add("PART_OF", actId(record));
  for (const id of countries(record.implementing_jurisdictions, "implementing_jurisdictions", notes)) add("IMPOSED_BY", id);
  for (const id of blocsOf(record, notes)) add("IMPOSED_BY", id);
  const affected = countries(record.affected_jurisdictions, "affected_jurisdictions", notes);
  const reach = REACH.get(record.inferred_jurisdictions?.trim().toLowerCase() ?? "");
  if (!reach && affected.length > 0)
    notes.count("inferred_jurisdictions does not say how the affected jurisdictions were determined: they are AFFECTS");
  const { type, properties } = reach ?? { type: "AFFECTS", properties: {} };
  for (const id of affected) add(type, id, type === "AFFECTS" ? { ...properties, effect: impact } : properties);
  for (const { code, edition: own, properties } of coverages(record, notes)) add("COVERS", hsIdOf(code, own ?? edition), properties);
  for (const id of Sectors.idsOf(record)) add("COVERS", id);
  return edges.values();
}

/** The countries of a list, each once; what is none that we know is counted and left out. */
function countries(given: readonly GivenJurisdiction[] | null | undefined, key: string, notes: Notes): string[] {
  const ids = (given ?? []).map(({ iso = null, id = null, name = null }) => {
    const country = countryOf({ iso, id, name });
    if (country === null) notes.count(`${key}: no country for ${JSON.stringify(name ?? iso ?? id)}: left out`);
    else if (id !== null && !isIsoNumberOf(id, country))
      notes.count(`${key}: ${id} is not the ISO number of ${country}: taken by its code`);
    return country;
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The number at the end of the page's path, which its address may follow with a query. */
function locatorOf(record: Intervention): string {
  const url = record.intervention_url?.trim() ?? "";
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  return `intervention ${/\/(\d+)\/?$/.exec(path)?.[1] ?? record.intervention_id}`;
}

/** What the page says, as far as no field of ours holds it. */
function statementOf(record: Intervention, type: string): string {
  const also = [
    record.gta_evaluation != null && `evaluation: ${record.gta_evaluation}`,
    record.implementation_level && `level: ${record.implementation_level}`,
    record.eligible_firm && `firms: ${record.eligible_firm}`,
    record.mast_subchapter && `MAST: ${record.mast_subchapter}`,
  ].filter((part) => typeof part === "string");
  return shortened(`Global Trade Alert records it as ${type}${also.length > 0 ? `; ${also.join("; ")}` : ""}.`, LONGEST_STATEMENT);
}
