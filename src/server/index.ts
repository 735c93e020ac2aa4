import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { type Context, executableSchema } from "../resolvers/index.ts";
import { answersDirectly } from "./answers.ts";
import { limitBodies, MAX_LOAD } from "./body.ts";
import { DEADLINE_SECONDS, deadlineOf } from "./deadline.ts";
import { answerHttpErrors, maskErrors, notesRequests } from "./errors.ts";
import { serveFormats } from "./formats.ts";
import { serveHealth } from "./health.ts";
import { hasLoadKey } from "./key.ts";
import { limits, MAX_TOKENS } from "./limits.ts";
import { servePages } from "./pages.ts";
import { WARNINGS_HEADER, warns } from "./warnings.ts";

/** What a server answers from, and for whom. */
export interface ServerOptions {
  readonly engine: GraphEngine;
  readonly model: Model;
  /** Origins whose pages may ask, besides the server's own; "*" for all. None by default. */
  readonly corsOrigins?: readonly string[];
  /** The key that a client must send to load; without one, nobody may. */
  readonly loadKey?: string | undefined;
  /** How long the statements of a question may take together, in seconds; 10 by default. Loads take as long as they take. */
  readonly deadlineSeconds?: number;
  /** A level of pino; silent by default. */
  readonly logLevel?: string;
  /** Where the log goes, a line of JSON each; standard output by default. */
  readonly logTo?: { write(line: string): void };
}

/** Makes the HTTP server: GraphQL at /graphql, GraphiQL at /, the schema at /schema.graphql, health at /health. It does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { engine, model, loadKey, corsOrigins = [] } = options;
  const server: FastifyInstance = fastify({
    logger: { level: options.logLevel ?? "silent", ...(options.logTo ? { stream: options.logTo } : {}) },
    // Unlike a count, it names one request among all servers and restarts.
    genReqId: () => randomUUID(),
    bodyLimit: MAX_LOAD,
  });
  const schema = executableSchema(model);
  const apollo = apolloFor(server, schema, model);
  await apollo.start();

  if (corsOrigins.length > 0) {
    await server.register(cors, {
      origin: corsOrigins.includes("*") ? "*" : [...corsOrigins],
      methods: ["GET", "POST"],
      exposedHeaders: [WARNINGS_HEADER],
    });
  }
  await server.register(compress, { threshold: 4096 });
  limitBodies(server, loadKey);
  answerHttpErrors(server);
  serveHealth(server, engine);
  serveFormats(server);
  await servePages(server, schema);
  await server.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    context: async (request, reply) => {
      reply.header("cache-control", "no-store");
      const deadline = deadlineOf(reply, options.deadlineSeconds ?? DEADLINE_SECONDS);
      return { engine, deadline, requestId: request.id, mayLoad: hasLoadKey(request.headers.authorization, loadKey), findings: [] };
    },
  });
  return server;
}

/** Apollo, which parses and validates; its limits and errors are this room's. */
function apolloFor(server: FastifyInstance, schema: GraphQLSchema, model: Model): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    // main.ts stops the server first and then the engine; Apollo's own handler would kill the process in between.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    maxRecursiveSelections: true,
    formatError: maskErrors(server.log),
    plugins: [
      fastifyApolloDrainPlugin(server),
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every field's resolver, to no purpose: these answers are not to be cached.
      ApolloServerPluginCacheControlDisabled(),
      notesRequests,
      limits,
      answersDirectly(model),
      warns(model, server.log),
    ],
    logger: server.log,
  });
}
