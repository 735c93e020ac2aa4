/** The door of this room. */
export { type Asked, FILE_OPTIONS, importCommands, type Options } from "./commands.ts";
export { placeFor } from "./received.ts";
export { type Imported, importFiles } from "./run.ts";
export { ImportThread } from "./thread.ts";
