import type { GraphEngine } from "../engine/port.ts";
import type { Model } from "../model/index.ts";
import type { ApolloOptions } from "./apollo.ts";
import type { Stopping } from "./stop.ts";

/** What a server answers from, and for whom. */
export interface ServerOptions {
  readonly engine: GraphEngine;
  readonly model: Model;
  /** Origins whose pages may ask, besides the server's own; "*" for all. None by default. */
  readonly corsOrigins?: readonly string[];
  /** Origins whose pages may show the explorer's views in a frame, at `/embed/…`; none by default. */
  readonly embedOrigins?: readonly string[];
  /** The key that a client must send to load; without one, nobody may. */
  readonly loadKey?: string | undefined;
  /** The file of keys that may load some bundles (src/keys); none by default. */
  readonly keysFile?: string | undefined;
  /** How long the statements of a question may take together, in seconds; 10 by default. Loads take as long as they take. */
  readonly deadlineSeconds?: number;
  /** The most memory that a load may take, in megabytes; by default what Node gives a thread, which follows from the machine's. */
  readonly loadMemory?: number;
  /** The most megabytes that the files of an import may have together, as they are sent; 4,096 by default. */
  readonly importMegabytes?: number;
  /** The folder of the releases of the data, served at `/data/`; left out, there are none. */
  readonly releasesDir?: string;
  /** A level of pino; silent by default. */
  readonly logLevel?: string;
  /** Where the log goes, a line of JSON each; standard output by default. */
  readonly logTo?: { write(line: string): void };
  /** Told when the server is about to end, so that its answers close their connections and readiness says so. */
  readonly stopping?: Stopping;
  /** What the operations of one client, an address that is not this machine's, may cost in a minute; no limit by default. */
  readonly clientLimit?: number;
  /** Which proxies are believed about their clients' addresses: addresses and networks with commas between them; none by default. */
  readonly trustProxy?: string;
  /** Files and folders of the operations that are answered, and no others but to who has a key; all are answered where it is left out. */
  readonly registeredOperations?: readonly string[];
  /** Whether the explorer's own operations are registered too, so that its pages work; where nothing else is, these alone. */
  readonly registeredExplorer?: boolean;
  /** Whether those of the tools at /mcp are registered too; where nothing else is, these alone. */
  readonly registeredMcp?: boolean;
  /** Files and folders of operations, or of requests, that a database which plans questions is asked once at the start; the registered ones where it is left out. */
  readonly plannedOperations?: readonly string[];
  /** Options of Apollo Server, laid over this server's own. */
  readonly apollo?: ApolloOptions;
  /** The most that an operation may cost, in objects of its answer. */
  readonly maxCost?: number;
  /** The most levels that an operation may have. */
  readonly maxDepth?: number;
  /** How old the measured degrees of the graph may become, in milliseconds; a minute by default. */
  readonly refresh?: number;
  /** For how long a client may take nothing of its answer before its connection is closed, in milliseconds; 30 s by default. */
  readonly stalled?: number;
  /** For how long a client may hold up loads by taking a backup slowly, in milliseconds, of which each 128 characters taken give one back; 30 s by default. */
  readonly backupPatience?: number;
  /** How long a start waits for the degrees of the graph, in milliseconds; 10 s by default. What is not known by then is measured while it serves. */
  readonly measuring?: number;
}
