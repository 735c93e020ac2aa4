import { type Place, problemAt } from "../../load/index.ts";
import { counting, type Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import type { Cell } from "../read/cells.ts";
import { HEADER_ALONE } from "../read/table.ts";
import { lettersAndDigits } from "../read/text.ts";
import { rowsOf } from "../read/workbook.ts";
import { withoutEditions } from "./code-text.ts";

/** What columns of codes are called, the likeliest first; letters and digits alone. Nothing is left of a header that names an edition alone. */
const CODES: readonly string[] = [
  ...["hscode", "code", "hs", "", "productcode", "commoditycode", "cmdcode", "hs6code", "hs6", "hs4", "hs2", "hscodes"],
  ...["classificationcode", "itemcode", "tariffcode", "hssubheading", "subheading", "hsheading", "heading", "id"],
];

/** What columns of codes are called where two stand beside each other. */
const ENDS: readonly string[] = [
  ...["from", "to", "source", "target", "old", "new", "previous", "current"],
  ...["fromcode", "tocode", "sourcecode", "targetcode", "oldcode", "newcode"],
];

/** What columns of descriptions are called, the likeliest first. */
const NAMES: readonly string[] = [
  ...["description", "productdescription", "commoditydescription", "cmddesc", "cmddesce", "descriptionen", "englishdescription"],
  ...["descriptionofgoods", "descriptionofproducts", "goodsdescription", "hsdescription", "articledescription", "longdescription"],
  ...["name", "productname", "commodityname", "text", "title", "label", "desc", "commodity", "product", "shortdescription"],
];

const RELATIONSHIPS: readonly string[] = [
  "relationship",
  "relation",
  "relationshiptype",
  "correlation",
  "correlationtype",
  "matchtype",
  "match",
];
const CLASSIFICATIONS: readonly string[] = ["classification", "classcode", "classificationcode", "nomenclature", "edition", "revision"];

/** What a column may hold, by the words of its header. */
export type Held = "code" | "end" | "name" | "relationship" | "classification";

const KNOWN: Readonly<Record<Held, readonly string[]>> = {
  code: CODES,
  end: ENDS,
  name: NAMES,
  relationship: RELATIONSHIPS,
  classification: CLASSIFICATIONS,
};

/** How likely a header is that of a column of some kind: 0 is the likeliest; null where it is none. */
export function likeness(header: string, held: Held): number | null {
  const words = lettersAndDigits(withoutEditions(header));
  // A column without a header is none.
  if (words === "" && header.trim() === "") return null;
  const at = KNOWN[held].indexOf(words);
  return at < 0 ? null : at;
}

/** The place of the column that is likeliest to hold this; null where none is. */
export function columnOf(headers: readonly string[], held: Held): number | null {
  const found = headers.flatMap((header, i) => {
    const rank = likeness(header, held);
    return rank === null ? [] : [{ i, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank)[0]?.i ?? null;
}

/** A row of a table by the places of its columns. */
export interface FoundRow<C> {
  readonly columns: C;
  readonly cells: readonly Cell[];
  readonly place: Place;
}

/** So many rows may stand above the header: titles, dates, notes. */
const MOST_ABOVE = 15;

/**
 * The rows under the first row that `find` takes for a header: titles may stand above it. Where none is, that is rejected in the words of `missing`.
 * Of a workbook the first sheet is read. Throws InputError.
 */
export async function* readFound<C>(
  path: string,
  notes: Notes,
  find: (cells: readonly Cell[]) => C | null,
  missing: string,
): AsyncGenerator<FoundRow<C>> {
  const start: Place = { file: nameOf(path), line: 1, column: 1 };
  let columns: C | null = null;
  let rows = 0;
  let above = 0;
  const problems = counting(notes);
  for await (const { cells } of rowsOf(path, problems)) {
    if (columns === null) {
      columns = find(cells);
      if (columns !== null) continue;
      above += 1;
      if (above > MOST_ABOVE) break;
      continue;
    }
    rows += 1;
    yield { columns, cells, place: { file: nameOf(path), line: cells[0]?.place.line ?? 1, column: 1 } };
  }
  if (columns === null && problems.problems() === 0)
    notes.reject(problemAt(start, above === 0 ? "The file is empty: a table starts with its header." : missing));
  else if (columns !== null && rows === 0) notes.reject(problemAt(start, HEADER_ALONE), 0);
}
