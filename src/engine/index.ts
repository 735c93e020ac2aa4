/** The door for those who open an engine (main.ts, the commands, tests). Everyone else needs the port alone: port.ts. */
export { type EmbeddedOptions, openEmbedded } from "./embedded/open.ts";
export { type OwnedEngine, openOwned } from "./embedded/owner/engine.ts";
export { type Neo4jOptions, openNeo4j } from "./neo4j/neo4j.ts";
export { type EngineSettings, openEngine, openToServe } from "./open.ts";
export type { Bounds } from "./slots.ts";
