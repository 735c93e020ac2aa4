import type { Shape } from "./shape.ts";

export const relationships: Shape = {
  name: "relationships",
  title: "the 50 newest edges of a type in the whole graph",
  parameters: () => ({}),
  pool: 1,
  ordered: ["answer"],
  ours: `query Relationships {
  answer: relationships(types: [TARGETS], orderBy: [{ field: SINCE, direction: DESC }], first: 50) { nodes { type since from { id } to { id } } }
}`,
  idiomatic: `MATCH (m)-[r:TARGETS]->(x)
WITH m, r, x ORDER BY r.since DESC, m.id, m.id + '|' + type(r) + '|' + x.id + '|' + r.since LIMIT 50
RETURN collect({type: type(r), since: r.since, from: {id: m.id}, to: {id: x.id}}) AS answer`,
  // By what this project's loader notes at nodes of their edges' days: no edge is newer than the last of its node's.
  best: `CALL () {
  MATCH (m:Measure) WHERE m.edgesSinceLast > ''
  WITH m ORDER BY m.edgesSinceLast DESC LIMIT 2000
  MATCH (m)-[r:TARGETS]->()
  WITH r.since AS since ORDER BY since DESC LIMIT 50
  RETURN min(since) AS least
}
MATCH (m:Measure) WHERE m.edgesSinceLast >= least
MATCH (m)-[r:TARGETS]->(x) WHERE r.since >= least
WITH m, r, x ORDER BY r.since DESC, m.id, m.id + '|' + type(r) + '|' + x.id + '|' + r.since LIMIT 50
RETURN collect({type: type(r), since: r.since, from: {id: m.id}, to: {id: x.id}}) AS answer`,
};
