import { EngineError, type EngineErrorCode } from "../port.ts";

/** The engine's failures by the class of their GQLSTATUS (ISO/IEC 39075): its first two characters. */
const classes: Readonly<Record<string, EngineErrorCode>> = {
  "22": "STATEMENT", // data exception: a wrong type, a division by zero, a negative LIMIT
  "42": "STATEMENT", // syntax error, unknown name, missing parameter
  G2: "CONSTRAINT",
};

/** Failures whose status says less than their text: the engine gives all of a kind of error one status. */
const texts: readonly (readonly [RegExp, EngineErrorCode])[] = [
  // 128 steps in a row, 64 levels of nesting: neither can be set.
  [/GRAFEO-Q00[12]: .*(?:plan depth limit|Maximum nesting depth)/, "TOO_COMPLEX"],
  // Its bound of 30 s.
  [/GRAFEO-Q003: timeout/, "TIMEOUT"],
];

const advice: Partial<Record<EngineErrorCode, string>> = {
  STATEMENT: "the embedded database refused the statement",
  TOO_COMPLEX: "the statement has more steps in a row, or is nested deeper, than the embedded database plans",
  TIMEOUT: "the embedded database took longer than its bound",
  CONSTRAINT: "the write would break a uniqueness constraint; nothing was written",
};

/** The closed-set error for what the embedded database threw. */
export function embeddedError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const text = error instanceof Error ? error.message : "";
  const code = texts.find(([known]) => known.test(text))?.[1] ?? classes[statusOf(error).slice(0, 2)] ?? "INTERNAL";
  return new EngineError(code, advice[code] ?? "the embedded database failed", { cause: error });
}

/** The error for a database in `directory` that did not open. */
export function openingError(error: unknown, directory: string): EngineError {
  const text = error instanceof Error ? error.message : "";
  // A lock has no status of its own (GRAFEO-X001 stands for every internal error).
  if (text.includes("GRAFEO-X001") && text.includes("cannot be locked")) {
    return new EngineError(
      "LOCKED",
      `another process has the database in ${directory} open; load through that running server (load --url … --key …), or stop it first`,
      { cause: error },
    );
  }
  return new EngineError(
    "UNAVAILABLE",
    `the database in ${directory} can't be opened; check that the directory is writable and holds a database of this program`,
    { cause: error },
  );
}

function statusOf(error: unknown): string {
  return typeof error === "object" && error !== null && "gqlStatus" in error && typeof error.gqlStatus === "string" ? error.gqlStatus : "";
}
