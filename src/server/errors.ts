import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { EngineError } from "../engine/port.ts";
import { hinted } from "./hints.ts";

/** The message of an internal error. */
const INTERNAL_ERROR = "Something went wrong on our side; whoever runs this server finds out what by the requestId.";

const INTERNAL = "INTERNAL_SERVER_ERROR";

/** Code and message for an error that was not thrown on purpose; its inner text stays in the log. */
export function describedError(error: unknown): { code: string; message: string } {
  if (error instanceof EngineError) {
    if (error.code === "TIMEOUT") {
      return { code: "TIMEOUT", message: "The question took too long. Narrow it with a filter, or ask for smaller pages." };
    }
    if (error.code === "TOO_COMPLEX") {
      return {
        code: "QUERY_TOO_COMPLEX",
        message:
          "The database can't plan a question with so many fields side by side and so many lists inside each other. Ask in several steps.",
      };
    }
    if (error.code === "DISK_FULL") {
      return {
        code: "DISK_FULL",
        message:
          "The server's disk is full: the bundle that was being written was rolled back. Whoever runs the server must make room; then send all of it again.",
      };
    }
    if (error.code === "BUSY") {
      return { code: "SERVICE_UNAVAILABLE", message: "More questions are waiting than can be answered soon. Try again in a moment." };
    }
    if (error.code === "UNAVAILABLE" || error.code === "CLOSED") {
      return { code: "SERVICE_UNAVAILABLE", message: "The database can't be reached right now. Try again in a moment." };
    }
  }
  return { code: "INTERNAL_SERVER_ERROR", message: INTERNAL_ERROR };
}

/** The request of each error: Apollo's formatter gets the error alone. */
const requestIds = new WeakMap<object, string>();

/** Notes of which request each error is. */
export const notesRequests: ApolloServerPlugin<{ readonly requestId?: string }> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue: { requestId } }) => {
      if (requestId !== undefined) for (const error of errors) requestIds.set(error, requestId);
    },
  }),
};

/**
 * Makes Apollo's error formatter: errors thrown on purpose pass; all others are masked, and logged under the id of the request, which the
 * client gets.
 */
export function maskErrors(log: FastifyBaseLogger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    const onPurpose =
      original instanceof GraphQLError && !(original.originalError instanceof Error && !(original.originalError instanceof GraphQLError));
    if (onPurpose) {
      // Apollo calls an error internal where it has no code, as that of a persisted query with another hash.
      const code = original.extensions.code ?? (formatted.extensions?.code === INTERNAL ? undefined : formatted.extensions?.code);
      return { ...formatted, message: hinted(formatted.message), extensions: { ...formatted.extensions, code: code ?? "BAD_REQUEST" } };
    }
    const { code, message } = describedError(original);
    const id = typeof error === "object" && error !== null ? requestIds.get(error) : undefined;
    // Nobody misses an answer whose client has gone.
    const level = original instanceof EngineError && original.code === "ABANDONED" ? "info" : "error";
    log[level](
      { reqId: id, err: original, cause: original instanceof Error ? original.cause : undefined, path: formatted.path },
      "a request failed",
    );
    return {
      message,
      extensions: { code, ...(id === undefined ? {} : { requestId: id }) },
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
  };
}

/** Methods that a path here may take; what a page asks before (OPTIONS) is no answer to give. */
const METHODS = ["GET", "HEAD", "POST"] as const;

/** An error outside GraphQL in the shape of GraphQL's. */
export const refusal = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

/** Gives its shape to what is refused before there is a route: a path that can't be decoded. */
export function answerBadPath({ message }: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).send(refusal(message, "BAD_REQUEST"));
}

/**
 * Gives errors before or outside GraphQL its shape: bodies that can't be read, unknown paths, methods that a path does not take,
 * and internal errors, which are masked and logged.
 */
export function answerHttpErrors(server: FastifyInstance): void {
  server.setErrorHandler<{ statusCode?: number; code?: string; message: string }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, "a request failed");
    const [message, extensions] =
      status >= 500 ? [INTERNAL_ERROR, { code: "INTERNAL_SERVER_ERROR", requestId: request.id }] : [error.message, { code: "BAD_REQUEST" }];
    return reply.code(status).send({ errors: [{ message, extensions }] });
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.replace(/\?.*/s, "").slice(0, 200);
    const methods = METHODS.filter((method) => server.hasRoute({ method, url: path }));
    if (methods.length > 0) {
      const message = `${path} takes ${methods.join(", ")}, not ${request.method}.`;
      return reply.code(405).header("allow", methods.join(", ")).send(refusal(message, "METHOD_NOT_ALLOWED"));
    }
    return reply.code(404).send(refusal(`There is nothing at ${path}. GraphQL is at /graphql.`, "NOT_FOUND"));
  });
}
