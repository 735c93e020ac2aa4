import { goodsOf } from "../world.ts";
import type { Shape } from "./shape.ts";

const FIELDS = "since: r.since, id: m.id, title: m.title, kind: m.kind, announcedOn: m.announcedOn";

export const hits: Shape = {
  name: "hits",
  title: "all that hits a product, under its own name or one above or below it, counted, the 20 newest",
  parameters: (size, { below }) => ({ code: goodsOf(size).subheading(below(size.subheadings)) }),
  ordered: ["coveredBy"],
  ours: `query Hits($code: HsCode!) {
  answer: commodity(hsCode: $code) {
    id
    coveredBy(first: 20, reach: ALL, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
      totalCount
      edges { since via { id } node { id title kind announcedOn } }
    }
  }
}`,
  idiomatic: `MATCH (c:Commodity {hsCode: $code})
CALL (c) {
  CALL (c) {
    MATCH (c)-[:PART_OF*0..]->(k:Commodity) RETURN k
    UNION
    MATCH (c)<-[:PART_OF*1..]-(k:Commodity) RETURN k
  }
  MATCH (k)<-[r:COVERS]-(m:Measure)
  WITH k, r, m ORDER BY m.announcedOn DESC, m.id, coalesce(r.since, ''), k.id
  RETURN collect({${FIELDS}, via: CASE k WHEN c THEN null ELSE {id: k.id} END}) AS found
}
RETURN {id: c.id, coveredBy: {totalCount: size(found), nodes: found[..20]}} AS answer`,
  best: `MATCH (c:Commodity {hsCode: $code})
CALL (c) {
  MATCH (c)-[:PART_OF*0..]->(k) RETURN collect(k) AS above
}
CALL (c) {
  MATCH (c)<-[:PART_OF*1..]-(k) RETURN collect(k) AS below
}
WITH c, above + below AS ks
CALL (ks) {
  UNWIND ks AS k MATCH (k)<-[r:COVERS]-() RETURN count(r) AS totalCount
}
CALL (c, ks) {
  UNWIND ks AS k
  MATCH (k)<-[r:COVERS]-(m)
  WITH k, r, m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id, coalesce(r.since, ''), k.id LIMIT 20
  RETURN collect({${FIELDS}, via: CASE k WHEN c THEN null ELSE {id: k.id} END}) AS nodes
}
RETURN {id: c.id, coveredBy: {totalCount: totalCount, nodes: nodes}} AS answer`,
};
