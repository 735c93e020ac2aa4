import { Command } from "commander";
import { addKey, readKeys, revokeKey } from "../keys/index.ts";
import { InputError, readWrites, type WriteRecord } from "../load/index.ts";
import { readSettings, type Settings } from "../settings.ts";
import { engineOrServer, fromServer, type ServerOptions } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";

const HELP = `
The keys are in KEYS_FILE (keys.json in DATA_DIR unless set), as hashes; a running server follows the file. LOAD_KEY is beside them, and may load
everything.`;

/** `keys add|list|revoke|writes`. Returns the exit code: 0 when it was done, 1 when anything is wrong. */
export async function keysCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const said = { writeOut: output.stdout, writeErr: output.stderr };
  const program = new Command("keys")
    .description("The keys with which clients load through the server, and what was written.")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput(said);
  program
    .command("add <NAME>")
    .description("makes a key, and shows it this once")
    .option("--bundles <names>", "bundles that it may load, with commas between them; * stands for any characters", "*")
    .action((name: string, { bundles }: { bundles: string }) => {
      const key = addKey(
        readSettings(env).keysFile,
        name,
        bundles.split(",").map((each) => each.trim()),
      );
      output.stderr(`The key ${name}, which may load ${bundles}. It is shown this once, and kept nowhere:\n`);
      output.stdout(`${key}\n`);
    });
  program
    .command("list")
    .description("the names of the keys, and what they may")
    .action(() => output.stdout(listed(readSettings(env).keysFile)));
  program
    .command("revoke <NAME>")
    .description("makes a key worthless, from the server's next request on")
    .action((name: string) => {
      revokeKey(readSettings(env).keysFile, name);
      output.stdout(`The key ${name} is revoked.\n`);
    });
  program
    .command("writes")
    .description("who wrote what and when, the newest first")
    .option("--last <number>", "how many", "100")
    .option("--json", "a line of JSON each, digests of the bundles included")
    .option("--url <address>", "ask the server at this address")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out")
    .action(async (options: WritesOptions) => {
      for (const write of await writes(readSettings(env), options))
        output.stdout(options.json ? `${JSON.stringify(write)}\n` : `${lineOf(write)}\n`);
    });
  try {
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

interface WritesOptions extends ServerOptions {
  readonly last: string;
  readonly json?: boolean;
}

function listed(path: string): string {
  const keys = readKeys(path);
  if (keys.length === 0) return `There are no keys in ${path}.\n`;
  return keys
    .map(
      ({ name, bundles, addedAt, revokedAt }) =>
        `${name}  ${bundles.join(",")}  added ${addedAt}${revokedAt === null ? "" : `, revoked ${revokedAt}`}\n`,
    )
    .join("");
}

async function writes(settings: Settings, options: WritesOptions): Promise<WriteRecord[]> {
  const most = Number(options.last);
  if (!Number.isInteger(most) || most < 1 || most > 10_000)
    throw new InputError(`--last ${options.last} must be a whole number, 1 to 10000.`);
  const { engine, url } = await engineOrServer(settings, options);
  if (engine) return readWrites(engine, most).finally(() => engine.close());
  const pieces: Uint8Array[] = [];
  for await (const piece of fromServer(url, `/writes?last=${most}`, options.key ?? settings.loadKey)) pieces.push(piece);
  const lines = Buffer.concat(pieces).toString().split("\n");
  return lines.filter((line) => line !== "").map((line): WriteRecord => JSON.parse(line));
}

/** `2026-11-27T10:00:00.000Z  ci  my-events: nodes +3 ~0 -0, edges +2 ~0 -0`. */
function lineOf({ at, by, bundles, bundleCount, nodes, edges }: WriteRecord): string {
  const counts = ({ added, changed, removed }: WriteRecord["nodes"]) => `+${added} ~${changed} -${removed}`;
  const named = bundles.slice(0, 3).join(", ");
  const more = bundleCount > 3 ? ` and ${(bundleCount - 3).toLocaleString("en")} more` : "";
  return `${at}  ${by}  ${named}${more}: nodes ${counts(nodes)}, edges ${counts(edges)}`;
}

if (isProgram(import.meta.url)) process.exitCode = await keysCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
