import { basename } from "node:path";
import { problemAt } from "../../load/index.ts";
import { Listings } from "../csl/listings.ts";
import { OFAC_LISTS } from "../csl/publications.ts";
import type { Placed } from "../csl/record.ts";
import type { Importer, Notes } from "../importer.ts";
import { bytesOf } from "../read/bytes.ts";
import { named, type Reread, withReread } from "../read/reread.ts";
import { xmlElements } from "../read/xml.ts";
import type { PartyLookUp } from "../references/parties.ts";
import { entriesOf, type Given, givenOfXml } from "./entries.ts";
import { Tables, tableRows } from "./tables.ts";

const XML = {
  root: "sdnList",
  name: "sdnEntry",
  instead:
    "This is no list of OFAC's in its first form (sdnList): of sdn_advanced.xml, sdn_enhanced.xml and their like bring sdn.xml or consolidated.xml, which have the same entries.",
};

/**
 * The lists of the Office of Foreign Assets Control as it publishes them: `sdn.xml`, `consolidated.xml`, or the tables `sdn.csv`, `add.csv` and `alt.csv` together
 * (and `cons_prim.csv`, `cons_add.csv`, `cons_alt.csv`). Entries become what the Consolidated Screening List's become: a firm on both is one node, and a
 * programme one measure. Files whose names begin with `cons` are of the lists besides the SDN list. Throws InputError where nothing can be read.
 */
export function sdn(options: PartyLookUp): Importer {
  return (files, notes) =>
    withReread(files, async function* (all) {
      yield* new Listings(options, OFAC_LISTS, notes).all(entries(all, notes));
    });
}

async function* entries(files: readonly Reread[], notes: Notes): AsyncGenerator<Placed> {
  const tables = { false: new Tables(), true: new Tables() };
  for (const file of files) {
    const isConsolidated = /^cons/i.test(basename(file.name));
    if (await isXml(file.path)) yield* placed(ofXml(file, notes), isConsolidated);
    else for await (const row of tableRows(file, notes)) tables[`${isConsolidated}`].take(row);
  }
  for (const isConsolidated of [false, true]) yield* placed(tables[`${isConsolidated}`].all(notes), isConsolidated);
}

async function* placed(all: AsyncIterable<Given> | Iterable<Given>, isConsolidated: boolean): AsyncGenerator<Placed> {
  for await (const given of all) for (const entry of entriesOf(given, isConsolidated)) yield { entry, place: given.place };
}

async function* ofXml(file: Reread, given: Notes): AsyncGenerator<Given> {
  const notes = named(given, file);
  for await (const element of xmlElements(file.path, XML, notes)) {
    const place = { ...element.place, file: file.name };
    const entry = givenOfXml(element, place);
    if (entry) yield entry;
    else notes.reject(problemAt(place, "An sdnEntry needs a uid and a lastName."));
  }
}

async function isXml(path: string): Promise<boolean> {
  for await (const chunk of bytesOf(path, {})) {
    const [first] = chunk.toString("latin1").trimStart();
    if (first !== undefined) return first === "<";
  }
  return false;
}
