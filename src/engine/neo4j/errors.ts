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
  // With its disk full, the server fails the write with the first of these, and from then on, until it is restarted, all else with the second.
  ["Neo.DatabaseError.Transaction.TransactionLogError", "DISK_FULL"],
  ["Neo.DatabaseError.Transaction.TransactionStartFailed", "UNAVAILABLE"],
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
  DISK_FULL:
    "Neo4j could not write its log, most likely as its disk is full: nothing of what was being written is there, and it answers nothing more; make room on its disk, restart Neo4j, then do the same again",
  DAMAGED: "Neo4j's files are damaged; restore a backup",
  LOCKED: "the Neo4j database is locked",
  CLOSED: "the engine was closed before this call",
};

/** A database that its server has stopped. */
const STOPPED = {
  code: "Neo.DatabaseError.Transaction.TransactionStartFailed",
  message: "the Neo4j database has stopped after an error, most likely of its disk; see its logs, make room on its disk, and restart Neo4j",
} as const;

/** The closed-set error for what the driver threw. */
export function neo4jError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const own = codeOf(error);
  const code = codes.find(([beginning]) => own.startsWith(beginning))?.[1] ?? "INTERNAL";
  const message = own === STOPPED.code ? STOPPED.message : advice[code];
  return new EngineError(code, message, { cause: error });
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
