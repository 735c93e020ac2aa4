import { EngineError, type EngineErrorCode } from "./port.ts";

/** An EngineError on its way to another process or thread; the database's own words stay with it, for the log. */
export interface PackedError {
  readonly code: EngineErrorCode;
  readonly message: string;
  readonly cause: string | null;
}

/** The words of a database that came with an error from elsewhere: they go on as they came. */
class OwnWords extends Error {}

/** An error on its way; one that is no EngineError is an internal one there. */
export function packError(error: unknown): PackedError {
  const { code, message, cause } =
    error instanceof EngineError ? error : new EngineError("INTERNAL", "the database failed", { cause: error });
  return { code, message, cause: cause === undefined ? null : cause instanceof OwnWords ? cause.message : String(cause) };
}

/** The error that was packed. */
export function unpackError({ code, message, cause }: PackedError): EngineError {
  return new EngineError(code, message, cause === null ? {} : { cause: new OwnWords(cause) });
}
