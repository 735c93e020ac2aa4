import type { EdgeField } from "../../model/index.ts";
import { bind, call, cypher, type Fragment, join, type Name, type Parameter, where } from "../cypher/fragment.ts";
import { matchByIds } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import type { Day } from "../request/day.ts";
import { nodeIsThere, pathIsThere, untilOf } from "./as-of.ts";
import { amongHierarchies, hierarchies, type Reach, stepsHeld, walks } from "./reach.ts";

/** The ids that a filter gives, with what they reach: computed once, before the nodes that it filters are looked at. */
export interface IdSet {
  /** A list of ids that count on any day. */
  readonly ids: Parameter | Name;
  /** A list of `[id, [[since, until], …]]`: ids that count only while every step holds; null where there is none. */
  readonly dated: Name | null;
}

/** Whether every step of a path, each `[since, until]`, has no dates. */
const undated = (steps: Fragment) => cypher`all(x IN ${steps} WHERE x[0] IS NULL AND x[1] IS NULL)`;

/**
 * Expands the ids of an edge filter as far as they reach. Without `on`, memberships are kept with their dates where the filtered node has a
 * date of its own (`dated`), and count on any day where it has none. As of a day, its memberships count.
 */
export function idSet(
  context: Context,
  field: Pick<EdgeField, "targets">,
  ids: Parameter,
  options: { readonly reach: Reach; readonly on: Day | null; readonly dated: boolean },
): IdSet {
  const { model, asOf } = context;
  const types = hierarchies(model, field.targets);
  if (options.reach === "EXACT" || types.length === 0) return { ids, dated: null };
  const set = context.name("set");
  const on = options.on ?? asOf.valid;
  const holds = where([...amongHierarchies(model, field.targets, types, cypher`k`), ...pathIsThere({ valid: on, known: asOf.known })]);
  const paths = walks(options.reach, cypher`a`, types, cypher`k`).map(
    (walk) => cypher`MATCH (a:Node) WHERE a.id IN ${ids} ${walk}${holds}`,
  );
  const [only, ...more] = paths;
  const oneWay = only && more.length === 0 ? only : null;
  if (on || !options.dated) {
    const found = (path: Fragment) => cypher`${path} RETURN k.id AS k`;
    const all = oneWay
      ? cypher`${oneWay} RETURN collect(DISTINCT k.id) AS ${bind(set)}`
      : cypher`${call(join(paths.map(found), " UNION "), [])} RETURN collect(k) AS ${bind(set)}`;
    context.sets.push(call(all, [set]));
    return { ids: set, dated: null };
  }
  const dated = context.name("datedSet");
  const returned = (id: Fragment, steps: Fragment) =>
    cypher`RETURN collect(DISTINCT CASE WHEN always THEN ${id} END) AS ${bind(set)}, collect(CASE WHEN NOT always THEN [${id}, ${steps}] END) AS ${bind(dated)}`;
  const until = untilOf(cypher`e`, asOf.known);
  const steps = cypher`[e IN q | [e.since, ${until}]]`;
  const always = cypher`all(e IN q WHERE e.since IS NULL AND ${until} IS NULL)`;
  const found = (path: Fragment) => cypher`${path} RETURN k.id AS k, ${steps} AS h`;
  const all = oneWay
    ? cypher`${oneWay} WITH k, q, ${always} AS always ${returned(cypher`k.id`, steps)}`
    : cypher`${call(join(paths.map(found), " UNION "), [])} WITH k, h, ${undated(cypher`h`)} AS always ${returned(cypher`k`, cypher`h`)}`;
  context.sets.push(call(all, [set, dated]));
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
  return stepsHeld(cypher`${entry}[1]`, day);
}

/** Whether a node is in a set; `day` is the day that counts for dated members. */
export function inSet(set: IdSet, node: Name, day: Fragment | null): Fragment {
  const always = cypher`${node}.id IN ${set.ids}`;
  if (set.dated === null || day === null) return always;
  return cypher`(${always} OR any(t IN ${set.dated} WHERE t[0] = ${node}.id AND ${memberOn(cypher`t`, day)}))`;
}
