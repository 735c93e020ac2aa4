import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance } from "fastify";
import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import { type Context, executableSchema } from "../resolvers/index.ts";
import { answersDirectly } from "./answers.ts";
import { limitBodies, MAX_LOAD } from "./body.ts";
import { maskErrors, notesRequests, OUR_FAULT } from "./errors.ts";
import { serveFormats } from "./formats.ts";
import { serveHealth } from "./health.ts";
import { bearsKey } from "./key.ts";
import { limits, MAX_TOKENS } from "./limits.ts";
import { servePages } from "./pages.ts";

export interface ServerOptions {
  readonly engine: GraphEngine;
  readonly model: Model;
  /** Origins whose pages may ask, besides the server's own; "*" for all. None by default. */
  readonly corsOrigins?: readonly string[];
  /** What a client must bear to load; without one, nobody may. */
  readonly loadKey?: string | undefined;
  /** A level of pino; silent by default. */
  readonly logLevel?: string;
  /** Where the log goes, a line of JSON each; standard output by default. */
  readonly logTo?: { write(line: string): void };
}

/** Makes the HTTP server: GraphQL at /graphql, GraphiQL at /, the schema at /schema.graphql, health at /health. It does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { engine, model } = options;
  const server: FastifyInstance = fastify({
    logger: { level: options.logLevel ?? "silent", ...(options.logTo ? { stream: options.logTo } : {}) },
    // Unlike a count, it names one request among all servers and restarts.
    genReqId: () => randomUUID(),
    bodyLimit: MAX_LOAD,
  });
  const schema = executableSchema(model);
  const apollo = new ApolloServer<Context>({
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
      // It wraps every field's resolver, to no purpose: what we answer is for no cache to keep.
      ApolloServerPluginCacheControlDisabled(),
      notesRequests,
      limits,
      answersDirectly(model),
    ],
    logger: server.log,
  });
  await apollo.start();

  const origins = options.corsOrigins ?? [];
  if (origins.length > 0) await server.register(cors, { origin: origins.includes("*") ? "*" : [...origins], methods: ["GET", "POST"] });
  await server.register(compress, { threshold: 4096 });
  limitBodies(server, options.loadKey);
  server.setErrorHandler<{ statusCode?: number; code?: string; message: string }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, "a request failed");
    const [message, extensions] =
      status >= 500 ? [OUR_FAULT, { code: "INTERNAL_SERVER_ERROR", requestId: request.id }] : [error.message, { code: "BAD_REQUEST" }];
    return reply.code(status).send({ errors: [{ message, extensions }] });
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `There is nothing at ${request.url.replace(/\?.*/s, "").slice(0, 200)}. GraphQL is at /graphql.`,
          extensions: { code: "NOT_FOUND" },
        },
      ],
    }),
  );
  serveHealth(server, engine);
  serveFormats(server);
  await servePages(server, schema);
  await server.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    context: async (request, reply) => {
      reply.header("cache-control", "no-store");
      return { engine, requestId: request.id, mayLoad: bearsKey(request.headers.authorization, options.loadKey) };
    },
  });
  return server;
}
