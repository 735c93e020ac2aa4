import { codeOf } from "../words.ts";
import type { Shape } from "./shape.ts";

export const neighbours: Shape = {
  name: "neighbours",
  title: "a country with all that lies around it, counted by kind of edge, the first five of each: the explorer's first request",
  // The hub first.
  parameters: ({ countries }, { below }) => ({ code: codeOf(below(3) === 0 ? 0 : below(countries)) }),
  ordered: ["nodes"],
  ours: `query Neighbours($code: CountryCode!) {
  answer: country(code: $code) { id name neighbours(first: 5) { type direction totalCount first: nodes { id } } }
}`,
  idiomatic: `MATCH (c:Country {iso2: $code})
CALL (c) {
  MATCH (c)-[r]-(x)
  WITH c, type(r) AS type, CASE startNode(r) WHEN c THEN 'OUT' ELSE 'IN' END AS direction, x ORDER BY x.id
  WITH type, direction, count(x) AS totalCount, collect(DISTINCT x.id)[..5] AS ids
  RETURN collect({type: type, direction: direction, totalCount: totalCount, first: [id IN ids | {id: id}]}) AS neighbours
}
RETURN c {.id, .name, neighbours: neighbours} AS answer`,
  best: `MATCH (c:Country {iso2: $code})
CALL (c) {
  CALL (c) {
    MATCH (c)<-[r]-(x)
    WITH type(r) AS type, x.id AS id ORDER BY id
    RETURN type, 'IN' AS direction, count(id) AS totalCount, collect(DISTINCT id)[..5] AS ids
    UNION ALL
    MATCH (c)-[r]->(x)
    WITH type(r) AS type, x.id AS id ORDER BY id
    RETURN type, 'OUT' AS direction, count(id) AS totalCount, collect(DISTINCT id)[..5] AS ids
  }
  RETURN collect({type: type, direction: direction, totalCount: totalCount, first: [id IN ids | {id: id}]}) AS neighbours
}
RETURN {id: c.id, name: c.name, neighbours: neighbours} AS answer`,
};
