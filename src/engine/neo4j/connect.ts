/** Opening a connection: the driver's settings, and how long a server that is still starting is waited for. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Driver } from "neo4j-driver";
import { EngineError } from "../port.ts";
import { connectingError } from "./errors.ts";

/** Where the server is, who asks, and how long it is waited for. */
export interface Neo4jOptions {
  /** `bolt://`, `neo4j://` (cluster, Aura) or their `+s` forms. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's home database when absent. */
  readonly database?: string;
  /** How long opening waits for a server that is still starting, in seconds; 60 when absent: one that starts with the API took 30. */
  readonly patience?: number;
  /** How long one read that has no deadline may take before the server ends it (EngineError TIMEOUT), in seconds; 30 when absent. */
  readonly readSeconds?: number;
}

/** What is used of the driver's package, handed in because the package is loaded lazily. */
export type Neo4jPackage = Pick<
  typeof import("neo4j-driver"),
  "auth" | "bookmarkManager" | "driver" | "int" | "isInt" | "isRetryableError"
>;

/**
 * Connects to the server, and tries again while it does not answer. Throws EngineError UNAVAILABLE when it does not answer in time (or the URI
 * is not one of Neo4j's), AUTHENTICATION when it refuses user or password.
 */
export async function connect(neo4j: Neo4jPackage, options: Neo4jOptions): Promise<Driver> {
  const { uri, database, patience = 60 } = options;
  const driver = createDriver(neo4j, options);
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

function createDriver(neo4j: Neo4jPackage, { uri, user, password }: Neo4jOptions): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      userAgent: "trade-graph",
      telemetryDisabled: true,
      connectionTimeout: 10_000,
      connectionAcquisitionTimeout: 15_000,
      // Firewalls in front of Aura drop idle connections without a word.
      connectionLivenessCheckTimeout: 60_000,
      notificationFilter: { minimumSeverityLevel: "OFF" },
    });
  } catch (error) {
    throw new EngineError("UNAVAILABLE", `NEO4J_URI ${uri} is no address of a Neo4j server; write neo4j://host:7687 or bolt://host:7687`, {
      cause: error,
    });
  }
}
