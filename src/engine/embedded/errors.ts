import { EngineError, type EngineErrorCode } from "../port.ts";

/** The engine's failures by the class of their GQLSTATUS (ISO/IEC 39075): its first two characters. */
const classes: Readonly<Record<string, EngineErrorCode>> = {
  "22": "STATEMENT", // data exception: a wrong type, a division by zero, a negative LIMIT
  "42": "STATEMENT", // syntax error, unknown name, missing parameter
  G2: "CONSTRAINT",
};

/** Failures whose status says less than their text: the engine gives all of a kind of error one status. */
const texts: readonly (readonly [RegExp, EngineErrorCode])[] = [
  // No room on the disk (28), in the user's quota (122), under the limit of a file's length (27).
  [/\(os error (?:27|28|122)\)/, "DISK_FULL"],
  [/GRAFEO-S002/, "DAMAGED"],
  // The system does not let it read or write: rights, a disk that fails or is gone.
  [/GRAFEO-X003|\(os error \d+\)/, "UNAVAILABLE"],
  // 128 steps in a row, 64 levels of nesting: neither can be set.
  [/GRAFEO-Q00[12]: .*(?:plan depth limit|Maximum nesting depth)/, "TOO_COMPLEX"],
  // Its bound of 30 s.
  [/GRAFEO-Q003: timeout/, "TIMEOUT"],
];

const advice: Partial<Record<EngineErrorCode, string>> = {
  DISK_FULL:
    "the disk that holds the database is full (or this user's quota is): what was being written was rolled back, nothing of it is there; make room on it, then do the same again",
  DAMAGED: "the database's files are damaged; stop what uses them, and restore a backup (npm run restore -- FILE)",
  UNAVAILABLE: "the database's files can't be read or written; check the disk that holds them, and who may write there",
  STATEMENT: "the embedded database refused the statement",
  TOO_COMPLEX: "the statement has more steps in a row, or is nested deeper, than the embedded database plans",
  TIMEOUT: "the embedded database took longer than its bound",
  CONSTRAINT: "the write would break a uniqueness constraint; nothing was written",
};

/** The closed-set error for what the embedded database threw. */
export function embeddedError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const text = textOf(error);
  const code = texts.find(([known]) => known.test(text))?.[1] ?? classes[statusOf(error).slice(0, 2)] ?? "INTERNAL";
  return new EngineError(code, advice[code] ?? "the embedded database failed", { cause: error });
}

/** Why a database does not open: what the engine or the system says, what that is, and what to do. `text` is theirs, `folder` ours. */
interface OpeningFault {
  readonly says: RegExp;
  readonly code: EngineErrorCode;
  readonly message: (folder: string, text: string) => string;
}

/** How to go on without the damaged files. */
const RESTORE =
  "move the folder away, and restore a backup (npm run restore -- FILE); without one, a start fills a new database from the seed";

/** The first that fits counts. */
const openingFaults: readonly OpeningFault[] = [
  {
    // A lock has no status of its own (GRAFEO-X001 stands for every internal error).
    says: /GRAFEO-X001.*cannot be locked/s,
    code: "LOCKED",
    message: (folder) =>
      `another process has the database in ${folder} open; load through that running server (load --url … --key …), or stop it first`,
  },
  {
    says: /\(os error (?:27|28|122)\)|^(?:ENOSPC|EDQUOT|EFBIG)\b/,
    code: "DISK_FULL",
    message: (folder) =>
      `the disk that holds ${folder} is full (or this user's quota is), and the database can't be opened on it; make room there, then start again: nothing that was written before is lost`,
  },
  {
    says: /\(os error (?:1|13|30)\)|^(?:EACCES|EPERM|EROFS)\b/,
    code: "UNAVAILABLE",
    message: (folder) =>
      `this user may not write the database in ${folder}, nor open it without; give the user the folder and its files (chown, chmod u+w), or choose another: DATA_DIR=…`,
  },
  {
    says: /^(?:EEXIST|ENOTDIR)\b/,
    code: "UNAVAILABLE",
    message: (folder) =>
      `${folder} is a file, or lies in one, and must be a folder; move the file away, or choose another folder: DATA_DIR=…`,
  },
  {
    says: /invalid file header magic|is not a database file/,
    code: "UNAVAILABLE",
    message: (folder) =>
      `graph.grafeo in ${folder} is no database of this program, and was left as it is; move it away, or choose another folder: DATA_DIR=…`,
  },
  {
    says: /holds files of another database/,
    code: "DAMAGED",
    message: (folder) =>
      `the database in ${folder} has its log (graph.grafeo.wal) but not its file graph.grafeo; put the file back beside it, or ${RESTORE}`,
  },
  {
    says: /GRAFEO-S002.*graph\.grafeo\.wal/s,
    code: "DAMAGED",
    message: (folder, text) =>
      `the log of the database in ${folder} is damaged${placeOf(text)}; ${RESTORE}. DATA_SALVAGE=yes before the command opens it with the writes before the damage, and keeps the rest in graph.grafeo.wal.damaged`,
  },
  {
    says: /GRAFEO-S002/,
    code: "DAMAGED",
    message: (folder, text) => `the database file graph.grafeo in ${folder} is damaged${placeOf(text)}; ${RESTORE}`,
  },
];

/** The error for a database in `directory` that did not open. */
export function openingError(error: unknown, directory: string): EngineError {
  if (error instanceof EngineError) return error;
  const text = textOf(error);
  const fault = openingFaults.find(({ says }) => says.test(text));
  const message =
    fault?.message(directory, text) ??
    `the database in ${directory} can't be opened; check that the directory is writable and holds a database of this program`;
  return new EngineError(fault?.code ?? "UNAVAILABLE", message, { cause: error });
}

/** The error for a database that opens, but without `missing` writes that were confirmed; null where its file is gone. */
export function lostWrites(directory: string, missing: number | null): EngineError {
  const what =
    missing === null
      ? `graph.grafeo, the database's file, is gone from ${directory}, though writes to it were confirmed; put it back`
      : `the database in ${directory} has lost ${counted(missing)}: its file or its log was damaged, or put there from an older copy; put back what was there`;
  return new EngineError("DAMAGED", `${what}, or ${RESTORE}. DATA_SALVAGE=yes before the command goes on with what is there`);
}

/** `the last 3 writes that were confirmed`. */
export function counted(writes: number): string {
  return writes === 1 ? "the last write that was confirmed" : `the last ${writes.toLocaleString("en")} writes that were confirmed`;
}

function placeOf(text: string): string {
  const [, place] = /damaged (at byte \d+)/.exec(text) ?? [];
  return place === undefined ? "" : ` ${place}`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function statusOf(error: unknown): string {
  return typeof error === "object" && error !== null && "gqlStatus" in error && typeof error.gqlStatus === "string" ? error.gqlStatus : "";
}
