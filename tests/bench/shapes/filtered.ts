import { dayOf } from "../days.ts";
import type { Shape } from "./shape.ts";

export const filtered: Shape = {
  name: "filtered",
  title: "measures of a kind announced in a span of days, counted, the 20 newest",
  parameters: (_size, { below, pick }) => {
    const from = below(5_500);
    return { kind: pick(["TARIFF", "LICENSING", "QUOTA", "SUBSIDY"]), from: dayOf(from), to: dayOf(from + 90 + below(400)) };
  },
  ordered: ["answer"],
  ours: `query Filtered($kind: MeasureKind!, $from: PartialDate!, $to: PartialDate!) {
  answer: measures(first: 20, filter: { kind: [$kind], announcedOn: { from: $from, to: $to } }, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
    totalCount
    nodes { id title kind announcedOn }
  }
}`,
  peer: `query Filtered($kind: MeasureKind!, $from: String!, $to: String!) {
  answer: measuresConnection(first: 20, where: { kind: { eq: $kind }, announcedOn: { gte: $from, lte: $to } }, sort: [{ announcedOn: DESC }, { id: ASC }]) {
    totalCount
    edges { node { id title kind announcedOn } }
  }
}`,
  dataloader: `query Filtered($kind: String!, $from: String!, $to: String!) {
  answer: measures(kind: $kind, from: $from, to: $to, first: 20) { totalCount nodes { id title kind announcedOn } }
}`,
  idiomatic: `MATCH (m:Measure)
WHERE m.kind = $kind AND m.announcedOn >= $from AND m.announcedOn <= $to
WITH m ORDER BY m.announcedOn DESC, m.id
WITH collect(m) AS found
RETURN {totalCount: size(found), nodes: [m IN found[..20] | m {.id, .title, .kind, .announcedOn}]} AS answer`,
  best: `CALL () { MATCH (m:Measure) WHERE m.kind = $kind AND m.announcedOn >= $from AND m.announcedOn <= $to RETURN count(m) AS totalCount }
CALL () {
  MATCH (m:Measure) WHERE m.kind = $kind AND m.announcedOn >= $from AND m.announcedOn <= $to
  WITH m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 20
  RETURN collect({id: m.id, title: m.title, kind: m.kind, announcedOn: announcedOn}) AS nodes
}
RETURN {totalCount: totalCount, nodes: nodes} AS answer`,
};
