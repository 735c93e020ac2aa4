import { setTimeout } from "node:timers/promises";
import { ApolloServer, type ApolloServerOptionsWithSchema, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { answersDirectly } from "./answers.ts";
import { cites } from "./citation.ts";
import { FanOut } from "./cost/fan-out.ts";
import { limits } from "./cost/limits.ts";
import { MAX_TOKENS } from "./cost/prices.ts";
import { maskErrors, notesRequests } from "./errors.ts";
import { Metrics } from "./metrics.ts";
import type { ServerOptions } from "./options.ts";
import { countsOperations, type ServerContext } from "./request-log.ts";
import { statuses } from "./statuses.ts";
import { warns } from "./warnings.ts";

/** All options of Apollo Server, with a schema. */
type Whole = ApolloServerOptionsWithSchema<ServerContext>;

/**
 * Options of Apollo Server for who serves this graph from a program of their own: each counts in place of this server's, but `plugins` come after its
 * plugins, `formatError` gets errors that are masked already, and the server is stopped by whoever closes it, not by signals.
 */
export interface ApolloOptions extends Partial<Omit<Whole, "schema" | "stopOnTerminationSignals">> {
  /**
   * Another schema in place of the graph's, as one that has more beside it: its fields are answered by its own resolvers. What it costs is not reckoned
   * and nothing is warned of, since both go by the graph's own schema.
   */
  readonly schema?: GraphQLSchema;
  /** What resolvers of another schema get in their context, beside what this server puts there. What it throws refuses the request. */
  readonly context?: (request: FastifyRequest, reply: FastifyReply) => Promise<object>;
}

/** This server's options of Apollo, with others laid over them. */
export function withOptions(own: Whole, { context: _, schema = own.schema, ...others }: ApolloOptions): Whole {
  const { formatError = (formatted) => formatted } = others;
  return {
    ...own,
    ...others,
    schema,
    plugins: [...(own.plugins ?? []), ...(others.plugins ?? [])],
    formatError: (formatted, error) => formatError(own.formatError?.(formatted, error) ?? formatted, error),
  };
}

/** How long a start waits for the degrees of the graph, in milliseconds: a Neo4j that was just started takes some seconds to plan the statements. */
const MEASURING = 10_000;

/** Apollo on a schema, and what it is held to and counted by. */
export interface StartedApollo {
  readonly apollo: ApolloServer<ServerContext>;
  readonly fanOut: FanOut;
  readonly metrics: Metrics;
}

/** Starts Apollo under this room's limits, once the degrees of the graph are measured that these go by. The caller stops it. */
export async function startApollo(log: FastifyBaseLogger, schema: GraphQLSchema, options: ServerOptions): Promise<StartedApollo> {
  const metrics = new Metrics();
  const fanOut = new FanOut(options.engine, options.model, log, options.refresh);
  await Promise.race([fanOut.measure(), setTimeout(options.measuring ?? MEASURING, null, { ref: false })]);
  const apollo = apolloFor(log, schema, { ...options, fanOut, metrics });
  await apollo.start();
  return { apollo, fanOut, metrics };
}

/** Apollo, which parses and validates; its limits and errors are this room's. */
function apolloFor(
  log: FastifyBaseLogger,
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
    warns(model, log),
    cites(model),
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
    formatError: maskErrors(log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every field's resolver, to no purpose: these answers are not to be cached.
      ApolloServerPluginCacheControlDisabled(),
      // First, since Apollo asks one plugin after the other for an answer.
      ...(apollo.schema ? [] : [answersDirectly(model)]),
      notesRequests,
      ...(apollo.schema ? [] : ofTheGraph),
      statuses,
      countsOperations(metrics, log),
    ],
    logger: log,
  };
  return new ApolloServer<ServerContext>(withOptions(own, apollo));
}
