import { agencyId, firmId } from "../world.ts";
import type { Shape } from "./shape.ts";

const DATED = "COVERS|ENDS|HEADQUARTERED_IN|IMPOSED_BY|PART_OF|PRODUCES|RETALIATES_AGAINST|SUBSIDIARY_OF|SUSPENDS|TARGETS|USES";

export const paths: Shape = {
  name: "paths",
  title: "the best of the shortest ways from a firm to an agency: that through the least busy nodes",
  // Busy agencies come first: those of the other half have few thousand edges around them, so that no side leaves any out.
  parameters: ({ firms, agencies }, { below }) => ({
    from: firmId(below(firms)),
    to: agencyId(Math.floor(agencies / 2) + below(Math.floor(agencies / 2))),
  }),
  ordered: ["answer", "nodes"],
  ours: `query Paths($from: ID!, $to: ID!) {
  answer: paths(from: [$from], to: [$to], maxLength: 4, first: 1) { length busiest way: nodes { id } }
}`,
  idiomatic: `MATCH (a:Firm {id: $from}), (b:Agency {id: $to})
MATCH p = allShortestPaths((a)-[:${DATED}*..4]-(b))
WITH DISTINCT [n IN nodes(p) | n.id] AS ids, nodes(p)[1..-1] AS between
WITH ids, reduce(most = 0, n IN between | CASE WHEN COUNT { (n)-[:${DATED}]-() } > most THEN COUNT { (n)-[:${DATED}]-() } ELSE most END) AS busiest
ORDER BY busiest, ids LIMIT 1
RETURN [{length: size(ids) - 1, busiest: busiest, way: [id IN ids | {id: id}]}] AS answer`,
};
