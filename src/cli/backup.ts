import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Command } from "commander";
import { backup, checkBackup } from "../backup/index.ts";
import { InputError, requireWhole } from "../load/index.ts";
import { readSettings, type Settings } from "../settings.ts";
import { engineOrServer, fromServer } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";

const HELP = `
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. While a server has the embedded one open, the server gives the
backup: at --url, or at HOST and PORT, with the key of --key or LOAD_KEY. Its loads wait until the backup is written. On Neo4j it
is read from the database, and breaks off where something is loaded meanwhile: take it from the server that loads (--url), where loads wait.
FILE is packed where its name ends in .gz. npm run restore -- FILE brings it into an empty database of either kind.`;

interface Options {
  readonly url?: string;
  readonly key?: string;
}

/** `backup FILE`. Returns the exit code: 0 when the whole backup was written and read back, 1 when anything is wrong. */
export async function backupCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("backup")
    .description("Writes the whole database to a file, also while a server runs.")
    .argument("<FILE>", "where to write; a former file stays until the new one is whole")
    .option("--url <address>", "take it from the server at this address")
    .option("--key <key>", "the server's load key; LOAD_KEY of the environment when left out")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  try {
    command.parse([...args], { from: "user" });
    const [file = ""] = command.args;
    const { nodes, edges } = await run(file, command.opts<Options>(), readSettings(env));
    output.stdout(`${file}: ${nodes.toLocaleString("en")} nodes and ${edges.toLocaleString("en")} edges.\n`);
    return 0;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

async function run(file: string, options: Options, settings: Settings): Promise<{ nodes: number; edges: number }> {
  const part = `${file}.part`;
  try {
    await write(part, file.endsWith(".gz"), options, settings);
    const counts = await checkBackup(part);
    renameSync(part, file);
    return counts;
  } catch (error) {
    throw isOfFiles(error) ? new InputError(`${file} can't be written: ${error.message}.`, { cause: error }) : error;
  } finally {
    if (existsSync(part)) rmSync(part);
  }
}

/** Writes the backup from the database, or from the server that has it open. Throws InputError, EngineError, and what the file system throws. */
async function write(file: string, packed: boolean, options: Options, settings: Settings): Promise<void> {
  const save = (lines: AsyncIterable<string | Uint8Array>) => {
    const to = createWriteStream(file, { flush: true });
    return packed ? pipeline(Readable.from(lines), createGzip(), to) : pipeline(Readable.from(lines), to);
  };
  const { engine, url } = await engineOrServer(settings, options);
  if (!engine) return save(fromServer(url, "/backup", options.key ?? settings.loadKey));
  try {
    await requireWhole(engine);
    await save(backup(engine));
  } finally {
    await engine.close();
  }
}

function isOfFiles(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
}

if (isProgram(import.meta.url)) process.exitCode = await backupCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
