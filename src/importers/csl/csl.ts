import type { Importer } from "../importer.ts";
import { withReread } from "../read/reread.ts";
import type { PartyLookUp } from "../references/parties.ts";
import { Listings } from "./listings.ts";
import { SCREENING_LIST } from "./publications.ts";
import { readEntries } from "./record.ts";

/**
 * The Consolidated Screening List of the International Trade Administration: its file or its API's pages (JSON), or its table (CSV, TSV). Who stands on
 * a list is a target of the decision that put him there, a measure of the agency that keeps the list and a part of the measure that the list is.
 * Throws InputError where nothing can be read.
 */
export function csl(options: PartyLookUp): Importer {
  return (files, notes) =>
    withReread(files, async function* (all) {
      const reader = new Listings(options, SCREENING_LIST, notes);
      for (const file of all) yield* reader.all(readEntries(file, notes));
    });
}
