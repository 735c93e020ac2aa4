import { createWriteStream, readFileSync, realpathSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { type DocumentNode, execute, GraphQLError, Kind, parse, validate } from "graphql";
import { openEngine } from "../engine/open.ts";
import type { GraphEngine } from "../engine/port.ts";
import { csv, graphml, jsonl, jsonld, toCsv, toJsonLines } from "../exporters/index.ts";
import { InputError } from "../load/index.ts";
import { type Model, readModel } from "../model/index.ts";
import { executableSchema } from "../resolvers/index.ts";
import { readSettings } from "../settings.ts";
import { explain, type Output } from "./load.ts";

const HELP = `
jsonl is lossless: npm run import -- jsonl FILE loads it back to an equal graph. csv needs --as or --query. With --query, jsonl has a line for each
element of the answer's outermost lists; csv has the answer as one table: columns named by the way to a value (measures.targets.name), a row for
each element of the lists, of lists side by side only the first. A query with a variable $after for the cursor of its list, which also selects
pageInfo { hasNextPage endCursor } there, is asked page by page to the end.

Stop a server that has the embedded database open, or ask it: /graphql answers with Accept: text/csv or application/jsonl as well.`;

interface Options {
  readonly format: string;
  readonly as?: string;
  readonly query?: string;
  readonly variables?: string;
  readonly out?: string;
}

/** The formats of the whole graph. */
const WHOLE: Readonly<Record<string, (engine: GraphEngine, model: Model, options: Options) => AsyncIterable<string>>> = {
  jsonl,
  graphml,
  jsonld,
  csv: (engine, model, { as }) => {
    if (as === undefined)
      throw new InputError("--format csv is a table: say of what with --as Firm (a node type) or --as TARGETS (edges), or give --query.");
    return csv(engine, model, as);
  },
};

/** The formats of an answer: each page as a text; `first` is true for the first one. */
const OF_ANSWER: Readonly<Record<string, (data: unknown, first: boolean) => string>> = {
  jsonl: (data) => toJsonLines(data),
  csv: (data, first) => (first ? toCsv(data) : toCsv(data).replace(/^[^\r\n]*\r\n/, "")),
};

/** `export --format …`. Returns the exit code: 0 when all was written, 1 when anything is wrong. */
export async function exportCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
  const command = new Command("export")
    .description("Writes the graph, or what a query selects, for other tools.")
    .addOption(new Option("--format <format>", "the format").choices(Object.keys(WHOLE)).makeOptionMandatory())
    .option("--as <type>", "with csv: the node type or relationship type, such as Firm or TARGETS")
    .option("--query <file>", "a file with one GraphQL query: its answer is exported; with jsonl and csv")
    .option("--variables <json>", "the query's variables")
    .option("--out <file>", "where to write; standard output when left out")
    .addHelpText("after", HELP)
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr });
  try {
    command.parse([...args], { from: "user" });
    await run(command.opts<Options>(), env, output);
    return 0;
  } catch (error) {
    if (error instanceof Error && "exitCode" in error) return Number(error.exitCode);
    const message = explain(error);
    if (message === null) throw error;
    output.stderr(`${message}\n`);
    return 1;
  }
}

async function run(options: Options, env: NodeJS.ProcessEnv, output: Output): Promise<void> {
  const model = readModel();
  const asked = options.query === undefined ? null : readQuery(options.query, options, model);
  const engine = await openEngine(readSettings(env));
  try {
    const texts = asked ? answers(asked, options, engine) : WHOLE[options.format]?.(engine, model, options);
    if (!texts) return;
    if (options.out !== undefined) await pipeline(Readable.from(texts), createWriteStream(options.out));
    else for await (const text of texts) output.stdout(text);
  } finally {
    await engine.close();
  }
}

interface Asked {
  readonly document: DocumentNode;
  readonly schema: ReturnType<typeof executableSchema>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly inPages: boolean;
}

/** Reads and checks a query and its variables. Throws InputError. */
function readQuery(file: string, { format, variables = "{}" }: Options, model: Model): Asked {
  if (!OF_ANSWER[format]) throw new InputError(`--query goes with ${Object.keys(OF_ANSWER).join(" and ")}, not with ${format}.`);
  const schema = executableSchema(model);
  const document = parsed(file);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new InputError(faults.map((fault) => placed(file, fault)).join("\n"));
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1 || operation.operation !== "query") throw new InputError(`${file} must hold one query.`);
  const inPages = (operation.variableDefinitions ?? []).some((variable) => variable.variable.name.value === "after");
  try {
    return { document, schema, variables: JSON.parse(variables) as Record<string, unknown>, inPages };
  } catch {
    throw new InputError(`--variables must be a JSON object, such as '{"day": "2025-06-01"}'.`);
  }
}

function parsed(file: string): DocumentNode {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new InputError(`${file}: There is no such file, or it can't be read.`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) throw new InputError(placed(file, error));
    throw error;
  }
}

function placed(file: string, { message, locations }: GraphQLError): string {
  const [at] = locations ?? [];
  return `${file}:${at?.line ?? 1}:${at?.column ?? 1}: ${message}`;
}

/** The answer in the format, page by page where the query can be asked so. Throws InputError where it has errors. */
async function* answers({ document, schema, variables, inPages }: Asked, { format }: Options, engine: GraphEngine): AsyncGenerator<string> {
  const write = OF_ANSWER[format];
  let after: unknown = null;
  for (let first = true; write; first = false) {
    const variableValues = inPages ? { ...variables, ...(after === null ? {} : { after }) } : variables;
    const { data, errors } = await execute({ schema, document, variableValues, contextValue: { engine } });
    if (errors) throw new InputError(errors.map((error) => error.message).join("\n"));
    yield write(JSON.parse(JSON.stringify(data)), first);
    const next = inPages ? nextPage(data) : null;
    if (next === null) return;
    after = next;
  }
}

/** The cursor after which the first list that tells goes on; null at its end. */
function nextPage(data: unknown): string | null {
  for (const list of Object.values((data ?? {}) as Record<string, unknown>)) {
    const { hasNextPage, endCursor } = ((list as { pageInfo?: unknown } | null)?.pageInfo ?? {}) as {
      hasNextPage?: boolean;
      endCursor?: string;
    };
    if (hasNextPage === true && typeof endCursor === "string") return endCursor;
  }
  return null;
}

// Run as a command, by whatever link to this file.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await exportCommand(process.argv.slice(2), process.env, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  });
}
