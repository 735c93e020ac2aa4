import { openEmbedded } from "./embedded.ts";
import { type Neo4jOptions, openNeo4j } from "./neo4j.ts";
import type { GraphEngine } from "./port.ts";

export interface EngineSettings {
  /** Where Neo4j is; the embedded engine when absent. */
  readonly neo4j?: Neo4jOptions;
  /** The directory of the embedded database; not touched with Neo4j. */
  readonly dataDir: string;
}

/** So many new nodes and edges take the embedded engine half a gigabyte until it is opened again. */
const BULK = 800_000;

/**
 * Opens the engine that the settings name; for a bulk load, one that keeps its memory low and may hold up calls for seconds. The other engine's
 * package is not loaded. Throws EngineError.
 */
export function openEngine(settings: EngineSettings, use: "serve" | "bulk" = "serve"): Promise<GraphEngine> {
  if (settings.neo4j) return openNeo4j(settings.neo4j);
  return openEmbedded({ path: settings.dataDir, ...(use === "bulk" ? { reopenAfter: BULK } : {}) });
}
