/** The foreign formats, by name, and what may be said of each: on the command line, and in the address of a server's import. */
import { Command, Option } from "commander";
import type { GraphEngine } from "../engine/port.ts";
import {
  checkEdition,
  csl,
  type FindBy,
  federalRegister,
  ftm,
  type Graph,
  gleif,
  gta,
  hs,
  hsCorrelations,
  hts,
  type Importer,
  intoEdition,
  jsonld,
  jsonlWith,
  type PartyLookUp,
  References,
  sdn,
  tariffs,
  trade,
  turtle,
  wikidata,
  xmlGraph,
} from "../importers/index.ts";
import {
  correspondences,
  hasOrigin,
  InputError,
  nodesBy,
  owners,
  type Asked as PresentAsked,
  presentEdges,
  presentNodes,
} from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { GRAPHS } from "./missing.ts";
import { type CsvCommandOptions, csvCommand, csvImporter, requireKind, restsOn } from "./tables.ts";

/** What was said of an import, as it was written. */
export interface Options extends CsvCommandOptions {
  readonly batch?: string;
  readonly edges?: string;
  readonly replace?: boolean;
  readonly edition?: string;
  readonly index?: string;
  readonly all?: boolean;
  readonly people?: boolean;
  readonly types?: string;
  readonly languages?: string;
  readonly into?: string;
  readonly from?: string;
  readonly by?: string;
  readonly to?: string;
  readonly leastShare?: string;
}

/** Options that name a file: where a server is to do the import, the file goes there with the others. */
export const FILE_OPTIONS = ["map", "index"] as const;

/** How an importer of a format is made; some look into the graph or the model first. */
type Make = (engine: GraphEngine, model: Model, options: Options) => Importer | Promise<Importer>;

/** An import that somebody asks for. */
export interface Asked<Said extends Options = Options> {
  /** The name of its format. */
  readonly format: string;
  readonly files: readonly string[];
  readonly options: Said;
}

/** Finds nodes by codes and names in an engine's graph. */
function finder(engine: GraphEngine): FindBy {
  return (type, property, values, within) => nodesBy(engine, type, property, values, within);
}

/** What importers of firms and people ask the graph. */
function partyLookUp(engine: GraphEngine, model: Model): PartyLookUp {
  return {
    model,
    owners: (ids) => owners(engine, ids),
    findBy: finder(engine),
    hasOrigin: (origin) => hasOrigin(engine, origin),
  };
}

/** What tariff schedules ask the graph. */
function scheduleLookUp(engine: GraphEngine, model: Model) {
  return { model, owners: (ids: readonly string[]) => owners(engine, ids), findBy: finder(engine) };
}

/** What tables ask of an engine's graph. */
function graphOf(engine: GraphEngine, model: Model) {
  return {
    model,
    owners: (ids: readonly string[]) => owners(engine, ids),
    findBy: finder(engine),
    present: {
      nodes: (asked: readonly PresentAsked[], edgeFields: readonly string[]) => presentNodes(engine, model, asked, edgeFields),
      edges: (...[type, ends, bundle]: Parameters<Graph["edges"]>) => presentEdges(engine, model, type, ends, bundle),
    },
  };
}

/** The same as one thing, for registers that speak of what is there. */
function graphIn(engine: GraphEngine, model: Model): Graph {
  const { present, ...others } = graphOf(engine, model);
  return { ...others, ...present };
}

/** The formats, by the name of the subcommand. */
export const FORMATS: Readonly<Record<string, { readonly about: string; readonly make: Make }>> = {
  gta: {
    about: "Global Trade Alert's interventions, as its API returns them (JSON list, pages, or a line an object)",
    make: (engine, _model, { edition, into }) => gta({ owners: (ids) => owners(engine, ids), edition: edition ?? into }),
  },
  hs: {
    about: "the Harmonized System's nomenclature: codes and descriptions, as CSV or UN Comtrade's JSON, and its sections",
    make: (engine, _model, { edition }) => hs({ owners: (ids) => owners(engine, ids), edition }),
  },
  "hs-correlations": {
    about: "correlations between two editions of the Harmonized System, as the UN Statistics Division's tables have them (CSV)",
    make: (_engine, _model, { from, to }) => hsCorrelations({ from, to }),
  },
  hts: {
    about: "the Harmonized Tariff Schedule of the United States, as its export has it (JSON or CSV)",
    make: (engine, model, { from, edition, into }) => hts({ ...scheduleLookUp(engine, model), from, edition: edition ?? into }),
  },
  tariffs: {
    about: "tables of tariffs with codes and rates: of WITS, the World Trade Organization, TARIC, anyone's (CSV, xlsx)",
    make: (engine, model, { by, from, edition, into }) => tariffs({ ...scheduleLookUp(engine, model), by, from, edition: edition ?? into }),
  },
  ftm: {
    about: "firms, people, sanctions and ownership as entities of FollowTheMoney (OpenSanctions: entities.ftm.json, targets.nested.json)",
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
    make: (engine, model, { all, claim }) => gleif({ ...graphIn(engine, model), all, there: claim ? "claim" : "fill" }),
  },
  wikidata: {
    about: "items of Wikidata: labels, codes, offices, parents and seats of what is there (JSON: lines of a dump, or Special:EntityData)",
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
    make: (_engine, _model, { edition, into, leastShare }) =>
      trade({ edition: edition ?? into, ...(leastShare === undefined ? {} : { leastShare: Number(leastShare) }) }),
  },
  csv: {
    about: "a table of one node type or edge type, its columns named like the fields; or any table, by a mapping file",
    make: (engine, model, options) => csvImporter(options, graphOf(engine, model)),
  },
  graphml: {
    about: "GraphML: our own export's without loss; of others nodes and edges with a type, attributes named like fields",
    make: (_engine, model, { as, edges, restsOn }) => xmlGraph({ model, as, edges, restsOn }),
  },
  gexf: {
    about: "GEXF, as Gephi writes it: nodes and edges with a type, attributes named like fields",
    make: (_engine, model, { as, edges, restsOn }) => xmlGraph({ model, as, edges, restsOn }),
  },
  jsonld: {
    about: "JSON-LD as `npm run export` writes it",
    make: (_engine, model) => jsonld(model),
  },
  turtle: {
    about: "linked data as `npm run export` writes it: Turtle, N-Triples or N-Quads",
    make: (_engine, model) => turtle(model),
  },
  jsonl: {
    about: "records as `npm run export -- --format jsonl` writes them",
    make: (engine, model, { edition, into }) =>
      jsonlWith(new References(model, (ids) => owners(engine, ids), finder(engine), edition, into), model),
  },
};

/** Formats without goods. */
const PARTY_FORMATS: ReadonlySet<string> = new Set(["csl", "federal-register", "ftm", "gleif", "sdn", "wikidata"]);

/** The importer of a format as it was asked for; undefined where there is no such format. Throws InputError where an option makes no sense. */
export async function importerOf(engine: GraphEngine, model: Model, format: string, options: Options): Promise<Importer | undefined> {
  const { into, edition } = options;
  if (into !== undefined) checkEdition("into", into);
  if (GRAPHS.has(format) && edition !== undefined && into === undefined)
    throw new InputError(
      "--edition goes with --into here: the nodes of a graph have ids, and commodity:hs2017-850511 says the edition itself.",
    );
  const importer = await FORMATS[format]?.make(engine, model, options);
  if (!importer || into === undefined) return importer;
  const asked = (ids: readonly string[]) => owners(engine, ids);
  return intoEdition(importer, { model, owners: asked, correspondences: (ids) => correspondences(engine, ids), edition, into });
}

/**
 * A command with one for each format, which calls `action` with what is asked. `extend` says more of each. Parsed, it throws CommanderError where the arguments are
 * wrong, once `write` was told why, and what `action` throws.
 */
export function importCommands<Said extends Options>(
  action: (asked: Asked<Said>) => Promise<void>,
  write: { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void },
  extend: (command: Command) => void = () => undefined,
): Command {
  const program = new Command("import").exitOverride().configureOutput({ writeOut: write.stdout, writeErr: write.stderr });
  for (const [format, { about }] of Object.entries(FORMATS)) {
    const command = program
      .command(format)
      .description(about)
      .argument("<FILE...>", "files, packed by gzip or not; - is standard input")
      .option("--batch <records>", "nodes and edges a transaction", "20000")
      .option("--replace", "write over what another file or another type has made");
    if (format === "hs")
      command.option("--edition <year>", "the edition of the codes; when left out, what the file says of itself, else 2022");
    else if (format === "hs-correlations")
      command
        .option("--from <year>", "the edition of the column of codes that stands first, where the table does not say it")
        .option("--to <year>", "the edition of the other column of codes");
    else if (!PARTY_FORMATS.has(format))
      command
        .option("--edition <year>", "the edition of HS codes that stand for commodities; that of --into, else 2022, when left out")
        .option(
          "--into <year>",
          "codes of other editions follow the tables of correlations in the graph into this one; when left out they stay",
        );
    if (format === "hts") command.requiredOption("--from <day>", "the day from which the schedule applies: 2025-01-01");
    if (format === "tariffs")
      command
        .option("--by <country>", "whose tariff it is, where no column says it: US, EU")
        .option("--from <day>", "the day from which it applies, where no column has the year: 2025-01-01");
    if (format === "ftm")
      command.option("--index <file>", "the index.json beside the entities, which says by whom each dataset is published");
    if (format === "gleif")
      command
        .option("--all", "take each legal entity as a firm; when left out only firms that are there get what it says of them")
        .addOption(claimBeside());
    if (format === "wikidata")
      command
        .option("--people", "add people who hold offices in what is there; when left out only people who are there get theirs")
        .option("--types <types>", "types, such as Firm,Agency, whose nodes are also found by their exact English label")
        .option("--languages <codes>", "languages of labels; ar,de,en,es,fr,ja,ko,pt,ru,zh when left out")
        .addOption(claimBeside());
    if (format === "trade")
      command.option(
        "--least-share <share>",
        "suppliers with a smaller share of a market in a year are left out, their value stays in its total; 0 keeps all (0.01 when left out)",
      );
    if (format === "csv") csvCommand(command);
    if (format === "graphml" || format === "gexf") optionsOfGraphs(command);
    extend(command);
    command.action((files: string[], options: Said) => {
      if (format === "csv") requireKind(options);
      return action({ format, files, options });
    });
  }
  return program;
}

const claimBeside = (): Option => new Option("--claim", "state its values beside what others say; when left out only what nobody says yet");

function optionsOfGraphs(command: Command): void {
  command
    .option("--as <type>", "the node type of nodes that name none, such as Firm")
    .option("--edges <type>", "the edge type of edges that name none, such as SUBSIDIARY_OF")
    .addOption(restsOn());
}
