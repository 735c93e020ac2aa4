/** The Neo4j engine: Bolt to a server, a cluster or Aura. This folder's files are the only ones that import `neo4j-driver`. */
import { until } from "../deadline.ts";
import { indexPlan } from "../indexes.ts";
import { Lifetime } from "../lifetime.ts";
import type { Deadline, GraphEngine, IndexSpec, Row, SearchSource, Statement, WriteTransaction } from "../port.ts";
import { Search } from "../search/search.ts";
import { Serial } from "../serial.ts";
import { type Bounds, Slots } from "../slots.ts";
import { connect, type Neo4jOptions } from "./connect.ts";
import { Sessions } from "./sessions.ts";

export type { Neo4jOptions } from "./connect.ts";

/** Building an index over an existing graph; measured in seconds for 60,000 nodes. */
const indexSeconds = 600;

/** How many statements of this process run on the server at once, and how many wait here: some of them are being planned, which takes memory there. */
const BOUNDS: Bounds = { atOnce: 32, waiting: 500 };

/**
 * Connects to Neo4j. Throws EngineError UNAVAILABLE when the server does not answer in time (or the URI is not one of Neo4j's), AUTHENTICATION
 * when it refuses user or password.
 */
export async function openNeo4j(options: Neo4jOptions, bounds: Bounds = BOUNDS): Promise<GraphEngine> {
  const { default: neo4j } = await import("neo4j-driver");
  return new Neo4jEngine(new Sessions(neo4j, await connect(neo4j, options), options), new Slots(bounds));
}

class Neo4jEngine implements GraphEngine {
  readonly kind = "neo4j";
  readonly #lifetime = new Lifetime();
  readonly #writes = new Serial();
  readonly #search = new Search({ read: (statement) => this.#read(statement, undefined) });

  constructor(
    private readonly sessions: Sessions,
    private readonly slots: Slots,
  ) {}

  read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]> {
    return this.#lifetime.use(() => this.#read(statement, deadline));
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#lifetime.use(() => this.#writes.run(() => this.sessions.write(work)));
  }

  prepare(indexes: readonly IndexSpec[]): Promise<void> {
    return this.#lifetime.use(() =>
      this.#writes.run(async () => {
        for (const { label, property, unique } of indexPlan(indexes.filter(({ forRanges }) => !forRanges))) {
          const name = `${label}_${property}`;
          await this.sessions.define(
            unique
              ? `CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`
              : `CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
          );
        }
        // Earlier versions searched by indexes of the database's own.
        for (const property of ["searchText", "searchNames"]) await this.sessions.define(`DROP INDEX Node_${property}_text IF EXISTS`);
        await this.sessions.define(`CALL db.awaitIndexes(${indexSeconds})`);
      }),
    );
  }

  search(text: string, limit: number, types: readonly string[] | null = null, deadline?: Deadline): Promise<SearchSource> {
    return this.#lifetime.use(() => until(deadline, this.#search.find(text, limit, types)));
  }

  version(): Promise<string> {
    return this.#lifetime.use(() => this.sessions.version());
  }

  close(): Promise<void> {
    return this.#lifetime.close(() => this.sessions.close());
  }

  /** A read in its turn. Its place is free once the server has ended it; its caller waits no longer than the deadline. */
  #read(statement: Statement, deadline: Deadline | undefined): Promise<readonly Row[]> {
    return until(
      deadline,
      this.slots.run(deadline, () => this.sessions.read(statement, deadline)),
    );
  }
}
