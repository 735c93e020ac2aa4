import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Command } from "commander";
import { backup, checkBackup } from "../backup/index.ts";
import { openEngine } from "../engine/index.ts";
import { EngineError } from "../engine/port.ts";
import { InputError, requireWhole } from "../load/index.ts";
import { readSettings, type Settings } from "../settings.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";

const HELP = `
The database is the server's own: embedded in DATA_DIR, or Neo4j at NEO4J_URI. While a server has the embedded one open, the server gives the
backup: at --url, or at HOST and PORT, with the key of --key or LOAD_KEY. Its loads wait until the backup is written. On Neo4j, load through one
server and take the backup there (--url): what another process loads meanwhile could be in it by half.
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
async function write(file: string, packed: boolean, { url, key }: Options, settings: Settings): Promise<void> {
  const save = (lines: AsyncIterable<string | Uint8Array>) => {
    const to = createWriteStream(file, { flush: true });
    return packed ? pipeline(Readable.from(lines), createGzip(), to) : pipeline(Readable.from(lines), to);
  };
  const given = key ?? settings.loadKey;
  if (url !== undefined) return save(fromServer(url, given));
  const engine = await openEngine(settings).catch((error: unknown) => {
    if (error instanceof EngineError && error.code === "LOCKED" && given !== undefined) return null;
    throw error instanceof EngineError && error.code === "LOCKED"
      ? new InputError(
          `${settings.dataDir} is open in another process, most likely a server: give the server's load key (--key or LOAD_KEY), and its address if it is not at HOST and PORT (--url), and it gives the backup.`,
        )
      : error;
  });
  if (engine === null) {
    // What listens everywhere is reached here.
    const host = ["0.0.0.0", "::"].includes(settings.host) ? "127.0.0.1" : settings.host;
    return save(fromServer(`http://${host.includes(":") ? `[${host}]` : host}:${settings.port}`, given));
  }
  try {
    await requireWhole(engine);
    await save(backup(engine));
  } finally {
    await engine.close();
  }
}

async function* fromServer(url: string, key: string | undefined): AsyncGenerator<Uint8Array> {
  const address = URL.canParse(url) ? new URL("/backup", url) : null;
  if (!address) throw new InputError(`--url ${url} is no address: write it as http://127.0.0.1:4000`);
  if (!key) throw new InputError("A backup through a server needs its load key: --key, or LOAD_KEY in the environment.");
  const why = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } }).catch((error: unknown) => {
    throw new InputError(`${address} can't be reached: is the server running? (${why(error)})`);
  });
  if (!response.ok || !response.body) throw new InputError(`${address} refused with HTTP ${response.status}: is the key right?`);
  try {
    for await (const piece of response.body) yield piece;
  } catch (error) {
    throw new InputError(`${address} broke off before the backup's end (${why(error)}). Nothing was kept; take it again.`);
  }
}

function isOfFiles(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
}

if (isProgram(import.meta.url)) process.exitCode = await backupCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
