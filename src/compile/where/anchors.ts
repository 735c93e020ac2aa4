import type { Bounds } from "../cypher/bounds.ts";
import { bind, Condition, call, carry, cypher, type Fragment, join, type Name, setsOf, where } from "../cypher/fragment.ts";
import { labelled, matchByIds } from "../cypher/patterns.ts";
import type { Context } from "../request/context.ts";
import { asKnown } from "./as-of.ts";

/** A filter with its conditions compiled, and what anchoring needs to know of it. */
export interface Filter {
  /** Conditions that must all hold; none where everything passes. */
  readonly conditions: readonly Condition[];
  /** Ways to start from the ids that the filter gives, best first. */
  readonly anchors: readonly Anchor[];
  /** Conditions that follow from those, and have an index: for a start from all nodes of a type. */
  readonly narrowing: readonly Condition[];
  /** Stored properties that all that passes has. */
  readonly present: ReadonlySet<string>;
  /** What stored dates of all that passes lie between, by the names of their properties. */
  readonly within: ReadonlyMap<string, Bounds>;
  /** Whether testing one node walks its edges, of which a hub has many. */
  readonly walks: boolean;
}

/** A clause that binds the filtered node's candidates, starting from given ids. */
export interface Anchor {
  /** MATCH clauses that bind `node`, of the label if one is given; may bind it more than once. */
  readonly clause: (node: Name, label: string | null) => Fragment;
  /** Lower is better. */
  readonly rank: number;
  /** The conditions of the filter that hold for all that the clause binds. */
  readonly fulfils: readonly Condition[];
}

/** How narrow a start by an indexed value is, and one that looks at what has a history besides: ids are narrower. */
const BY_VALUE = 4;
const BY_VALUE_OR_HISTORY = 5;
/** Among how many alternatives a start from each of them is written: of more, the statement would be longer than looking at all nodes takes. */
const MOST_ALTERNATIVES = 8;

/** Starts from the nodes of some types that one of some lists of conditions keeps; the conditions are on the filtered node itself. */
function startWhere(types: readonly string[], node: Name, alternatives: readonly (readonly Fragment[])[]): Fragment {
  const each = alternatives.flatMap((conditions) =>
    types.map((type) => cypher`MATCH (${labelled(bind(node), type)})${where(conditions)} RETURN ${node}`),
  );
  return call(join(each, " UNION ALL "), [node]);
}

/** The narrowest way to start from what passes a filter on nodes of some types: from ids, else by what narrows it; null where it has neither. */
export function startOf({ anchors, narrowing }: Filter, types: readonly string[]): Anchor | null {
  const [anchor] = anchors;
  if (anchor) return anchor;
  if (narrowing.length === 0) return null;
  return { rank: BY_VALUE, fulfils: [], clause: (node) => startWhere(types, node, [narrowing]) };
}

/** Starts from what a value that is stored keeps, and from all whose value may have been another as known on the day asked for. */
export function startAsKnown(types: readonly string[], narrowing: readonly Condition[]): Anchor[] {
  if (narrowing.length === 0) return [];
  const clause: Anchor["clause"] = (node) => startWhere(types, node, [narrowing, [cypher`${asKnown(node)} IS NOT NULL`]]);
  return [{ rank: BY_VALUE_OR_HISTORY, fulfils: [], clause }];
}

/** Starts from each of some alternatives, where all of them have a start. */
export function startOfAny(starts: readonly (Anchor | null)[]): Anchor[] {
  const all = starts.filter((start) => start !== null);
  if (all.length < starts.length || all.length === 0 || all.length > MOST_ALTERNATIVES) return [];
  const clause: Anchor["clause"] = (node, label) =>
    call(
      join(
        all.map((start) => cypher`${start.clause(node, label)} RETURN ${node}`),
        " UNION ALL ",
      ),
      [node],
    );
  return [{ rank: Math.max(...all.map(({ rank }) => rank)), fulfils: [], clause }];
}

/** The conditions that are left to be tested of a filter where an anchor was the start. */
export function afterAnchor(filter: Filter, { fulfils }: Anchor): Condition[] {
  return filter.conditions.filter((condition) => !fulfils.includes(condition));
}

/** The rank of a start from all nodes of a type: any other is narrower. */
const WIDEST = 9;

/** How narrow the start is from which those are found that pass a filter. */
export const rankOf = ({ anchors, narrowing }: Pick<Filter, "anchors" | "narrowing">): number =>
  anchors[0]?.rank ?? (narrowing.length > 0 ? BY_VALUE : WIDEST);

/**
 * The node is among those whose ids a subquery collects, once and before everything else. A filter that walks edges and is tested anew wherever an
 * edge leads to a node would cost the product of its levels: 5,000 measures of one country, each of which looks at the country's 5,000 measures. So
 * each level is gone over once, from the innermost outwards.
 */
export function membership(context: Context, node: Name, collected: Fragment, rank: number): { condition: Condition; anchor: Anchor } {
  const set = context.name("set");
  const id = context.name("id");
  context.sets.push(call(cypher`${collected} AS ${bind(set)}`, [set]));
  const condition = new Condition(cypher`${node}.id IN ${set}`, "other");
  const clause: Anchor["clause"] = (found, label) =>
    cypher`${matchByIds(found, id, set)}${where(label === null ? [] : [labelled(found, label)])}`;
  return { condition, anchor: { rank: rank + 1, fulfils: [condition], clause } };
}

/** Binds each node of some types that passes a filter, once. */
export function passing(context: Context, node: Name, types: readonly string[], filter: Filter): Fragment {
  const [anchor] = filter.anchors;
  const isOfTypes = cypher`(${join(
    types.map((type) => labelled(node, type)),
    " OR ",
  )})`;
  const conditions = anchor ? [isOfTypes, ...afterAnchor(filter, anchor)] : [...filter.narrowing, ...filter.conditions];
  const all = anchor ? gathered(context, anchor, node) : allOf(types, node);
  return cypher`${all} WITH ${carry([node], setsOf(conditions))}${where(conditions)}`;
}

/** Binds what an anchor finds, each node once. */
function gathered(context: Context, anchor: Anchor, node: Name): Fragment {
  const found = context.name("list");
  return cypher`${call(cypher`${anchor.clause(node, null)} RETURN collect(DISTINCT ${node}) AS ${bind(found)}`, [found])} UNWIND ${found} AS ${bind(node)}`;
}

/** Binds every node of some types. */
function allOf(types: readonly string[], node: Name): Fragment {
  const each = types.map((type) => cypher`MATCH (${labelled(bind(node), type)})`);
  const [only] = each;
  if (only && each.length === 1) return only;
  return call(
    join(
      each.map((match) => cypher`${match} RETURN ${node}`),
      " UNION ALL ",
    ),
    [node],
  );
}
