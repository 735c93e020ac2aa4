import {
  type Arguments,
  type AsOf,
  anyOf,
  bind,
  type Context,
  carry,
  cypher,
  edgeConditions,
  edgeIsThere,
  edgeName,
  edgeProperty,
  type Fragment,
  hierarchies,
  type IdSet,
  idSet,
  idsAt,
  key,
  matchByIds,
  type Name,
  nodeIsThere,
  type RowField,
  type Rows,
  reachAt,
  relationshipFields,
  type Selected,
  type Site,
  stepsOf,
  typesReaching,
} from "../compile/index.ts";
import { DATED, names } from "../model/index.ts";

/** relationships: all dated edges by themselves. Starts from the nodes given, else looks at every edge. */
export function relationships({ context }: Selected, site: Site): Rows {
  const { model, asOf } = context;
  const { args } = site;
  const all = [...model.nodes.keys()];
  const [from, to, edge, claims] = [context.name("node"), context.name("node"), context.name("edge"), context.name("claims")];
  const match = matchEdges(context, site, { from, to, edge });
  const node = (name: Name): RowField => ({ kind: "node", name, type: "Node" });
  const conditions = [
    ...(args.has("types") ? [cypher`type(${edge}) IN ${site.distinct("types")}`] : []),
    ...(args.has("from") && args.has("to") ? [cypher`${to}.id IN ${endsAt(context, site, "to")}`] : []),
    ...(args.has("edge") ? edgeConditions(context, { properties: new Map() }, edge, site.under("edge")) : []),
    ...edgeIsThere(asOf, edge),
    ...nodeIsThere(context, from, all),
    ...nodeIsThere(context, to, all),
  ];
  return {
    type: "Relationship",
    match: cypher`${match} WITH ${carry([from, to, edge, cypher`${edge}.claims AS ${bind(claims)}`], conditions)}`,
    conditions,
    bound: [edge, from, to, claims],
    keys: [
      ...stepsOf(args).map(({ field, descending }) => key(orderedBy(edge, field, asOf), { descending, nullable: true })),
      key(edgeName(from, edge, to)),
    ],
    fields: relationshipFields({ edge, from: node(from), to: node(to), claims }),
  };
}

/** What RelationshipOrder names: `RECORDED_ON` is `recordedOn`. */
function orderedBy(edge: Name, field: string, asOf: AsOf): Fragment {
  const property = [...DATED.values()].find(({ name }) => names.constant(name) === field);
  if (!property) throw new Error(`No dated edge has ${field}: RelationshipOrderField names what is not stored.`);
  return edgeProperty(edge, property, asOf);
}

/** The ids that an argument gives, with what they reach; `typesOf` says of which types the nodes are that they are to lead to. */
export function idsOf(context: Context, site: Site, argument: string, typesOf: (args: Arguments) => readonly string[]): IdSet["ids"] {
  const { model } = context;
  const targets = [...model.nodes.keys()];
  const reach = reachAt(site.args, "EXACT");
  const along = hierarchies(model, targets);
  const ids = idsAt(context, site, argument, (args) => {
    const types = typesOf(args);
    return { types, reaching: typesReaching(model, types, reach, along) };
  });
  return idSet(context, { targets }, ids, { reach, on: null, dated: false }).ids;
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

/**
 * The ids of `from` or `to`, with what they reach: nodes at which edges of the types asked for may begin or end; of any type where none is asked for
 * (an empty list), which finds nothing whatever the ids are.
 */
function endsAt(context: Context, site: Site, side: "from" | "to"): IdSet["ids"] {
  const all = datedTypes(context);
  return idsOf(context, site, side, (args) => {
    const types = args.texts("types");
    const asked = types.length > 0 ? types : all;
    const pairs = asked.flatMap((type) => [...(context.model.edges.get(type)?.pairs ?? [])]);
    return [...new Set(pairs.flatMap((pair) => pair.split(">")[side === "from" ? 0 : 1] ?? []))].sort();
  });
}

/** The relationship types of dated edges, in the order of the schema. */
export function datedTypes({ model }: Context): string[] {
  return [...model.edges.values()].filter((edge) => edge.dated).map((edge) => edge.type);
}
