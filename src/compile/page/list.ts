import type { EdgeField } from "../../model/index.ts";
import { containing } from "../cypher/dates.ts";
import { labelCondition, pattern, patternBack } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { edgeIsThere, mayHold, nodeIsThere } from "../where/as-of.ts";
import { afterAnchor, edgeConditions, type Filter, filterSite } from "../where/filter.ts";

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
  readonly extent: Extent;
}

/** How long a list may be, and the other ways to it that this opens. */
export type Extent =
  /** All nodes of a type. */
  | { readonly kind: "label" }
  /** All edges of the node that was asked for; `edgesOf` is a MATCH of those of one listed node, which is bound. */
  | { readonly kind: "hub"; readonly edgesOf: string }
  /** The nodes of a type that a filter gathers; `whole` gathers them all, each once, where no condition is left. */
  | { readonly kind: "gathered"; readonly whole: Gathered | null }
  /** What is asked for of each member of another list, or some of a node's edges. */
  | { readonly kind: "each" };

/** A clause that gathers a list under a name. */
export interface Gathered {
  readonly clause: string;
  readonly name: string;
}

/** The variable of the node that a root field asks for; see root.ts. */
const ROOT = "n";

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
  const ofEdge = [
    ...(edge.dated ? edgeIsThere(context.asOf, relation) : []),
    ...onDay,
    ...(onEdge ? edgeConditions(context, edge, relation, onEdge) : []),
  ];
  return {
    match: `MATCH ${pattern(nearLabel ? `${near}:${nearLabel}` : near, relation, node, edge)}`,
    conditions: [...labelCondition(node, edge), ...ofEdge, ...nodeIsThere(context, node, edge.targets), ...filter.conditions],
    node,
    relation,
    imports: [near],
    sets: filter.sets,
    extent:
      near === ROOT && ofEdge.length === 0
        ? { kind: "hub", edgesOf: `MATCH ${patternBack(near, relation, node, edge)}` }
        : { kind: "each" },
  };
}

/** All nodes of a type: anchored at the ids that the filter gives, where it gives some. */
export function rootList(context: Context, type: string, node: string, filter: Filter): List {
  const [anchor] = filter.anchors;
  const sets = [...new Set(filter.sets)];
  const label = context.model.nodes.get(type)?.name ?? type;
  const there = nodeIsThere(context, node, [type]);
  if (!anchor) {
    const conditions = [...there, ...filter.conditions];
    const extent: Extent = filter.conditions.length === 0 ? { kind: "label" } : { kind: "gathered", whole: null };
    return { match: `MATCH (${node}:${label})`, conditions, node, relation: null, imports: [], sets, extent };
  }
  const all = context.name("l");
  // Collected and not WITH DISTINCT, which took the embedded engine 35 ms for 4,000 rows, and this 1.4.
  const gather = `CALL (${sets.join(", ")}) { ${anchor.clause(node, label)} RETURN collect(DISTINCT ${node}) AS ${all} }`;
  const conditions = [...there, ...afterAnchor(filter, anchor)];
  return {
    match: `${gather} UNWIND ${all} AS ${node} WITH ${[node, ...sets].join(", ")}`,
    conditions,
    node,
    relation: null,
    imports: [],
    sets,
    extent: { kind: "gathered", whole: conditions.length === 0 ? { clause: gather, name: all } : null },
  };
}
