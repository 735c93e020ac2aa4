import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";

export const hub: Shape = {
  name: "hub",
  title: "the 50 newest measures against the hub country",
  parameters: () => ({ code: codeOf(0) }),
  pool: 1,
  ordered: ["targetedBy"],
  ours: `query HubPage($code: CountryCode!) {
  answer: country(code: $code) {
    id name
    targetedBy(first: 50, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) { edges { since until node { id title kind announcedOn } } }
  }
}`,
  peer: `query HubPage($code: String!) {
  answer: countries(where: { iso2: { eq: $code } }) {
    id name
    targetedBy: targetedByConnection(first: 50, sort: [{ node: { announcedOn: DESC } }, { node: { id: ASC } }]) {
      edges { properties { since until } node { id title kind announcedOn } }
    }
  }
}`,
  dataloader: `query HubPage($code: String!) {
  answer: country(code: $code) { id name targetedBy(first: 50) { since until id title kind announcedOn } }
}`,
  idiomatic: `MATCH (c:Country {iso2: $code})<-[r:TARGETS]-(m:Measure)
WITH c, r, m ORDER BY m.announcedOn DESC, m.id LIMIT 50
WITH c, collect(m {.id, .title, .kind, .announcedOn, since: r.since, until: r.until}) AS targetedBy
RETURN c {.id, .name, targetedBy: targetedBy} AS answer`,
  best: `MATCH (c:Country {iso2: $code})
CALL (c) {
  MATCH (c)<-[r:TARGETS]-(m) WITH r, m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 50
  RETURN collect({id: m.id, title: m.title, kind: m.kind, announcedOn: announcedOn, since: r.since, until: r.until}) AS targetedBy
}
RETURN {id: c.id, name: c.name, targetedBy: targetedBy} AS answer`,
};
