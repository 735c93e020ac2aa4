import { anyOf, bind, cypher, edgeIsThere, gatheredField, nodeIsThere, stored, where } from "../../compile/index.ts";
import { chain, type Links } from "./chain.ts";

/** By these an act is a rung above another: it answers it, retaliates against it, or goes further. */
const RUNGS: Links = { along: [], against: ["RESPONDS_TO", "RETALIATES_AGAINST", "RAISES"] };
/** By these an act takes something back of a rung. */
export const RELIEF = ["EASES", "SUSPENDS", "ENDS"] as const;

/** escalation: the ladder on which a measure stands. */
export const escalation = gatheredField((context, site) =>
  chain(context, site, "Rung", RUNGS, (act) => ({
    relief: {
      kind: "relationships",
      by: (edge) => [cypher`coalesce(${stored(edge, "since")}, '~')`],
      most: null,
      match: (edge) => {
        const from = context.name("node");
        const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, from, context.model.possible.get("Act") ?? [])];
        return cypher`MATCH (${act})<-[${bind(edge)}:${anyOf(RELIEF)}]-(${bind(from)}:Node)${where(there)}`;
      },
    },
  })),
);
