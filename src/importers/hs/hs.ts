import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Bundle, type EdgeRecord, type NodeRecord, type Place, problemAt } from "../../load/index.ts";
import type { Importer, Owners } from "../importer.ts";
import { originOf } from "../read/bytes.ts";
import { type Code, EDITION, readCodes } from "./codes.ts";

/** The claim of seed/registers/commodities.yaml that the tree rests on; where the graph lacks it, a claim of our own stands in. */
const REGISTER_CLAIM = "claim:hs-2022-nomenclature";
const OWN = "hs-2022-file";

interface Options {
  /** Which codes the graph has already, and from which bundle: those of other bundles are left to them. */
  readonly owners: Owners;
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
    const origin = `hs ${await originOf(files[0] ?? "-")}`;
    const claim = owned.has(REGISTER_CLAIM) ? REGISTER_CLAIM : `claim:${OWN}`;
    const start = [...codes.values()][0]?.place;
    if (start && claim !== REGISTER_CLAIM) yield sourceBundle(start, origin);
    const bundles = new Map<string, Code[]>();
    for (const code of [...sections.values(), ...codes.values()]) {
      const name = `hs-${EDITION}-${code.parent === null ? "sections" : code.key.slice(0, 2)}`;
      // What an earlier run brought is said again: a bundle is all that it says.
      if ((owned.get(idOf(code.key)) ?? name) === name) bundles.set(name, [...(bundles.get(name) ?? []), code]);
    }
    for (const [name, within] of bundles) {
      const place = within[0]?.place ?? { file: files[0] ?? "", line: 1, column: 1 };
      yield { name, origin, nodes: within.map(nodeOf), edges: within.flatMap((code) => edgesOf(code, claim)), place };
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
function sourceBundle(place: Place, origin: string): Bundle {
  return {
    name: OWN,
    origin,
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
