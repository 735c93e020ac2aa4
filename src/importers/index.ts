/** The door of this room: every format, and what an importer is. */
import type { Model } from "../model/index.ts";
import { atTheBorder } from "./border.ts";
import { csl as cslOf } from "./csl/csl.ts";
import { csv as csvOf } from "./csv/csv.ts";
import { federalRegister as federalRegisterOf } from "./federal-register/federal-register.ts";
import { ftm as ftmOf } from "./ftm/ftm.ts";
import { gleif as gleifOf } from "./gleif/gleif.ts";
import { xmlGraph as xmlGraphOf } from "./graphs/graphml.ts";
import { jsonld as jsonldOf } from "./graphs/jsonld.ts";
import { turtle as turtleOf } from "./graphs/turtle.ts";
import { gta as gtaOf } from "./gta/gta.ts";
import { hsCorrelations as correlationsOf } from "./hs/correlations.ts";
import { hs as hsOf } from "./hs/hs.ts";
import { jsonlWith as jsonlOf, jsonl as readJsonl } from "./jsonl.ts";
import { mapped as mappedOf } from "./mapping/mapping.ts";
import type { References } from "./references/references.ts";
import { sdn as sdnOf } from "./sdn/sdn.ts";
import { hts as htsOf } from "./tariffs/hts.ts";
import { tariffs as tariffsOf } from "./tariffs/tables.ts";
import { trade as tradeOf } from "./trade/trade.ts";
import { wikidata as wikidataOf } from "./wikidata/wikidata.ts";

export type { CsvOptions } from "./csv/csv.ts";
export type { Graph } from "./csv/rows.ts";
export { NOT_AVAILABLE } from "./csv/values.ts";
export type { Importer, Notes, Owners } from "./importer.ts";

/** The United States' Consolidated Screening List: see csl/csl.ts. */
export const csl = (options: Parameters<typeof cslOf>[0]) => atTheBorder(cslOf(options));
/** The lists of the United States' Office of Foreign Assets Control, as it publishes them: see sdn/sdn.ts. */
export const sdn = (options: Parameters<typeof sdnOf>[0]) => atTheBorder(sdnOf(options));
/** Researchers' own tables: see csv/csv.ts. Throws InputError where `as` names nothing. */
export const csv = (options: Parameters<typeof csvOf>[0]) => atTheBorder(csvOf(options));
/** Tables of others, whose columns a mapping explains: see mapping/mapping.ts. Throws MappingProblems. */
export const mapped = (...args: Parameters<typeof mappedOf>) => atTheBorder(mappedOf(...args));
/** Global Trade Alert's interventions: see gta/gta.ts. */
export const gta = (options: Parameters<typeof gtaOf>[0]) => atTheBorder(gtaOf(options));
/** Documents of the Federal Register: see federal-register/federal-register.ts. */
export const federalRegister = (options: Parameters<typeof federalRegisterOf>[0]) => atTheBorder(federalRegisterOf(options));
/** Entities of FollowTheMoney, such as OpenSanctions': see ftm/ftm.ts. */
export const ftm = (options: Parameters<typeof ftmOf>[0]) => atTheBorder(ftmOf(options));
/** The Global LEI System's legal entities and who owns them: see gleif/gleif.ts. */
export const gleif = (options: Parameters<typeof gleifOf>[0]) => atTheBorder(gleifOf(options));
/** The Harmonized Tariff Schedule of the United States: see tariffs/hts.ts. Throws InputError where no day is given. */
export const hts = (options: Parameters<typeof htsOf>[0]) => atTheBorder(htsOf(options));
/** Tables of others' tariffs: see tariffs/tables.ts. Throws InputError where an option makes no sense. */
export const tariffs = (options: Parameters<typeof tariffsOf>[0]) => atTheBorder(tariffsOf(options));
/** The Harmonized System's nomenclature: see hs/hs.ts. */
export const hs = (options: Parameters<typeof hsOf>[0]) => atTheBorder(hsOf(options));
/** Correlations between two editions of it: see hs/correlations.ts. */
export const hsCorrelations = (options: Parameters<typeof correlationsOf>[0]) => atTheBorder(correlationsOf(options));
/** Items of Wikidata, beside what others say of the same things: see wikidata/wikidata.ts. */
export const wikidata = (options: Parameters<typeof wikidataOf>[0]) => atTheBorder(wikidataOf(options));
/** Trade flows of UN Comtrade and BACI: see trade/trade.ts. Throws InputError where an option makes no sense. */
export const trade = (options: Parameters<typeof tradeOf>[0]) => atTheBorder(tradeOf(options));
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
export { mappingJsonSchema } from "./mapping/jsonschema.ts";
export { proposeMapping } from "./mapping/propose.ts";
export { readMapping } from "./mapping/read.ts";
export { checkReadable } from "./read/bytes.ts";
export { checkEdition, intoEdition } from "./references/into-edition.ts";
export type { PartyLookUp } from "./references/parties.ts";
export { type FindBy, References } from "./references/references.ts";
