import { EngineError, type EngineErrorCode } from "../port.ts";

/** Codes of the driver and the server (https://neo4j.com/docs/status-codes/) by their beginnings; the first that fits counts. */
const codes: readonly (readonly [beginning: string, code: EngineErrorCode])[] = [
  ["ServiceUnavailable", "UNAVAILABLE"],
  ["SessionExpired", "UNAVAILABLE"],
  ["Neo.ClientError.Security", "AUTHENTICATION"],
  ["Neo.TransientError.Security", "AUTHENTICATION"],
  ["Neo.ClientError.Schema.ConstraintV", "CONSTRAINT"], // ConstraintValidationFailed, ConstraintViolation
  ["Neo.ClientError.Transaction.TransactionTimedOut", "TIMEOUT"], // with and without …ClientConfiguration
  ["Neo.ClientError.Transaction.LockClientStopped", "TIMEOUT"],
  ["Neo.TransientError.Transaction.LockAcquisitionTimeout", "TIMEOUT"],
  ["Neo.ClientError.Database.DatabaseNotFound", "UNAVAILABLE"],
  ["Neo.TransientError.General.DatabaseUnavailable", "UNAVAILABLE"],
  ["Neo.TransientError.Cluster", "UNAVAILABLE"],
  ["Neo.ClientError.Cluster", "UNAVAILABLE"],
  ["Neo.ClientError.Statement", "STATEMENT"],
  ["Neo.ClientError.Schema", "STATEMENT"],
  ["Neo.ClientError.Procedure", "STATEMENT"],
];

const advice: Readonly<Record<EngineErrorCode, string>> = {
  UNAVAILABLE: "the Neo4j database can't be reached, or went away; check that it runs and that NEO4J_URI and NEO4J_DATABASE are right",
  AUTHENTICATION: "Neo4j refused the user or the password, or the user's rights; check NEO4J_USER and NEO4J_PASSWORD",
  CONSTRAINT: "the write would break a uniqueness constraint; nothing was written",
  STATEMENT: "Neo4j refused the statement",
  TOO_COMPLEX: "the statement is more than Neo4j can plan",
  TIMEOUT: "the statement took longer than its bound, and was ended",
  ABANDONED: "whoever asked has gone",
  BUSY: "more statements wait for Neo4j than may",
  INTERNAL: "the Neo4j database failed",
  LOCKED: "the Neo4j database is locked",
  CLOSED: "the engine was closed before this call",
};

/** The closed-set error for what the driver threw. */
export function neo4jError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const own = codeOf(error);
  const code = codes.find(([beginning]) => own.startsWith(beginning))?.[1] ?? "INTERNAL";
  return new EngineError(code, advice[code], { cause: error });
}

/** The error for a server at `uri` that did not accept a connection within `seconds`. */
export function connectingError(error: unknown, uri: string, seconds: number): EngineError {
  const mapped = neo4jError(error);
  if (mapped.code !== "UNAVAILABLE") return mapped;
  return new EngineError(
    "UNAVAILABLE",
    `NEO4J_URI ${uri} can't be reached (tried for ${seconds} s); check that Neo4j runs there and the address is right`,
    {
      cause: error,
    },
  );
}

/** Whether `error` came from the driver (rather than from the callback that used it). */
export function isDriverError(error: unknown): boolean {
  return codeOf(error) !== "";
}

function codeOf(error: unknown): string {
  const named = error instanceof Error && (error.name === "Neo4jError" || error.constructor.name === "Neo4jError");
  return named && "code" in error && typeof error.code === "string" ? error.code : "";
}
