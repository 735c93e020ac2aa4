import {
  type Arguments,
  anyOf,
  bind,
  type Context,
  carry,
  cypher,
  edgeConditions,
  edgeIsThere,
  edgeName,
  type Fragment,
  hierarchies,
  type IdSet,
  idSet,
  idsAt,
  join,
  key,
  labelled,
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
  stored,
  typesReaching,
  type Walk,
} from "../compile/index.ts";

/** The properties that RelationshipOrder names. */
const ORDERED_BY: Readonly<Record<string, string>> = { SINCE: "since", UNTIL: "until", RECORDED_ON: "recordedOn" };

/**
 * relationships: all dated edges by themselves. Starts from the nodes given; where none are, and no other order is asked for, from one node after the
 * other until the page is full; else it looks at every edge.
 */
export function relationships({ context }: Selected, site: Site): Rows {
  const { model, asOf } = context;
  const { args } = site;
  const all = [...model.nodes.keys()];
  const [from, to, edge, claims] = [context.name("node"), context.name("node"), context.name("edge"), context.name("claims")];
  const names = { from, to, edge };
  const withClaims = cypher`${edge}.claims AS ${bind(claims)}`;
  const node = (name: Name): RowField => ({ kind: "node", name, type: "Node" });
  const conditions = [
    ...(args.has("types") ? [cypher`type(${edge}) IN ${site.distinct("types")}`] : []),
    ...(args.has("from") && args.has("to") ? [cypher`${to}.id IN ${endsAt(context, site, "to")}`] : []),
    ...(args.has("edge") ? edgeConditions(context, { properties: new Map() }, edge, site.under("edge")) : []),
    ...edgeIsThere(asOf, edge),
    ...nodeIsThere(context, from, all),
    ...nodeIsThere(context, to, all),
  ];
  const steps = stepsOf(args);
  const isOfAll = steps.length === 0 && !args.has("from") && !args.has("to");
  return {
    type: "Relationship",
    match: cypher`${matchEdges(context, site, names)} WITH ${carry([from, to, edge, withClaims], conditions)}`,
    conditions,
    bound: [edge, from, to, claims],
    keys: [
      ...steps.map(({ field, descending }) => key(stored(edge, ORDERED_BY[field] ?? field), { descending, nullable: true })),
      key(stored(from, "id")),
      key(edgeName(from, edge, to)),
    ],
    ...(isOfAll ? { walk: walkOf(context, names, cypher`${from}, ${to}, ${edge}, ${withClaims}`) } : {}),
    fields: relationshipFields({ edge, from: node(from), to: node(to), claims }),
  };
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

/** The names of an edge and its ends. */
type Ends = Readonly<Record<"from" | "to" | "edge", Name>>;

/** Node after node with the edges that begin at it; `carried` is what each row carries on. */
function walkOf(context: Context, { from, to, edge }: Ends, carried: Fragment): Walk {
  const types = datedTypes(context);
  return {
    start: cypher`MATCH (${bind(from)}:Node)`,
    node: from,
    conditions: [mayBegin(context, from, types)],
    rows: cypher`MATCH (${from})-[${bind(edge)}:${anyOf(types)}]->(${bind(to)}:Node) WITH ${carried}`,
  };
}

/** That edges of some types may begin at a node, by the schema: of half the nodes of a graph, claims and sources, none do. */
export function mayBegin({ model }: Context, node: Name, types: readonly string[]): Fragment {
  const begin = new Set(types.flatMap((type) => [...(model.edges.get(type)?.pairs ?? [])].map((pair) => pair.split(">")[0])));
  const others = [...model.nodes.keys()].filter((type) => !begin.has(type)).map((type) => labelled(node, type));
  return others.length === 0 ? cypher`true` : cypher`NOT (${join(others, " OR ")})`;
}

/** Binds the edges of the nodes given, from the end that is known. */
function matchEdges(context: Context, site: Site, { from, to, edge }: Ends): Fragment {
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
