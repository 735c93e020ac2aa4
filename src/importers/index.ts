/** The door of this room: every format, and what an importer is. */
import type { Model } from "../model/index.ts";
import { atTheBorder } from "./border.ts";
import { csv as csvOf } from "./csv/csv.ts";
import { xmlGraph as xmlGraphOf } from "./graphs/graphml.ts";
import { jsonld as jsonldOf } from "./graphs/jsonld.ts";
import { turtle as turtleOf } from "./graphs/turtle.ts";
import { gta as gtaOf } from "./gta/gta.ts";
import { hs as hsOf } from "./hs/hs.ts";
import { jsonlWith as jsonlOf, jsonl as readJsonl } from "./jsonl.ts";
import type { References } from "./references/references.ts";

export type { CsvOptions } from "./csv/csv.ts";
export { NOT_AVAILABLE } from "./csv/values.ts";
export type { Importer, Notes, Owners } from "./importer.ts";

/** Researchers' own tables: see csv/csv.ts. Throws InputError where `as` names nothing. */
export const csv = (options: Parameters<typeof csvOf>[0]) => atTheBorder(csvOf(options));
/** Global Trade Alert's interventions: see gta/gta.ts. */
export const gta = (options: Parameters<typeof gtaOf>[0]) => atTheBorder(gtaOf(options));
/** The Harmonized System's nomenclature: see hs/hs.ts. */
export const hs = (options: Parameters<typeof hsOf>[0]) => atTheBorder(hsOf(options));
export type { ForeignOptions } from "./graphs/foreign.ts";

/** GraphML and GEXF, ours and others': see graphs/. */
export const xmlGraph = (options: Parameters<typeof xmlGraphOf>[0]) => atTheBorder(xmlGraphOf(options));
/** Linked data that our own export wrote, as Turtle, N-Triples or N-Quads: see graphs/. */
export const turtle = (model: Model) => atTheBorder(turtleOf(model));
/** The same as JSON-LD, in the context of our export: see graphs/. */
export const jsonld = (model: Model) => atTheBorder(jsonldOf(model));
/** Bundles, one a line: see jsonl.ts. */
export const jsonl = atTheBorder(readJsonl);
/** The same, where edges may name nodes by codes and names. */
export const jsonlWith = (references: References, model: Model) => atTheBorder(jsonlOf(references, model));

export { withSections } from "./hs/hs.ts";
export { checkReadable } from "./read/bytes.ts";
export { type FindBy, References } from "./references/references.ts";
