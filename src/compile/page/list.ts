import type { EdgeField } from "../../model/index.ts";
import type { Bounds } from "../cypher/bounds.ts";
import { bind, call, carry, cypher, type Fragment, type Name, setsOf } from "../cypher/fragment.ts";
import { labelCondition, labelled, pattern, patternBack } from "../cypher/patterns.ts";
import { type Context, ROOT } from "../request/context.ts";
import { dayAt } from "../request/day.ts";
import type { Site } from "../request/site.ts";
import { afterAnchor, type Filter } from "../where/anchors.ts";
import { dayOf, edgeIsThere, mayHold, nodeIsThere } from "../where/as-of.ts";
import { edgeConditions } from "../where/filter.ts";
import { type Reached, reachAt, reachedFrom } from "../where/reach.ts";
import type { Scanned } from "./months-first.ts";

/** What a connection lists: the ends of an edge, or all nodes of a type. */
export type ListSource =
  | {
      readonly kind: "edge";
      readonly edge: EdgeField;
      readonly near: Name;
      readonly nearLabel: string | null;
      /** The types of `near` for which it was asked. */
      readonly nearTypes: readonly string[];
    }
  | { readonly kind: "root"; readonly type: string };

/** The list before it is cut into pages. */
export interface List {
  /** MATCH …, or clauses that end with WITH, so that WHERE may follow. */
  readonly match: Fragment;
  readonly conditions: readonly Fragment[];
  readonly extent: Extent;
  /** Of what is tested one by one; absent where the list is anything else. */
  readonly scanned?: Scanned;
}

/** How long a list may be, and the other ways to it that this opens. */
export type Extent =
  /** All nodes of a type. */
  | { readonly kind: "label" }
  /** All edges of the node that was asked for; `edgesOf` is a MATCH of those of one listed node, which is bound. */
  | { readonly kind: "hub"; readonly edgesOf: Fragment }
  /** The nodes of a type that a filter gathers; `whole` gathers them all, each once, where no condition is left. */
  | { readonly kind: "gathered"; readonly whole: Gathered | null }
  /** Rows found node by node, in the order of the nodes' ids; `match` finds them all at once, to count them. */
  | { readonly kind: "walked"; readonly walk: Walk }
  /** Rows in the order of their days, of which those of some days can be found alone; `match` is empty. */
  | { readonly kind: "dated"; readonly dated: Dated }
  /** What is asked for of each member of another list, or some of a node's edges. */
  | { readonly kind: "each" };

/** How the rows of some days are found; see days-first.ts. */
export interface Dated {
  /** Binds the rows whose days may lie within bounds, those that do among them, so that WHERE may follow. */
  readonly rows: (within: Bounds) => Fragment;
  /**
   * Clauses, each of which returns as `d` days, strictly within bounds, of rows that are in the list for sure and cheap to find, the newest first where
   * `descending`; `first`, which follows a WITH, orders and cuts them. They need not find all such rows; none where nothing is sure.
   */
  readonly sure: (beyond: Bounds, descending: boolean, first: Fragment) => readonly Fragment[];
}

/** How the rows of a list are found node by node; see walk.ts. */
export interface Walk {
  /** Binds `node` and nothing else, so that WHERE may follow: MATCH, or clauses that end with WITH. */
  readonly start: Fragment;
  readonly node: Name;
  /** Conditions on the node alone. */
  readonly conditions: readonly Fragment[];
  /** Binds the other names of a row of one node, which is bound, so that WHERE may follow. */
  readonly rows: Fragment;
}

/** A clause that gathers a list under a name. */
export interface Gathered {
  readonly clause: Fragment;
  readonly name: Name;
  /** How many it has, where a long one is not kept; absent where it is. */
  readonly count?: Name;
}

/** The nodes beyond its own whose edges a field lists, and memberships by which they count; null where it lists its own node's alone. */
export function reachOf(context: Context, source: ListSource, node: Name, site: Site): Reached | null {
  if (source.kind !== "edge") return null;
  const reach = reachAt(site.args, "EXACT");
  if (reach === "EXACT") return null;
  const on = site.args.has("on") ? dayAt(site, "on") : null;
  return reachedFrom(context, source, reach, { on, day: dayOf(context, source.edge.to, node) });
}

/** The ends of an edge, kept by the field's filter, edge filter and day; binds `node` and `edgeName`, and what `reached` binds. */
export function edgeList(
  context: Context,
  { edge, near, nearLabel }: Extract<ListSource, { kind: "edge" }>,
  { node, edgeName, reached }: { readonly node: Name; readonly edgeName: Name; readonly reached: Reached | null },
  filter: Filter,
  site: Site,
): List {
  const { args } = site;
  const ofEdge = [
    ...(edge.dated ? edgeIsThere(context.asOf, edgeName) : []),
    ...(args.has("on") ? [mayHold(edgeName, dayAt(site, "on"), context.asOf.known)] : []),
    ...(args.has("edge") ? edgeConditions(context, edge, edgeName, site.under("edge")) : []),
  ];
  if (reached) {
    const there = nodeIsThere(context, node, reached.edge.targets);
    return {
      match: cypher`${reached.clause} MATCH ${pattern(reached.via, edgeName, node, reached.edge)}`,
      conditions: [...labelCondition(node, reached.edge), ...ofEdge, ...reached.conditions, ...there, ...filter.conditions],
      extent: { kind: "each" },
    };
  }
  return {
    match: cypher`MATCH ${pattern(labelled(near, nearLabel), edgeName, node, edge)}`,
    conditions: [...labelCondition(node, edge), ...ofEdge, ...nodeIsThere(context, node, edge.targets), ...filter.conditions],
    extent:
      near === ROOT && ofEdge.length === 0
        ? { kind: "hub", edgesOf: cypher`MATCH ${patternBack(near, edgeName, node, edge)}` }
        : { kind: "each" },
  };
}

/** All nodes of a type, under `node`: anchored at the ids that the filter gives, where it gives some. */
export function rootList(context: Context, type: string, node: Name, filter: Filter): List {
  const [anchor] = filter.anchors;
  const known = context.model.nodes.get(type);
  const label = known?.name ?? type;
  const there = nodeIsThere(context, node, [type]);
  if (!anchor) {
    const conditions = [...there, ...filter.conditions];
    const extent: Extent = filter.conditions.length === 0 ? { kind: "label" } : { kind: "gathered", whole: null };
    const match = cypher`MATCH (${labelled(bind(node), label)})`;
    const scanned = known && { type: known, conditions, within: filter.within };
    return { match, conditions: [...filter.narrowing, ...conditions], extent, ...(scanned && { scanned }) };
  }
  const all = context.name("list");
  const sets = setsOf(filter.conditions);
  // Collected and not WITH DISTINCT, which took the embedded engine 35 ms for 4,000 rows, and this 1.4.
  const gather = call(cypher`${anchor.clause(node, label)} RETURN collect(DISTINCT ${node}) AS ${bind(all)}`, [all], sets);
  const conditions = [...there, ...afterAnchor(filter, anchor)];
  return {
    match: cypher`${gather} UNWIND ${all} AS ${bind(node)} WITH ${carry([node], sets)}`,
    conditions,
    extent: { kind: "gathered", whole: conditions.length === 0 ? { clause: gather, name: all } : null },
  };
}
