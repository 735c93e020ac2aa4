import { type Bundle, type EdgeRecord, type Place, type Properties, problemAt } from "../../load/index.ts";
import type { Importer, Notes, Owners } from "../importer.ts";
import { readObjects } from "../read/objects.ts";
import { shortened } from "../read/text.ts";
import { actId, actTitle, address, PUBLISHER, StateActs, stated, texts } from "./act.ts";
import { countryOf, isIsoNumberOf } from "./countries.ts";
import { blocsOf, coverages, dayNotes, EVALUATIONS, flowOf, mastChapterOf, REACH } from "./meaning.ts";
import { type GivenJurisdiction, type Intervention, readIntervention } from "./record.ts";
import { Sectors } from "./sectors.ts";
import { meaningOf } from "./types.ts";

const LONGEST_SUMMARY = 400;

interface Options {
  /** Tells which sectors the graph has, so that a file without their names takes none away. */
  readonly owners: Owners;
}

/**
 * Global Trade Alert's interventions as its API returns them, v1 or v2: a list, pages (`{count, next, previous, results}`), or one object a
 * line, packed by gzip or not. An intervention becomes a measure that is part of its state act; its edges rest on one claim, whose source
 * is the intervention's page. Products are edges to the Harmonized System, which the graph must have (see `hs`).
 */
export function gta({ owners }: Options): Importer {
  return async function* (files, notes) {
    const acts = new StateActs(notes);
    const sectors = new Sectors(owners, notes);
    const seen = new Set<number>();
    for (const file of files) {
      for await (const { place, number, value } of readObjects(file, notes)) {
        const read = readIntervention(value, notes);
        if ("fault" in read) {
          notes.reject(problemAt(place, `Record ${number}${idOf(value)}: ${read.fault}.`));
          continue;
        }
        if (seen.has(read.record.intervention_id)) notes.count("one intervention stands there twice: the later one counts");
        seen.add(read.record.intervention_id);
        const act = acts.bundle(read.record, place);
        if (act) yield act;
        yield* sectors.bundles(read.record, place);
        yield interventionBundle(read.record, place, notes);
      }
    }
  };
}

/** ` (intervention 12345)`, where a faulty record says that much. */
function idOf(value: unknown): string {
  const id = typeof value === "object" && value !== null && "intervention_id" in value ? value.intervention_id : undefined;
  return typeof id === "number" || typeof id === "string" ? ` (intervention ${id})` : "";
}

function interventionBundle(record: Intervention, place: Place, notes: Notes): Bundle {
  const key = `gta-${record.intervention_id}`;
  const [measure, claim, source] = [`measure:${key}`, `claim:${key}`, `source:${key}`];
  const type = record.intervention_type?.trim() || "Intervention";
  const { kind, flow, note } = meaningOf(type);
  if (note !== null) notes.count(record.intervention_type?.trim() ? note : `intervention_type is missing: ${kind}`);
  const evaluation = EVALUATIONS.get(String(record.gta_evaluation ?? "").toLowerCase());
  if (!evaluation) notes.count(`gta_evaluation is none of Red, Amber, Green: the effect is UNCLEAR`);
  dayNotes(record, notes);
  const title = `${actTitle(record)} (${type.charAt(0).toLowerCase()}${type.slice(1)})`;

  const edges = new Map<string, EdgeRecord>();
  const add = (edge: string, to: string, properties: Properties = {}) => {
    const same = [edge, to, properties.since ?? ""].join("|");
    if (edges.has(same)) notes.count(`${edge} the same twice in one intervention: the first one counts`);
    else edges.set(same, { type: edge, from: measure, to, properties, claims: [claim], place });
  };
  add("PART_OF", actId(record));
  for (const id of countries(record.implementing_jurisdictions, "implementing_jurisdictions", notes)) add("IMPOSED_BY", id);
  for (const id of blocsOf(record, notes)) add("IMPOSED_BY", id);
  const affected = countries(record.affected_jurisdictions, "affected_jurisdictions", notes);
  const reach = REACH.get(record.inferred_jurisdictions?.trim().toLowerCase() ?? "");
  if (!reach && affected.length > 0)
    notes.count("inferred_jurisdictions does not say how the affected jurisdictions were determined: they are AFFECTS");
  const { type: edge, properties } = reach ?? { type: "AFFECTS", properties: {} };
  for (const id of affected) add(edge, id, edge === "AFFECTS" ? { ...properties, effect: evaluation?.impact ?? "MIXED" } : properties);
  for (const { code, properties } of coverages(record, notes)) add("COVERS", `commodity:hs-${code}`, properties);
  for (const id of Sectors.idsOf(record)) add("COVERS", id);

  return {
    name: key,
    nodes: [
      {
        type: "Measure",
        id: measure,
        properties: stated({
          title,
          kind,
          effect: evaluation?.effect ?? "UNCLEAR",
          flow: flowOf(record, notes) ?? flow,
          mastChapter: mastChapterOf(record, notes),
          announcedOn: record.date_announced,
          inForceFrom: record.date_implemented,
          inForceUntil: record.date_removed,
          summary: shortened(texts(record.intervention_description)[0] ?? "", LONGEST_SUMMARY),
        }),
        place,
      },
      {
        type: "Source",
        id: source,
        properties: stated({
          ...PUBLISHER,
          title,
          url: address(record.intervention_url, "intervention_url", notes),
          publishedOn: record.date_published,
        }),
        place,
      },
      {
        type: "Claim",
        id: claim,
        properties: { certainty: "REPORTED", locator: locatorOf(record), statement: statementOf(record, type) },
        place,
      },
    ],
    edges: [
      { type: "STATED_IN", from: claim, to: source, properties: {}, claims: [], place },
      { type: "ABOUT", from: claim, to: measure, properties: {}, claims: [], place },
      ...edges.values(),
    ],
    place,
  };
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

function locatorOf(record: Intervention): string {
  return `intervention ${/\d+(?=\/?$)/.exec(record.intervention_url ?? "")?.[0] ?? record.intervention_id}`;
}

/** What the page says, as far as no field of ours holds it. */
function statementOf(record: Intervention, type: string): string {
  const also = [
    record.gta_evaluation != null && `evaluation: ${record.gta_evaluation}`,
    record.implementation_level && `level: ${record.implementation_level}`,
    record.eligible_firm && `firms: ${record.eligible_firm}`,
    record.mast_subchapter && `MAST: ${record.mast_subchapter}`,
  ].filter((part) => typeof part === "string");
  return shortened(`Global Trade Alert records it as ${type}${also.length > 0 ? `; ${also.join("; ")}` : ""}.`, 500);
}
