import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Bundle, type EdgeRecord, type NodeRecord, type Place, problemAt } from "../../load/index.ts";
import { validateScalar } from "../../model/index.ts";
import type { Importer, Notes, Owners } from "../importer.ts";
import { headerIs, readTable } from "../read/table.ts";
import { oneLine } from "../read/text.ts";

/** The edition that the graph's codes are of. */
const EDITION = "2022";

/** The claim of seed/registers/commodities.yaml that the tree rests on; where the graph lacks it, a claim of our own stands in. */
const REGISTER_CLAIM = "claim:hs-2022-nomenclature";
const OWN = "hs-2022-file";

const LEVELS: Readonly<Record<number, string>> = { 2: "CHAPTER", 4: "HEADING", 6: "SUBHEADING" };

const CODE_COLUMNS = ["section", "hscode", "description", "parent", "level"];
const SECTION_COLUMNS = ["section", "name"];

/** Stands for the section of what is none: the sum of all goods, and codes for goods that nobody specified. */
const TOTAL = "TOTAL";

interface Options {
  /** Which codes the graph has already, and from which bundle: those of other bundles are left to them. */
  readonly owners: Owners;
}

/** A section, chapter, heading or subheading. */
interface Code {
  /** What its id ends with: `0101`, `section-i`. */
  readonly key: string;
  readonly hsCode: string;
  readonly name: string;
  readonly level: string;
  /** Key of what it lies under; null for sections. */
  readonly parent: string | null;
  readonly place: Place;
}

/**
 * The Harmonized System's nomenclature (harmonized-system.csv: section, hscode, description, parent, level), with the names of its
 * sections (hs-sections.csv: section, name) if they are given or lie beside it. Yields the codes that the graph lacks, a bundle a chapter,
 * joined to those it has. The whole table is kept in memory: it has some 7,000 rows.
 */
export function hs({ owners }: Options): Importer {
  return async function* (files, notes) {
    const codes = new Map<string, Code>();
    const sections = new Map<string, Code>();
    for (const file of await withSections(files)) await readCodes(file, codes, sections, notes);
    const parents = [...codes.values()].flatMap(({ parent }) => parent ?? []);
    const owned = await owners([REGISTER_CLAIM, ...new Set([...codes.keys(), ...sections.keys(), ...parents].map(idOf))]);
    for (const [key, { parent, place }] of codes) {
      if (parent === null || codes.has(parent) || sections.has(parent) || owned.has(idOf(parent))) continue;
      notes.reject(problemAt(place, `${key} lies under ${parent}, which neither the files nor the graph have.`));
      codes.delete(key);
    }
    const claim = owned.has(REGISTER_CLAIM) ? REGISTER_CLAIM : `claim:${OWN}`;
    const start = [...codes.values()][0]?.place;
    if (start && claim !== REGISTER_CLAIM) yield sourceBundle(start);
    const bundles = new Map<string, Code[]>();
    for (const code of [...sections.values(), ...codes.values()]) {
      const name = `hs-${EDITION}-${code.parent === null ? "sections" : code.key.slice(0, 2)}`;
      // What an earlier run brought is said again: a bundle is all that it says.
      if ((owned.get(idOf(code.key)) ?? name) === name) bundles.set(name, [...(bundles.get(name) ?? []), code]);
    }
    for (const [name, within] of bundles) {
      const place = within[0]?.place ?? { file: files[0] ?? "", line: 1, column: 1 };
      yield { name, nodes: within.map(nodeOf), edges: within.flatMap((code) => edgesOf(code, claim)), place };
    }
  };
}

/** The files, and the sections' names that lie beside the first of them. */
async function withSections(files: readonly string[]): Promise<readonly string[]> {
  const beside = join(dirname(files[0] ?? ""), "hs-sections.csv");
  const there =
    files.length === 1 &&
    files[0] !== "-" &&
    beside !== files[0] &&
    (await access(beside).then(
      () => true,
      () => false,
    ));
  return there ? [...files, beside] : files;
}

/** Reads the rows of a file of codes or of sections into `codes` or `sections`; rows that are wrong are rejected. */
async function readCodes(file: string, codes: Map<string, Code>, sections: Map<string, Code>, notes: Notes): Promise<void> {
  let columns = CODE_COLUMNS;
  const rows = readTable(file, notes, (header) => {
    if (!header.names.some(({ text }) => text === "hscode")) columns = SECTION_COLUMNS;
    return headerIs(header, columns, columns, "The nomenclature", notes);
  });
  for await (const { cells, place } of rows) {
    const given = (column: string) => cells.get(column)?.text ?? "";
    if (given("section") === TOTAL) {
      notes.count("TOTAL, and 99, 9999 and 999999 for goods that are not specified, are no part of the Harmonized System: left out");
      const edition = /HS(\d{4})/.exec(given("description"))?.[1] ?? EDITION;
      if (edition === EDITION) continue;
      notes.reject(problemAt(place, `These are the codes of ${edition}, and the graph's are of ${EDITION}: none of them is taken.`));
      codes.clear();
      return;
    }
    const read = columns === SECTION_COLUMNS ? readSection(given, place) : readCode(given, place);
    const known = columns === SECTION_COLUMNS ? sections : codes;
    if (typeof read === "string") notes.reject(problemAt(place, read));
    else if (known.has(read.key)) notes.reject(problemAt(place, `${read.hsCode} stands in the table twice.`));
    else known.set(read.key, read);
  }
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

function idOf(key: string): string {
  return `commodity:hs-${key}`;
}

function nodeOf({ key, name, level, hsCode, place }: Code): NodeRecord {
  return { type: "Commodity", id: idOf(key), properties: { name, level, hsCode, hsEdition: EDITION }, place };
}

function edgesOf({ key, parent, place }: Code, claim: string): EdgeRecord[] {
  if (parent === null) return [];
  return [{ type: "PART_OF", from: idOf(key), to: idOf(parent), properties: {}, claims: [claim], place }];
}

/** What the tree rests on where the register's own claim is not there. */
function sourceBundle(place: Place): Bundle {
  return {
    name: OWN,
    nodes: [
      {
        type: "Source",
        id: `source:${OWN}`,
        properties: { title: `Harmonized System ${EDITION}: codes and descriptions`, reliability: "AGGREGATOR", language: "en" },
        place,
      },
      {
        type: "Claim",
        id: `claim:${OWN}`,
        properties: { certainty: "CONFIRMED", statement: `The codes, names and order of the Harmonized System, edition ${EDITION}.` },
        place,
      },
    ],
    edges: [{ type: "STATED_IN", from: `claim:${OWN}`, to: `source:${OWN}`, properties: {}, claims: [], place }],
    place,
  };
}
