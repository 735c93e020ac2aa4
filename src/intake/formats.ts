/** The foreign formats, by name: what may be said of each, and how its importer is made. */
import type { Command } from "commander";
import type { GraphEngine } from "../engine/port.ts";
import {
  csl,
  federalRegister,
  ftm,
  gleif,
  gta,
  hs,
  hsCorrelations,
  hts,
  type Importer,
  jsonld,
  jsonlWith,
  References,
  sdn,
  tariffs,
  trade,
  turtle,
  wikidata,
  xmlGraph,
} from "../importers/index.ts";
import { owners } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { graphIn, graphOf, lookUp, partyLookUp } from "./look-ups.ts";
import { beside, editions, graphTypes, type Options } from "./options.ts";
import { csvCommand, csvImporter } from "./tables.ts";

/** A format. */
interface Format {
  /** What it is, in a line of help. */
  readonly about: string;
  /** Adds what may be said of it alone; none where nothing may. */
  readonly options?: (command: Command) => unknown;
  /** Makes its importer; some look into the graph or the model first. Throws InputError where an option makes no sense. */
  readonly make: (engine: GraphEngine, model: Model, options: Options) => Importer | Promise<Importer>;
}

/** The formats, by the name of the subcommand. */
export const FORMATS: Readonly<Record<string, Format>> = {
  gta: {
    about: "Global Trade Alert's interventions, as its API returns them (JSON list, pages, or a line an object)",
    options: editions,
    make: (engine, _model, { edition, into }) => gta({ owners: (ids) => owners(engine, ids), edition: edition ?? into }),
  },
  hs: {
    about: "the Harmonized System's nomenclature: codes and descriptions, as CSV or UN Comtrade's JSON, and its sections",
    options: (command) =>
      command.option("--edition <year>", "the edition of the codes; when left out, what the file says of itself, else 2022"),
    make: (engine, _model, { edition }) => hs({ owners: (ids) => owners(engine, ids), edition }),
  },
  "hs-correlations": {
    about: "correlations between two editions of the Harmonized System, as the UN Statistics Division's tables have them (CSV)",
    options: (command) =>
      command
        .option("--from <year>", "the edition of the column of codes that stands first, where the table does not say it")
        .option("--to <year>", "the edition of the other column of codes"),
    make: (_engine, _model, { from, to }) => hsCorrelations({ from, to }),
  },
  hts: {
    about: "the Harmonized Tariff Schedule of the United States, as its export has it (JSON or CSV)",
    options: (command) => editions(command).requiredOption("--from <day>", "the day from which the schedule applies: 2025-01-01"),
    make: (engine, model, { from, edition, into }) => hts({ ...lookUp(engine, model), from, edition: edition ?? into }),
  },
  tariffs: {
    about: "tables of tariffs with codes and rates: of WITS, the World Trade Organization, TARIC, anyone's (CSV, xlsx)",
    options: (command) =>
      editions(command)
        .option("--by <country>", "whose tariff it is, where no column says it: US, EU")
        .option("--from <day>", "the day from which it applies, where no column has the year: 2025-01-01"),
    make: (engine, model, { by, from, edition, into }) => tariffs({ ...lookUp(engine, model), by, from, edition: edition ?? into }),
  },
  ftm: {
    about: "firms, people, sanctions and ownership as entities of FollowTheMoney (OpenSanctions: entities.ftm.json, targets.nested.json)",
    options: (command) =>
      command.option("--index <file>", "the index.json beside the entities, which says by whom each dataset is published"),
    make: (engine, model, { index }) => ftm({ ...partyLookUp(engine, model), index }),
  },
  csl: {
    about: "the United States' Consolidated Screening List (JSON or CSV): the Entity List, SDN and all others as listings",
    make: (engine, model) => csl(partyLookUp(engine, model)),
  },
  sdn: {
    about: "OFAC's own lists: sdn.xml, consolidated.xml, or sdn.csv, add.csv and alt.csv together",
    make: (engine, model) => sdn(partyLookUp(engine, model)),
  },
  "federal-register": {
    about: "documents of the United States' Federal Register, as the API of federalregister.gov gives them (JSON pages or single ones)",
    make: (engine) => federalRegister({ owners: (ids) => owners(engine, ids) }),
  },
  gleif: {
    about: "legal entities and who owns them, as the Global LEI System publishes them (golden copy as CSV, or its API's JSON)",
    options: (command) =>
      beside(command).option("--all", "take each legal entity as a firm; when left out only firms that are there get what it says of them"),
    make: (engine, model, { all, claim }) => gleif({ ...graphIn(engine, model), all, there: claim ? "claim" : "fill" }),
  },
  wikidata: {
    about: "items of Wikidata: labels, codes, offices, parents and seats of what is there (JSON: lines of a dump, or Special:EntityData)",
    options: (command) =>
      beside(command)
        .option("--people", "add people who hold offices in what is there; when left out only people who are there get theirs")
        .option("--types <types>", "types, such as Firm,Agency, whose nodes are also found by their exact English label")
        .option("--languages <codes>", "languages of labels; ar,de,en,es,fr,ja,ko,pt,ru,zh when left out"),
    make: (engine, model, { claim, people, types, languages }) =>
      wikidata({
        ...graphIn(engine, model),
        there: claim ? "claim" : "fill",
        people,
        types: types?.split(","),
        languages: languages?.split(","),
      }),
  },
  trade: {
    about: "bilateral trade flows: UN Comtrade's (CSV or JSON of its API, bulk files) and CEPII's BACI (CSV)",
    options: (command) =>
      editions(command)
        .option(
          "--least-share <share>",
          "suppliers with a smaller share of a market in a year are left out, their value stays in its total; 0 keeps all (0.01 when left out)",
        )
        .option(
          "--level <digits>",
          "markets of codes of 2 or 4 digits: flows of longer codes are added up; as many digits as the file has when left out",
        ),
    make: (_engine, _model, { edition, into, leastShare, level }) =>
      trade({
        edition: edition ?? into,
        ...(leastShare === undefined ? {} : { leastShare: Number(leastShare) }),
        ...(level === undefined ? {} : { level: Number(level) }),
      }),
  },
  csv: {
    about: "a table of one node type or edge type, its columns named like the fields; or any table, by a mapping file",
    options: (command) => csvCommand(editions(command)),
    make: (engine, model, options) => csvImporter(options, graphOf(engine, model)),
  },
  graphml: {
    about: "GraphML: our own export's without loss; of others nodes and edges with a type, attributes named like fields",
    options: graphTypes,
    make: (_engine, model, { as, edges, restsOn }) => xmlGraph({ model, as, edges, restsOn }),
  },
  gexf: {
    about: "GEXF, as Gephi writes it: nodes and edges with a type, attributes named like fields",
    options: graphTypes,
    make: (_engine, model, { as, edges, restsOn }) => xmlGraph({ model, as, edges, restsOn }),
  },
  jsonld: {
    about: "JSON-LD as `npm run export` writes it",
    options: editions,
    make: (_engine, model) => jsonld(model),
  },
  turtle: {
    about: "linked data as `npm run export` writes it: Turtle, N-Triples or N-Quads",
    options: editions,
    make: (_engine, model) => turtle(model),
  },
  jsonl: {
    about: "records as `npm run export -- --format jsonl` writes them",
    options: editions,
    make: (engine, model, { edition, into }) => {
      const { owners: asked, findBy } = lookUp(engine, model);
      return jsonlWith(new References(model, asked, findBy, edition, into), model);
    },
  },
};
