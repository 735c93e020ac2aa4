import { type Place, problemAt } from "../../load/index.ts";
import type { Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import type { Cell } from "../read/cells.ts";
import { readObjects } from "../read/objects.ts";
import { isJson } from "../read/reread.ts";
import { editionsIn } from "./code-text.ts";
import { columnOf, readFound } from "./columns.ts";

/** A row of a list of codes, as it is written. */
export interface ListRow {
  /** The nomenclature in full, a list of codes and descriptions, or one of sections. */
  readonly of: "nomenclature" | "list" | "sections";
  readonly code: string;
  readonly name: string;
  /** The edition that the row or the header of its codes speaks of; null where neither does. */
  readonly edition: string | null;
  readonly section?: string | undefined;
  readonly parent?: string | undefined;
  readonly level?: string | undefined;
  readonly place: Place;
}

/** Where a list has what: the places of its columns. */
interface Columns {
  readonly of: ListRow["of"];
  readonly headers: readonly string[];
  readonly code: number;
  readonly name: number;
  readonly classification: number | null;
}

/** The columns of the nomenclature in full, whose rows say where they lie. */
const FULL = ["section", "hscode", "description", "parent", "level"];

const MISSING =
  "No column of codes with one of descriptions is found in the first rows. Their headers must be code, hscode, HS 2022 or the like, and description, name, text or the like; of sections, section and name.";

/**
 * The rows of a list of codes, whoever publishes it: the nomenclature in full, sections, tables with a column of codes and one of descriptions under any
 * of their usual names, and UN Comtrade's JSON (`{"results": [{"id", "text", "parent"}]}`). What was recognised is counted. Throws InputError.
 */
export async function* readList(file: string, notes: Notes): AsyncGenerator<ListRow> {
  yield* (await isJson(file)) ? readJson(file, notes) : readTableOf(file, notes);
}

async function* readTableOf(file: string, notes: Notes): AsyncGenerator<ListRow> {
  let isNoted = false;
  for await (const { columns, cells, place } of readFound(file, notes, (header) => columnsOf(header.map(({ text }) => text)), MISSING)) {
    if (!isNoted && columns.of === "list") noteColumns(columns, nameOf(file), notes);
    isNoted = true;
    yield rowOf(columns, cells, place);
  }
}

function rowOf({ of, headers, code, name, classification }: Columns, cells: readonly Cell[], place: Place): ListRow {
  const given = (at: number | null) => (at === null || at < 0 ? "" : (cells[at]?.text ?? ""));
  const edition = editionsIn(`${given(classification)} ${headers[code] ?? ""}`)[0] ?? null;
  const row = { of, code: given(code), name: given(name), edition, place };
  if (of !== "nomenclature") return row;
  const [section, parent, level] = ["section", "parent", "level"].map((header) => given(headers.indexOf(header)));
  return { ...row, section, parent, level };
}

/** The columns of a list by the row that may be its header; null where it is none. */
function columnsOf(headers: readonly string[]): Columns | null {
  const named = (of: Columns["of"], code: string, name: string): Columns => ({
    of,
    headers,
    code: headers.indexOf(code),
    name: headers.indexOf(name),
    classification: null,
  });
  if (FULL.every((header) => headers.includes(header))) return named("nomenclature", "hscode", "description");
  if (headers.includes("section") && headers.includes("name") && headers.length === 2) return named("sections", "section", "name");
  const [code, name] = [columnOf(headers, "code"), columnOf(headers, "name")];
  return code === null || name === null ? null : { of: "list", headers, code, name, classification: columnOf(headers, "classification") };
}

function noteColumns({ headers, code, name, classification }: Columns, file: string, notes: Notes): void {
  const rest = headers.filter((header, i) => header !== "" && i !== code && i !== name && i !== classification);
  const said = rest.length === 0 ? "" : `; not read: ${rest.join(", ")}`;
  notes.count(`${file}: read as a list of codes, code from "${headers[code]}", description from "${headers[name]}"${said}`);
}

/** The objects of a JSON list: their keys are what a table's headers are. */
async function* readJson(file: string, notes: Notes): AsyncGenerator<ListRow> {
  const isNoted = new Set<string>();
  for await (const { place, number, value } of readObjects(file, notes)) {
    const entries = Object.entries(value ?? {}).filter(([, said]) => typeof said === "string" || typeof said === "number");
    const columns = columnsOf(entries.map(([key]) => key));
    if (columns === null) {
      notes.reject(problemAt(place, `Record ${number}: it has no code with a description (id and text, or code and description).`));
      continue;
    }
    const shape = entries.map(([key]) => key).join();
    if (!isNoted.has(shape) && isNoted.size === 0) noteColumns(columns, nameOf(file), notes);
    isNoted.add(shape);
    yield rowOf(
      columns,
      entries.map(([, said]) => ({ text: String(said).trim(), place })),
      place,
    );
  }
}
