import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Bundle, type EdgeRecord, HS_EDITION, hsIdOf, hsSectionOf, type NodeRecord, type Place, problemAt } from "../../load/index.ts";
import type { Importer, Owners } from "../importer.ts";
import { originOf } from "../read/bytes.ts";
import { checkEdition } from "../references/into-edition.ts";
import { bareEdge, sourceBundle } from "../statements.ts";
import { type Code, Nomenclature, readCodes } from "./codes.ts";

/** The claim of seed/registers/commodities.yaml that the tree rests on; where the graph lacks it, a claim of our own stands in. */
const REGISTER_CLAIM = `claim:hs-${HS_EDITION}-nomenclature`;

interface Options {
  /** Which codes the graph has already, and from which bundle: those of other bundles are left to them. */
  readonly owners: Owners;
  /** The edition of the codes; where it is left out, what the file says of itself (its row TOTAL), else 2022. */
  readonly edition?: string | undefined;
}

/**
 * The Harmonized System's nomenclature: in full (section, hscode, description, parent, level), or a list of codes and descriptions in any of the usual
 * shapes (lists.ts), with the names of its sections (hs-sections.csv: section, name) if they are given or lie beside it. Yields the codes that the graph lacks, a bundle a chapter,
 * joined to those it has. The files of one run are of one edition, and nothing joins codes of two. The whole table is kept in memory: it has some
 * 7,000 rows. Throws InputError where there is no such edition.
 */
export function hs({ owners, edition: asked }: Options): Importer {
  if (asked !== undefined) checkEdition("edition", asked);
  return async function* (files, notes) {
    const all = new Nomenclature(asked ?? null);
    for (const file of await withSections(files)) await readCodes(file, all, notes);
    const { codes, sections, edition } = all;
    if (all.assumption !== null && codes.size > 0) notes.count(all.assumption);
    for (const code of aboveOf(all)) codes.set(code.key, code);
    const idOf = (key: string) => idOfKey(key, edition);
    const parents = [...codes.values()].flatMap(({ parent }) => parent ?? []);
    const owned = await owners([REGISTER_CLAIM, ...new Set([...codes.keys(), ...sections.keys(), ...parents].map(idOf))]);
    for (const [key, code] of codes) {
      const { parent, place } = code;
      if (parent === null || codes.has(parent) || sections.has(parent) || owned.has(idOf(parent))) continue;
      if (code.isListed) {
        codes.set(key, { ...code, parent: null });
        notes.count(
          `a chapter on top, since the section that it lies in is not there for ${edition}: hs-sections.csv beside the file brings it`,
        );
        continue;
      }
      notes.reject(problemAt(place, `${key} lies under ${parent}, which neither the files nor the graph have.`));
      codes.delete(key);
    }
    const origin = `hs ${await originOf(files[0] ?? "-")}`;
    const hasRegister = edition === HS_EDITION && owned.has(REGISTER_CLAIM);
    const claim = hasRegister ? REGISTER_CLAIM : `claim:${ownSource(edition)}`;
    const start = [...codes.values()][0]?.place;
    if (start && !hasRegister) yield ownBundle(start, origin, edition);
    const bundles = new Map<string, Code[]>();
    for (const code of [...sections.values(), ...codes.values()]) {
      const name = `hs-${edition}-${code.level === "SECTION" ? "sections" : code.key.slice(0, 2)}`;
      // What an earlier run brought is said again: a bundle is all that it says.
      if ((owned.get(idOf(code.key)) ?? name) !== name) continue;
      if (code.name === nameWithout(code.key, edition)) notes.count(UNNAMED);
      bundles.set(name, [...(bundles.get(name) ?? []), code]);
    }
    for (const [name, within] of bundles) {
      const place = within[0]?.place ?? { file: files[0] ?? "", line: 1, column: 1 };
      yield {
        name,
        origin,
        nodes: within.map((code) => nodeOf(code, edition)),
        edges: within.flatMap((code) => edgesOf(code, edition, claim)),
        place,
      };
    }
  };
}

const UNNAMED = "a heading or chapter that the list lacks: made with its code for a name, so that what lies under it is found";

function nameWithout(key: string, edition: string): string {
  return `HS ${key} (${edition})`;
}

/** The headings and chapters that codes of a list lie under and that it lacks, named by their codes. */
function aboveOf({ codes, edition }: Nomenclature): Code[] {
  const above = new Map<string, Code>();
  for (const code of codes.values()) {
    for (let key = code.key.slice(0, -2); code.isListed && key !== ""; key = key.slice(0, -2)) {
      if (codes.has(key) || above.has(key)) continue;
      const isChapter = key.length === 2;
      const parent = isChapter ? `section-${hsSectionOf(key).toLowerCase()}` : key.slice(0, -2);
      above.set(key, { ...code, key, hsCode: key, name: nameWithout(key, edition), level: isChapter ? "CHAPTER" : "HEADING", parent });
    }
  }
  return [...above.values()];
}

/** The files, and the sections' names that lie beside the first of them. */
export async function withSections(files: readonly string[]): Promise<readonly string[]> {
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

/** The id of a code by its key (`0101`, `section-i`). */
function idOfKey(key: string, edition: string): string {
  return hsIdOf(key.replace(/^section-/, ""), edition);
}

/** Name of the source that stands for the file of an edition, and of its bundle. */
function ownSource(edition: string): string {
  return `hs-${edition}-file`;
}

function nodeOf({ key, name, level, hsCode, place }: Code, edition: string): NodeRecord {
  return { type: "Commodity", id: idOfKey(key, edition), properties: { name, level, hsCode, hsEdition: edition }, place };
}

function edgesOf({ key, parent, place }: Code, edition: string, claim: string): EdgeRecord[] {
  if (parent === null) return [];
  return [bareEdge("PART_OF", idOfKey(key, edition), idOfKey(parent, edition), place, [claim])];
}

/** What the tree rests on where the register's own claim is not there. */
function ownBundle(place: Place, origin: string, edition: string): Bundle {
  return sourceBundle(
    {
      name: ownSource(edition),
      origin,
      source: { title: `Harmonized System ${edition}: codes and descriptions`, reliability: "AGGREGATOR", language: "en" },
      claim: { certainty: "CONFIRMED", statement: `The codes, names and order of the Harmonized System, edition ${edition}.` },
    },
    place,
  );
}
