/** The door of this room: who may write through a server. */
export { addKey, type KeptKey, KeysError, readKeys, revokeKey } from "./file.ts";
export { mayLoad, type Writer } from "./key.ts";
export { type KeyPlaces, KeyRing } from "./ring.ts";
