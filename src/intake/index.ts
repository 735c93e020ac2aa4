/** The door of this room. */
export { type Asked, FILE_OPTIONS, importCommands } from "./commands.ts";
export type { Options } from "./options.ts";
export { placeFor } from "./received.ts";
export { type Imported, importFiles } from "./run.ts";
export { ImportThread } from "./thread.ts";
