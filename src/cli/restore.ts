import cliProgress from "cli-progress";
import { Command } from "commander";
import { restore } from "../backup/index.ts";
import { openEngine } from "../engine/index.ts";
import { readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";

const HELP = `
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI; it must be empty, and no server may have the embedded one open.
The file is checked to its end before anything is written, and the database is read back when all of it is. A restore that was cut off begins
anew when run again; until then no server starts on that database.`;

/** `restore FILE`. Returns the exit code: 0 when the database holds all of the backup, 1 when anything is wrong. */
export async function restoreCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("restore")
    .description("Brings a backup into an empty database.")
    .argument("<FILE>", "what npm run backup wrote")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage}% | {value}/{total} records",
    noTTYOutput: false,
    clearOnComplete: true,
    stream: process.stderr,
  });
  try {
    command.parse([...args], { from: "user" });
    const [file = ""] = command.args;
    const engine = await openEngine(readSettings(env), (notice) => output.stderr(`${notice}\n`));
    try {
      const { nodes, edges } = await restore(engine, readModel(), file, (done, total) => {
        if (!bar.isActive) bar.start(total, done);
        bar.update(done);
      });
      output.stdout(`Restored ${nodes.toLocaleString("en")} nodes and ${edges.toLocaleString("en")} edges, and read them back.\n`);
      return 0;
    } finally {
      bar.stop();
      await engine.close();
    }
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

if (isProgram(import.meta.url)) process.exitCode = await restoreCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
