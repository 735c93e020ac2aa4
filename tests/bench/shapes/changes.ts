import { dayOf } from "../days.ts";
import type { Shape } from "./shape.ts";

/** The new acts and edges of the span; `near` are conditions on the node at which an edge begins. */
const statement = (near: string) => `CALL () {
  MATCH (m:Measure) WHERE m.announcedOn > $from AND m.announcedOn <= $to
  RETURN m.id AS id, m.announcedOn AS date, '' AS tie, null AS relationship
  UNION ALL
  MATCH (m:Measure)-[r]->(x) WHERE ${near}r.since > $from AND r.since <= $to
  RETURN m.id AS id, r.since AS date, m.id + '|' + type(r) + '|' + x.id AS tie, {type: type(r), to: {id: x.id}} AS relationship
}
WITH id, date, relationship, tie ORDER BY id, date, tie LIMIT 50
RETURN collect({node: {id: id}, kind: 'ADDED', date: date, relationship: relationship}) AS answer`;

export const changes: Shape = {
  name: "changes",
  title: "what was new in a week, acts and edges, the first 50",
  parameters: (_size, { below }) => {
    const day = 300 + below(5_500);
    return { from: dayOf(day), to: dayOf(day + 7) };
  },
  ordered: ["answer"],
  ours: `query Changes($from: Date!, $to: Date!) {
  answer: changes(from: $from, to: $to, kinds: [ADDED], first: 50) { nodes { node { id } kind date relationship { type to { id } } } }
}`,
  idiomatic: statement(""),
  // By what this project's loader notes at nodes of their edges' days.
  best: statement("m.edgesSinceFirst <= $to AND m.edgesSinceLast > $from AND "),
};
