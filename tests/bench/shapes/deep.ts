import { agencyId } from "../world.ts";
import type { Shape } from "./shape.ts";

export const deep: Shape = {
  name: "deep",
  title: "four levels from an agency, with what edges say, and claims with their sources",
  parameters: ({ agencies }, { below }) => ({ id: agencyId(below(Math.ceil(agencies / 4))) }),
  ordered: ["imposes", "covers"],
  ours: `query Deep($id: ID!) {
  answer: agency(id: $id) {
    id name
    imposes(first: 10, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
      edges {
        since certainty
        node {
          id title
          targets(first: 200) {
            edges { since until certainty node { id name ... on Firm { headquarters { nodes { id name } } } } }
          }
          covers(first: 5, orderBy: [{ field: HS_CODE }]) {
            edges { since until newRate node { id hsCode partOf { nodes { id hsCode name } } } }
          }
          claims { nodes { id certainty statement source { id title publisher reliability } } }
        }
      }
    }
  }
}`,
  peer: `query Deep($id: ID!) {
  answer: agencies(where: { id: { eq: $id } }) {
    id name
    imposes: imposesConnection(first: 10, sort: [{ node: { announcedOn: DESC } }, { node: { id: ASC } }]) {
      edges {
        properties { since certainty }
        node {
          id title
          targets: targetsConnection {
            edges { properties { ... on TargetsEdge { since until certainty } } node { id name ... on Firm { headquarters { id name } } } }
          }
          covers: coversConnection(first: 5, sort: [{ node: { hsCode: ASC } }]) {
            edges { properties { since until newRate } node { id hsCode partOf { id hsCode name } } }
          }
          claims { id certainty statement source { id title publisher reliability } }
        }
      }
    }
  }
}`,
  dataloader: `query Deep($id: ID!) {
  answer: agency(id: $id) {
    id name
    imposes(first: 10) {
      since certainty
      id title
      targets { since until certainty id name ... on Firm { headquarters { id name } } }
      covers(first: 5) { since until newRate id hsCode partOf { id hsCode name } }
      claims { id certainty statement source { id title publisher reliability } }
    }
  }
}`,
  idiomatic: `MATCH (a:Agency {id: $id})
RETURN a {
  .id, .name,
  imposes: COLLECT {
    MATCH (a)<-[i:IMPOSED_BY]-(m:Measure)
    WITH i, m ORDER BY m.announcedOn DESC, m.id LIMIT 10
    RETURN m {
      .id, .title, since: i.since, certainty: i.certainty,
      targets: [(m)-[r:TARGETS]->(t) | t {
        .id, .name, since: r.since, until: r.until, certainty: r.certainty,
        headquarters: [(t)-[:HEADQUARTERED_IN]->(h:Country) | h {.id, .name}]
      }],
      covers: COLLECT {
        MATCH (m)-[r:COVERS]->(k:Commodity)
        WITH r, k ORDER BY k.hsCode LIMIT 5
        RETURN k {.id, .hsCode, since: r.since, until: r.until, newRate: r.newRate, partOf: [(k)-[:PART_OF]->(p:Commodity) | p {.id, .hsCode, .name}]}
      },
      claims: [(m)<-[:ABOUT]-(c:Claim) | c {
        .id, .certainty, .statement, source: [(c)-[:STATED_IN]->(s:Source) | s {.id, .title, .publisher, .reliability}]
      }]
    }
  }
} AS answer`,
  best: `MATCH (a:Node {id: $id})
CALL (a) {
  MATCH (a)<-[i:IMPOSED_BY]-(m)
  WITH i, m ORDER BY m.announcedOn DESC, m.id LIMIT 10
  CALL (m) {
    MATCH (m)-[r:TARGETS]->(t)
    CALL (t) { MATCH (t)-[:HEADQUARTERED_IN]->(h) RETURN collect({id: h.id, name: h.name}) AS headquarters }
    RETURN collect({id: t.id, name: t.name, since: r.since, until: r.until, certainty: r.certainty, headquarters: headquarters}) AS targets
  }
  CALL (m) {
    MATCH (m)-[r:COVERS]->(k)
    WITH r, k ORDER BY k.hsCode LIMIT 5
    CALL (k) { MATCH (k)-[:PART_OF]->(p) RETURN collect({id: p.id, hsCode: p.hsCode, name: p.name}) AS partOf }
    RETURN collect({id: k.id, hsCode: k.hsCode, since: r.since, until: r.until, newRate: r.newRate, partOf: partOf}) AS covers
  }
  CALL (m) {
    MATCH (m)<-[:ABOUT]-(c)-[:STATED_IN]->(s)
    RETURN collect({
      id: c.id, certainty: c.certainty, statement: c.statement,
      source: {id: s.id, title: s.title, publisher: s.publisher, reliability: s.reliability}
    }) AS claims
  }
  RETURN collect({id: m.id, title: m.title, since: i.since, certainty: i.certainty, targets: targets, covers: covers, claims: claims}) AS imposes
}
RETURN {id: a.id, name: a.name, imposes: imposes} AS answer`,
};
