import { dayOf } from "../days.ts";
import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";

export const asOf: Shape = {
  name: "as-of",
  title: "the 20 newest measures against a country that held on a day, and who imposed them",
  parameters: ({ countries }, { below }) => ({ code: codeOf(1 + below(Math.ceil(countries / 2))), day: dayOf(1_500 + below(4_500)) }),
  ordered: ["targetedBy"],
  ours: `query AsOf($code: CountryCode!, $day: Date!) @asOf(valid: $day) {
  answer: country(code: $code) {
    id name
    targetedBy(first: 20, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
      edges { since until node { id title kind announcedOn imposedBy { nodes { id name } } } }
    }
  }
}`,
  peer: `query AsOf($code: String!, $day: String!) {
  answer: countries(where: { iso2: { eq: $code } }) {
    id name
    targetedBy: targetedByConnection(
      first: 20
      where: { edge: { since: { lte: $day }, OR: [{ until: { eq: null } }, { until: { gte: $day } }] } }
      sort: [{ node: { announcedOn: DESC } }, { node: { id: ASC } }]
    ) {
      edges { properties { since until } node { id title kind announcedOn imposedBy { id name } } }
    }
  }
}`,
  dataloader: `query AsOf($code: String!, $day: String!) {
  answer: country(code: $code) {
    id name
    targetedBy: targetedByOn(first: 20, day: $day) { since until id title kind announcedOn imposedBy { id name } }
  }
}`,
  idiomatic: `MATCH (c:Country {iso2: $code})
RETURN c {
  .id, .name,
  targetedBy: COLLECT {
    MATCH (c)<-[r:TARGETS]-(m:Measure)
    WHERE r.since <= $day AND (r.until IS NULL OR r.until >= $day)
    WITH r, m ORDER BY m.announcedOn DESC, m.id LIMIT 20
    RETURN m {.id, .title, .kind, .announcedOn, since: r.since, until: r.until, imposedBy: [(m)-[:IMPOSED_BY]->(a) | a {.id, .name}]}
  }
} AS answer`,
  best: `MATCH (c:Country {iso2: $code})
CALL (c) {
  MATCH (c)<-[r:TARGETS]-(m)
  WHERE r.since <= $day AND (r.until IS NULL OR r.until >= $day)
  WITH r, m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 20
  CALL (m) { MATCH (m)-[:IMPOSED_BY]->(a) RETURN collect({id: a.id, name: a.name}) AS imposedBy }
  RETURN collect({id: m.id, title: m.title, kind: m.kind, announcedOn: announcedOn, since: r.since, until: r.until, imposedBy: imposedBy}) AS targetedBy
}
RETURN {id: c.id, name: c.name, targetedBy: targetedBy} AS answer`,
};
