/** Reads, writes and schema commands as sessions of the driver: how long each may take, what is tried again, how errors and rows are mapped. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BookmarkManager, Driver, QueryResult, Session } from "neo4j-driver";
import { lateError } from "../deadline.ts";
import { type Deadline, EngineError, type Row, type Statement, type WriteTransaction } from "../port.ts";
import { runWork } from "../transaction.ts";
import type { Neo4jOptions, Neo4jPackage } from "./connect.ts";
import { isDriverError, neo4jError } from "./errors.ts";
import { Holding } from "./holding.ts";
import { fromBolt, type IntegerCodec, mapBolt } from "./values.ts";

/** A load writes one large transaction. */
const writeMilliseconds = 600_000;
/** Pauses before a read is tried again; three tries in all. */
const retryPauses: readonly number[] = [100, 400];
/** How long the server may take to end a statement that nobody waits for, in milliseconds; then its place is given up for lost. */
const endMilliseconds = 1_000;

/** What the engine does with the driver; `options` give the database, and how long a read may take. */
export class Sessions {
  /** Carries what was written to the next read, whichever server of a cluster answers it. */
  readonly #bookmarks: BookmarkManager;
  readonly #codec: IntegerCodec;
  readonly #isRetryable: (error: unknown) => boolean;
  readonly #holding = new Holding();

  constructor(
    neo4j: Neo4jPackage,
    private readonly driver: Driver,
    private readonly options: Pick<Neo4jOptions, "database" | "readSeconds">,
  ) {
    this.#bookmarks = neo4j.bookmarkManager();
    this.#codec = {
      int: (value) => neo4j.int(value),
      isInt: (value) => neo4j.isInt(value),
    };
    this.#isRetryable = neo4j.isRetryableError;
  }

  /**
   * Runs a reading statement. Auto-commit costs one round trip less than a managed transaction, so the tries are ours. At the deadline, or when
   * its caller goes, the server ends it, and this rejects once that is so. Throws EngineError.
   */
  async read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]> {
    for (const pause of [...retryPauses, undefined]) {
      if (deadline?.signal.aborted) throw lateError(deadline);
      try {
        return this.#rows(await this.#run(statement, deadline));
      } catch (error) {
        if (deadline?.signal.aborted) throw lateError(deadline);
        if (pause === undefined || !this.#isRetryable(error)) throw neo4jError(error);
        await sleep(pause * (0.5 + Math.random()));
      }
    }
    throw new EngineError("INTERNAL", "a read ended without an answer");
  }

  /**
   * Runs the callback of a write in one transaction. The driver calls it again on errors that pass, such as a deadlock with another server
   * process. Throws EngineError, or what the callback throws.
   */
  async write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    try {
      return await this.#use("WRITE", (session) =>
        session.executeWrite(
          (transaction) => {
            const execute = async ({ text, params }: Statement) =>
              this.#rows(await transaction.run<Record<string, unknown>>(text, mapBolt(params, this.#codec)));
            return runWork(work, execute, neo4jError).catch((error: unknown) => {
              throw this.#retryable(error);
            });
          },
          { timeout: writeMilliseconds },
        ),
      );
    } catch (error) {
      throw isDriverError(error) ? neo4jError(error) : error;
    }
  }

  /** Runs a command that makes an index or a constraint, or waits for them. Throws EngineError. */
  async define(text: string): Promise<void> {
    try {
      await this.#use("WRITE", (session) => session.run(text, {}, { timeout: writeMilliseconds }));
    } catch (error) {
      throw neo4jError(error);
    }
  }

  /** Name and version of the server. Throws EngineError. */
  async version(): Promise<string> {
    const info = await this.driver.getServerInfo(this.#target()).catch((error: unknown) => {
      throw neo4jError(error);
    });
    return (info.agent ?? "Neo4j").replace("/", " ");
  }

  /** Closes the driver with all its connections. */
  close(): Promise<void> {
    return this.driver.close();
  }

  /** Runs a reading statement once. What has run lets go of its connection by itself: only to end a statement the session is closed. */
  #run(statement: Statement, deadline: Deadline | undefined): Promise<QueryResult<Record<string, unknown>>> {
    const held = this.#holding.hold(statement);
    const session = this.#open("READ");
    const result = withoutTraces(() =>
      session.run<Record<string, unknown>>(held.text, mapBolt(held.params, this.#codec), { timeout: this.#milliseconds(deadline) }),
    );
    return new Promise((resolve, reject) => {
      const close = () => session.close().catch(() => undefined);
      // Closing resets the connection, at which the server ends what runs on it: 5 to 20 ms. Its own clock looks every two seconds only.
      const end = () => void Promise.race([close(), sleep(endMilliseconds)]).then(() => reject(new EngineError("TIMEOUT", "ended")));
      deadline?.signal.addEventListener("abort", end, { once: true });
      result.then(resolve, reject).finally(() => deadline?.signal.removeEventListener("abort", end));
    });
  }

  /** The bound that the server itself holds a read to, should this process be unable to: what is left until the deadline, however long that is. */
  #milliseconds(deadline: Deadline | undefined): number {
    return deadline ? Math.max(1, Math.ceil(deadline.at - performance.now())) : (this.options.readSeconds ?? 30) * 1000;
  }

  /** The driver retries its own errors only: it gets the one that is inside an EngineError. */
  #retryable(error: unknown): unknown {
    return error instanceof EngineError && this.#isRetryable(error.cause) ? error.cause : error;
  }

  async #use<T>(mode: "READ" | "WRITE", use: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#open(mode);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  }

  #open(mode: "READ" | "WRITE"): Session {
    return this.driver.session({ defaultAccessMode: mode, bookmarkManager: this.#bookmarks, ...this.#target() });
  }

  #target(): { database?: string } {
    const { database } = this.options;
    return database === undefined ? {} : { database };
  }

  /** Values by their places: a record's own `map` goes through two generators. */
  #rows(result: QueryResult<Record<string, unknown>>): readonly Row[] {
    return result.records.map((record) => record.keys.map((_, at) => fromBolt(record.get(at), this.#codec)));
  }
}

/** The driver keeps a stack trace with every result, for errors whose text is replaced by ours: 3 % of a request's time. */
function withoutTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
