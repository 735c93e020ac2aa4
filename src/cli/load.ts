import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import cliProgress from "cli-progress";
import { Command } from "commander";
import { openEngine } from "../engine/index.ts";
import { EngineError } from "../engine/port.ts";
import { formatProblem, formatReport, type Input, InputError, type LoadReport, load, readInputs } from "../load/index.ts";
import { ModelError, readModel } from "../model/index.ts";
import { readSettings, type Settings, SettingsError } from "../settings.ts";
import { loadThroughServer } from "./remote.ts";

/** Where a command writes. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly url?: string;
  readonly key?: string;
}

const HELP = `
Without FILE, the folder SEED_DIR is loaded (seed/ unless set). A folder is read with all that lies in it; - is standard input.
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. While a server has the embedded one open, load through it:
start it with LOAD_KEY set, and give --url and --key here.

Afterwards the graph holds just what each file's bundle says. If anything is wrong, all of it is told, nothing is written, and the exit code is 1.`;

/** \`load [--dry-run] [--json] [FILE…]\`. Returns the exit code: 0 when loaded, 1 when anything is wrong. */
export async function loadCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("load")
    .description("Loads seed files (YAML, see seed/README.md) into the graph.")
    .argument("[FILE...]", "files or folders")
    .option("--dry-run", "tell what would change, line by line, and write nothing")
    .option("--json", "report as JSON, for scripts")
    .option("--url <address>", "load through the server at this address, which has the database open")
    .option("--key <key>", "the server's LOAD_KEY; taken from the environment when left out")
    .addHelpText("after", HELP)
    .parse([...args], { from: "user" });
  try {
    return await run(command.args, command.opts<Options>(), env, output);
  } catch (error) {
    const message = explain(error);
    if (message === null) throw error;
    output.stderr(`${message}\n`);
    return 1;
  }
}

async function run(paths: readonly string[], options: Options, env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const { dryRun = false, json = false } = options;
  const settings = readSettings(env);
  const inputs = await readInputs(paths.length > 0 ? paths : [settings.seedDir]);
  const report =
    options.url === undefined
      ? await loadHere(settings, inputs, dryRun)
      : await loadThroughServer(options.url, options.key ?? settings.loadKey, inputs, dryRun);
  for (const problem of report.problems) output.stderr(`${formatProblem(problem)}\n`);
  if (json) output.stdout(`${JSON.stringify(report, null, 2)}\n`);
  else if (report.problems.length === 0) output.stdout(`${formatReport(report, dryRun)}\n`);
  else output.stderr(`${report.problems.length} ${report.problems.length === 1 ? "problem" : "problems"}; nothing was written.\n`);
  return report.problems.length === 0 ? 0 : 1;
}

/** Opens the database of the settings, and loads into it. */
async function loadHere(settings: Settings, inputs: readonly Input[], dryRun: boolean): Promise<LoadReport> {
  const engine = await openEngine(settings);
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage}% | {value}/{total} records",
    noTTYOutput: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  try {
    return await load(engine, readModel(), inputs, {
      dryRun,
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

/** What the reader can do about an error; null for faults of ours, which keep their stack. */
export function explain(error: unknown): string | null {
  if (error instanceof EngineError && error.code !== "STATEMENT" && error.code !== "INTERNAL") return error.message;
  const mendable = [InputError, ModelError, SettingsError];
  return error instanceof Error && mendable.some((kind) => error instanceof kind) ? error.message : null;
}

// Run as a command, by whatever link to this file.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await loadCommand(process.argv.slice(2), process.env, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  });
}
