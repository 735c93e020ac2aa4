import { type Context, cypher, type Fragment, join, labelled, type Name } from "../compile/index.ts";

/** The names of an edge and its ends. */
export type Ends = Readonly<Record<"from" | "to" | "edge", Name>>;

/** The types of nodes at which edges of some types may begin, by the schema. */
export const startsOf = (context: Context, types: readonly string[]): ReadonlySet<string> => new Set(typesAt(context, types, 0));

/** The types of nodes at one end of edges of some types, sorted. */
export function typesAt({ model }: Context, types: readonly string[], end: 0 | 1): string[] {
  const pairs = types.flatMap((type) => [...(model.edges.get(type)?.pairs ?? [])]);
  return [...new Set(pairs.flatMap((pair) => pair.split(">")[end] ?? []))].sort();
}

/** That a node is of one of some types, as a look at those that it is not: claims and sources, half the nodes of a graph, are seldom asked for. */
export function isOfTypes({ model }: Context, node: Name, types: ReadonlySet<string>): Fragment[] {
  const others = [...model.nodes.keys()].filter((type) => !types.has(type)).map((type) => labelled(node, type));
  return others.length === 0 ? [] : [cypher`NOT (${join(others, " OR ")})`];
}

/** The relationship types of dated edges, in the order of the schema. */
export function datedTypes({ model }: Context): string[] {
  return [...model.edges.values()].filter((edge) => edge.dated).map((edge) => edge.type);
}
