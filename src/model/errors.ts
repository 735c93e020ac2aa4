import { type ASTNode, GraphQLError } from "graphql";

/**
 * Every code that an error has towards a client (`extensions.code`), with the HTTP status of an answer that has nothing else: a closed set.
 * docs/errors.md says of each what causes it and what to do.
 */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  BAD_REQUEST: 400,
  BAD_ID: 400,
  BAD_FILTER: 400,
  BAD_PAGE: 400,
  BAD_CURSOR: 400,
  BAD_ORDER: 400,
  BAD_DEPTH: 400,
  BAD_SEARCH: 400,
  BAD_AS_OF: 400,
  QUERY_TOO_DEEP: 400,
  QUERY_TOO_EXPENSIVE: 400,
  QUERY_TOO_COMPLEX: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  OPERATION_NOT_REGISTERED: 400,
  FORBIDDEN: 403,
  BAD_RECORD: 200,
  BAD_MERGE: 400,
  LOAD_TOO_LARGE: 413,
  IMPORT_TOO_LARGE: 413,
  DISK_FULL: 503,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  TOO_MANY_REQUESTS: 429,
  TIMEOUT: 504,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const satisfies Readonly<Record<string, number>>;

/** What an error is called towards clients. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that the client can correct; its message reaches the client as it is. `nodes` say where in the request; when left out, at the root field. */
export function requestError(code: ErrorCode, message: string, nodes?: readonly ASTNode[]): GraphQLError {
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
      extensions: { code: "BAD_ID" satisfies ErrorCode, ...(didYouMean === null ? {} : { didYouMean }) },
    });
  }
}
