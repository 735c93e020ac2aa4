/**
 * The port that every engine implements. Nothing outside this folder knows which database answers:
 * a statement is Cypher that both engines run (the differences are listed in this folder's README). No database's package is imported here.
 */

/** What else takes its time on behalf of a request, as its version, has the same deadline. */
export { until } from "./deadline.ts";
/** Errors on their way to another process or thread. */
export { type PackedError, packError, unpackError } from "./packed-error.ts";
/** An engine asked from another thread. */
export { RemoteEngine, type ServedEngine, serveEngine } from "./remote.ts";
/** A deadline as the server gives each request one. */
export { RequestDeadline } from "./request-deadline.ts";
/** What tells engines that a write changed words that `search` finds: whoever writes nodes runs it in the same transaction. */
export { SEARCH_NOTES, searchNote } from "./search/note.ts";
/** What makes the properties that `search` reads: whoever writes a node sets `searchText` and `searchNames` by these. */
export { searchNames, searchWords } from "./search/text.ts";
/** An engine's reads that all have one deadline: for what reads on behalf of a request. */
export { type Reads, within } from "./within.ts";

/** A value that goes into a statement as a parameter or comes back in a row. Whole numbers are JS numbers while they are safe, else bigint. */
export type Value = null | boolean | number | bigint | string | readonly Value[] | { readonly [key: string]: Value };

/** Cypher text with its parameters. Values travel only in `params`. */
export interface Statement {
  readonly text: string;
  readonly params: Readonly<Record<string, Value>>;
}

/** One row of an answer: its values in the order of the statement's RETURN columns. Absent properties are null. */
export type Row = readonly Value[];

/** What a write transaction can do. It commits when `write`'s callback resolves, and leaves nothing behind when it throws. */
export interface WriteTransaction {
  run(statement: Statement): Promise<readonly Row[]>;
}

/** Until when an answer is wanted, and whether anybody still waits for it. `until` of deadline.ts says what a read that comes too late throws. */
export interface Deadline {
  /** The last moment at which an answer is of use, in milliseconds as `performance.now()` counts them. */
  readonly at: number;
  /** Aborted at that moment, or before it where whoever asked has gone. */
  readonly signal: Ending;
}

/** What of an AbortSignal a deadline needs: one will do, and so will what is lighter. Whoever listens asks first whether it is over. */
export interface Ending {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options: { readonly once: true }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** An index that the model asks for; `unique` adds the constraint. One `forRanges` stands in for an index of ranges: engines that have such make none. */
export interface IndexSpec {
  readonly label: string;
  readonly property: string;
  readonly unique: boolean;
  readonly forRanges?: boolean;
}

/** The source of a full-text search: a clause that binds `n` (a node) and `score` (a float, higher is better), to be continued by the caller. */
export interface SearchSource {
  readonly clause: string;
  /** `searchHits`: the hits as pairs of id and score, the best first. */
  readonly params: Readonly<Record<string, Value>> & { readonly searchHits: readonly Value[] };
}

/** A graph database: what every engine does, and nothing more. */
export interface GraphEngine {
  /** Which engine this is; for health reports and messages, never for branching. */
  readonly kind: "embedded" | "neo4j";
  /**
   * Runs one reading statement outside any explicit transaction; sees what is committed. A writing one is refused. With a deadline it rejects as
   * soon as that has come (TIMEOUT) or its caller has gone (ABANDONED), and the statement is ended: at once on Neo4j, at the deadline on the
   * embedded engine where it serves (src/engine/README.md). Without one it waits as long as it takes. Throws EngineError.
   */
  read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]>;
  /**
   * Runs `work` in one transaction: all of it is committed, or nothing. Writes of this process are serialised, so a `write` awaited inside
   * `work` waits for ever. A failed statement fails the write, even if `work` swallows its error. `work` may run again after an error that
   * passes (a deadlock on Neo4j): it must have no effects but through the transaction. Throws EngineError, or what `work` throws.
   */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  /** Makes constraints and indexes, full-text ones included. Safe to repeat; returns once they are usable. */
  prepare(indexes: readonly IndexSpec[]): Promise<void>;
  /**
   * Finds nodes by the words of their properties `searchText` and `searchNames` (made by the functions of these names, `searchWords` and `searchNames`), tolerant
   * of typing errors in names; the best `limit` of all by score, equal ones by id: continue with `ORDER BY score DESC, n.id`. The first few are those of a
   * longer answer. The clause's text is always the same. Text without words finds nothing. `types` keeps to nodes with one of these labels. All that was
   * committed before is seen, whichever process wrote it, as long as it noted it (`searchNote`); in a database without such notes all words are read
   * anew for each search. A deadline counts as in `read`.
   */
  search(text: string, limit: number, types?: readonly string[], deadline?: Deadline): Promise<SearchSource>;
  /** Name and version of the database, for the health page. */
  version(): Promise<string>;
  /** Releases everything. Closing twice is fine; any later call throws EngineError with code CLOSED. */
  close(): Promise<void>;
}

/** Whether an engine looks up ranges of a property by its index; one that does not is asked otherwise (src/compile/page/months-first.ts). */
export const seeksRanges = ({ kind }: Pick<GraphEngine, "kind">): boolean => kind === "neo4j";

/** Why an engine refused: a closed set, so that callers never match on message text. */
export type EngineErrorCode =
  | "UNAVAILABLE" // the database can't be reached, or went away
  | "LOCKED" // another process owns the database's files
  | "DISK_FULL" // no room to write: what was being written was rolled back
  | "DAMAGED" // the database's files are damaged, or lack what was confirmed
  | "AUTHENTICATION" // user or password refused
  | "CONSTRAINT" // a write would break a uniqueness constraint
  | "STATEMENT" // the statement is wrong: an internal error
  | "TOO_COMPLEX" // the statement has more parts than the database can plan
  | "TIMEOUT" // the statement took longer than its bound, or its deadline came before its turn
  | "ABANDONED" // whoever asked has gone before the answer: nobody gets this error
  | "BUSY" // more statements wait for their turn than may: the caller may try again in a moment
  | "CLOSED" // the engine was closed before the call
  | "INTERNAL"; // anything else

/** An engine's failure. `message` says what to do; `cause` keeps the database's own error, which never reaches a client. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether this program is at fault: nothing that its users can do helps. */
  get isInternal(): boolean {
    return this.code === "STATEMENT" || this.code === "INTERNAL";
  }
}
