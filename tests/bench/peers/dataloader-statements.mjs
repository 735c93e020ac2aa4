/** The statements of the resolvers: for a root field its own, for an edge one that takes the ids of a whole level. */

const measure = "{.id, .title, .kind, .announcedOn}";

/** Everything at the other end of an edge. */
const all = (pattern, item) => `UNWIND $ids AS id MATCH (a:Node {id: id})${pattern} RETURN id, collect(${item}) AS items`;

/** Of each node of the level, the first few in an order. */
const page = (pattern, order, item, where = "") =>
  `UNWIND $ids AS id MATCH (a:Node {id: id})
CALL (a) { MATCH (a)${pattern}${where} WITH b, r ORDER BY ${order} LIMIT $first RETURN collect(${item}) AS items }
RETURN id, items`;

const newest = "b.announcedOn DESC, b.id";
const imposed = `b {.id, .title, .kind, .announcedOn, since: r.since, certainty: r.certainty}`;
const targeting = "b {.id, .title, .kind, .announcedOn, since: r.since, until: r.until}";

export const edges = {
  "Measure.imposedBy": all("-[:IMPOSED_BY]->(b)", "b {.id, .name}"),
  "Measure.targets": all("-[r:TARGETS]->(b)", "b {.id, .name, since: r.since, until: r.until, certainty: r.certainty}"),
  "Measure.covers": page(
    "-[r:COVERS]->(b:Commodity)",
    "b.hsCode",
    "b {.id, .name, .hsCode, since: r.since, until: r.until, newRate: r.newRate}",
  ),
  "Measure.retaliatesAgainst": all("-[:RETALIATES_AGAINST]->(b:Measure)", `b ${measure}`),
  "Measure.claims": all("<-[:ABOUT]-(b:Claim)", "b {.id, .certainty, .statement}"),
  "Claim.source": all("-[:STATED_IN]->(b:Source)", "b {.id, .title, .publisher, .reliability}"),
  "Country.imposes": page("<-[r:IMPOSED_BY]-(b:Measure)", newest, imposed),
  "Country.targetedBy": page("<-[r:TARGETS]-(b:Measure)", newest, targeting),
  "Country.targetedByOn": page(
    "<-[r:TARGETS]-(b:Measure)",
    newest,
    targeting,
    " WHERE r.since <= $day AND (r.until IS NULL OR r.until >= $day)",
  ),
  "Agency.imposes": page("<-[r:IMPOSED_BY]-(b:Measure)", newest, imposed),
  "Agency.partOf": all("-[:PART_OF]->(b)", "b {.id, .name}"),
  "Firm.headquarters": all("-[:HEADQUARTERED_IN]->(b:Country)", "b {.id, .name}"),
  "Commodity.partOf": all("-[:PART_OF]->(b:Commodity)", "b {.id, .name, .hsCode}"),
  "Commodity.coveredBy": page(
    "<-[r:COVERS]-(b:Measure)",
    newest,
    "b {.id, .title, .kind, .announcedOn, since: r.since, newRate: r.newRate, rateUnit: r.rateUnit}",
    " WHERE b.kind = $kind",
  ),
};

export const roots = {
  measure: `MATCH (m:Measure {id: $id}) RETURN m ${measure} AS answer`,
  agency: "MATCH (a:Node {id: $id}) RETURN a {.id, .name} AS answer",
  country: "MATCH (c:Country {iso2: $code}) RETURN c {.id, .name} AS answer",
  commodity: "MATCH (c:Commodity {hsCode: $hsCode}) RETURN c {.id, .name, .hsCode} AS answer",
  measures: `CALL () { MATCH (m:Measure) WHERE m.kind = $kind AND m.announcedOn >= $from AND m.announcedOn <= $to RETURN count(m) AS totalCount }
CALL () {
  MATCH (m:Measure) WHERE m.kind = $kind AND m.announcedOn >= $from AND m.announcedOn <= $to
  WITH m ORDER BY m.announcedOn DESC, m.id LIMIT $first RETURN collect(m ${measure}) AS nodes
}
RETURN {totalCount: totalCount, nodes: nodes} AS answer`,
  measuresUnder: `MATCH (:Commodity {hsCode: $hsCode})<-[:PART_OF*0..2]-(:Commodity)<-[:COVERS]-(m:Measure)
WITH DISTINCT m ORDER BY m.announcedOn DESC, m.id
WITH collect(m) AS found
RETURN {totalCount: size(found), nodes: [m IN found[..$first] | m ${measure}]} AS answer`,
  search: `CALL db.index.fulltext.queryNodes('bench_searchText', $text) YIELD node, score
WHERE node:Measure
WITH node, score ORDER BY score DESC, node.id LIMIT $first
RETURN collect(node {.id, .title}) AS answer`,
};
