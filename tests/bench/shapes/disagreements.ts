import { disputedId } from "../world.ts";
import type { Shape } from "./shape.ts";

export const disagreements: Shape = {
  name: "disagreements",
  title: "where sources disagree about a measure",
  parameters: (size, { below }) => ({ id: disputedId(size, below(Math.floor(size.measures / 10))) }),
  ordered: [],
  ours: `query Disagreements($id: ID!) {
  answer: disagreements(about: [$id]) { nodes { about { id } field positions { value claim { id } } } }
}`,
  idiomatic: `MATCH (m:Measure {id: $id})<-[one:ABOUT]-(c:Claim), (m)<-[other:ABOUT]-(d:Claim)
WHERE one.field = other.field AND one.value <> other.value AND c.id < d.id
RETURN {nodes: collect({about: {id: m.id}, field: one.field, positions: [{value: one.value, claim: {id: c.id}}, {value: other.value, claim: {id: d.id}}]})} AS answer`,
  best: `MATCH (m:Node {id: $id})
CALL (m) {
  MATCH (m)<-[a:ABOUT]-(c) WHERE a.field IS NOT NULL
  RETURN collect({field: a.field, value: a.value, id: c.id}) AS said
}
CALL (m, said) {
  UNWIND said AS one UNWIND said AS other
  WITH m, one, other WHERE one.id < other.id AND one.field = other.field AND one.value <> other.value
  RETURN collect({
    about: {id: m.id}, field: one.field,
    positions: [{value: one.value, claim: {id: one.id}}, {value: other.value, claim: {id: other.id}}]
  }) AS found
}
RETURN {nodes: found} AS answer`,
};
