import { GraphQLError } from "graphql";

/** What is wrong with a request: a closed set, sent to clients as `extensions.code`. */
export type RequestErrorCode =
  | "BAD_ID" // an id that can't belong to any node
  | "BAD_CURSOR" // a cursor that this list did not give
  | "BAD_PAGE" // first, last, after, before out of bounds or at odds with each other
  | "BAD_FILTER" // a filter that can't be read
  | "BAD_ORDER" // the same field twice in orderBy
  | "BAD_SEARCH"; // search words that can't be read

/** An error that the client can correct; its message reaches the client as it is. */
export function requestError(code: RequestErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
