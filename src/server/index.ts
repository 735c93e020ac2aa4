import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import fastifyApollo from "@as-integrations/fastify";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { RequestDeadline } from "../engine/port.ts";
import { LoadThread } from "../load/index.ts";
import { type Ask, operationTexts } from "../mcp/index.ts";
import { executableSchema, MergedIds } from "../resolvers/index.ts";
import { startApollo } from "./apollo.ts";
import { askWith } from "./asking.ts";
import { serveBackup } from "./backup.ts";
import { endLateBodies, limitBodies, MAX_LOAD } from "./body.ts";
import { CITATION_HEADER } from "./citation.ts";
import { ClientLimits } from "./clients.ts";
import type { FanOut } from "./cost/fan-out.ts";
import { COST_HEADER } from "./cost/limits.ts";
import { DEADLINE_SECONDS, deadlineOf } from "./deadline.ts";
import { serveDocs } from "./docs.ts";
import { answerBadPath, answerHttpErrors } from "./errors.ts";
import { serveExports } from "./export.ts";
import { serveFormats } from "./formats.ts";
import { sendSecurityHeaders } from "./headers.ts";
import { serveHealth } from "./health.ts";
import { serveImports } from "./import.ts";
import { Access } from "./key.ts";
import { serveMcp } from "./mcp.ts";
import type { Metrics } from "./metrics.ts";
import type { ServerOptions } from "./options.ts";
import { endStalled } from "./pace.ts";
import { EXPLORER_OPERATIONS, servePages } from "./pages.ts";
import { askable, planAhead, readAskable } from "./plan-ahead.ts";
import { Documents, type NamedDocument } from "./registered/documents.ts";
import { readDocuments } from "./registered/files.ts";
import { RegisteredOnly } from "./registered/requests.ts";
import { serveReleases } from "./releases.ts";
import { logRequests, type ServerContext } from "./request-log.ts";
import { Stopping } from "./stop.ts";
import { WARNINGS_HEADER } from "./warnings.ts";
import { noneSpent, WatchedEngine } from "./watched.ts";

export type { ApolloOptions } from "./apollo.ts";
export type { ServerOptions } from "./options.ts";
export { firstAsked } from "./pages.ts";
export { Stopping } from "./stop.ts";

/** How long a client may take, in milliseconds: for its headers, for a whole request, and between two requests on one connection. */
const TIMES = { headers: 10_000, request: 15_000, idle: 75_000 } as const;

/**
 * Makes the HTTP server: GraphQL at /graphql, the explorer at /, GraphiQL at /graphiql, the documentation at /docs, releases of the data at /data, tools for assistants at /mcp, the schema
 * at /schema.graphql, health at /livez and /readyz. It does not listen yet.
 * Throws InputError where registered operations can't be read, or can't be answered on this schema.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { engine, model, corsOrigins = [], stopping = new Stopping() } = options;
  const server = bareServer(options);
  const schema = executableSchema(model);
  const named = await registeredIn(options);
  const documents = named && new Documents(named, schema);
  const clients = options.clientLimit ? new ClientLimits(options.clientLimit) : null;
  const { apollo, fanOut, metrics } = await startApollo(server.log, schema, options);
  server.addHook("onClose", () => apollo.stop());
  await planFor(server, apollo, options, named ?? []);
  const loads = new LoadThread(options.loadMemory === undefined ? {} : { memory: options.loadMemory });
  server.addHook("onClose", () => loads.close());

  if (corsOrigins.length > 0) {
    await server.register(cors, {
      origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
      methods: ["GET", "POST"],
      exposedHeaders: [WARNINGS_HEADER, COST_HEADER, CITATION_HEADER, "ratelimit", "ratelimit-policy", "retry-after"],
    });
  }
  sendSecurityHeaders(server);
  await server.register(compress, { threshold: 4096 });
  stopping.watch(server);
  logRequests(server);
  metrics.serve(server);
  const access = new Access(options, server.log);
  limitBodies(server, access);
  endLateBodies(server, access, TIMES.request);
  endStalled(server, options.stalled);
  answerHttpErrors(server);
  serveHealth(server, engine, stopping);
  serveBackup(server, engine, access, options.backupPatience);
  serveExports(server, engine, model, access, options.backupPatience);
  await serveImports(server, engine, access, {
    most: options.importMegabytes,
    ...(options.loadMemory === undefined ? {} : { memory: options.loadMemory }),
    wrote: (written) => fanOut.wrote(written),
  });
  if (options.releasesDir !== undefined) await serveReleases(server, options.releasesDir);
  serveFormats(server);
  const registered = documents && new RegisteredOnly(documents, access);
  registered?.watch(server);
  const merged = new MergedIds(engine);
  await servePages(server, schema, {
    engine,
    model,
    merged,
    deadlineSeconds: options.deadlineSeconds ?? DEADLINE_SECONDS,
    answers: registered === null ? "everything" : options.registeredExplorer ? "the explorer" : "others",
    embedOrigins: options.embedOrigins ?? [],
  });
  await serveDocs(server);
  const serving = { access, clients, fanOut, loads, merged, metrics };
  // What the tools ask is known beforehand.
  const contextOfTools = contextFor(options, { ...serving, registered: null });
  serveMcp(server, {
    schema,
    corsOrigins,
    answers: registered === null ? "everything" : options.registeredMcp ? "tools" : "nothing",
    admit: async (request, reply) => clients?.spend(request, reply, 1),
    ask: (request, reply) => askWith(apollo, () => contextOfTools(request, reply)),
  });
  await server.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    context: contextFor(options, { ...serving, registered }),
  });
  return server;
}

/** What a process of its own asks, without HTTP. */
export interface Asker {
  readonly ask: Ask;
  /** Ends it; the engine stays open. */
  close(): Promise<void>;
}

/** Answers operations in this process as the server does, under the same limits of cost, depth and time, for one who asks on this machine: no HTTP, no keys, no limit of clients. */
export async function createAsker(options: ServerOptions): Promise<Asker> {
  const { log } = bareServer(options);
  const { apollo, metrics } = await startApollo(log, executableSchema(options.model), options);
  const { engine, deadlineSeconds = DEADLINE_SECONDS } = options;
  const merged = new MergedIds(engine);
  const ask = askWith(apollo, async (signal) => {
    const spent = noneSpent();
    const deadline = new RequestDeadline(deadlineSeconds * 1000);
    signal?.addEventListener("abort", () => deadline.end(true), { once: true });
    return {
      engine: new WatchedEngine(engine, metrics, spent),
      deadline,
      requestId: randomUUID(),
      merged,
      findings: [],
      spent,
      spend: async () => undefined,
    };
  });
  return { ask, close: () => apollo.stop() };
}

/** The operations that are answered; null where all are. Throws InputError where some can't be read. */
async function registeredIn(options: ServerOptions): Promise<readonly NamedDocument[] | null> {
  const { registeredOperations, registeredExplorer = false, registeredMcp = false } = options;
  if (registeredOperations === undefined && !registeredExplorer && !registeredMcp) return null;
  const read = await readDocuments([...(registeredOperations ?? []), ...(registeredExplorer ? [EXPLORER_OPERATIONS] : [])]);
  const ofTools = registeredMcp ? Object.entries(operationTexts()) : [];
  return [...read, ...ofTools.map(([name, text]) => ({ id: `mcp/${name}`, text, place: `the tools' ${name}` }))];
}

/** The HTTP server alone: what it logs, whom it trusts, how long it waits. */
function bareServer(options: ServerOptions): FastifyInstance {
  return fastify({
    logger: { level: options.logLevel ?? "silent", ...(options.logTo ? { stream: options.logTo } : {}) },
    // Unlike a count, it names one request among all servers and restarts.
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy ?? false,
    // One line a request is enough: request-log.ts.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_LOAD,
    routerOptions: { ignoreTrailingSlash: true },
    // Node has one time for all requests (body.ts has two).
    requestTimeout: 0,
    keepAliveTimeout: TIMES.idle,
    // Node looks at headers and bodies that are late only so often; by default each 30 s.
    http: { headersTimeout: TIMES.headers, connectionsCheckingInterval: 1_000 },
    // What a connection sends while the server stops was accepted, and is answered.
    return503OnClosing: false,
    // What is wrong before there is a route: a path that can't be decoded.
    frameworkErrors: answerBadPath,
  });
}

/** What of the server each request's context is made of. */
interface Serving {
  readonly access: Access;
  readonly clients: ClientLimits | null;
  readonly fanOut: FanOut;
  readonly loads: LoadThread;
  readonly merged: MergedIds;
  readonly metrics: Metrics;
  readonly registered: RegisteredOnly | null;
}

/** Makes the function that admits a request and gives what resolvers need for it. */
function contextFor(options: ServerOptions, { access, clients, fanOut, loads, merged, metrics, registered }: Serving) {
  const { engine, deadlineSeconds = DEADLINE_SECONDS } = options;
  return async (request: FastifyRequest, reply: FastifyReply): Promise<ServerContext> => {
    reply.header("cache-control", "no-store");
    // Every request costs something, also one that can't be read.
    await clients?.spend(request, reply, 1);
    registered?.require(request);
    const spent = noneSpent();
    const deadline = deadlineOf(reply, deadlineSeconds);
    return {
      ...(options.apollo?.context ? await options.apollo.context(request, reply) : {}),
      engine: new WatchedEngine(engine, metrics, spent),
      deadline,
      origin: `${request.protocol}://${request.host}`,
      requestId: request.id,
      writer: () => access.require(request),
      loads,
      merged,
      findings: [],
      spent,
      spend: async (cost) => clients?.spend(request, reply, cost),
      wrote: (written) => fanOut.wrote(written),
    };
  };
}

/** Has the operations that are known beforehand planned, where the database keeps plans. */
async function planFor(
  server: FastifyInstance,
  apollo: ApolloServer<ServerContext>,
  { engine, plannedOperations }: ServerOptions,
  registered: readonly NamedDocument[],
): Promise<void> {
  if (engine.kind !== "neo4j") return;
  const operations = plannedOperations ? await readAskable(plannedOperations) : askable(registered);
  if (operations.length === 0) return;
  planAhead(server, operations, async (operation, deadline) => {
    const spent = noneSpent();
    const contextValue: ServerContext = { engine, deadline, requestId: "planned ahead", spent, spend: async () => undefined };
    const { body } = await apollo.executeOperation(operation, { contextValue });
    return body.kind === "single" ? (body.singleResult.errors?.[0]?.message ?? null) : null;
  });
}
