/*
 * Ids of nodes that were merged into others stand outside the graph that statements read: they are few, and known beforehand.
 */

/** Where what an answer is shaped with tells which ids were merged into a node; nothing where nobody knows of merges. */
export const FORMER = Symbol("former ids");

/** The ids of the nodes that were merged into a node, by its id, in order; none where none was. */
export type FormerIds = (id: string) => readonly string[];
