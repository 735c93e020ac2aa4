import cliProgress from "cli-progress";
import { Command } from "commander";
import { openEngine } from "../engine/index.ts";
import {
  emptyFoldersAmong,
  formatGone,
  formatProblem,
  formatRemovals,
  formatReport,
  formatUndated,
  type Inputs,
  type LoadOptions,
  type LoadReport,
  load,
  type Removals,
  readInputs,
} from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { readSettings, type Settings } from "../settings.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { loadThroughServer } from "./remote.ts";

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly prune?: boolean;
  readonly url?: string;
  readonly key?: string;
}

const HELP = `
Without FILE, the folder SEED_DIR is loaded (seed/ unless set). A folder is read with all that lies in it; - is standard input.
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. While a server has the embedded one open, load through it:
start it with LOAD_KEY set, and give --url and --key here.

Afterwards the graph holds just what each file's bundle says. Where a folder was loaded before, bundles that no file in it names any more are
listed; --prune removes them, and says how many records first. If anything is wrong, every problem is reported, nothing is written, and the exit code is 1.`;

/** `load [--dry-run] [--json] [FILE…]`. Returns the exit code: 0 when loaded, 1 when anything is wrong. */
export async function loadCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("load")
    .description("Loads seed files (YAML, see seed/README.md) into the graph.")
    .argument("[FILE...]", "files or folders")
    .option("--dry-run", "show what would change, line by line, and write nothing")
    .option("--prune", "remove what the graph has of bundles that an earlier load of a folder brought and no file in it names any more")
    .option("--json", "report as JSON, for scripts")
    .option("--url <address>", "load through the server at this address, which has the database open")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out")
    .addHelpText("after", HELP)
    .parse([...args], { from: "user" });
  try {
    return await run(command.args, command.opts<Options>(), env, output);
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

async function run(paths: readonly string[], options: Options, env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const { dryRun = false, json = false, prune = false } = options;
  const settings = readSettings(env);
  const inputs = await readInputs(paths.length > 0 ? paths : [settings.seedDir], { seedDir: settings.seedDir });
  const loading = { dryRun, prune, onRemovals: (removals: Removals) => output.stderr(`${formatRemovals(removals)}\n`) };
  const report =
    options.url === undefined
      ? await loadHere(settings, inputs, { ...loading, by: "npm run load" })
      : await loadThroughServer(options.url, options.key ?? settings.loadKey, inputs, loading);
  for (const problem of report.problems) output.stderr(`${formatProblem(problem)}\n`);
  if (json) output.stdout(`${JSON.stringify(report, null, 2)}\n`);
  else if (report.problems.length === 0) output.stdout(`${formatReport(report, dryRun)}\n`);
  else output.stderr(`${report.problems.length} ${report.problems.length === 1 ? "problem" : "problems"}; nothing was written.\n`);
  const gone = report.gone ?? [];
  if (gone.length > 0 && !json && (dryRun || !prune)) output.stderr(`${formatGone(gone)}\n`);
  for (const { folder } of report.problems.length > 0 || json ? [] : emptyFoldersAmong(inputs))
    if (!gone.some(({ folder: path }) => path === folder.path)) output.stderr(`${folder.path}: no file *.yaml or *.yml lies in it.\n`);
  const undated = report.undatedSources ?? [];
  if (undated.length > 0 && !json) output.stderr(`${formatUndated(undated)}\n`);
  return report.problems.length === 0 ? 0 : 1;
}

/** Opens the database of the settings, and loads into it. */
async function loadHere(settings: Settings, inputs: Inputs, options: LoadOptions): Promise<LoadReport> {
  const engine = await openEngine(settings);
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage}% | {value}/{total} records",
    noTTYOutput: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  try {
    return await load(engine, readModel(), inputs, {
      ...options,
      onProgress: (done, total) => {
        if (!bar.isActive) bar.start(total, done);
        bar.update(done);
      },
    });
  } finally {
    bar.stop();
    await engine.close();
  }
}

if (isProgram(import.meta.url)) process.exitCode = await loadCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
