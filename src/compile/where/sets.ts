import type { EdgeField, Model } from "../../model/index.ts";
import { bind, call, cypher, type Fragment, join, type Name, number, type Parameter, quoted, where } from "../cypher/fragment.ts";
import { anyOf, matchByIds } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import type { Day } from "../request/day.ts";
import { edgeIsThere, nodeIsThere } from "./as-of.ts";

/** How deep hierarchies go: a ten-digit tariff line lies six steps under its section's group. */
const DEPTH = 8;

/** The ids that a filter gives, with what lies under them: computed once, before the nodes that it filters are looked at. */
export interface IdSet {
  /** A list of ids that count on any day. */
  readonly ids: Parameter | Name;
  /** A list of `[id, [[since, until], …]]`: ids that count only while every step holds; null where there is none. */
  readonly dated: Name | null;
}

/** The relationship types by which the ends of an edge field form hierarchies. */
function hierarchies(model: Model, targets: readonly string[]): string[] {
  return [...new Set(targets.flatMap((t) => model.nodes.get(t)?.hierarchy ?? []))].sort();
}

/**
 * What keeps a walk down (a path `q` to `k`) to the types that form hierarchies, where the same relationship joins others too: parts of an event
 * are no members of it. Empty where every walk stays among them by itself.
 */
function amongHierarchies(model: Model, targets: readonly string[], types: readonly string[]): Fragment[] {
  const isWalked = (target: string) => [...(model.nodes.get(target)?.edges.values() ?? [])].some((e) => types.includes(e.type));
  const nodes = targets.flatMap((target) => model.nodes.get(target) ?? []);
  if (nodes.every((node) => node.hierarchy !== null || !isWalked(node.name))) return [];
  const prefixes = nodes.filter((node) => node.hierarchy !== null).map((node) => quoted(node.prefix));
  return [cypher`(size(q) = 0 OR split(k.id, ':')[0] IN [${join(prefixes, ", ")}])`];
}

/**
 * Expands the ids of an edge filter downwards. Without `on`, memberships are kept with their dates where the filtered node has a date
 * of its own (`dated`), and count on any day where it has none. As of a day, its memberships count.
 */
export function idSet(
  context: Context,
  field: Pick<EdgeField, "targets">,
  ids: Parameter,
  options: { readonly exactly: boolean; readonly on: Day | null; readonly dated: boolean },
): IdSet {
  const types = hierarchies(context.model, field.targets);
  if (options.exactly || types.length === 0) return { ids, dated: null };
  const set = context.name("set");
  const path = cypher`MATCH (a:Node) WHERE a.id IN ${ids} MATCH (a)<-[q:${anyOf(types)}*0..${number(DEPTH)}]-(k)`;
  const among = amongHierarchies(context.model, field.targets, types);
  const on = options.on ?? context.asOf.valid;
  const there = edgeIsThere({ valid: on, known: context.asOf.known }, cypher`e`);
  const holds = where([...among, ...(there.length > 0 ? [cypher`all(e IN q WHERE ${join(there, " AND ")})`] : [])]);
  if (on || !options.dated) {
    context.sets.push(call(cypher`${path}${holds} RETURN collect(DISTINCT k.id) AS ${bind(set)}`, [set]));
    return { ids: set, dated: null };
  }
  const dated = context.name("datedSet");
  const always = cypher`all(e IN q WHERE e.since IS NULL AND e.until IS NULL)`;
  const returned = cypher`RETURN collect(DISTINCT CASE WHEN always THEN k.id END) AS ${bind(set)}, collect(CASE WHEN NOT always THEN [k.id, [e IN q | [e.since, e.until]]] END) AS ${bind(dated)}`;
  context.sets.push(call(cypher`${path}${holds} WITH k, q, ${always} AS always ${returned}`, [set, dated]));
  return { ids: set, dated };
}

/** Of the ids of nodes of a type, those that were published by the known day: ids that were not stand for nothing yet. */
export function knownIds(context: Context, type: string, ids: Parameter): Parameter | Name {
  const { known } = context.asOf;
  if (known === null) return ids;
  const [set, node, id] = [context.name("set"), context.name("node"), context.name("id")];
  const there = where(nodeIsThere(context.withAsOf({ valid: null, known }), node, [type]));
  context.sets.push(call(cypher`${matchByIds(node, id, ids)}${there} RETURN collect(${node}.id) AS ${bind(set)}`, [set]));
  return set;
}

/** Whether an entry of a set's dated ids holds on a day; where that is null, it does. */
export function memberOn(entry: Fragment, day: Fragment): Fragment {
  const step = cypher`(h[0] IS NULL OR h[0] <= ${day} + '~') AND (h[1] IS NULL OR h[1] >= ${day} OR ${day} STARTS WITH h[1])`;
  return cypher`(${day} IS NULL OR all(h IN ${entry}[1] WHERE ${step}))`;
}

/** Whether a node is in a set; `day` is the day that counts for dated members. */
export function inSet(set: IdSet, node: Name, day: Fragment | null): Fragment {
  const always = cypher`${node}.id IN ${set.ids}`;
  if (set.dated === null || day === null) return always;
  return cypher`(${always} OR any(t IN ${set.dated} WHERE t[0] = ${node}.id AND ${memberOn(cypher`t`, day)}))`;
}
