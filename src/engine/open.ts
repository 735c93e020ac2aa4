import { openEmbedded } from "./embedded/embedded.ts";
import { type Neo4jOptions, openNeo4j } from "./neo4j/neo4j.ts";
import type { GraphEngine } from "./port.ts";

/** What decides which engine is opened. */
export interface EngineSettings {
  /** Where Neo4j is; the embedded engine when absent. */
  readonly neo4j?: Neo4jOptions;
  /** The directory of the embedded database; not touched with Neo4j. */
  readonly dataDir: string;
}

/** Opens the engine that the settings name. The other engine's package is not loaded. Throws EngineError. */
export function openEngine(settings: EngineSettings): Promise<GraphEngine> {
  return settings.neo4j ? openNeo4j(settings.neo4j) : openEmbedded({ path: settings.dataDir });
}
