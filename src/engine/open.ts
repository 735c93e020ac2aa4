import { openEmbedded } from "./embedded/open.ts";
import { type Neo4jOptions, openNeo4j } from "./neo4j/neo4j.ts";
import type { GraphEngine } from "./port.ts";

/** What decides which engine is opened. */
export interface EngineSettings {
  /** Where Neo4j is; the embedded engine when absent. */
  readonly neo4j?: Neo4jOptions;
  /** The directory of the embedded database; not touched with Neo4j. */
  readonly dataDir: string;
  /** Opens an embedded database whose files are damaged with what can be read of it; see `EmbeddedOptions.salvage`. */
  readonly salvage?: boolean;
}

/**
 * Opens the engine that the settings name. The other engine's package is not loaded. `onNotice` is told, in a sentence each, what whoever runs
 * the program should know of the database, such as that the end of its log was lost; standard error when absent. Throws EngineError.
 */
export function openEngine(settings: EngineSettings, onNotice: (notice: string) => void = console.error): Promise<GraphEngine> {
  const { neo4j, dataDir: path, salvage = false } = settings;
  return neo4j ? openNeo4j(neo4j) : openEmbedded({ path, salvage, onNotice });
}
