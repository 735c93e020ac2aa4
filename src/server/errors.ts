import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { EngineError } from "../engine/port.ts";
import { hinted } from "./hints.ts";

/** The message of an internal error. */
const INTERNAL_ERROR = "Something went wrong on our side; whoever runs this server finds out what by the requestId.";

/** Code and message for an error that was not thrown on purpose; its inner text stays in the log. */
function masked(error: unknown): { code: string; message: string } {
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
      return { ...formatted, message: hinted(formatted.message), extensions: { code: "BAD_REQUEST", ...formatted.extensions } };
    }
    const { code, message } = masked(original);
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

/** Gives errors before or outside GraphQL its shape: bodies that can't be read, unknown paths, and internal errors, which are masked and logged. */
export function answerHttpErrors(server: FastifyInstance): void {
  server.setErrorHandler<{ statusCode?: number; code?: string; message: string }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, "a request failed");
    const [message, extensions] =
      status >= 500 ? [INTERNAL_ERROR, { code: "INTERNAL_SERVER_ERROR", requestId: request.id }] : [error.message, { code: "BAD_REQUEST" }];
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
}
