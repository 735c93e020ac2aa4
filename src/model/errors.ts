import { type ASTNode, GraphQLError } from "graphql";

/** What is wrong with a request: a closed set, sent to clients as `extensions.code`. */
export type RequestErrorCode =
  | "BAD_AS_OF" // @asOf where no day can count, or two of them on fields that answer together
  | "BAD_ID" // an id that can't belong to any node
  | "BAD_CURSOR" // a cursor that this list did not give
  | "BAD_PAGE" // first, last, after, before out of bounds or at odds with each other
  | "BAD_FILTER" // a filter that can't be read
  | "BAD_ORDER" // the same field twice in orderBy
  | "BAD_SEARCH"; // search words that can't be read

/** An error that the client can correct; its message reaches the client as it is. `nodes` say where in the request; when left out, at the root field. */
export function requestError(code: RequestErrorCode, message: string, nodes?: readonly ASTNode[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code }, ...(nodes ? { nodes } : {}) });
}
