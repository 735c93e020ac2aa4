import { type ASTNode, GraphQLError } from "graphql";

/** What is wrong with a request: a closed set, sent to clients as `extensions.code`. */
export type RequestErrorCode =
  | "BAD_AS_OF" // @asOf where no day can count, or two of them on fields that answer together
  | "BAD_ID" // an id that can be nothing where it stands
  | "BAD_CURSOR" // a cursor that this list did not give
  | "BAD_PAGE" // first, last, after, before out of bounds or at odds with each other
  | "BAD_FILTER" // a filter that can't be read, or that nothing can pass
  | "BAD_DEPTH" // a depth or a length out of bounds
  | "BAD_ORDER" // the same field twice in orderBy
  | "BAD_SEARCH"; // search words that can't be read

/** An error that the client can correct; its message reaches the client as it is. `nodes` say where in the request; when left out, at the root field. */
export function requestError(code: RequestErrorCode, message: string, nodes?: readonly ASTNode[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code }, ...(nodes ? { nodes } : {}) });
}

/** An id that can be nothing where it stands: malformed, of a type that does not belong there, or short where several types do. */
export class BadIdError extends GraphQLError {
  constructor(
    message: string,
    /** The id as it was given. */
    readonly id: string,
    /** The node types that an id may have in its place. */
    readonly types: readonly string[],
    /** The id that was meant, where the graph has one; null where nobody knows. */
    didYouMean: string | null = null,
  ) {
    super(didYouMean === null ? message : `${message} Did you mean "${didYouMean}"?`, {
      extensions: { code: "BAD_ID" satisfies RequestErrorCode, ...(didYouMean === null ? {} : { didYouMean }) },
    });
  }
}
