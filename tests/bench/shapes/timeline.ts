import { dayOf } from "../days.ts";
import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";

const OPEN = "any(u IN untils WHERE u >= date)";
const stopped = (types: string) => `EXISTS { (m)<-[e:${types}]-() WHERE e.since <= date AND (e.until IS NULL OR e.until >= date) }`;

/** The entries of measures `m` with the last days of what joins them to the actor, `untils`. */
const ENTRIES = `CALL (m) {
    RETURN m.announcedOn AS date, 'ANNOUNCED' AS kind, null AS by, '' AS tie
    UNION ALL WITH m.inForceFrom AS date WHERE NOT ${stopped("ENDS|SUSPENDS")} RETURN date, 'IN_FORCE' AS kind, null AS by, '' AS tie
    UNION ALL WITH m.inForceUntil AS date WHERE NOT ${stopped("ENDS")} RETURN date, 'EXPIRY' AS kind, null AS by, '' AS tie
    UNION ALL MATCH (m)<-[e:ENDS]-(w) RETURN e.since AS date, 'ENDED' AS kind, w.id AS by, w.id + '|ENDS|' AS tie
    UNION ALL MATCH (m)<-[e:SUSPENDS]-(w) RETURN e.since AS date, 'SUSPENDED' AS kind, w.id AS by, w.id + '|SUSPENDS|' AS tie
    UNION ALL MATCH (m)<-[e:SUSPENDS]-(w) RETURN e.until AS date, 'SUSPENSION_END' AS kind, w.id AS by, w.id + '|SUSPENDS|' AS tie
  }`;
const PAGE = "{date: date, kind: kind, node: {id: m.id, title: m.title}, by: CASE WHEN by IS NULL THEN null ELSE {id: by} END}";

/** The entries of a month, counted, and the first 50. */
const ANSWER = `${ENTRIES}
WITH m, untils, date, kind, by, tie
WHERE date >= $from AND date <= $to AND ${OPEN}
WITH m, date, kind, by ORDER BY date, kind, m.id, tie
WITH collect(${PAGE}) AS found
RETURN {totalCount: size(found), nodes: found[..50]} AS answer`;

export const timeline: Shape = {
  name: "timeline",
  title: "what happened to a country in a month, counted, the first 50",
  parameters: ({ countries }, { below }) => {
    const code = codeOf(below(countries));
    const month = dayOf(300 + below(5_500)).slice(0, 7);
    return { id: `country:${code}`, code, month, from: `${month}-01`, to: `${month}-31` };
  },
  ordered: ["answer"],
  ours: `query Timeline($id: ID!, $month: PartialDate!) {
  answer: timeline(actors: [$id], from: $month, to: $month, first: 50) { totalCount nodes { date kind node { id title } by { id } } }
}`,
  idiomatic: `MATCH (:Country {iso2: $code})<-[:PART_OF*0..1]-(a)<-[r:IMPOSED_BY|TARGETS]-(m:Measure)
WITH m, collect(coalesce(r.until, '~')) AS untils
${ANSWER}`,
  best: `MATCH (:Country {iso2: $code})<-[:PART_OF*0..1]-(a)
MATCH (a)<-[r:IMPOSED_BY|TARGETS]-(m)
WITH m, collect(coalesce(r.until, '~')) AS untils
WHERE (m.announcedOn >= $from AND m.announcedOn <= $to) OR (m.inForceFrom >= $from AND m.inForceFrom <= $to)
  OR (m.inForceUntil >= $from AND m.inForceUntil <= $to) OR EXISTS { (m)<-[:ENDS|SUSPENDS]-() }
${ANSWER}`,
};
