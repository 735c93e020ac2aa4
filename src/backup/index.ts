/** The door of this room: a database as one file, and back. */
export { backup } from "./dump.ts";
export { checkBackup } from "./read.ts";
export { restore } from "./restore.ts";
