import {
  type Arguments,
  anyOf,
  bind,
  type Context,
  carry,
  cypher,
  EMPTY,
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
  stored,
  typesReaching,
  type Walk,
} from "../compile/index.ts";
import { DATED, names, type Property } from "../model/index.ts";
import { datedTypes, type Ends, isOfTypes, startsOf, typesAt } from "./edges.ts";
import { edgesByDay } from "./relationships-by-day.ts";

/**
 * relationships: all dated edges by themselves. Starts from the nodes given; where none are, goes from one node to the next until the page is full, or, in
 * the order of a day, by the days that nodes keep of their edges.
 */
export function relationships({ context }: Selected, site: Site): Rows {
  const { model, asOf } = context;
  const { args } = site;
  const all = [...model.nodes.keys()];
  const [from, to, edge, claims] = [context.name("node"), context.name("node"), context.name("edge"), context.name("claims")];
  const withClaims = cypher`${edge}.claims AS ${bind(claims)}`;
  const node = (name: Name): RowField => ({ kind: "node", name, type: "Node" });
  const ends = { from, to, edge };
  const conditionsOn = ({ from, to, edge }: Ends) => [
    ...(args.has("types") ? [cypher`type(${edge}) IN ${site.distinct("types")}`] : []),
    ...(args.has("from") && args.has("to") ? [cypher`${to}.id IN ${endsAt(context, site, "to")}`] : []),
    ...(args.has("edge") ? edgeConditions(context, { properties: new Map() }, edge, site.under("edge")) : []),
    ...edgeIsThere(asOf, edge),
    ...nodeIsThere(context, from, all),
    ...nodeIsThere(context, to, all),
  ];
  const match = matchEdges(context, site, ends);
  const conditions = conditionsOn(ends);
  const steps = stepsOf(args).map(({ field, descending }) => ({ property: propertyOf(field), descending }));
  const carried = cypher`${from}, ${to}, ${edge}, ${withClaims}`;
  const found = (): Partial<Rows> => {
    if (args.has("from") || args.has("to")) return {};
    const [step] = steps;
    if (!step) return { walk: walkOf(context, site, ends, carried) };
    return { match: EMPTY, dated: edgesByDay({ context, names: ends, ...step, carried, conditions: conditionsOn }) };
  };
  return {
    type: "Relationship",
    match: cypher`${match} WITH ${carry([from, to, edge, withClaims], conditions)}`,
    conditions,
    bound: [edge, from, to, claims],
    keys: [
      ...steps.map(({ property, descending }) => key(edgeProperty(edge, property, asOf), { descending, nullable: true })),
      key(stored(from, "id")),
      key(edgeName(from, edge, to)),
    ],
    ...found(),
    fields: relationshipFields({ edge, from: node(from), to: node(to), claims }),
  };
}

/** What RelationshipOrder names: `RECORDED_ON` is `recordedOn`. */
function propertyOf(field: string): Property {
  const property = [...DATED.values()].find(({ name }) => names.constant(name) === field);
  if (!property) throw new Error(`No dated edge has ${field}: RelationshipOrderField names what is not stored.`);
  return property;
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

/** Node after node with the edges that begin at it; `carried` is what each row carries on. */
function walkOf(context: Context, site: Site, { from, to, edge }: Ends, carried: Fragment): Walk {
  const types = datedTypes(context);
  const bound = (of: "first" | "last") => site.parameter((args) => startIds(context, args.texts("types"))[of]);
  const asked = site.args.has("types")
    ? [cypher`${stored(from, "id")} >= ${bound("first")}`, cypher`${stored(from, "id")} <= ${bound("last")}`]
    : // Every node has one: so Neo4j finds them in the order of its index.
      [cypher`${stored(from, "id")} IS NOT NULL`];
  return {
    start: cypher`MATCH (${bind(from)}:Node)`,
    node: from,
    conditions: [...asked, ...isOfTypes(context, from, startsOf(context, types))],
    rows: cypher`MATCH (${from})-[${bind(edge)}:${anyOf(types)}]->(${bind(to)}:Node) WITH ${carried}`,
  };
}

/** Between which ids nodes lie at which edges of some types begin: texts, since ids begin with the prefix of their type. */
function startIds(context: Context, types: readonly string[]): { readonly first: string; readonly last: string } {
  const prefixes = [...startsOf(context, types)].flatMap((type) => context.model.nodes.get(type)?.prefix ?? []).sort();
  return { first: `${prefixes[0] ?? "~"}:`, last: `${prefixes.at(-1) ?? ""}:~` };
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
    return typesAt(context, asked, side === "from" ? 0 : 1);
  });
}
