import { Command, Option } from "commander";
import { openEngine } from "../engine/index.ts";
import { tableTypes, WHOLE } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import { readModel } from "../model/index.ts";
import { readSettings } from "../settings.ts";
import { type EngineOrServer, engineOrServer } from "./at-server.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { codeOf, isFolder, type Pieces, writeFile, writeFolder } from "./export-file.ts";
import { answers, OF_ANSWERS_ALONE, readQuery } from "./export-query.ts";
import { exportFrom, exportOf } from "./export-whole.ts";

const HELP = `
jsonl is lossless: npm run import -- jsonl FILE loads it back to an equal graph. csv, parquet, arrow and
xlsx are tables: of one type with --as, or of every type, into a folder (--out folder/), a ZIP archive (--out graph.parquet.zip) or a workbook (--out graph.xlsx). With --query, jsonl has a line for each
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

/** Where an export goes: as other commands, but a piece may be of bytes, and take a while to get through a pipe. */
export interface Target extends Output {
  readonly stdout: (piece: string | Uint8Array) => void | Promise<void>;
  /** Whether somebody reads it as it comes. */
  readonly isTerminal?: boolean;
}

/** Writes help, as far as somebody reads it. */
async function help(text: string, output: Target): Promise<void> {
  try {
    await output.stdout(text);
  } catch (error) {
    if (codeOf(error) !== "EPIPE") throw error;
  }
}

/** `export --format …`. Returns the exit code: 0 when all was written, 1 when anything is wrong. */
export async function exportCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Target): Promise<number> {
  const command = new Command("export")
    .description("Writes the graph, or what a query selects, for other tools.")
    .addOption(new Option("--format <format>", "the format").choices([...Object.keys(WHOLE), ...OF_ANSWERS_ALONE]).makeOptionMandatory())
    .option("--as <type>", "with csv, parquet, arrow, xlsx: the node type or relationship type, such as Firm or TARGETS")
    .option(
      "--with-edges",
      "with a table of a node type: a row for each edge of each node, with the edge's dates, certainty, claims and own values",
    )
    .option(
      "--query <file>",
      "a file with one GraphQL query: its answer is exported; with jsonl, csv and xlsx, of statistics also with sdmx-csv",
    )
    .option("--variables <json>", "the query's variables")
    .option("--out <file>", "where to write; a folder for a table of every type; standard output when left out")
    .option("--url <address>", "have the server at this address write it; not with --query")
    .option("--key <key>", "the server's key; LOAD_KEY of the environment when left out")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void help(text, output), writeErr: output.stderr });
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
  checkTogether(options, output);
  const asked = options.query === undefined ? null : readQuery(options.query, options, model);
  const settings = readSettings(env);
  // A question can be asked of a server at /graphql: this asks the database alone.
  const source: EngineOrServer = asked ? { engine: await openEngine(settings), url: null } : await engineOrServer(settings, options);
  const { engine } = source;
  try {
    if (engine && asked) return await written(options.out, answers(asked, options.format, engine, output.stderr), output);
    if (engine && (await engine.read({ text: "MATCH (n:Node) RETURN n.id LIMIT 1", params: {} })).length === 0)
      output.stderr("The graph is empty: is DATA_DIR or NEO4J_URI the one you mean?\n");
    const exported = (as: string | undefined): Pieces => exportFrom(source, model, { ...options, as }, options.key ?? settings.loadKey);
    if (!isOfFolder(options)) return await written(options.out, exported(options.as), output);
    const files = function* () {
      for (const as of tableTypes(model)) yield { name: `${as}.${exportOf({ ...options, as }).ending}`, pieces: exported(as) };
    };
    await writeFolder(options.out ?? "", files());
  } finally {
    await engine?.close();
  }
}

/** Writes into a file, or to standard output where there is none. */
async function written(out: string | undefined, pieces: Pieces, output: Target): Promise<void> {
  if (out !== undefined) await writeFile(out, pieces);
  else for await (const piece of pieces) await output.stdout(piece);
}

/** Whether the tables of all types are written into a folder. */
function isOfFolder({ format, as, query, out }: Options): boolean {
  return WHOLE[format]?.isOfTables === true && as === undefined && query === undefined && out !== undefined && isFolder(out);
}

/** Throws InputError where one option says nothing beside the others. */
function checkTogether(options: Options, { isTerminal }: Target): void {
  const { format, as, query, out, variables, url } = options;
  if (as !== undefined && query !== undefined)
    throw new InputError("--as and --query do not go together: a query says itself what it is of.");
  if (url !== undefined && query !== undefined)
    throw new InputError(
      "--url goes with a format of the whole graph: ask the server a query at /graphql, with Accept: text/csv or application/jsonl.",
    );
  if (variables !== undefined && query === undefined) throw new InputError("--variables are those of a query: give --query.");
  if (query !== undefined && OF_ANSWERS_ALONE.includes(format)) return;
  const whole = exportOf(options);
  if (query === undefined && WHOLE[format]?.isOfTables && as === undefined && out === undefined)
    throw new InputError(
      `--format ${format} is a table: say of what with --as Firm (a node type) or --as TARGETS (edges), or give --query. For a table of every type, say where: --out folder/ or --out graph.${whole.ending}.`,
    );
  if (!whole.isText && out === undefined && isTerminal)
    throw new InputError(`--format ${format} is no text that a terminal shows: say --out ${as ?? "answer"}.${whole.ending}.`);
}

if (isProgram(import.meta.url)) {
  process.exitCode = await exportCommand(process.argv.slice(2), process.env, {
    stdout: (piece) => new Promise((resolve, reject) => process.stdout.write(piece, (error) => (error ? reject(error) : resolve()))),
    isTerminal: process.stdout.isTTY,
    stderr: PROCESS_OUTPUT.stderr,
  });
}
