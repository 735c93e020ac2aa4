import type { EdgeField } from "../model/index.ts";
import { edgeIsThere, mayHold, nodeIsThere } from "./as-of.ts";
import type { Context } from "./context.ts";
import { containing } from "./dates.ts";
import { edgeConditions, type Filter, filterSite } from "./filter.ts";
import { labelCondition, pattern } from "./patterns.ts";

/** What a connection lists: the ends of an edge, or all nodes of a type. */
export type ListSource =
  | { readonly kind: "edge"; readonly edge: EdgeField; readonly near: string; readonly nearLabel: string | null }
  | { readonly kind: "root"; readonly type: string };

/** The list before it is cut into pages. */
export interface List {
  /** MATCH … WHERE …, binding `node` (and `relation`). */
  readonly match: string;
  readonly conditions: readonly string[];
  readonly node: string;
  readonly relation: string | null;
  /** Names to import: the near node, sets. */
  readonly imports: readonly string[];
  readonly sets: readonly string[];
  /** All nodes of a type, kept by no filter. */
  readonly whole: boolean;
}

/** Whether an argument was given; null counts as not given. */
export function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The ends of an edge, kept by the field's filter, edge filter and day. */
export function edgeList(
  context: Context,
  source: Extract<ListSource, { kind: "edge" }>,
  node: string,
  relation: string,
  filter: Filter,
  site: Parameters<typeof filterSite>[0],
): List {
  const { edge, near, nearLabel } = source;
  const onEdge = filterSite(site, "edge");
  const onDay = given(site.args.on)
    ? [mayHold(relation, { day: site.parameter((a) => a.on as string), days: site.parameter((a) => containing(a.on as string)) })]
    : [];
  const there = [...(edge.dated ? edgeIsThere(context.asOf, relation) : []), ...nodeIsThere(context, node, edge.targets)];
  return {
    match: `MATCH ${pattern(nearLabel ? `${near}:${nearLabel}` : near, relation, node, edge)}`,
    conditions: [
      ...labelCondition(node, edge),
      ...there,
      ...onDay,
      ...(onEdge ? edgeConditions(context, edge, relation, onEdge) : []),
      ...filter.conditions,
    ],
    node,
    relation,
    imports: [near],
    sets: filter.sets,
    whole: false,
  };
}

/** All nodes of a type: anchored at the ids that the filter gives, where it gives some. */
export function rootList(context: Context, type: string, node: string, filter: Filter): List {
  const [anchor] = filter.anchors;
  const sets = [...new Set(filter.sets)];
  const label = context.model.nodes.get(type)?.name ?? type;
  const conditions = [...nodeIsThere(context, node, [type]), ...filter.conditions];
  if (!anchor) {
    const whole = filter.conditions.length === 0;
    return { match: `MATCH (${node}:${label})`, conditions, node, relation: null, imports: [], sets, whole };
  }
  const carried = [node, ...sets].join(", ");
  return {
    match: `${anchor.clause(node, label)} WITH DISTINCT ${carried}`,
    conditions,
    node,
    relation: null,
    imports: [],
    sets,
    whole: false,
  };
}
