import { type Place, problemAt, refusedHere } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { readRows } from "../read/cells.ts";
import { named, type Reread } from "../read/reread.ts";
import { type Given, programmesOf } from "./entries.ts";

/** A row of one of OFAC's tables, which have no headers; a cell that says nothing is null. */
export interface TableRow {
  readonly cells: readonly (string | null)[];
  readonly place: Place;
}

/** Tables by the number of their columns: entries, addresses, other names. */
export type TableName = "entries" | "addresses" | "names";
const TABLES: Readonly<Record<number, TableName>> = { 12: "entries", 6: "addresses", 5: "names" };

/** What says nothing in these tables. */
const NULL = "-0-";

/** The byte behind the last row, with which these files ended once. */
const END_OF_FILE = "\u001A";

const WRONG =
  "This is none of OFAC's tables: bring sdn.csv (12 columns), add.csv (6) and alt.csv (5) together, or those of the consolidated list (cons_prim.csv …), without headers.";

/** The rows of a table, each with what table it is of; a row of another number of columns is rejected. */
export async function* tableRows(file: Reread, given: Notes): AsyncGenerator<TableRow & { readonly table: TableName }> {
  const ends = refusedHere(END_OF_FILE);
  const notes: Notes = {
    ...named(given, file),
    reject: (problem, records) => {
      if (problem.message === ends && problem.column === 1) given.count("a mark of the end of the file (Ctrl-Z): left out");
      else given.reject({ ...problem, file: file.name }, records);
    },
  };
  for await (const { cells } of readRows(file.path, notes)) {
    const place = { file: file.name, line: cells[0]?.place.line ?? 1, column: 1 };
    const table = TABLES[cells.length];
    if (table && /^\d+$/.test(cells[0]?.text ?? ""))
      yield { table, place, cells: cells.map(({ text }) => (text === NULL || text === "" ? null : text)) };
    else notes.reject(problemAt(place, WRONG));
  }
}

/** The entries of tables, put together by OFAC's number. */
export class Tables {
  readonly #entries: TableRow[] = [];
  readonly #addresses = new Map<string, Given["addresses"][number][]>();
  readonly #names = new Map<string, string[]>();

  take({ table, cells, place }: TableRow & { readonly table: TableName }): void {
    const [uid = null, , third = null, fourth = null, fifth = null] = cells;
    if (uid === null) return;
    if (table === "entries") this.#entries.push({ cells, place });
    else if (table === "names") this.#names.set(uid, [...(this.#names.get(uid) ?? []), ...(fourth === null ? [] : [fourth])]);
    else {
      // City, province and postal code stand in one cell.
      const address = { address: third, city: fourth, state: null, postal_code: null, country: fifth };
      this.#addresses.set(uid, [...(this.#addresses.get(uid) ?? []), address]);
    }
  }

  *all(notes: Notes): Generator<Given> {
    for (const { cells, place } of this.#entries) {
      const [uid = null, name = null, type = null, programmes = null, title = null] = cells;
      if (uid === null || name === null) {
        notes.reject(problemAt(place, "An entry needs a number and a name."));
        continue;
      }
      yield {
        ...{ uid, name, title, place, remarks: cells[11] ?? null },
        type: type === null ? "Entity" : `${type.slice(0, 1).toUpperCase()}${type.slice(1).toLowerCase()}`,
        programs: programmesOf(programmes),
        alt_names: this.#names.get(uid) ?? [],
        addresses: this.#addresses.get(uid) ?? [],
        ...{ ids: [], dates_of_birth: [], places_of_birth: [], nationalities: [], citizenships: [] },
      };
    }
    const known = new Set(this.#entries.map(({ cells }) => cells[0]));
    for (const uid of new Set([...this.#addresses.keys(), ...this.#names.keys()]))
      if (!known.has(uid)) notes.count("addresses and names of entries that no table has: left out");
  }
}
