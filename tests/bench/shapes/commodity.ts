import { goodsOf } from "../world.ts";
import type { Shape } from "./shape.ts";

export const commodity: Shape = {
  name: "commodity",
  title: "a commodity's 50 newest tariffs, their targets, firms' home countries, retaliation",
  parameters: (size, { below }) => ({ code: goodsOf(size).subheading(below(Math.ceil(size.subheadings / 4))) }),
  ordered: ["coveredBy"],
  ours: `query CommodityPage($code: HsCode!) {
  answer: commodity(hsCode: $code) {
    id name
    coveredBy(first: 50, filter: { kind: [TARIFF] }, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
      edges {
        since newRate rateUnit
        node {
          id title announcedOn
          targets(first: 200) { nodes { id name ... on Firm { headquarters { nodes { id name } } } } }
          retaliatesAgainst { nodes { id title announcedOn } }
        }
      }
    }
  }
}`,
  peer: `query CommodityPage($code: String!) {
  answer: commodities(where: { hsCode: { eq: $code } }) {
    id name
    coveredBy: coveredByConnection(first: 50, where: { node: { kind: { eq: TARIFF } } }, sort: [{ node: { announcedOn: DESC } }, { node: { id: ASC } }]) {
      edges {
        properties { since newRate rateUnit }
        node {
          id title announcedOn
          targets { id name ... on Firm { headquarters { id name } } }
          retaliatesAgainst { id title announcedOn }
        }
      }
    }
  }
}`,
  dataloader: `query CommodityPage($code: String!) {
  answer: commodity(hsCode: $code) {
    id name
    coveredBy(first: 50, kind: "TARIFF") {
      since newRate rateUnit
      id title announcedOn
      targets { id name ... on Firm { headquarters { id name } } }
      retaliatesAgainst { id title announcedOn }
    }
  }
}`,
  idiomatic: `MATCH (c:Commodity {hsCode: $code})
RETURN c {
  .id, .name,
  coveredBy: COLLECT {
    MATCH (c)<-[r:COVERS]-(m:Measure {kind: 'TARIFF'})
    WITH r, m ORDER BY m.announcedOn DESC, m.id LIMIT 50
    RETURN m {
      .id, .title, .announcedOn, since: r.since, newRate: r.newRate, rateUnit: r.rateUnit,
      targets: [(m)-[:TARGETS]->(t) | t {.id, .name, headquarters: [(t)-[:HEADQUARTERED_IN]->(h:Country) | h {.id, .name}]}],
      retaliatesAgainst: [(m)-[:RETALIATES_AGAINST]->(o:Measure) | o {.id, .title, .announcedOn}]
    }
  }
} AS answer`,
  best: `MATCH (c:Commodity {hsCode: $code})
CALL (c) {
  MATCH (c)<-[r:COVERS]-(m) WHERE m.kind = 'TARIFF'
  WITH r, m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 50
  CALL (m) {
    MATCH (m)-[:TARGETS]->(t)
    CALL (t) { MATCH (t)-[:HEADQUARTERED_IN]->(h) RETURN collect({id: h.id, name: h.name}) AS headquarters }
    RETURN collect({id: t.id, name: t.name, headquarters: headquarters}) AS targets
  }
  CALL (m) {
    MATCH (m)-[:RETALIATES_AGAINST]->(o) RETURN collect({id: o.id, title: o.title, announcedOn: o.announcedOn}) AS retaliatesAgainst
  }
  RETURN collect({
    id: m.id, title: m.title, announcedOn: announcedOn, since: r.since, newRate: r.newRate, rateUnit: r.rateUnit,
    targets: targets, retaliatesAgainst: retaliatesAgainst
  }) AS coveredBy
}
RETURN {id: c.id, name: c.name, coveredBy: coveredBy} AS answer`,
};
