import { indexesOf, type Model, ModelError, readModel } from "./model/index.ts";
import "./production.ts";
import cliProgress from "cli-progress";
import type { FastifyInstance } from "fastify";
import { openToServe } from "./engine/index.ts";
import { EngineError, type GraphEngine } from "./engine/port.ts";
import { bringSeed, formatProblem, formatReport, type Problem, requireUsable } from "./load/index.ts";
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
${settings.registeredOperations === undefined && !settings.registeredExplorer ? waysToAsk(address) : onlyRegistered(address, settings)}
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
  GraphQL    ${address}/graphql    for everything else; try:

  curl -s ${address}/graphql -H 'content-type: application/json' \\
    -d '{"query":"${QUESTION}"}'`;
}

/** The same of a server that answers registered operations only. */
const onlyRegistered = (address: string, { registeredExplorer }: Settings): string =>
  registeredExplorer
    ? `
  Explorer   ${address}/   in a browser
  It answers the explorer's operations and registered ones only (REGISTERED_EXPLORER, REGISTERED_OPERATIONS).`
    : "\n  It answers registered operations only (REGISTERED_OPERATIONS).";

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

/** Brings the graph to the seed, and says in a line what that came to. Throws SettingsError where an empty graph can't be filled. */
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
  switch (outcome.kind) {
    case "changed":
      console.log(`The seed has changed, and the graph follows it. ${formatReport(outcome.report, false).split("\n").at(-1)}`);
      if (outcome.left.length > 0)
        console.log(
          `Left as another load has written them since: ${outcome.left.join(", ")}. To take the seed's: npm run load -- ${seedDir}`,
        );
      break;
    case "refused":
      if (outcome.isFirst) throw new SettingsError(`${seedDir} can't be loaded; nothing was written:\n${listed(outcome.problems)}`);
      console.warn(`The seed has changed, but can't be loaded; the graph stays as it was:\n${listed(outcome.problems)}`);
      break;
    case "foreign":
      console.log(
        `The database holds data that did not come from the seed, so the seed is left out. To load it beside: npm run load -- ${seedDir}`,
      );
      break;
    case "unreadable":
      console.warn(`The seed can't be read; the graph stays as it is. ${outcome.reason}`);
  }
}

function listed(problems: readonly Problem[]): string {
  return problems.map((problem) => `  ${formatProblem(problem)}`).join("\n");
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
