/** The embedded engine: Grafeo in this process, in a directory or in memory. This folder's files are the only ones that import `@grafeo-db/js`. */
import type { GrafeoDB, GrafeoValue, QueryResult } from "@grafeo-db/js";
import { until } from "../deadline.ts";
import { indexPlan } from "../indexes.ts";
import { Lifetime } from "../lifetime.ts";
import {
  type Deadline,
  EngineError,
  type GraphEngine,
  type IndexSpec,
  type Row,
  type SearchSource,
  type Statement,
  type Value,
  type WriteTransaction,
} from "../port.ts";
import { Search } from "../search/search.ts";
import { Serial } from "../serial.ts";
import { runWork } from "../transaction.ts";
import { checkParameters, foreignValue } from "../values.ts";
import { embeddedError } from "./errors.ts";

/** A statement that may write. Rare in reads, so that a false positive costs nothing. */
const mayWrite = /\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|INSERT|FOREACH|LOAD)\b/i;

/** What an engine tells of its database beside the answers. */
export interface Watch {
  /** Called after each write that was committed. */
  readonly onCommit: () => void;
  /** Told, in a sentence, what whoever runs the program should know and can't see otherwise. */
  readonly onNotice: (notice: string) => void;
}

/** The engine on an open database. */
export class EmbeddedEngine implements GraphEngine {
  readonly kind = "embedded";
  readonly #database: GrafeoDB;
  readonly #lifetime = new Lifetime();
  readonly #writes = new Serial();
  readonly #search = new Search({ read: (statement) => run(this.#database, statement), epoch: () => this.epoch() });

  constructor(
    database: GrafeoDB,
    private readonly watch: Watch,
  ) {
    this.#database = database;
  }

  /** Nothing ends a statement in here: at its deadline the caller alone is free of it. Where that is not enough, see owner/. */
  read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]> {
    return this.#lifetime.use(() =>
      until(deadline, mayWrite.test(statement.text) ? this.#guardedRead(statement) : run(this.#database, statement)),
    );
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#lifetime.use(() => this.#writes.run(() => this.#transact(work)));
  }

  prepare(indexes: readonly IndexSpec[]): Promise<void> {
    return this.#lifetime.use(() =>
      this.#writes.run(async () => {
        for (const { label, property, unique } of indexPlan(indexes)) {
          const name = `${label}_${property}`;
          // A constraint alone scans the label: 5,600 MERGEs took 9.4 s, with the index 35 ms.
          if (unique) await this.#define(`CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`);
          await this.#define(`CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`);
        }
        // Earlier versions searched by indexes of the database's own.
        for (const property of ["searchText", "searchNames"]) await this.#database.dropTextIndex("Node", property).catch(() => false);
      }),
    );
  }

  search(text: string, limit: number, types: readonly string[] | null = null, deadline?: Deadline): Promise<SearchSource> {
    return this.#lifetime.use(() => until(deadline, this.#search.find(text, limit, types)));
  }

  /** How many commits the database has seen in its life, those of other processes included. */
  epoch(): string {
    return String(this.#database.currentEpoch());
  }

  version(): Promise<string> {
    return this.#lifetime.use(async () => `Grafeo ${this.#database.version()}`);
  }

  close(): Promise<void> {
    return this.#lifetime.close(() => this.#release());
  }

  /** Closing folds the log into the file. Where the disk has no room for that, the log keeps all that was committed, and the next opening reads it. */
  #release(): void {
    try {
      this.#database.close();
    } catch (error) {
      const failure = embeddedError(error);
      if (failure.code !== "DISK_FULL") throw failure;
      this.watch.onNotice(
        "The disk that holds the database is full, so its log could not be folded into its file. Nothing is lost: the log has every write. Make room before the next start.",
      );
    }
  }

  /** Runs a read that looks like a write in a transaction of its own, which is rolled back: Neo4j refuses a write in a read, and so does this. */
  async #guardedRead(statement: Statement): Promise<readonly Row[]> {
    const transaction = this.#database.beginTransaction();
    try {
      const result = await execute(transaction, statement);
      if (Object.values(result.counters).some((count) => count > 0)) {
        throw new EngineError("STATEMENT", "read() was given a statement that writes; use write()");
      }
      return rowsOf(result);
    } finally {
      rollBack(transaction);
    }
  }

  async #transact<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    const transaction = this.#database.beginTransaction();
    try {
      const result = await runWork(work, (statement) => run(transaction, statement), embeddedError);
      commit(transaction);
      this.watch.onCommit();
      return result;
    } finally {
      rollBack(transaction);
    }
  }

  async #define(text: string): Promise<void> {
    await run(this.#database, { text, params: {} });
  }
}

/** What runs a statement: the database (its own transaction) or an open transaction. */
interface Runner {
  executeCypher(text: string, params: Statement["params"]): Promise<QueryResult>;
}

async function run(runner: Runner, statement: Statement): Promise<readonly Row[]> {
  return rowsOf(await execute(runner, statement));
}

async function execute(runner: Runner, { text, params }: Statement): Promise<QueryResult> {
  checkParameters(params);
  try {
    return await runner.executeCypher(text, params);
  } catch (error) {
    throw embeddedError(error);
  }
}

function commit(transaction: { commit(): void }): void {
  try {
    transaction.commit();
  } catch (error) {
    throw embeddedError(error);
  }
}

/** Ends a transaction that did not commit. One whose commit failed has rolled back already, and says so by throwing: that must not hide why it failed. */
function rollBack(transaction: { readonly isActive: boolean; rollback(): void }): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // Nothing is left to be undone.
  }
}

function rowsOf(result: QueryResult): readonly Row[] {
  return result.rows().map((row) => row.map(plainValue));
}

/** Nodes, relationships and paths arrive as maps with `_id`; decimals, dates and bytes are not stored in this graph. */
function plainValue(value: GrafeoValue): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (Object.getPrototypeOf(value) !== Object.prototype || "_id" in value || "$decimal" in value) throw foreignValue();
  const plain: Record<string, Value> = {};
  for (const [key, inner] of Object.entries(value)) plain[key] = plainValue(inner);
  return plain;
}
