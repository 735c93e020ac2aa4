import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";

export const facets: Shape = {
  name: "facets",
  title: "a country's measures counted by kind and by year",
  parameters: ({ countries }, { below }) => ({ code: codeOf(below(countries)) }),
  ordered: ["values"],
  ours: `query Facets($code: CountryCode!) {
  answer: country(code: $code) {
    id
    imposes(first: 0) { totalCount facets(by: [{ field: KIND }, { field: ANNOUNCED_ON_YEAR, first: 50 }]) { by values { value count } none } }
  }
}`,
  idiomatic: `MATCH (c:Country {iso2: $code})
CALL (c) {
  MATCH (c)<-[:IMPOSED_BY]-(m:Measure)
  WITH m.kind AS value, count(m) AS count ORDER BY count DESC, value
  RETURN collect({value: value, count: count}) AS kinds
}
CALL (c) {
  MATCH (c)<-[:IMPOSED_BY]-(m:Measure)
  WITH left(m.announcedOn, 4) AS value, count(m) AS count ORDER BY count DESC, value
  RETURN collect({value: value, count: count}) AS years
}
CALL (c) { MATCH (c)<-[:IMPOSED_BY]-(m:Measure) RETURN count(m) AS totalCount }
RETURN {id: c.id, imposes: {totalCount: totalCount, facets: [
  {by: 'KIND', values: kinds, none: 0}, {by: 'ANNOUNCED_ON_YEAR', values: years, none: 0}
]}} AS answer`,
  best: `MATCH (c:Country {iso2: $code})
CALL (c) {
  MATCH (c)<-[:IMPOSED_BY]-(m)
  RETURN collect([m.kind, left(m.announcedOn, 4)]) AS found
}
CALL (found) {
  UNWIND found AS f WITH f[0] AS value, count(*) AS count ORDER BY count DESC, value
  RETURN collect({value: value, count: count}) AS kinds
}
CALL (found) {
  UNWIND found AS f WITH f[1] AS value, count(*) AS count ORDER BY count DESC, value
  RETURN collect({value: value, count: count}) AS years
}
RETURN {id: c.id, imposes: {totalCount: size(found), facets: [
  {by: 'KIND', values: kinds, none: 0}, {by: 'ANNOUNCED_ON_YEAR', values: years, none: 0}
]}} AS answer`,
};
