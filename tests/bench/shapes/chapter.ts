import { goodsOf } from "../world.ts";
import type { Shape } from "./shape.ts";

export const chapter: Shape = {
  name: "chapter",
  title: "measures on anything in a chapter of the Harmonized System, counted, the 20 newest",
  parameters: (size, { below }) => {
    const goods = goodsOf(size);
    const code = goods.chapter(below(goods.chapters));
    return { id: `commodity:hs-${code}`, code };
  },
  ordered: ["answer"],
  ours: `query Chapter($id: ID!) {
  answer: measures(first: 20, filter: { covers: [$id] }, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
    totalCount
    nodes { id title kind announcedOn }
  }
}`,
  // Codes of the Harmonized System begin with those above them: for this library three to five times as fast as conditions on the hierarchy.
  peer: `query Chapter($code: String!) {
  answer: measuresConnection(
    first: 20
    where: { covers: { some: { hsCode: { startsWith: $code } } } }
    sort: [{ announcedOn: DESC }, { id: ASC }]
  ) {
    totalCount
    edges { node { id title kind announcedOn } }
  }
}`,
  dataloader: `query Chapter($code: String!) {
  answer: measuresUnder(hsCode: $code, first: 20) { totalCount nodes { id title kind announcedOn } }
}`,
  idiomatic: `MATCH (:Commodity {hsCode: $code})<-[:PART_OF*0..2]-(:Commodity)<-[:COVERS]-(m:Measure)
WITH DISTINCT m ORDER BY m.announcedOn DESC, m.id
WITH collect(m) AS found
RETURN {totalCount: size(found), nodes: [m IN found[..20] | m {.id, .title, .kind, .announcedOn}]} AS answer`,
  best: `CALL () {
  MATCH (:Commodity {hsCode: $code})<-[:PART_OF*0..2]-(k)
  MATCH (k)<-[:COVERS]-(m)
  RETURN collect(DISTINCT m) AS found
}
CALL (found) {
  UNWIND found AS m
  WITH m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 20
  RETURN collect({id: m.id, title: m.title, kind: m.kind, announcedOn: announcedOn}) AS nodes
}
RETURN {totalCount: size(found), nodes: nodes} AS answer`,
};
