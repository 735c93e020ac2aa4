import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { ApolloServer, type ApolloServerOptionsWithSchema, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo from "@as-integrations/fastify";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { GraphEngine } from "../engine/port.ts";
import { LoadThread } from "../load/index.ts";
import type { Model } from "../model/index.ts";
import { executableSchema, MergedIds } from "../resolvers/index.ts";
import { answersDirectly } from "./answers.ts";
import { type ApolloOptions, withOptions } from "./apollo.ts";
import { serveBackup } from "./backup.ts";
import { endLateBodies, limitBodies, MAX_LOAD } from "./body.ts";
import { ClientLimits } from "./clients.ts";
import { FanOut } from "./cost/fan-out.ts";
import { COST_HEADER, limits } from "./cost/limits.ts";
import { MAX_TOKENS } from "./cost/prices.ts";
import { DEADLINE_SECONDS, deadlineOf } from "./deadline.ts";
import { answerBadPath, answerHttpErrors, maskErrors, notesRequests } from "./errors.ts";
import { serveExports } from "./export.ts";
import { serveFormats } from "./formats.ts";
import { sendSecurityHeaders } from "./headers.ts";
import { serveHealth } from "./health.ts";
import { serveImports } from "./import.ts";
import { Access } from "./key.ts";
import { Metrics } from "./metrics.ts";
import { endStalled } from "./pace.ts";
import { EXPLORER_OPERATIONS, servePages } from "./pages.ts";
import { askable, planAhead, readAskable } from "./plan-ahead.ts";
import { Documents, type NamedDocument } from "./registered/documents.ts";
import { readDocuments } from "./registered/files.ts";
import { RegisteredOnly } from "./registered/requests.ts";
import { countsOperations, logRequests, type ServerContext } from "./request-log.ts";
import { statuses } from "./statuses.ts";
import { Stopping } from "./stop.ts";
import { WARNINGS_HEADER, warns } from "./warnings.ts";
import { type Spent, WatchedEngine } from "./watched.ts";

export type { ApolloOptions } from "./apollo.ts";
export { firstAsked } from "./pages.ts";
export { Stopping } from "./stop.ts";

/** What a server answers from, and for whom. */
export interface ServerOptions {
  readonly engine: GraphEngine;
  readonly model: Model;
  /** Origins whose pages may ask, besides the server's own; "*" for all. None by default. */
  readonly corsOrigins?: readonly string[];
  /** Origins whose pages may show the explorer's views in a frame, at `/embed/…`; none by default. */
  readonly embedOrigins?: readonly string[];
  /** The key that a client must send to load; without one, nobody may. */
  readonly loadKey?: string | undefined;
  /** The file of keys that may load some bundles (src/keys); none by default. */
  readonly keysFile?: string | undefined;
  /** How long the statements of a question may take together, in seconds; 10 by default. Loads take as long as they take. */
  readonly deadlineSeconds?: number;
  /** The most memory that a load may take, in megabytes; by default what Node gives a thread, which follows from the machine's. */
  readonly loadMemory?: number;
  /** The most megabytes that the files of an import may have together, as they are sent; 4,096 by default. */
  readonly importMegabytes?: number;
  /** A level of pino; silent by default. */
  readonly logLevel?: string;
  /** Where the log goes, a line of JSON each; standard output by default. */
  readonly logTo?: { write(line: string): void };
  /** Told when the server is about to end, so that its answers close their connections and readiness says so. */
  readonly stopping?: Stopping;
  /** What the operations of one client, an address that is not this machine's, may cost in a minute; no limit by default. */
  readonly clientLimit?: number;
  /** Which proxies are believed about their clients' addresses: addresses and networks with commas between them; none by default. */
  readonly trustProxy?: string;
  /** Files and folders of the operations that are answered, and no others but to who has a key; all are answered where it is left out. */
  readonly registeredOperations?: readonly string[];
  /** Whether the explorer's own operations are registered too, so that its pages work; where nothing else is, these alone. */
  readonly registeredExplorer?: boolean;
  /** Files and folders of operations, or of requests, that a database which plans questions is asked once at the start; the registered ones where it is left out. */
  readonly plannedOperations?: readonly string[];
  /** Options of Apollo Server, laid over this server's own. */
  readonly apollo?: ApolloOptions;
  /** The most that an operation may cost, in objects of its answer. */
  readonly maxCost?: number;
  /** The most levels that an operation may have. */
  readonly maxDepth?: number;
  /** How old the measured degrees of the graph may become, in milliseconds; a minute by default. */
  readonly refresh?: number;
  /** For how long a client may take nothing of its answer before its connection is closed, in milliseconds; 30 s by default. */
  readonly stalled?: number;
  /** For how long a client may hold up loads by taking a backup slowly, in milliseconds, of which each 128 characters taken give one back; 30 s by default. */
  readonly backupPatience?: number;
  /** How long a start waits for the degrees of the graph, in milliseconds; 10 s by default. What is not known by then is measured while it serves. */
  readonly measuring?: number;
}

/** How long a start waits for the degrees of the graph, in milliseconds: a Neo4j that was just started takes some seconds to plan the statements. */
const MEASURING = 10_000;

/** How long a client may take, in milliseconds: for its headers, for a whole request, and between two requests on one connection. */
const TIMES = { headers: 10_000, request: 15_000, idle: 75_000 } as const;

/**
 * Makes the HTTP server: GraphQL at /graphql, the explorer at /, GraphiQL at /graphiql, the schema at /schema.graphql, health at /livez and /readyz. It does not listen yet.
 * Throws InputError where registered operations can't be read, or can't be answered on this schema.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { engine, model, corsOrigins = [], stopping = new Stopping() } = options;
  const server = bareServer(options);
  const schema = executableSchema(model);
  const paths = registeredIn(options);
  const named = paths && (await readDocuments(paths));
  const documents = named && new Documents(named, schema);
  const metrics = new Metrics();
  const clients = options.clientLimit ? new ClientLimits(options.clientLimit) : null;
  const fanOut = new FanOut(engine, model, server.log, options.refresh);
  await Promise.race([fanOut.measure(), setTimeout(options.measuring ?? MEASURING, null, { ref: false })]);
  const apollo = apolloFor(server, schema, { ...options, fanOut, metrics });
  await apollo.start();
  server.addHook("onClose", () => apollo.stop());
  await planFor(server, apollo, options, named ?? []);
  const loads = new LoadThread(options.loadMemory === undefined ? {} : { memory: options.loadMemory });
  server.addHook("onClose", () => loads.close());

  if (corsOrigins.length > 0) {
    await server.register(cors, {
      origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
      methods: ["GET", "POST"],
      exposedHeaders: [WARNINGS_HEADER, COST_HEADER, "ratelimit", "ratelimit-policy", "retry-after"],
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
  serveFormats(server);
  const registered = documents && new RegisteredOnly(documents, access);
  registered?.watch(server);
  const merged = new MergedIds(engine);
  await servePages(server, schema, {
    engine,
    merged,
    deadlineSeconds: options.deadlineSeconds ?? DEADLINE_SECONDS,
    answers: registered === null ? "everything" : options.registeredExplorer ? "the explorer" : "others",
    embedOrigins: options.embedOrigins ?? [],
  });
  await server.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    context: contextFor(options, { access, clients, fanOut, loads, merged, metrics, registered }),
  });
  return server;
}

/** Where the operations stand that are answered; null where all are. */
function registeredIn({ registeredOperations, registeredExplorer = false }: ServerOptions): readonly string[] | null {
  if (registeredOperations === undefined && !registeredExplorer) return null;
  return [...(registeredOperations ?? []), ...(registeredExplorer ? [EXPLORER_OPERATIONS] : [])];
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
    const spent: Spent = { statements: 0, milliseconds: 0, rows: 0 };
    const deadline = deadlineOf(reply, deadlineSeconds);
    return {
      ...(options.apollo?.context ? await options.apollo.context(request, reply) : {}),
      engine: new WatchedEngine(engine, metrics, spent),
      deadline,
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
    const spent: Spent = { statements: 0, milliseconds: 0, rows: 0 };
    const contextValue: ServerContext = { engine, deadline, requestId: "planned ahead", spent, spend: async () => undefined };
    const { body } = await apollo.executeOperation(operation, { contextValue });
    return body.kind === "single" ? (body.singleResult.errors?.[0]?.message ?? null) : null;
  });
}

/** Apollo, which parses and validates; its limits and errors are this room's. */
function apolloFor(
  server: FastifyInstance,
  schema: GraphQLSchema,
  { model, maxCost, maxDepth, fanOut, metrics, apollo = {} }: ServerOptions & { readonly fanOut: FanOut; readonly metrics: Metrics },
): ApolloServer<ServerContext> {
  // What a cost is, how to answer without graphql-js, and what an id means follow from the graph's own schema.
  const ofTheGraph: ApolloServerPlugin<ServerContext>[] = [
    limits<ServerContext>({
      model,
      fanOut,
      onCost: ({ spend }, cost) => spend(cost),
      ...(maxCost === undefined ? {} : { maxCost }),
      ...(maxDepth === undefined ? {} : { maxDepth }),
    }),
    warns(model, server.log),
  ];
  const own: ApolloServerOptionsWithSchema<ServerContext> = {
    schema,
    introspection: true,
    // A query by GET changes nothing and shows nothing that is not public, to no one's cookies: any page and any spreadsheet may ask it. A POST is
    // JSON (body.ts), which a page of another origin can't send unasked.
    csrfPrevention: false,
    // main.ts stops the server first and then the engine; Apollo's own handler would kill the process in between.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    maxRecursiveSelections: true,
    formatError: maskErrors(server.log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every field's resolver, to no purpose: these answers are not to be cached.
      ApolloServerPluginCacheControlDisabled(),
      // First, since Apollo asks one plugin after the other for an answer.
      ...(apollo.schema ? [] : [answersDirectly(model)]),
      notesRequests,
      ...(apollo.schema ? [] : ofTheGraph),
      statuses,
      countsOperations(metrics, server.log),
    ],
    logger: server.log,
  };
  return new ApolloServer<ServerContext>(withOptions(own, apollo));
}
