import { openEmbedded } from "./embedded/open.ts";
import { openOwned } from "./embedded/owner/engine.ts";
import { type Neo4jOptions, openNeo4j } from "./neo4j/neo4j.ts";
import type { GraphEngine } from "./port.ts";

/** How many statements wait for their turn at most; each for no longer than its deadline. */
const WAITING = 500;

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

/**
 * Opens the engine for a server, where a statement of a stranger has to end at its deadline: Neo4j ends it by itself, the embedded database is put
 * into a process of its own, which can be ended, and runs `statementsAtOnce`. Commands have no strangers: they use `openEngine`. Throws EngineError.
 */
export function openToServe({
  neo4j,
  dataDir,
  salvage = false,
  statementsAtOnce,
}: EngineSettings & { readonly statementsAtOnce: number }): Promise<GraphEngine> {
  return neo4j ? openNeo4j(neo4j) : openOwned({ path: dataDir, salvage }, { atOnce: statementsAtOnce, waiting: WAITING });
}
