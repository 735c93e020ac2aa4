import type { EdgeField, Model } from "../../model/index.ts";
import { bind, call, cypher, type Fragment, join, type Name, number, quoted, where } from "../cypher/fragment.ts";
import { anyOf, labelled } from "../cypher/patterns.ts";
import type { Arguments } from "../request/arguments.ts";
import type { Context } from "../request/context.ts";
import type { Day } from "../request/day.ts";
import { pathIsThere, untilOf } from "./as-of.ts";

const REACHES = ["EXACT", "BELOW", "ABOVE", "ALL"] as const;

/** How far a node stands for what lies below or above it: the enum `Reach` of the schema. */
export type Reach = (typeof REACHES)[number];

/** The argument `reach`; `otherwise` where none, or null, was given. */
export function reachAt(args: Arguments, otherwise: Reach): Reach {
  return REACHES.find((reach) => args.has("reach") && reach === args.text("reach")) ?? otherwise;
}

/** The relationship types by which node types form hierarchies. */
export function hierarchies(model: Model, types: readonly string[]): string[] {
  return [...new Set(types.flatMap((t) => model.nodes.get(t)?.hierarchy ?? []))].sort();
}

/** What reaches back: a node that one reaches below itself reaches that one above itself. */
const BACK: Readonly<Record<Reach, Reach>> = { EXACT: "EXACT", BELOW: "ABOVE", ABOVE: "BELOW", ALL: "ALL" };

/**
 * The other types whose nodes reach nodes of some types along hierarchies, those of these types unless others are walked too: a country
 * reaches the agencies below it.
 */
export function typesReaching(model: Model, types: readonly string[], reach: Reach, along = hierarchies(model, types)): string[] {
  if (reach === "EXACT") return [];
  return metTypes(model, types, along, BACK[reach]).filter((type) => !types.includes(type));
}

/**
 * The paths `q` from a node to those that it reaches, itself with the first, one MATCH for each direction. They have no bound: engines
 * walk no edge twice on one path, so that even a circle comes to an end.
 */
export function walks(reach: Reach, from: Fragment, types: readonly string[], to: Fragment): Fragment[] {
  const below = (least: number) => cypher`MATCH (${from})<-[q:${anyOf(types)}*${number(least)}..]-(${to})`;
  const above = (least: number) => cypher`MATCH (${from})-[q:${anyOf(types)}*${number(least)}..]->(${to})`;
  if (reach === "ALL") return [below(0), above(1)];
  return [reach === "ABOVE" ? above(0) : below(0)];
}

/**
 * What keeps a path `q` to `end` to the types that form hierarchies, where the same relationship joins others too: parts of an event
 * are no members of it. Empty where every walk stays among them by itself.
 */
export function amongHierarchies(model: Model, types: readonly string[], edges: readonly string[], end: Fragment): Fragment[] {
  const isWalked = (type: string) => [...(model.nodes.get(type)?.edges.values() ?? [])].some((e) => edges.includes(e.type));
  const nodes = types.flatMap((type) => model.nodes.get(type) ?? []);
  if (nodes.every((node) => node.hierarchy !== null || !isWalked(node.name))) return [];
  const prefixes = nodes.filter((node) => node.hierarchy !== null).map((node) => quoted(node.prefix));
  return [cypher`(size(q) = 0 OR split(${end}.id, ':')[0] IN [${join(prefixes, ", ")}])`];
}

/** Whether all steps of a path, each `[since, until]`, held on a day; where that is null, they did. */
export function stepsHeld(steps: Fragment, day: Fragment): Fragment {
  const step = cypher`(h[0] IS NULL OR h[0] <= ${day} + '~') AND (h[1] IS NULL OR h[1] >= ${day} OR ${day} STARTS WITH h[1])`;
  return cypher`(${day} IS NULL OR all(h IN ${steps} WHERE ${step}))`;
}

/** The nodes whose edges a field lists, where it reaches beyond its own node. */
export interface Reached {
  /** Binds `via` for each of them, the field's own node included, once. */
  readonly clause: Fragment;
  readonly via: Name;
  /** The node types that they may have. */
  readonly types: readonly string[];
  /** The edge as they have it: to any type that one of theirs leads to. */
  readonly edge: EdgeField;
  /** Conditions that the memberships by which they were reached put on what is listed. */
  readonly conditions: readonly Fragment[];
}

/** What a field reaches from. */
export interface Start {
  readonly edge: EdgeField;
  readonly near: Name;
  /** The label that the node must have, where one is asked for. */
  readonly nearLabel: string | null;
  /** The types that it may have. */
  readonly nearTypes: readonly string[];
}

/**
 * Walks hierarchies from the node that has a field, so that edges are looked for only from where the walk came. Null where its types have no
 * hierarchy. Memberships count on the day `on`, else as of the day asked for, else on `day`, that of what is listed, where it has one.
 */
export function reachedFrom(
  context: Context,
  { edge, near, nearLabel, nearTypes }: Start,
  reach: Reach,
  { on, day }: { readonly on: Day | null; readonly day: Fragment | null },
): Reached | null {
  const { model, asOf } = context;
  const edges = hierarchies(model, nearTypes);
  if (edges.length === 0) return null;
  const via = context.name("via");
  const types = metTypes(model, nearTypes, edges, reach);
  const ends = { via, types, edge: leadingFrom(model, edge, types) };
  const holds = where([...amongHierarchies(model, nearTypes, edges, via), ...pathIsThere({ valid: on ?? asOf.valid, known: asOf.known })]);
  const paths = walks(reach, labelled(near, nearLabel), edges, bind(via)).map((walk) => cypher`${walk}${holds}`);
  if (on || asOf.valid || day === null) {
    const found = join(
      paths.map((path) => cypher`${path} RETURN ${paths.length === 1 ? cypher`DISTINCT ` : cypher``}${via}`),
      " UNION ",
    );
    return { ...ends, clause: call(found, [via]), conditions: [] };
  }
  const ways = context.name("ways");
  const until = untilOf(cypher`e`, asOf.known);
  const steps = cypher`[e IN q WHERE e.since IS NOT NULL OR ${until} IS NOT NULL | [e.since, ${until}]]`;
  const [only, ...more] = paths;
  const each = join(
    paths.map((path) => cypher`${path} RETURN ${via}, ${steps} AS h`),
    " UNION ALL ",
  );
  const found =
    only && more.length === 0
      ? cypher`${only} RETURN ${via}, collect(${steps}) AS ${bind(ways)}`
      : cypher`${call(each, [via])} RETURN ${via}, collect(h) AS ${bind(ways)}`;
  return { ...ends, clause: call(found, [via, ways]), conditions: [cypher`any(w IN ${ways} WHERE ${stepsHeld(cypher`w`, day)})`] };
}

/** The types that a walk from some types may meet, these included. */
function metTypes({ nodes, edges }: Model, from: readonly string[], along: readonly string[], reach: Reach): string[] {
  const pairs = along.flatMap((type) => [...(edges.get(type)?.pairs ?? [])]).map((pair) => pair.split(">"));
  const met = (step: (pair: readonly string[]) => readonly [string | undefined, string | undefined]): Set<string> => {
    const found = new Set(from);
    for (const near of found) {
      for (const [start, end] of pairs.map(step)) {
        if (start === near && end !== undefined && nodes.get(end)?.hierarchy && nodes.get(near)?.hierarchy) found.add(end);
      }
    }
    return found;
  };
  const above = reach === "BELOW" ? [] : met(([part, whole]) => [part, whole]);
  const below = reach === "ABOVE" ? [] : met(([part, whole]) => [whole, part]);
  return [...new Set([...above, ...below])].sort();
}

/** An edge field as all of some types have it: its targets are those that it leads to from any of them. */
function leadingFrom({ edges, possible }: Model, edge: EdgeField, from: readonly string[]): EdgeField {
  const ends = new Set<string>();
  for (const pair of edges.get(edge.type)?.pairs ?? []) {
    const [start = "", end = ""] = pair.split(">");
    if ((edge.direction === "OUT" || edge.symmetric) && from.includes(start)) ends.add(end);
    if ((edge.direction === "IN" || edge.symmetric) && from.includes(end)) ends.add(start);
  }
  const allowed = possible.get(edge.to) ?? [];
  const targets = [...ends].filter((end) => allowed.includes(end)).sort();
  return { ...edge, targets, closed: targets.length === ends.size };
}
