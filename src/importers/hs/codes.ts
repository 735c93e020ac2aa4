import { HS_EDITION, hsSectionOf, type Place, problemAt } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import type { Notes } from "../importer.ts";
import { nameOf } from "../read/bytes.ts";
import { oneLine } from "../read/text.ts";
import { codeOfText, editionsIn } from "./code-text.ts";
import { type ListRow, readList } from "./lists.ts";

const LEVELS: Readonly<Record<number, string>> = { 2: "CHAPTER", 4: "HEADING", 6: "SUBHEADING" };

/** Stands for the section of what is none: the sum of all goods, and codes for goods that nobody specified. */
const TOTAL = "TOTAL";

/** Codes of sums, and of goods that nobody specified, with the rows of UN Comtrade that stand for a level. */
const NO_CODE = /^(?:TOTAL|ALL|AG\d|99|9999|9999AA|999999)$/i;

/** A section, chapter, heading or subheading. */
export interface Code {
  /** What its id ends with: `0101`, `section-i`. */
  readonly key: string;
  readonly hsCode: string;
  readonly name: string;
  readonly level: string;
  /** Key of what it lies under; null for sections. */
  readonly parent: string | null;
  /** Whether its list need not have what it lies under: it says no more than codes and descriptions. */
  readonly isListed: boolean;
  readonly place: Place;
}

/** What files of the nomenclature have, of one edition. */
export class Nomenclature {
  readonly codes = new Map<string, Code>();
  readonly sections = new Map<string, Code>();
  /** The edition that a file says it is of; null where none does. */
  #said: string | null = null;
  /** That which a file's name speaks of; null where none does. */
  #named: string | null = null;

  /** `asked` is the edition that the codes are to be of; null where the files are to say it. */
  constructor(private readonly asked: string | null) {}

  /** The edition of the codes: what was asked for, else what a file or its name says, else the usual one. */
  get edition(): string {
    return this.asked ?? this.#said ?? this.#named ?? HS_EDITION;
  }

  /** Why the codes are taken as those of their edition, where nobody has said it; null where somebody has. */
  get assumption(): string | null {
    if (this.asked !== null || this.#said !== null) return null;
    return this.#named === null
      ? `the file does not say of which edition its codes are: taken as those of ${this.edition} (--edition names another)`
      : `the codes are taken as those of ${this.edition}, as the file's name says (--edition names another)`;
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

  /** A file's name speaks of an edition, which counts where neither a file nor anybody says another; what is wrong with that, or null. */
  isNamed(edition: string): string | null {
    if (this.asked !== null || this.#named === null || this.#named === edition) {
      this.#named = edition;
      return null;
    }
    return `Its name speaks of ${edition}, and that of a file before it of ${this.#named}: bring each edition by itself.`;
  }
}

/** Reads a list of codes or of sections into the nomenclature; rows that are wrong are rejected, and all where it is of another edition. */
export async function readCodes(file: string, all: Nomenclature, notes: Notes): Promise<void> {
  const codes = new Map<string, Code>();
  const [named] = editionsIn(nameOf(file).replace(/^.*[\\/]/, ""));
  const wrong = named === undefined ? null : all.isNamed(named);
  if (wrong !== null) return notes.reject(problemAt({ file: nameOf(file), line: 1, column: 1 }, wrong));
  for await (const row of readList(file, notes)) {
    const said = row.edition ?? (NO_CODE.test(row.code) ? editionOfTotal(row.name) : null);
    const problem = said === null ? null : all.says(said);
    if (problem !== null) {
      notes.reject(problemAt(row.place, problem), codes.size);
      return;
    }
    if (NO_CODE.test(row.code) || row.section === TOTAL) {
      notes.count("TOTAL, and 99, 9999 and 999999 for goods that are not specified, are no part of the Harmonized System: left out");
      continue;
    }
    const read = row.of === "sections" ? readSection(row.code, row.name, row.place) : readCode(row, notes);
    if (read === null) continue;
    const into = typeof read !== "string" && read.level === "SECTION" ? all.sections : codes;
    if (typeof read === "string") notes.reject(problemAt(row.place, read));
    else if (into.has(read.key) || all.codes.has(read.key)) notes.reject(problemAt(row.place, `${read.hsCode} stands in the table twice.`));
    else into.set(read.key, read);
  }
  for (const [key, code] of codes) all.codes.set(key, code);
}

/** `Total of all HS2022 commodities`: a year that is no edition is said as well, to be refused. */
function editionOfTotal(name: string): string | null {
  return editionsIn(name)[0] ?? /HS ?(\d{4})/.exec(name)?.[1] ?? null;
}

/** A row as a code, or what is wrong with it; null where it is none of the Harmonized System's, which is counted. */
function readCode(row: ListRow, notes: Notes): Code | string | null {
  const { code: given, place } = row;
  if (given === "") {
    notes.count("a row without a code, such as a title between codes: left out");
    return null;
  }
  const section = given.replace(/^section\s+/i, "").toUpperCase();
  if (isSection(section)) return readSection(section, row.name, place);
  const read = codeOfText(given.replace(/^chapter\s+/i, ""));
  if (!read || read.code.startsWith("00")) return `"${given}" is no code of 2, 4 or 6 digits.`;
  if (read.code.length > 6) {
    notes.count("a code of more than 6 digits, which is one country's own: left out (npm run import -- csv --as Commodity takes them)");
    return null;
  }
  const { code: hsCode } = read;
  const wrong = row.of === "nomenclature" ? disagreement(row, hsCode) : null;
  if (wrong !== null) return wrong;
  if (read.isRepaired) notes.count("a code that had lost a zero: put back");
  const name = nameIn(row.name, hsCode);
  if (name === "") return `${hsCode} has no description.`;
  const parent = hsCode.length > 2 ? hsCode.slice(0, -2) : sectionKey(row.section ?? hsSectionOf(hsCode));
  return { key: hsCode, hsCode, name, level: LEVELS[hsCode.length] ?? "", parent, isListed: row.of === "list", place };
}

/** What a row says of its level, of what it lies under and of its section that its code does not; null where they agree. */
function disagreement({ section = "", parent: above, level }: ListRow, hsCode: string): string | null {
  if (level !== String(hsCode.length)) return `${hsCode} has ${hsCode.length} digits, and its level is given as ${level || "nothing"}.`;
  const parent = hsCode.length === 2 ? TOTAL : hsCode.slice(0, -2);
  if ((codeOfText(above ?? "")?.code ?? above) !== parent)
    return `${hsCode} lies under ${parent}, and its parent is given as ${above || "nothing"}.`;
  return isSection(section) ? null : `"${section}" is no section: it must be a Roman numeral from I to XXI.`;
}

function readSection(section: string, given: string, place: Place): Code | string {
  const name = oneLine(given);
  if (!isSection(section)) return `"${section}" is no section: it must be a Roman numeral from I to XXI.`;
  if (name === "") return `Section ${section} has no name.`;
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return { key: sectionKey(section), hsCode: section, name: capital, level: "SECTION", parent: null, isListed: false, place };
}

/** A description without the code that some put before it (`01 - Animals; live`), and without the dashes that show how deep it lies. */
function nameIn(text: string, hsCode: string): string {
  const [whole, digits = ""] = /^([\d.]+)\s*[-–:]\s*/.exec(text) ?? [""];
  const bare = digits.replaceAll(".", "") === hsCode ? text.slice(whole.length) : text;
  return oneLine(bare.replace(/^(?:[-–]\s*)+/, ""));
}

function isSection(text: string): boolean {
  return text !== "" && validateScalar("HsCode", text) === null && !/\d/.test(text);
}

function sectionKey(section: string): string {
  return `section-${section.toLowerCase()}`;
}
