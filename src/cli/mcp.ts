import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { Command } from "commander";
import { openToServe } from "../engine/index.ts";
import { EngineError, type GraphEngine } from "../engine/port.ts";
import { bringSeed, InputError, requireUsable, seedInWords } from "../load/index.ts";
import { type Ask, createMcp, Refusal } from "../mcp/index.ts";
import { indexesOf, type Model, readModel } from "../model/index.ts";
import { type Asker, createAsker } from "../server/index.ts";
import { readSettings, type Settings } from "../settings.ts";
import { exitCodeOf, isProgram, type Output, PROCESS_OUTPUT } from "./command.ts";
import { answerAt } from "./remote.ts";

const HELP = `
An assistant's program starts it, and speaks with it over standard input and output (docs/assistants.md). Without --url it opens the database in
DATA_DIR (or Neo4j) as npm start does, and fills an empty one with the seed. The embedded database is open in one process at a time: while a server has it, give
--url http://127.0.0.1:4000, and that server answers.`;

/** What the tools ask, and how it ends. */
interface Opened {
  /** Waits until it is ready. */
  readonly ask: Ask;
  /** Rejects where it can't be made ready. */
  readonly ready: Promise<unknown>;
  close(): Promise<void>;
}

/** `mcp [--url …]`: the tools for assistants over standard input and output. Returns the exit code, when its client is gone. */
export async function mcpCommand(args: readonly string[], env: NodeJS.ProcessEnv, output: Pick<Output, "stderr">): Promise<number> {
  const command = new Command("mcp")
    .description("The graph for assistants, by the Model Context Protocol over standard input and output.")
    .option("--url <address>", "ask the server at this address instead of opening the database")
    .addHelpText("after", HELP)
    // Standard output is the protocol's alone.
    .configureOutput({ writeOut: output.stderr, writeErr: output.stderr })
    .exitOverride();
  try {
    command.parse([...args], { from: "user" });
    const { url } = command.opts<{ url?: string }>();
    const model = readModel();
    const opened = url === undefined ? await openHere(readSettings(env), model, output) : await openThere(url);
    try {
      await serve(opened, model, output);
    } finally {
      await opened.close();
    }
    return 0;
  } catch (error) {
    return exitCodeOf(error, output);
  }
}

/** Serves until standard input ends or the process is told to. Rejects where what is asked can't be made ready. */
async function serve({ ask, ready }: Opened, { schema }: Model, { stderr }: Pick<Output, "stderr">): Promise<void> {
  const onError = (error: unknown) => stderr(`${error instanceof Error ? error.stack : error}\n`);
  const mcp = createMcp({ ask, schema, anything: true, onError });
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await mcp.connect(new StdioServerTransport());
  await Promise.race([ended, ready.then(() => ended)]);
  await mcp.close();
}

/**
 * The database of the settings, brought to the seed where that is safe. That may take a minute, which no client waits for before it greets: questions wait instead.
 * Throws InputError and EngineError.
 */
async function openHere(settings: Settings, model: Model, { stderr }: Pick<Output, "stderr">): Promise<Opened> {
  const engine = await openToServe(settings).catch((error: unknown) => {
    if (!(error instanceof EngineError && error.code === "LOCKED")) throw error;
    throw new InputError(
      `${settings.dataDir} is open in another process, most likely a server: let that answer, with --url http://127.0.0.1:${settings.port} (its address), or choose another folder (DATA_DIR).`,
    );
  });
  const ready = makeReady(engine, settings, model, stderr);
  // Whoever serves is told; until then it is nobody's.
  ready.catch(() => undefined);
  return {
    ask: async (...asked) => (await ready).ask(...asked),
    ready,
    // A seed that is cut off is completed at the next start.
    close: () => engine.close(),
  };
}

/** Brings the database to the seed, and opens what answers from it, within the bounds of the settings. */
async function makeReady(engine: GraphEngine, settings: Settings, model: Model, write: Output["stderr"]): Promise<Asker> {
  await engine.prepare(indexesOf(model));
  await requireUsable(engine, model);
  const said = seedInWords(await bringSeed(engine, model, settings.seedDir), settings.seedDir);
  if (said) write(`${said.text}\n`);
  const { deadlineSeconds, maxCost, maxDepth, logLevel } = settings;
  return createAsker({ engine, model, deadlineSeconds, maxCost, maxDepth, logLevel, logTo: { write } });
}

/** A server elsewhere. Throws InputError where it does not answer. */
async function openThere(url: string): Promise<Opened> {
  const ask: Ask = (query, variables, signal) =>
    answerAt(url, query, variables, signal ? { signal } : {}).catch((error: unknown) => {
      throw error instanceof InputError ? new Refusal(error.message) : error;
    });
  // Better now than at the first question.
  await answerAt(url, "{ __typename }", {});
  return { ask, ready: Promise.resolve(), close: async () => undefined };
}

if (isProgram(import.meta.url)) {
  process.exitCode = await mcpCommand(process.argv.slice(2), process.env, PROCESS_OUTPUT);
  // What still waits, such as a standard input that nobody closed, holds up no end.
  process.exit();
}
