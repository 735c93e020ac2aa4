/** The Neo4j engine: Bolt to a server, a cluster or Aura. With its two helpers, the only files that import `neo4j-driver`. */
import type { BookmarkManager, Driver, ManagedTransaction, QueryResult, Session } from "neo4j-driver";
import { indexPlan } from "../indexes.ts";
import { Lifetime } from "../lifetime.ts";
import {
  EngineError,
  type GraphEngine,
  type IndexSpec,
  type Row,
  type SearchSource,
  type Statement,
  type WriteTransaction,
} from "../port.ts";
import { candidateOf, ofTypes, type SearchProperty, searchProperties, searchSource } from "../search/search.ts";
import { Serial } from "../serial.ts";
import { connectingError, isDriverError, neo4jError } from "./errors.ts";
import { fromBolt, type IntegerCodec, mapBolt } from "./values.ts";

export interface Neo4jOptions {
  /** `bolt://`, `neo4j://` (cluster, Aura) or their `+s` forms. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's home database when absent. */
  readonly database?: string;
  /** How long opening waits for a server that is still starting, in seconds; 30 when absent. */
  readonly patience?: number;
  /** How long one read may take before the server ends it (EngineError TIMEOUT), in seconds; 30 when absent. */
  readonly readSeconds?: number;
}

/** A load writes one large transaction. */
const writeMilliseconds = 600_000;
/** Pauses before a read is tried again; three tries in all. */
const retryPauses: readonly number[] = [100, 400];
/** Building an index over an existing graph; measured in seconds for 60,000 nodes. */
const indexSeconds = 600;

/**
 * Connects to Neo4j. Throws EngineError UNAVAILABLE when the server does not answer in time (or the URI is none), AUTHENTICATION when
 * it refuses user or password.
 */
export async function openNeo4j(options: Neo4jOptions): Promise<GraphEngine> {
  const { default: neo4j } = await import("neo4j-driver");
  const driver = await connect(options, (uri, auth) =>
    neo4j.driver(uri, neo4j.auth.basic(auth.user, auth.password), {
      userAgent: "trade-graph",
      telemetryDisabled: true,
      connectionTimeout: 10_000,
      connectionAcquisitionTimeout: 15_000,
      // Firewalls in front of Aura drop idle connections without a word.
      connectionLivenessCheckTimeout: 60_000,
      notificationFilter: { minimumSeverityLevel: "OFF" },
    }),
  );
  const codec: IntegerCodec = {
    int: (value) => neo4j.int(value),
    isInt: (value): value is ReturnType<typeof neo4j.int> => neo4j.isInt(value),
  };
  return new Neo4jEngine(driver, neo4j.bookmarkManager(), codec, neo4j.isRetryableError, options);
}

async function connect(options: Neo4jOptions, create: (uri: string, auth: Neo4jOptions) => Driver): Promise<Driver> {
  const { uri, database, patience = 30 } = options;
  let driver: Driver;
  try {
    driver = create(uri, options);
  } catch (error) {
    throw new EngineError("UNAVAILABLE", `NEO4J_URI ${uri} is no address of a Neo4j server; write neo4j://host:7687 or bolt://host:7687`, {
      cause: error,
    });
  }
  const deadline = performance.now() + patience * 1000;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      await driver.verifyConnectivity(database === undefined ? {} : { database });
      return driver;
    } catch (error) {
      const failure = connectingError(error, uri, patience);
      if (failure.code !== "UNAVAILABLE" || performance.now() + pause > deadline) {
        await driver.close();
        throw failure;
      }
      await sleep(pause);
    }
  }
}

class Neo4jEngine implements GraphEngine {
  readonly kind = "neo4j";
  readonly #lifetime = new Lifetime();
  readonly #writes = new Serial();

  constructor(
    private readonly driver: Driver,
    /** Carries what was written to the next read, whichever server of a cluster answers it. */
    private readonly bookmarks: BookmarkManager,
    private readonly codec: IntegerCodec,
    private readonly isRetryable: (error: unknown) => boolean,
    private readonly options: Neo4jOptions,
  ) {}

  read(statement: Statement): Promise<readonly Row[]> {
    return this.#lifetime.use(() => this.#read(statement));
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#lifetime.use(() => this.#writes.run(() => this.#transact(work)));
  }

  prepare(indexes: readonly IndexSpec[]): Promise<void> {
    return this.#lifetime.use(() =>
      this.#writes.run(async () => {
        for (const { label, property, unique } of indexPlan(indexes)) {
          const name = `${label}_${property}`;
          await this.#define(
            unique
              ? `CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`
              : `CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
          );
        }
        for (const property of searchProperties) {
          await this.#define(
            `CREATE FULLTEXT INDEX ${textIndex(property)} IF NOT EXISTS FOR (n:Node) ON EACH [n.${property}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
          );
        }
        await this.#define(`CALL db.awaitIndexes(${indexSeconds})`);
      }),
    );
  }

  search(text: string, limit: number, types: readonly string[] | null = null): Promise<SearchSource> {
    return this.#lifetime.use(() =>
      searchSource(text, limit, types, async ({ words, grams, depth, most, enough }) => {
        const hits = (property: SearchProperty, query: string) =>
          `CALL db.index.fulltext.queryNodes('${textIndex(property)}', ${query}, {limit: $depth}) YIELD node AS n${ofTypes(types, "WHERE")} WITH n LIMIT $most`;
        const whole = "[n IN found WHERE all(word IN $whole WHERE ' ' + n.searchText + ' ' CONTAINS word)]";
        const misspelt =
          grams.length > 0 ? ` UNION WITH found WHERE size(${whole}) < $enough ${hits("searchNames", "$grams")} RETURN n` : "";
        // One statement: a second round trip would take as long again.
        const rows = await this.#read({
          text: `CALL () { ${hits("searchText", "$words")} RETURN collect(n) AS found } CALL (found) { UNWIND found AS n RETURN n${misspelt} } RETURN n.id, n.searchText, n.searchNames`,
          params: { words: terms(words), grams: terms(grams), whole: words.map((word) => ` ${word} `), depth, most, enough },
        });
        return rows.map(candidateOf);
      }),
    );
  }

  version(): Promise<string> {
    return this.#lifetime.use(async () => {
      const info = await this.driver.getServerInfo(this.#target()).catch((error: unknown) => {
        throw neo4jError(error);
      });
      return (info.agent ?? "Neo4j").replace("/", " ");
    });
  }

  close(): Promise<void> {
    return this.#lifetime.close(() => this.driver.close());
  }

  /** Auto-commit costs one round trip less than a managed transaction, so the tries are ours. */
  async #read(statement: Statement): Promise<readonly Row[]> {
    for (const pause of [...retryPauses, undefined]) {
      try {
        return this.#rows(await this.#run(statement));
      } catch (error) {
        if (pause === undefined || !this.isRetryable(error)) throw neo4jError(error);
        await sleep(pause * (0.5 + Math.random()));
      }
    }
    throw new EngineError("INTERNAL", "a read ended without an answer");
  }

  /** Runs a reading statement. What the session has to clear up afterwards keeps nobody waiting. */
  #run({ text, params }: Statement): Promise<QueryResult<Record<string, unknown>>> {
    const session = this.#open("READ");
    const result = withoutTraces(() =>
      session.run<Record<string, unknown>>(text, mapBolt(params, this.codec), { timeout: (this.options.readSeconds ?? 30) * 1000 }),
    );
    return new Promise((resolve, reject) => {
      result.then(resolve, reject).finally(() => session.close().catch(() => undefined));
    });
  }

  async #transact<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    try {
      return await this.#session("WRITE", (session) =>
        session.executeWrite((transaction) => this.#attempt(transaction, work), { timeout: writeMilliseconds }),
      );
    } catch (error) {
      throw isDriverError(error) ? neo4jError(error) : error;
    }
  }

  /** One try of the callback; the driver calls it again on errors that pass, such as a deadlock with another server process. */
  async #attempt<T>(transaction: ManagedTransaction, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    const statements = new Serial();
    let failure: EngineError | undefined;
    let over = false;
    const step = async ({ text, params }: Statement): Promise<readonly Row[]> => {
      if (failure) throw failure;
      try {
        return this.#rows(await transaction.run<Record<string, unknown>>(text, mapBolt(params, this.codec)));
      } catch (error) {
        failure = neo4jError(error);
        throw failure;
      }
    };
    try {
      const result = await work({
        run: async (statement) => {
          if (over) throw new EngineError("STATEMENT", "the transaction is over: await every run() inside write()'s callback");
          return statements.run(() => step(statement));
        },
      });
      over = true;
      await statements.settled();
      if (failure) throw failure;
      return result;
    } catch (error) {
      over = true;
      await statements.settled();
      // The driver retries its own errors only: show it the one that is inside ours.
      throw error instanceof EngineError && this.isRetryable(error.cause) ? error.cause : error;
    }
  }

  async #define(text: string): Promise<void> {
    try {
      await this.#session("WRITE", (session) => session.run(text, {}, { timeout: writeMilliseconds }));
    } catch (error) {
      throw neo4jError(error);
    }
  }

  async #session<T>(mode: "READ" | "WRITE", use: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#open(mode);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  }

  #open(mode: "READ" | "WRITE"): Session {
    return this.driver.session({ defaultAccessMode: mode, bookmarkManager: this.bookmarks, ...this.#target() });
  }

  #target(): { database?: string } {
    const { database } = this.options;
    return database === undefined ? {} : { database };
  }

  #rows(result: QueryResult<Record<string, unknown>>): readonly Row[] {
    return result.records.map((record) => record.map((value: unknown) => fromBolt(value, this.codec)));
  }
}

/** The driver keeps a stack trace with every result, for errors which we tell in our own words: 3 % of a request's time. */
function withoutTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Each token in quotes is a term to Lucene, never an operator. */
function terms(tokens: readonly string[]): string {
  return tokens.map((token) => `"${token}"`).join(" ");
}

function textIndex(property: string): string {
  return `Node_${property}_text`;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
