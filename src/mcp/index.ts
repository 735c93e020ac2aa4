/** The door of this room: the graph for assistants, over the Model Context Protocol. */
export { type Answered, type Ask, Refusal } from "./ask.ts";
export { operationTexts } from "./operations.ts";
export { createMcp, type McpOptions } from "./server.ts";
