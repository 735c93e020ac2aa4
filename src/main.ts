import { indexesOf, type Model, ModelError, readModel } from "./model/index.ts";
import "./production.ts";
import cliProgress from "cli-progress";
import type { FastifyInstance } from "fastify";
import { openToServe } from "./engine/index.ts";
import { EngineError, type GraphEngine } from "./engine/port.ts";
import { bringSeed, requireUsable, seedInWords } from "./load/index.ts";
import { createServer, firstAsked, type ServerOptions, Stopping } from "./server/index.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

/** A first question, which the seed answers. */
const QUESTION = '{ event(id: \\"2025-05-ford-explorer-stop\\") { title causedBy { nodes { title } } } }';

/** Opens the engine, brings the graph to the seed where that is safe, and serves. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const model = readModel();
  const engine = await openToServe(settings);
  await engine.prepare(indexesOf(model));
  await requireUsable(engine, model);
  await seed(engine, model, settings);
  // The first search of an engine reads the words of the whole graph: it need not wait for somebody who asks. Where it fails, his will say why.
  void engine.search("words", 1).catch(() => undefined);

  const stopping = new Stopping();
  const server = await createServer({
    engine,
    model,
    corsOrigins: settings.corsOrigins,
    embedOrigins: settings.embedOrigins,
    logLevel: settings.logLevel,
    deadlineSeconds: settings.deadlineSeconds,
    loadKey: settings.loadKey,
    stopping,
    clientLimit: settings.clientLimit,
    ...(settings.trustProxy === undefined ? {} : { trustProxy: settings.trustProxy }),
    keysFile: settings.keysFile,
    ...(settings.registeredOperations === undefined ? {} : { registeredOperations: settings.registeredOperations }),
    registeredExplorer: settings.registeredExplorer,
    registeredMcp: settings.registeredMcp,
    ...planned(settings),
    importMegabytes: settings.importMegabytes,
    releasesDir: settings.releasesDir,
    maxCost: settings.maxCost,
    maxDepth: settings.maxDepth,
  });
  endOnSignal(stopping, server, engine);
  const address = await server.listen({ port: settings.port, host: settings.host });
  console.log(`
trade-graph is at ${address}/ (${await engine.version()})
${isRestricted(settings) ? onlyRegistered(address, settings) : waysToAsk(address)}
`);
}

/** What Neo4j is to plan: what the settings name, else the registered operations, and where anything may be asked what the explorer asks first. */
function planned({ plannedOperations, registeredOperations }: Settings): Pick<ServerOptions, "plannedOperations"> {
  if (plannedOperations !== undefined) return { plannedOperations };
  return registeredOperations === undefined ? { plannedOperations: firstAsked() } : {};
}

/** How to ask a server that answers everything, for who has just started it. */
function waysToAsk(address: string): string {
  return `
  Explorer   ${address}/           in a browser
  GraphiQL   ${address}/graphiql   for who writes queries
  MCP        ${address}/mcp        for assistants
  GraphQL    ${address}/graphql    for everything else; try:

  curl -s ${address}/graphql -H 'content-type: application/json' \\
    -d '{"query":"${QUESTION}"}'`;
}

/** Whether registered operations alone are answered. */
const isRestricted = ({ registeredOperations, registeredExplorer, registeredMcp }: Settings): boolean =>
  registeredOperations !== undefined || registeredExplorer || registeredMcp;

/** The same of a server that answers registered operations only. */
function onlyRegistered(address: string, { registeredExplorer, registeredMcp }: Settings): string {
  const own = [
    ...(registeredExplorer ? ["the explorer's operations (REGISTERED_EXPLORER)"] : []),
    ...(registeredMcp ? ["the tools' (REGISTERED_MCP)"] : []),
  ];
  return `${
    registeredExplorer
      ? `
  Explorer   ${address}/   in a browser`
      : ""
  }${
    registeredMcp
      ? `
  MCP        ${address}/mcp   for assistants`
      : ""
  }
  It answers ${[...own, "registered operations only (REGISTERED_OPERATIONS)"].join(", ")}.`;
}

/** How long the engine may take to close once nothing is asked of it any more, in milliseconds; a statement that nobody waits for may still run. */
const CLOSING = 1_500;

/** Ends the server and then the engine at the first SIGTERM or SIGINT, in less than 8 seconds; at the second one, at once. */
function endOnSignal(stopping: Stopping, server: FastifyInstance, engine: GraphEngine): void {
  const stop = async () => {
    if (stopping.hasBegun) process.exit(1);
    await stopping.end(server);
    setTimeout(() => process.exit(0), CLOSING);
    await engine.close();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Brings the graph to the seed, and says in a line what that came to. Throws InputError where an empty graph can't be filled. */
async function seed(engine: GraphEngine, model: Model, { seedDir }: Settings): Promise<void> {
  const bar = new cliProgress.SingleBar({
    format: "loading the data {bar} {percentage}% | {value}/{total} records",
    noTTYOutput: true,
    clearOnComplete: true,
  });
  const outcome = await bringSeed(engine, model, seedDir, {
    onProgress: (done, total) => {
      if (!bar.isActive) bar.start(total, done);
      bar.update(done);
    },
  }).finally(() => bar.stop());
  const said = seedInWords(outcome, seedDir);
  if (said === null) return;
  if (said.isProblem) console.warn(said.text);
  else console.log(said.text);
}

/** What the reader can do about an error; null for internal errors, which keep their stack. */
function explain(error: unknown, env: NodeJS.ProcessEnv): string | null {
  if (error instanceof ModelError || error instanceof SettingsError) return error.message;
  const {
    PORT: port = "4000",
    HOST: host = "127.0.0.1",
    DATA_DIR: folder = ".data",
  } = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  if (error instanceof EngineError && error.code === "LOCKED") {
    return `Another process has the database in ${folder} open, most likely a server that runs already. Stop it, or choose another folder: DATA_DIR=… npm start`;
  }
  if (error instanceof EngineError) return error.isInternal ? null : error.message;
  const listens = error instanceof Error && "code" in error && "syscall" in error && /^(listen|getaddrinfo)$/.test(`${error.syscall}`);
  switch (listens ? error.code : undefined) {
    case "EADDRINUSE":
      return `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port === "65535" ? 65534 : Number(port) + 1} npm start`;
    case "EACCES":
      return `Port ${port} may not be used by this user. Choose one above 1023: PORT=4000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST ${host} is no address of this machine. Leave it out for this machine only, or take 0.0.0.0 for all its addresses.`;
  }
  return error instanceof Error && error.name === "InputError" ? error.message : null;
}

try {
  await start();
} catch (error) {
  console.error(explain(error, process.env) ?? error);
  process.exit(1);
}
