import { measureId } from "../world.ts";
import type { Shape } from "./shape.ts";

export const point: Shape = {
  name: "point",
  title: "one measure with all its neighbours",
  parameters: ({ measures }, { below }) => ({ id: measureId(below(measures)) }),
  ordered: [],
  ours: `query Point($id: ID!) {
  answer: measure(id: $id) {
    id title kind announcedOn
    imposedBy(first: 200) { nodes { id name } }
    targets(first: 200) { nodes { id name } }
    covers(first: 200) { nodes { id hsCode name } }
    retaliatesAgainst { nodes { id title announcedOn } }
    claims { nodes { id certainty source { id title publisher } } }
  }
}`,
  peer: `query Point($id: ID!) {
  answer: measures(where: { id: { eq: $id } }) {
    id title kind announcedOn
    imposedBy { id name }
    targets { id name }
    covers { id hsCode name }
    retaliatesAgainst { id title announcedOn }
    claims { id certainty source { id title publisher } }
  }
}`,
  dataloader: `query Point($id: ID!) {
  answer: measure(id: $id) {
    id title kind announcedOn
    imposedBy { id name }
    targets { id name }
    covers { id hsCode name }
    retaliatesAgainst { id title announcedOn }
    claims { id certainty source { id title publisher } }
  }
}`,
  idiomatic: `MATCH (m:Measure {id: $id})
RETURN m {
  .id, .title, .kind, .announcedOn,
  imposedBy: [(m)-[:IMPOSED_BY]->(a) | a {.id, .name}],
  targets: [(m)-[:TARGETS]->(t) | t {.id, .name}],
  covers: [(m)-[:COVERS]->(c:Commodity) | c {.id, .hsCode, .name}],
  retaliatesAgainst: [(m)-[:RETALIATES_AGAINST]->(o:Measure) | o {.id, .title, .announcedOn}],
  claims: [(m)<-[:ABOUT]-(k:Claim) | k {.id, .certainty, source: [(k)-[:STATED_IN]->(s:Source) | s {.id, .title, .publisher}]}]
} AS answer`,
  best: `MATCH (m:Node {id: $id})
CALL (m) { MATCH (m)-[:IMPOSED_BY]->(a) RETURN collect({id: a.id, name: a.name}) AS imposedBy }
CALL (m) { MATCH (m)-[:TARGETS]->(t) RETURN collect({id: t.id, name: t.name}) AS targets }
CALL (m) { MATCH (m)-[:COVERS]->(c) RETURN collect({id: c.id, hsCode: c.hsCode, name: c.name}) AS covers }
CALL (m) { MATCH (m)-[:RETALIATES_AGAINST]->(o) RETURN collect({id: o.id, title: o.title, announcedOn: o.announcedOn}) AS retaliatesAgainst }
CALL (m) {
  MATCH (m)<-[:ABOUT]-(k)-[:STATED_IN]->(s)
  RETURN collect({id: k.id, certainty: k.certainty, source: {id: s.id, title: s.title, publisher: s.publisher}}) AS claims
}
RETURN {
  id: m.id, title: m.title, kind: m.kind, announcedOn: m.announcedOn, imposedBy: imposedBy, targets: targets, covers: covers,
  retaliatesAgainst: retaliatesAgainst, claims: claims
} AS answer`,
};
