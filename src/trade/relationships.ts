import {
  anyOf,
  bind,
  type Context,
  cypher,
  edgeConditions,
  edgeIsThere,
  edgeName,
  type Fragment,
  idsAt,
  key,
  matchByIds,
  type Name,
  nodeIsThere,
  type Parameter,
  type RowField,
  type Rows,
  relationshipFields,
  type Selected,
  type Site,
  stepsOf,
  stored,
} from "../compile/index.ts";

/** The properties that RelationshipOrder names. */
const ORDERED_BY: Readonly<Record<string, string>> = { SINCE: "since", UNTIL: "until", RECORDED_ON: "recordedOn" };

/** relationships: all dated edges by themselves. Starts from the nodes given, else looks at every edge. */
export function relationships({ context }: Selected, site: Site): Rows {
  const { model, asOf } = context;
  const { args } = site;
  const all = [...model.nodes.keys()];
  const [from, to, edge, claims] = [context.name("node"), context.name("node"), context.name("edge"), context.name("claims")];
  const match = matchEdges(context, site, { from, to, edge });
  const node = (name: Name): RowField => ({ kind: "node", name, type: "Node" });
  return {
    type: "Relationship",
    match: cypher`${match} WITH ${from}, ${to}, ${edge}, ${edge}.claims AS ${bind(claims)}`,
    conditions: [
      ...(args.has("types") ? [cypher`type(${edge}) IN ${site.distinct("types")}`] : []),
      ...(args.has("from") && args.has("to") ? [cypher`${to}.id IN ${endsAt(context, site, "to")}`] : []),
      ...(args.has("edge") ? edgeConditions(context, { properties: new Map() }, edge, site.under("edge")) : []),
      ...edgeIsThere(asOf, edge),
      ...nodeIsThere(context, from, all),
      ...nodeIsThere(context, to, all),
    ],
    bound: [edge, from, to, claims],
    keys: [
      ...stepsOf(args).map(({ field, descending }) => key(stored(edge, ORDERED_BY[field] ?? field), { descending, nullable: true })),
      key(edgeName(from, edge, to)),
    ],
    fields: relationshipFields(asOf, { edge, from: node(from), to: node(to), claims }),
  };
}

/** Binds the edges of the nodes given, from the end that is known. */
function matchEdges(context: Context, site: Site, { from, to, edge }: Readonly<Record<"from" | "to" | "edge", Name>>): Fragment {
  const walk = cypher`[${bind(edge)}:${anyOf(datedTypes(context))}]`;
  const id = context.name("id");
  if (site.args.has("from")) {
    return cypher`${matchByIds(from, id, endsAt(context, site, "from"))} MATCH (${from})-${walk}->(${bind(to)}:Node)`;
  }
  if (site.args.has("to")) return cypher`${matchByIds(to, id, endsAt(context, site, "to"))} MATCH (${to})<-${walk}-(${bind(from)}:Node)`;
  return cypher`MATCH (${bind(from)}:Node)-${walk}->(${bind(to)}:Node)`;
}

/** The ids of `from` or `to`: of nodes at which edges of the types asked for may begin or end. */
function endsAt(context: Context, site: Site, side: "from" | "to"): Parameter {
  const all = datedTypes(context);
  return idsAt(context, site, side, (args) => {
    const asked = args.has("types") ? args.texts("types") : all;
    const pairs = asked.flatMap((type) => [...(context.model.edges.get(type)?.pairs ?? [])]);
    return { types: [...new Set(pairs.flatMap((pair) => pair.split(">")[side === "from" ? 0 : 1] ?? []))].sort() };
  });
}

/** The relationship types of dated edges, in the order of the schema. */
export function datedTypes({ model }: Context): string[] {
  return [...model.edges.values()].filter((edge) => edge.dated).map((edge) => edge.type);
}
