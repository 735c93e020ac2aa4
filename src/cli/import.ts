import { Command } from "commander";
import { openEngine } from "../engine/index.ts";
import type { GraphEngine } from "../engine/port.ts";
import {
  checkReadable,
  csl,
  csv,
  type FindBy,
  federalRegister,
  ftm,
  gta,
  hs,
  type Importer,
  jsonlWith,
  NOT_AVAILABLE,
  type PartyLookUp,
  References,
} from "../importers/index.ts";
import { formatRemovals, hasOrigin, loadStream, nodesBy, owners } from "../load/index.ts";
import { type Model, readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { remediesOf } from "./import-missing.ts";
import { ImportNotes } from "./import-notes.ts";

const HELP = `
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. Stop a server that has the embedded one open.
A load that is cut off goes on where it was when run again. A record that can't be taken is reported with its place and reason, the others
are loaded, and the exit code is 1; so it is where an edge is left out since the graph lacks its end.
What a load removes is said before it does; what another file or type made is only removed or changed with --replace.

Your own table, in five lines (columns are named like the fields; every edge rests on a claim, and a claim on a source):
  printf 'id,title,publishedOn,reliability\\nmy-data,My data,2026-01-31,PRESS\\n' > sources.csv
  printf 'id,source,certainty\\nmy-data,my-data,REPORTED\\n' > claims.csv
  printf 'id,name,kind,headquarters\\nacme,Acme,COMPANY,US\\n' > firms.csv
  npm run import -- csv --as Source sources.csv && npm run import -- csv --as Claim claims.csv
  npm run import -- csv --as Firm --rests-on my-data firms.csv
A table of edges has the columns from and to: npm run import -- csv --as TARGETS targets.csv

Records made by a program (jsonl): a first line {"format":"trade-graph","version":1}, then a bundle a line,
  {"bundle":"mine","nodes":[{"type","id","properties"}],"edges":[{"type","from","to","properties","claims":[ids]}]}`;

interface Options {
  readonly batch?: string;
  readonly as?: string;
  readonly bundle?: string;
  readonly restsOn?: string[];
  readonly byRow?: boolean;
  readonly replace?: boolean;
  readonly na?: string;
  readonly edition?: string;
  readonly index?: string;
}

/** How an importer of a format is made; some look into the graph or the model first. */
type Make = (engine: GraphEngine, model: Model, options: Options) => Importer;

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

/** The formats, by the name of the subcommand. */
const FORMATS: Readonly<Record<string, { readonly about: string; readonly make: Make }>> = {
  gta: {
    about: "Global Trade Alert's interventions, as its API returns them (JSON list, pages, or a line an object)",
    make: (engine, _model, { edition }) => gta({ owners: (ids) => owners(engine, ids), edition }),
  },
  hs: {
    about: "the Harmonized System's nomenclature as CSV (section,hscode,description,parent,level), and its sections",
    make: (engine, _model, { edition }) => hs({ owners: (ids) => owners(engine, ids), edition }),
  },
  ftm: {
    about: "firms, people, sanctions and ownership as entities of FollowTheMoney (OpenSanctions: entities.ftm.json, targets.nested.json)",
    make: (engine, model, { index }) => ftm({ ...partyLookUp(engine, model), index }),
  },
  csl: {
    about: "the United States' Consolidated Screening List (JSON or CSV): the Entity List, SDN and all others as listings",
    make: (engine, model) => csl(partyLookUp(engine, model)),
  },
  "federal-register": {
    about: "documents of the United States' Federal Register, as the API of federalregister.gov gives them (JSON pages or single ones)",
    make: (engine) => federalRegister({ owners: (ids) => owners(engine, ids) }),
  },
  csv: {
    about: "a table of one node type or edge type, its columns named like the fields",
    make: (engine, model, { as = "", bundle, restsOn, byRow, na, edition }) =>
      csv({ as, model, owners: (ids) => owners(engine, ids), bundle, restsOn, byRow, na, edition, findBy: finder(engine) }),
  },
  jsonl: {
    about: "records as `npm run export -- --format jsonl` writes them",
    make: (engine, model, { edition }) => jsonlWith(new References(model, (ids) => owners(engine, ids), finder(engine), edition), model),
  },
};

/** Formats without goods. */
const PARTY_FORMATS: ReadonlySet<string> = new Set(["csl", "federal-register", "ftm"]);

/** `import <format> FILE…`. Returns the exit code: 0 when all was loaded, 1 when anything was refused or left out. */
export async function importCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  let code = 0;
  const program = new Command("import")
    .description("Loads other people's data into the graph, of any size.")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  for (const [format, { about, make }] of Object.entries(FORMATS)) {
    const command = program
      .command(format)
      .description(about)
      .argument("<FILE...>", "files, packed by gzip or not; - is standard input")
      .option("--batch <records>", "nodes and edges a transaction", "20000")
      .option("--replace", "write over what another file or another type has made");
    if (format === "hs")
      command.option("--edition <year>", "the edition of the codes; when left out, what the file says of itself, else 2022");
    else if (!PARTY_FORMATS.has(format))
      command.option("--edition <year>", "the edition of HS codes that stand for commodities; 2022 when left out");
    if (format === "ftm")
      command.option("--index <file>", "the index.json beside the entities, which says by whom each dataset is published");
    if (format === "csv") {
      command
        .requiredOption("--as <type>", "the node type or edge type of its rows, such as Firm or TARGETS")
        .option("--bundle <name>", "name of the bundle; csv- and the file's own name when left out")
        .option(
          "--rests-on <claim>",
          "id of a claim that edges rest on which name none; may be given again",
          (claim, all: string[] = []) => [...all, claim],
        )
        .option(
          "--na <words>",
          `cells that say nothing, separated by commas; when left out ${NOT_AVAILABLE.join(",")}, but NA is Namibia where countries stand`,
        )
        .option("--by-row", "a bundle a row: for large tables; invalid rows are left out, and rows that go are not missed");
    }
    command.action(async (files: string[], options: Options) => {
      code = await run(files, options, { format, make }, env, output);
    });
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

async function run(
  files: readonly string[],
  options: Options,
  { format, make }: { readonly format: string; readonly make: Make },
  env: NodeJS.ProcessEnv,
  output: Output,
): Promise<number> {
  const batch = Number(options.batch);
  if (!Number.isInteger(batch) || batch < 1) {
    output.stderr(`--batch ${options.batch} must be a whole number, 1 or more.\n`);
    return 1;
  }
  for (const file of files) await checkReadable(file);
  const model = readModel();
  const engine = await openEngine(readSettings(env));
  const notes = new ImportNotes(files, format, output);
  try {
    const importer = make(engine, model, options);
    const report = await loadStream(engine, model, importer(files, notes), {
      batch,
      replace: options.replace ?? false,
      by: "npm run import",
      onBatch: (soFar) => notes.progress(soFar),
      onRemovals: (removals) => output.stderr(`${formatRemovals(removals)}\n`),
    });
    for (const problem of report.problems) notes.tell(problem);
    output.stdout(`${notes.summary(report, await remediesOf(engine, [...report.missing.keys()], format))}\n`);
    return report.rejected + notes.problems + report.missing.size > 0 ? 1 : 0;
  } finally {
    await engine.close();
  }
}

if (isProgram(import.meta.url)) process.exitCode = await importCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
