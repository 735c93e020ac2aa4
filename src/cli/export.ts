import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { openEngine } from "../engine/index.ts";
import { WHOLE } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { engineOrServer, fromServer } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { answers, readQuery } from "./export-query.ts";

const HELP = `
jsonl is lossless: npm run import -- jsonl FILE loads it back to an equal graph. csv needs --as or --query. With --query, jsonl has a line for each
element of the answer's outermost lists; csv has the answer as one table: columns named by the way to a value (measures.targets.name), a row for
each element of the lists, of lists side by side only the first. A query of one list with a variable $after for its cursor, which also selects
pageInfo { hasNextPage endCursor } there, is asked page by page to the end. Lists that go on behind their page are reported.

While a server has the embedded database open, it writes the export, where its key is known (--key, or LOAD_KEY). A query is asked of a server at
/graphql, which answers with Accept: text/csv or application/jsonl as well.`;

interface Options {
  readonly format: string;
  readonly as?: string;
  readonly withEdges?: boolean;
  readonly query?: string;
  readonly variables?: string;
  readonly out?: string;
  readonly url?: string;
  readonly key?: string;
}

/** Where an export goes: as other commands, but a text may take a while to get through a pipe. */
export interface Target extends Output {
  readonly stdout: (text: string) => void | Promise<void>;
}

/** `export --format …`. Returns the exit code: 0 when all was written, 1 when anything is wrong. */
export async function exportCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Target): Promise<number> {
  const command = new Command("export")
    .description("Writes the graph, or what a query selects, for other tools.")
    .addOption(new Option("--format <format>", "the format").choices(Object.keys(WHOLE)).makeOptionMandatory())
    .option("--as <type>", "with csv: the node type or relationship type, such as Firm or TARGETS")
    .option(
      "--with-edges",
      "with csv of a node type: a row for each edge of each node, with the edge's dates, certainty, claims and own values",
    )
    .option("--query <file>", "a file with one GraphQL query: its answer is exported; with jsonl and csv")
    .option("--variables <json>", "the query's variables")
    .option("--out <file>", "where to write; standard output when left out")
    .option("--url <address>", "have the server at this address write it; not with --query")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  try {
    command.parse([...args], { from: "user" });
    await run(command.opts<Options>(), env, output);
    return 0;
  } catch (error) {
    // Whoever read the pipe has seen enough (`| head`).
    return codeOf(error) === "EPIPE" ? 1 : exitCodeOf(error, output);
  }
}

async function run(options: Options, env: NodeJS.ProcessEnv, output: Target): Promise<void> {
  const model = readModel();
  checkTogether(options);
  const asked = options.query === undefined ? null : readQuery(options.query, options, model);
  const settings = readSettings(env);
  // A question can be asked of a server at /graphql: this asks the database alone.
  const { engine, url } = asked ? { engine: await openEngine(settings), url: null } : await engineOrServer(settings, options);
  const utf8 = new TextDecoder();
  const write = async (texts: AsyncIterable<string | Uint8Array>) => {
    if (options.out !== undefined) await writeFile(options.out, texts);
    else for await (const text of texts) await output.stdout(typeof text === "string" ? text : utf8.decode(text, { stream: true }));
  };
  if (engine === null) {
    const said = [
      ...(options.as === undefined ? [] : [`as=${encodeURIComponent(options.as)}`]),
      ...(options.withEdges ? ["with-edges"] : []),
    ];
    const query = said.length === 0 ? "" : `?${said.join("&")}`;
    return write(fromServer(url, `/export/${options.format}${query}`, options.key ?? settings.loadKey));
  }
  try {
    const texts = asked ? answers(asked, options.format, engine, output.stderr) : WHOLE[options.format]?.write(engine, model, options);
    if (!texts) return;
    if (!asked && (await engine.read({ text: "MATCH (n:Node) RETURN n.id LIMIT 1", params: {} })).length === 0)
      output.stderr("The graph is empty: is DATA_DIR or NEO4J_URI the one you mean?\n");
    await write(texts);
  } finally {
    await engine.close();
  }
}

/** Throws InputError where one option says nothing beside the others. */
function checkTogether({ format, as, withEdges, query, variables, url }: Options): void {
  if (withEdges && (format !== "csv" || as === undefined))
    throw new InputError("--with-edges goes with --format csv --as and a node type.");
  if (as !== undefined && (format !== "csv" || query !== undefined))
    throw new InputError(
      "--as goes with --format csv alone: the other formats hold the whole graph, and a query says itself what it is of.",
    );
  if (url !== undefined && query !== undefined)
    throw new InputError(
      "--url goes with a format of the whole graph: ask the server a query at /graphql, with Accept: text/csv or application/jsonl.",
    );
  if (variables !== undefined && query === undefined) throw new InputError("--variables are those of a query: give --query.");
}

/** Writes a file as a whole: a former one stays until all is written. Throws InputError where it can't be written. */
async function writeFile(path: string, texts: AsyncIterable<string | Uint8Array>): Promise<void> {
  // A pipe or a terminal can't be renamed.
  const isOther = existsSync(path) && !statSync(path).isFile();
  const part = isOther ? path : `${path}.part`;
  try {
    await pipeline(Readable.from(texts), createWriteStream(part));
    if (!isOther) renameSync(part, path);
  } catch (error) {
    if (!isOther && existsSync(part)) rmSync(part);
    if (!CANT_WRITE.has(codeOf(error))) throw error;
    throw new InputError(`--out ${path} can't be written: ${error instanceof Error ? error.message : error}.`, { cause: error });
  }
}

/** What a file system says where it can't write. */
const CANT_WRITE: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM", "EROFS", "ENOSPC"]);

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

if (isProgram(import.meta.url)) {
  // A write that fails reports it to its caller.
  process.stdout.on("error", () => undefined);
  process.exitCode = await exportCommand(process.argv.slice(2), process.env, {
    stdout: (text) => new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve()))),
    stderr: PROCESS_OUTPUT.stderr,
  });
}
