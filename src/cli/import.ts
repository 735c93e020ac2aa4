import type { Command } from "commander";
import { checkReadable, proposeMapping } from "../importers/index.ts";
import { type Asked, importCommands, importFiles, type Options } from "../intake/index.ts";
import { InputError } from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { engineOrServer, type ServerOptions } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { importThroughServer } from "./import-remote.ts";

const HELP = `
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. While a server has the embedded one open, it does the import, where its
key is known (--key, or LOAD_KEY): the files are sent to it, and what it says of them is written here as it comes. --url names another server.
A load that is cut off goes on where it was when run again. A record that can't be taken is reported with its place and reason, the others
are loaded, and the exit code is 1; so it is where an edge is left out since the graph lacks its end.
What a load removes is said before it does; what another file or type made is only removed or changed with --replace.

Your own table, in two lines (columns are named like the fields; every edge rests on a claim, and a claim on a source):
  printf 'id,name,kind,headquarters\\nacme,Acme,COMPANY,US\\n' > firms.csv
  npm run import -- csv --as Firm --source '{title: My data, publishedOn: 2026-01-31, reliability: PRESS}' firms.csv
A table of edges has the columns from and to: npm run import -- csv --as TARGETS targets.csv
Anyone's table, by a mapping file: npm run import -- csv --propose theirs.csv > mapping.yaml; npm run import -- csv --map mapping.yaml theirs.csv

Records made by a program (jsonl): a first line {"format":"trade-graph","version":1}, then a bundle a line,
  {"bundle":"mine","nodes":[{"type","id","properties"}],"edges":[{"type","from","to","properties","claims":[ids]}]}`;

/** What is said of an import, and of the server that is to do it. */
type Said = Options & ServerOptions;

/** `import <format> FILE…`. Returns the exit code: 0 when all was loaded, 1 when anything was refused or left out. */
export async function importCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  let isWhole = true;
  const action = async (asked: Asked<Said>) => {
    isWhole = await run(asked, env, output);
  };
  const program = importCommands<Said>(action, output, reachesServers)
    .description("Loads other people's data into the graph, of any size.")
    .addHelpText("after", HELP);
  try {
    await program.parseAsync([...args], { from: "user" });
    return isWhole ? 0 : 1;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

function reachesServers(command: Command): void {
  command
    .option("--url <address>", "import through the server at this address, which has the database open")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out");
}

/** `import csv --propose FILE`: a draft of a mapping file. Throws InputError. */
async function propose([file = "", ...others]: readonly string[], output: Output, sheet: string | null = null): Promise<void> {
  if (others.length > 0) throw new InputError("--propose reads one table.");
  output.stdout(await proposeMapping(file, readModel(), sheet));
}

/** Does an import, here or through a server; whether all was taken. */
async function run(asked: Asked<Said>, env: NodeJS.ProcessEnv, output: Output): Promise<boolean> {
  if (asked.options.propose) {
    await propose(asked.files, output, asked.options.sheet);
    return true;
  }
  for (const file of asked.files) await checkReadable(file);
  const settings = readSettings(env);
  const { url: said, key = settings.loadKey, ...options } = asked.options;
  const { engine, url } = await engineOrServer(settings, {
    ...(said === undefined ? {} : { url: said }),
    ...(key === undefined ? {} : { key }),
  });
  if (engine === null) return importThroughServer({ url, key }, { ...asked, options }, output);
  try {
    const { summary, isWhole } = await importFiles(engine, readModel(), asked, { by: "npm run import", tell: output.stderr });
    output.stdout(`${summary}\n`);
    return isWhole;
  } finally {
    await engine.close();
  }
}

if (isProgram(import.meta.url)) process.exitCode = await importCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
