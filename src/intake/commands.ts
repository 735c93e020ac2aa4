/** The foreign formats, by name, and what may be said of each: on the command line, and in the address of a server's import. */
import { Command } from "commander";
import type { GraphEngine } from "../engine/port.ts";
import {
  csv,
  type FindBy,
  gta,
  hs,
  type Importer,
  jsonld,
  jsonlWith,
  NOT_AVAILABLE,
  References,
  turtle,
  xmlGraph,
} from "../importers/index.ts";
import { nodesBy, owners } from "../load/index.ts";
import type { Model } from "../model/index.ts";

/** What was said of an import, as it was written. */
export interface Options {
  readonly batch?: string;
  readonly as?: string;
  readonly edges?: string;
  readonly bundle?: string;
  readonly restsOn?: string[];
  readonly byRow?: boolean;
  readonly replace?: boolean;
  readonly na?: string;
  readonly edition?: string;
}

/** How an importer of a format is made; some look into the graph or the model first. */
type Make = (engine: GraphEngine, model: Model, options: Options) => Importer;

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

/** The formats, by the name of the subcommand. */
export const FORMATS: Readonly<Record<string, { readonly about: string; readonly make: Make }>> = {
  gta: {
    about: "Global Trade Alert's interventions, as its API returns them (JSON list, pages, or a line an object)",
    make: (engine, _model, { edition }) => gta({ owners: (ids) => owners(engine, ids), edition }),
  },
  hs: {
    about: "the Harmonized System's nomenclature as CSV (section,hscode,description,parent,level), and its sections",
    make: (engine, _model, { edition }) => hs({ owners: (ids) => owners(engine, ids), edition }),
  },
  csv: {
    about: "a table of one node type or edge type, its columns named like the fields",
    make: (engine, model, { as = "", bundle, restsOn, byRow, na, edition }) =>
      csv({ as, model, owners: (ids) => owners(engine, ids), bundle, restsOn, byRow, na, edition, findBy: finder(engine) }),
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
    make: (engine, model, { edition }) => jsonlWith(new References(model, (ids) => owners(engine, ids), finder(engine), edition), model),
  },
};

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
    else command.option("--edition <year>", "the edition of HS codes that stand for commodities; 2022 when left out");
    if (format === "csv") optionsOfTables(command);
    if (format === "graphml" || format === "gexf") optionsOfGraphs(command);
    extend(command);
    command.action((files: string[], options: Said) => action({ format, files, options }));
  }
  return program;
}

function optionsOfGraphs(command: Command): void {
  restsOnOption(
    command
      .option("--as <type>", "the node type of nodes that name none, such as Firm")
      .option("--edges <type>", "the edge type of edges that name none, such as SUBSIDIARY_OF"),
  );
}

/** `--rests-on`, which may be given again. */
function restsOnOption(command: Command): Command {
  return command.option(
    "--rests-on <claim>",
    "id of a claim that edges rest on which name none; may be given again",
    (claim, all: string[] = []) => [...all, claim],
  );
}

function optionsOfTables(command: Command): void {
  restsOnOption(command)
    .requiredOption("--as <type>", "the node type or edge type of its rows, such as Firm or TARGETS")
    .option("--bundle <name>", "name of the bundle; csv- and the file's own name when left out")
    .option(
      "--na <words>",
      `cells that say nothing, separated by commas; when left out ${NOT_AVAILABLE.join(",")}, but NA is Namibia where countries stand`,
    )
    .option("--by-row", "a bundle a row: for large tables; invalid rows are left out, and rows that go are not missed");
}
