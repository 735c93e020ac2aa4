import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { EngineError } from "../engine/port.ts";

/** What a client is told when nobody expected the fault. */
export const OUR_FAULT = "Something went wrong on our side; whoever runs this server finds out what by the requestId.";

/** What a client is told when the fault is ours; the inner text stays in the log. */
function ours(error: unknown): { code: string; message: string } {
  if (error instanceof EngineError) {
    if (error.code === "TIMEOUT") {
      return { code: "TIMEOUT", message: "The question took too long. Narrow it with a filter, or ask for smaller pages." };
    }
    if (error.code === "UNAVAILABLE" || error.code === "CLOSED") {
      return { code: "SERVICE_UNAVAILABLE", message: "The database can't be reached right now. Try again in a moment." };
    }
  }
  return { code: "INTERNAL_SERVER_ERROR", message: OUR_FAULT };
}

/** Whose error it is: Apollo's formatter is told the error alone. */
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
 * client is told.
 */
export function maskErrors(log: FastifyBaseLogger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    const onPurpose =
      original instanceof GraphQLError && !(original.originalError instanceof Error && !(original.originalError instanceof GraphQLError));
    if (onPurpose) {
      return { ...formatted, extensions: { code: "BAD_REQUEST", ...formatted.extensions } };
    }
    const { code, message } = ours(original);
    const id = typeof error === "object" && error !== null ? requestIds.get(error) : undefined;
    log.error(
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
