import { HS_EDITION, problemAt } from "../../load/index.ts";
import type { Importer, Owners } from "../importer.ts";
import { readObjects } from "../read/objects.ts";
import { checkEdition } from "../references/into-edition.ts";
import { StateActs } from "./act.ts";
import { interventionBundle } from "./intervention.ts";
import { readIntervention } from "./record.ts";
import { Sectors } from "./sectors.ts";

interface Options {
  /** Says which sectors the graph has, so that a file without their names takes none away. */
  readonly owners: Owners;
  /** The edition of the Harmonized System that the codes of its goods are of; 2022 where it is left out, for a record does not say. */
  readonly edition?: string | undefined;
}

/**
 * Global Trade Alert's interventions as its API returns them, v1 or v2: a list, pages (`{count, next, previous, results}`), or one object a
 * line, packed by gzip or not. An intervention becomes a measure that is part of its state act; its edges rest on one claim, whose source
 * is the intervention's page. A key that a record lacks says nothing, null or an empty list says that there is none. Products are edges to the Harmonized System, which the graph must have (see `hs`).
 * Throws InputError where there is no such edition.
 */
export function gta({ owners, edition = HS_EDITION }: Options): Importer {
  checkEdition("edition", edition);
  return async function* (files, notes) {
    const acts = new StateActs(notes);
    const sectors = new Sectors(owners, notes);
    const seen = new Set<number>();
    for (const file of files) {
      for await (const { place, number, value } of readObjects(file, notes)) {
        const read = readIntervention(value, notes);
        if ("problem" in read) {
          notes.reject(problemAt(place, `Record ${number}${idOf(value)}: ${read.problem}.`));
          continue;
        }
        if (seen.has(read.record.intervention_id)) notes.count("one intervention stands there twice: the later one counts");
        seen.add(read.record.intervention_id);
        yield acts.bundle(read.record, place);
        yield* sectors.bundles(read.record, place);
        const bundle = interventionBundle(read.record, { place, edition }, notes);
        if (bundle.silence?.about.some((key) => key !== "affected_flow"))
          notes.count("a record that lacks keys, as overviews do: what an earlier one said of them stays");
        yield bundle;
      }
    }
  };
}

/** ` (intervention 12345)`, where an invalid record says that much. */
function idOf(value: unknown): string {
  const id = typeof value === "object" && value !== null && "intervention_id" in value ? value.intervention_id : undefined;
  return typeof id === "number" || typeof id === "string" ? ` (intervention ${id})` : "";
}
