/**
 * What tells those who hold an index of words in memory that words have changed, whichever process wrote them: a note in the database.
 *
 * The node `:SearchNote {id: 'latest', token}` names the last write that changed words; `:SearchChange {id, before, at, ids, all}` is such a write by its
 * token, with the one before it and the nodes whose words it changed. The last 64 are kept: who has seen none of them reads all words anew.
 */
import { randomUUID } from "node:crypto";
import type { Row, Statement } from "../port.ts";

/** How many changes are kept. */
const KEPT = 64;
/** A change of more nodes than this does not name them: reading all words anew takes little longer. */
const MOST_NAMED = 10_000;
/** The labels of the notes: they are of this database alone, and belong in no backup. */
export const SEARCH_NOTES = ["SearchNote", "SearchChange"] as const;

/**
 * Statements that note which nodes' `searchText`, `searchNames` or labels were written, or that they are gone: whoever writes them runs these in the same
 * transaction. Without ids: all may have changed. None where nothing did.
 */
export function searchNote(ids: readonly string[] | null): Statement[] {
  if (ids?.length === 0) return [];
  const all = ids === null || ids.length > MOST_NAMED;
  const params = { token: randomUUID(), at: Date.now(), ids: all ? [] : ids, all };
  return [
    {
      // To write to the node is to lock it: only then is the token read that this change comes after.
      text: `MERGE (s:SearchNote {id: 'latest'}) SET s.next = $token WITH s, coalesce(s.token, '') AS before SET s.token = $token CREATE (:SearchChange {id: $token, before: before, at: $at, ids: $ids, all: $all})`,
      params,
    },
    { text: "MATCH (c:SearchChange) WITH c ORDER BY c.at DESC, c.id SKIP $kept DETACH DELETE c", params: { kept: KEPT } },
  ];
}

/** The last change: a row of its token, or none in a database that nobody noted any in. */
export const lastChange: Statement = { text: "MATCH (s:SearchNote) RETURN s.token", params: {} };

/** The changes that are kept. */
export const changes: Statement = { text: "MATCH (c:SearchChange) RETURN c.id, c.before, c.ids, c.all", params: {} };

/** Which nodes changed from one token to another, by the rows of `changes`; null where these do not tell. */
export function changedBetween(rows: readonly Row[], from: string, to: string): ReadonlySet<string> | null {
  const byToken = new Map(rows.map((row) => [String(row[0]), row]));
  const ids = new Set<string>();
  for (let token = to; token !== from; ) {
    const [, before, named, all] = byToken.get(token) ?? [];
    if (typeof before !== "string" || all === true || !Array.isArray(named)) return null;
    byToken.delete(token);
    for (const id of named) ids.add(String(id));
    token = before;
  }
  return ids;
}
