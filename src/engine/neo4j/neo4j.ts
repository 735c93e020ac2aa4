/** The Neo4j engine: Bolt to a server, a cluster or Aura. This folder's files are the only ones that import `neo4j-driver`. */
import { until } from "../deadline.ts";
import { indexPlan } from "../indexes.ts";
import { Lifetime } from "../lifetime.ts";
import type { Deadline, GraphEngine, IndexSpec, Row, SearchSource, Statement, WriteTransaction } from "../port.ts";
import { candidateOf, isOfTypes, type SearchProperty, searchProperties, searchSource } from "../search/search.ts";
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
        for (const property of searchProperties) {
          await this.sessions.define(
            `CREATE FULLTEXT INDEX ${textIndex(property)} IF NOT EXISTS FOR (n:Node) ON EACH [n.${property}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`,
          );
        }
        await this.sessions.define(`CALL db.awaitIndexes(${indexSeconds})`);
      }),
    );
  }

  search(text: string, limit: number | null, types: readonly string[] | null = null, deadline?: Deadline): Promise<SearchSource> {
    return this.#lifetime.use(() =>
      searchSource(text, limit, types, async ({ words, grams, depth, most, enough }) => {
        const hits = (property: SearchProperty, query: string) =>
          `CALL db.index.fulltext.queryNodes('${textIndex(property)}', ${query}, {limit: $depth}) YIELD node AS n`;
        const wanted = types === null ? "" : ` WHERE ${isOfTypes(types)}`;
        // All hits are counted, those of other types too.
        const byWords = `${hits("searchText", "$words")} WITH collect(n) AS hits RETURN size(hits) AS looked, [n IN hits${wanted}][..$most] AS found`;
        const whole = "[n IN found WHERE all(word IN $whole WHERE ' ' + n.searchText + ' ' CONTAINS word)]";
        const misspelt =
          grams.length > 0
            ? ` UNION ALL WITH found WHERE size(${whole}) < $enough ${hits("searchNames", "$grams")}${wanted} WITH n LIMIT $most RETURN n, false AS byWords`
            : "";
        // One statement: a second round trip would take as long again.
        const [found] = await this.#read(
          {
            text: `CALL () { ${byWords} } CALL (found) { CALL (found) { UNWIND found AS n RETURN n, true AS byWords${misspelt} } RETURN collect([n.id, n.searchText, n.searchNames, byWords]) AS hits } RETURN looked, hits`,
            params: { words: terms(words), grams: terms(grams), whole: words.map((word) => ` ${word} `), depth, most, enough },
          },
          deadline,
        );
        const rows = (Array.isArray(found?.[1]) ? found[1] : []).filter((row) => Array.isArray(row));
        const candidates = (byWords: boolean) => rows.filter((row) => row[3] === byWords).map(candidateOf);
        return { looked: Number(found?.[0] ?? 0), byWords: candidates(true), byGrams: candidates(false) };
      }),
    );
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

/** Each token in quotes is a term to Lucene, never an operator. */
function terms(tokens: readonly string[]): string {
  return tokens.map((token) => `"${token}"`).join(" ");
}

function textIndex(property: string): string {
  return `Node_${property}_text`;
}
