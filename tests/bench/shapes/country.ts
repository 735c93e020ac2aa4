import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";

export const country: Shape = {
  name: "country",
  title: "a country's 20 newest measures, their agencies and countries, 5 commodities each",
  // Not the first country, which is the hub: its page is a shape of its own.
  parameters: ({ countries }, { below }) => ({ code: codeOf(1 + below(countries - 1)) }),
  ordered: ["imposes", "covers"],
  ours: `query CountryPage($code: CountryCode!) {
  answer: country(code: $code) {
    id name
    imposes(first: 20, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
      nodes {
        id title kind announcedOn
        imposedBy { nodes { id name ... on Agency { partOf { nodes { id name } } } } }
        covers(first: 5, orderBy: [{ field: HS_CODE }]) { nodes { id hsCode name } }
      }
    }
  }
}`,
  peer: `query CountryPage($code: String!) {
  answer: countries(where: { iso2: { eq: $code } }) {
    id name
    imposes(limit: 20, sort: [{ announcedOn: DESC }, { id: ASC }]) {
      id title kind announcedOn
      imposedBy { id name ... on Agency { partOf { id name } } }
      covers(limit: 5, sort: [{ hsCode: ASC }]) { id hsCode name }
    }
  }
}`,
  dataloader: `query CountryPage($code: String!) {
  answer: country(code: $code) {
    id name
    imposes(first: 20) {
      id title kind announcedOn
      imposedBy { id name ... on Agency { partOf { id name } } }
      covers(first: 5) { id hsCode name }
    }
  }
}`,
  idiomatic: `MATCH (c:Country {iso2: $code})
RETURN c {
  .id, .name,
  imposes: COLLECT {
    MATCH (c)<-[:IMPOSED_BY]-(m:Measure)
    WITH m ORDER BY m.announcedOn DESC, m.id LIMIT 20
    RETURN m {
      .id, .title, .kind, .announcedOn,
      imposedBy: [(m)-[:IMPOSED_BY]->(a) | a {.id, .name, partOf: [(a)-[:PART_OF]->(p) WHERE a:Agency | p {.id, .name}]}],
      covers: COLLECT { MATCH (m)-[:COVERS]->(k:Commodity) RETURN k {.id, .hsCode, .name} ORDER BY k.hsCode LIMIT 5 }
    }
  }
} AS answer`,
  best: `MATCH (c:Country {iso2: $code})
CALL (c) {
  MATCH (c)<-[:IMPOSED_BY]-(m)
  WITH m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 20
  CALL (m) {
    MATCH (m)-[:IMPOSED_BY]->(a)
    CALL (a) { MATCH (a)-[:PART_OF]->(p) WHERE a:Agency RETURN collect({id: p.id, name: p.name}) AS partOf }
    RETURN collect({id: a.id, name: a.name, partOf: partOf}) AS imposedBy
  }
  CALL (m) {
    MATCH (m)-[:COVERS]->(k) WITH k ORDER BY k.hsCode LIMIT 5
    RETURN collect({id: k.id, hsCode: k.hsCode, name: k.name}) AS covers
  }
  RETURN collect({id: m.id, title: m.title, kind: m.kind, announcedOn: announcedOn, imposedBy: imposedBy, covers: covers}) AS imposes
}
RETURN {id: c.id, name: c.name, imposes: imposes} AS answer`,
};
