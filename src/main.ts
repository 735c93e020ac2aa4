import { indexesOf, type Model, ModelError, readModel } from "./model/index.ts";
import "./production.ts";
import cliProgress from "cli-progress";
import { openEngine } from "./engine/index.ts";
import { EngineError, type GraphEngine } from "./engine/port.ts";
import { formatProblem, load, readInputs } from "./load/index.ts";
import { createServer } from "./server/index.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

/** A first question, which the seed answers. */
const QUESTION = '{ event(id: \\"2025-05-ford-explorer-stop\\") { title causedBy { nodes { title } } } }';

/** Opens the engine, loads the seed where that has not been finished yet, and serves. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const model = readModel();
  const engine = await openEngine(settings);
  await engine.prepare(indexesOf(model));
  if (!(await isSeeded(engine))) await seed(engine, model, settings);

  const server = await createServer({
    engine,
    model,
    corsOrigins: settings.corsOrigins,
    logLevel: settings.logLevel,
    loadKey: settings.loadKey,
  });
  const stop = async () => {
    await server.close();
    await engine.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const address = await server.listen({ port: settings.port, host: settings.host });
  console.log(`
trade-graph is at ${address}/ (${await engine.version()})

  GraphiQL   ${address}/          in a browser
  GraphQL    ${address}/graphql   for everything else; try:

  curl -s ${address}/graphql -H 'content-type: application/json' \\
    -d '{"query":"${QUESTION}"}'
`);
}

/** Whether the seed was loaded to its end, which alone leaves this mark: a first load that was interrupted is continued. */
async function isSeeded(engine: GraphEngine): Promise<boolean> {
  const rows = await engine.read({ text: "MATCH (s:Seeded {id: 'seed'}) RETURN s.id", params: {} });
  return rows.length > 0;
}

async function seed(engine: GraphEngine, model: Model, settings: Settings): Promise<void> {
  const bar = new cliProgress.SingleBar({
    format: "loading the data {bar} {percentage}% | {value}/{total} records",
    noTTYOutput: true,
    clearOnComplete: true,
  });
  const report = await load(engine, model, await readInputs([settings.seedDir]), {
    onProgress: (done, total) => {
      if (!bar.isActive) bar.start(total, done);
      bar.update(done);
    },
  });
  bar.stop();
  if (report.problems.length > 0) {
    throw new SettingsError(
      `${settings.seedDir} can't be loaded; nothing was written:\n${report.problems.map((p) => `  ${formatProblem(p)}`).join("\n")}`,
    );
  }
  await engine.write((transaction) => transaction.run({ text: "MERGE (s:Seeded {id: 'seed'})", params: {} }));
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
