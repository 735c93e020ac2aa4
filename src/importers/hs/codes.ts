import { HS_EDITION, type Place, problemAt } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import { headerIs, readTable } from "../read/table.ts";
import { oneLine } from "../read/text.ts";

const LEVELS: Readonly<Record<number, string>> = { 2: "CHAPTER", 4: "HEADING", 6: "SUBHEADING" };

const CODE_COLUMNS = ["section", "hscode", "description", "parent", "level"];
const SECTION_COLUMNS = ["section", "name"];

/** Stands for the section of what is none: the sum of all goods, and codes for goods that nobody specified. */
const TOTAL = "TOTAL";

/** A section, chapter, heading or subheading. */
export interface Code {
  /** What its id ends with: `0101`, `section-i`. */
  readonly key: string;
  readonly hsCode: string;
  readonly name: string;
  readonly level: string;
  /** Key of what it lies under; null for sections. */
  readonly parent: string | null;
  readonly place: Place;
}

/** What files of the nomenclature have, of one edition. */
export class Nomenclature {
  readonly codes = new Map<string, Code>();
  readonly sections = new Map<string, Code>();
  /** The edition that a file says it is of; null where none does. */
  #said: string | null = null;

  /** `asked` is the edition that the codes are to be of; null where the files are to say it. */
  constructor(private readonly asked: string | null) {}

  /** The edition of the codes: what was asked for, else what a file says, else the usual one. */
  get edition(): string {
    return this.asked ?? this.#said ?? HS_EDITION;
  }

  /** Whether nobody has said which edition the codes are of. */
  get isAssumed(): boolean {
    return this.asked === null && this.#said === null;
  }

  /** A file says that its codes are of an edition; what is wrong with that, or null. */
  says(edition: string): string | null {
    const other = this.asked ?? this.#said;
    if (other !== null && other !== edition)
      return `These are the codes of ${edition}, and those of ${other} were asked for or came before: none of them is taken. Bring them by themselves, with --edition ${edition}.`;
    if (validateScalar("HsEdition", edition) !== null)
      return `"${edition}" ${validateScalar("HsEdition", edition)}: none of its codes is taken.`;
    this.#said = edition;
    return null;
  }
}

/** Reads the rows of a file of codes or of sections into the nomenclature; rows that are wrong are rejected, and all where it is of another edition. */
export async function readCodes(file: string, all: Nomenclature, notes: Notes): Promise<void> {
  const codes = new Map<string, Code>();
  let columns = CODE_COLUMNS;
  const rows = readTable(file, notes, (header) => {
    if (!header.names.some(({ text }) => text === "hscode")) columns = SECTION_COLUMNS;
    return headerIs(header, columns, columns, "The nomenclature", notes);
  });
  for await (const { cells, place } of rows) {
    const given = (column: string) => cells.get(column)?.text ?? "";
    if (given("section") === TOTAL) {
      notes.count("TOTAL, and 99, 9999 and 999999 for goods that are not specified, are no part of the Harmonized System: left out");
      const edition = /HS ?(\d{4})/.exec(given("description"))?.[1];
      const problem = edition === undefined ? null : all.says(edition);
      if (problem === null) continue;
      notes.reject(problemAt(place, problem), codes.size);
      return;
    }
    const read = columns === SECTION_COLUMNS ? readSection(given, place) : readCode(given, place);
    const known = columns === SECTION_COLUMNS ? all.sections : codes;
    if (typeof read === "string") notes.reject(problemAt(place, read));
    else if (known.has(read.key) || all.codes.has(read.key)) notes.reject(problemAt(place, `${read.hsCode} stands in the table twice.`));
    else known.set(read.key, read);
  }
  for (const [key, code] of codes) all.codes.set(key, code);
}

/** A row as a code, or what is wrong with it. */
function readCode(given: (column: string) => string, place: Place): Code | string {
  const [hsCode, section, above, level] = [given("hscode"), given("section"), given("parent"), given("level")];
  if (!/^(\d{2}){1,3}$/.test(hsCode)) return `"${hsCode}" is no code of 2, 4 or 6 digits: a zero before it may be lost.`;
  if (level !== String(hsCode.length)) return `${hsCode} has ${hsCode.length} digits, and its level is given as ${level || "nothing"}.`;
  const parent = hsCode.length === 2 ? TOTAL : hsCode.slice(0, -2);
  if (above !== parent) return `${hsCode} lies under ${parent}, and its parent is given as ${above || "nothing"}.`;
  if (!isSection(section)) return `"${section}" is no section: it must be a Roman numeral from I to XXI.`;
  const name = oneLine(given("description"));
  if (name === "") return `${hsCode} has no description.`;
  return { key: hsCode, hsCode, name, level: LEVELS[hsCode.length] ?? "", parent: parent === TOTAL ? sectionKey(section) : parent, place };
}

function readSection(given: (column: string) => string, place: Place): Code | string {
  const [section, name] = [given("section"), oneLine(given("name"))];
  if (!isSection(section)) return `"${section}" is no section: it must be a Roman numeral from I to XXI.`;
  if (name === "") return `Section ${section} has no name.`;
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return { key: sectionKey(section), hsCode: section, name: capital, level: "SECTION", parent: null, place };
}

function isSection(text: string): boolean {
  return text !== "" && validateScalar("HsCode", text) === null && !/\d/.test(text);
}

function sectionKey(section: string): string {
  return `section-${section.toLowerCase()}`;
}
