import type { ApolloServerOptionsWithSchema } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { ServerContext } from "./request-log.ts";

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
