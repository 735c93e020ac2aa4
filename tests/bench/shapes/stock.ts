import type { Shape } from "./shape.ts";
import { isInForce } from "./standing.ts";

const YEARS = 15;
/** The years in which the world's measures are announced, and with which a span of so many may begin. */
const [FIRST, LAST] = [2009, 2012];

export const stock: Shape = {
  name: "stock",
  title: "measures in force at the end of each of 15 years, by kind",
  parameters: (_size, { below }) => {
    const from = FIRST + below(LAST - FIRST + 1);
    return { from: String(from), to: String(from + YEARS - 1) };
  },
  pool: LAST - FIRST + 1,
  ordered: [],
  ours: `query Stock($from: PartialDate!, $to: PartialDate!) {
  answer: statistics(count: IN_FORCE, parts: ALL, from: $from, to: $to) { rows(groupBy: [KIND]) { period groups { value } count } }
}`,
  idiomatic: `UNWIND range(toInteger($from), toInteger($to)) AS year
WITH toString(year) AS period, toString(year) + '-12-31' AS day
MATCH (m:Measure)
WHERE ${isInForce("m", "day")}
WITH period, m.kind AS kind, count(m) AS count
RETURN {rows: collect({period: period, groups: [{value: kind}], count: count})} AS answer`,
};
