import { dayOf } from "../days.ts";
import { firmId } from "../world.ts";
import type { Shape } from "./shape.ts";
import { isInForce } from "./standing.ts";

export const exposure: Shape = {
  name: "exposure",
  title: "the 50 nearest measures in force on a day that reach a firm: by name, owners, seat, goods made and used",
  parameters: ({ firms }, { below }) => ({ id: firmId(below(firms)), day: dayOf(1_500 + below(4_500)) }),
  ordered: ["exposure"],
  ours: `query Exposure($id: ID!, $day: Date!) {
  answer: firm(id: $id) { id exposure(on: $day, first: 50) { measure { id title } status } }
}`,
  // A row for each measure, by the shortest way, as an analyst would write the ways down.
  idiomatic: `MATCH (f:Firm {id: $id})
CALL (f) {
  CALL (f) {
    RETURN f AS x, 0 AS hops
    UNION MATCH p = (f)-[:SUBSIDIARY_OF*1..9]->(x) RETURN x, length(p) AS hops
    UNION MATCH p = (f)<-[:SUBSIDIARY_OF*1..9]-(x) RETURN x, length(p) AS hops
    UNION MATCH p = (f)-[:HEADQUARTERED_IN]->()-[:PART_OF*0..8]->(x) RETURN x, length(p) AS hops
    UNION MATCH p = (f)-[:PRODUCES|USES]->()-[:PART_OF*0..8]->(x) RETURN x, length(p) AS hops
    UNION MATCH p = (f)-[:PRODUCES|USES]->()<-[:PART_OF*0..8]-(x) RETURN x, length(p) AS hops
  }
  WITH x, min(hops) AS hops
  MATCH (x)<-[r:TARGETS|COVERS]-(m:Measure)
  WHERE r.since <= $day AND (r.until IS NULL OR r.until >= $day)
  WITH m, min(hops) AS hops
  WHERE ${isInForce("m", "$day")}
  WITH m ORDER BY hops, m.id LIMIT 50
  RETURN collect({measure: {id: m.id, title: m.title}, status: 'IN_FORCE'}) AS exposure
}
RETURN {id: f.id, exposure: exposure} AS answer`,
};
