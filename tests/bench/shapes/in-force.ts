import { dayOf } from "../days.ts";
import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";
import { isInForce } from "./standing.ts";

export const inForce: Shape = {
  name: "in-force",
  title: "measures of a country and its agencies that were in force on a day, counted, the 20 newest",
  parameters: ({ countries }, { below }) => {
    const code = codeOf(below(countries));
    return { id: `country:${code}`, code, day: dayOf(1_500 + below(4_500)) };
  },
  ordered: ["answer"],
  ours: `query InForce($id: ID!, $day: Date!) {
  answer: measures(first: 20, filter: { imposedBy: [$id], status: { on: $day, in: [IN_FORCE] } }, orderBy: [{ field: ANNOUNCED_ON, direction: DESC }]) {
    totalCount
    nodes { id title kind announcedOn }
  }
}`,
  idiomatic: `MATCH (:Country {iso2: $code})<-[:PART_OF*0..1]-(a)<-[:IMPOSED_BY]-(m:Measure)
WITH DISTINCT m
WHERE ${isInForce("m", "$day")}
WITH m ORDER BY m.announcedOn DESC, m.id
WITH collect(m) AS found
RETURN {totalCount: size(found), nodes: [m IN found[..20] | m {.id, .title, .kind, .announcedOn}]} AS answer`,
  best: `CALL () {
  MATCH (:Country {iso2: $code})<-[:PART_OF*0..1]-(a)
  MATCH (a)<-[:IMPOSED_BY]-(m)
  WHERE m.announcedOn <= $day AND m.inForceFrom <= $day
  WITH DISTINCT m
  WHERE ${isInForce("m", "$day")}
  RETURN collect(m) AS found
}
CALL (found) {
  UNWIND found AS m
  WITH m, m.announcedOn AS announcedOn ORDER BY announcedOn DESC, m.id LIMIT 20
  RETURN collect({id: m.id, title: m.title, kind: m.kind, announcedOn: announcedOn}) AS nodes
}
RETURN {totalCount: size(found), nodes: nodes} AS answer`,
};
