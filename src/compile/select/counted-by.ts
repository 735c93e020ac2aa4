import type { FacetBy } from "../../model/index.ts";
import { bind, call, cypher, EMPTY, type Fragment, type Name, where } from "../cypher/fragment.ts";
import { labelCondition, labelled, pattern } from "../cypher/patterns.ts";
import { type List, rootList } from "../page/list.ts";
import type { Context } from "../request/context.ts";
import type { Site } from "../request/site.ts";
import { edgeIsThere, nodeIsThere, pathIsThere, propertyAsOf } from "../where/as-of.ts";
import { compileFilter, filterAt } from "../where/filter.ts";

/** All nodes of a type that the argument `filter` keeps, bound to `node`: to be counted. */
export function countedNodes(context: Context, type: string, node: Name, site: Site): Pick<List, "match" | "conditions"> {
  const filter = compileFilter(context, { type, targets: [type] }, node, filterAt(site, "filter"));
  return rootList(context, type, node, filter);
}

/** Whether a node has one value at most. */
export function isDisjoint(of: FacetBy["of"]): boolean {
  if (of.kind === "edge") return !of.edge.list;
  return of.kind === "computed" || !of.property.list;
}

/** What a node has by itself to be counted by. */
export interface CountedValue {
  /** What binds the names that the expression uses beside the node, for rows of it; empty where there are none. */
  readonly clauses: Fragment;
  /** A text, or null where it has none; of a list, all of them. */
  readonly expression: Fragment;
  readonly isList: boolean;
  /** The enum that has the values; null where they are no enum's. */
  readonly values: string | null;
}

/** What of a node itself a facet counts by, as of the day of the context. The rows of which it is asked bind the node and `others`. */
export function countedValue(
  context: Context,
  node: Name,
  others: readonly Name[],
  of: Exclude<FacetBy["of"], { kind: "edge" }>,
): CountedValue {
  if (of.kind === "computed") {
    const { value } = context.computed[of.field.name] ?? {};
    if (!value) throw new Error(`Nothing gives the value of ${of.field.name} to count by: register it in src/trade.`);
    const expression = context.name("value");
    return { clauses: value(context, node, others, expression), expression, isList: false, values: of.values };
  }
  const { property } = of;
  const plain = propertyAsOf(context.asOf, property, node);
  const values = property.kind === "enum" ? property.type : null;
  if (of.kind === "year") return { clauses: EMPTY, expression: cypher`substring(${plain}, 0, 4)`, isList: false, values };
  return { clauses: EMPTY, expression: property.list ? plain : cypher`toString(${plain})`, isList: property.list, values };
}

/** What nodes are counted by that lies at the other end of an edge. */
export type CountedEdge = Extract<FacetBy["of"], { kind: "edge" }>;

/** The types of the nodes that are counted by. */
export function typesAt({ edge, level }: CountedEdge): readonly string[] {
  return level === "node" ? edge.targets : [level === "chapter" ? "Commodity" : "Country"];
}

/** The walk along an edge to what lies at its other end, as of the day of the context. */
export function walkAlong(context: Context, node: Name, edge: CountedEdge["edge"]): { readonly walk: Fragment; readonly far: Name } {
  const [through, far] = [context.name("through"), context.name("far")];
  const there = [...labelCondition(far, edge), ...edgeIsThere(context.asOf, through), ...nodeIsThere(context, far, edge.targets)];
  return { walk: cypher`MATCH ${pattern(node, through, far, edge)}${where(there)}`, far };
}

/** The walk on to the chapters or the countries to which that belongs, itself where it is one. */
export function walkAbove(context: Context, far: Name, level: "chapter" | "country"): { readonly walk: Fragment; readonly end: Name } {
  const end = context.name("far");
  const steps = pathIsThere(context.asOf);
  if (level === "chapter") {
    const chapter = cypher`(${labelled(bind(end), "Commodity")} {level: 'CHAPTER'})`;
    return { walk: cypher`MATCH (${far})-[q:PART_OF*0..]->${chapter}${where(steps)}`, end };
  }
  // A country is counted by itself, a body by the country to which it belongs: not by the blocs to which that belongs.
  const last = edgeIsThere(context.asOf, cypher`h`);
  const own = cypher`WITH ${far} WHERE ${labelled(far, "Country")} RETURN ${far} AS ${bind(end)}`;
  const ofBody = cypher`MATCH (${far})-[q:PART_OF*0..]->(g:Agency)-[h:PART_OF]->(${bind(end)}:Country)${where([...steps, ...last])} RETURN ${end}`;
  return { walk: call(cypher`${own} UNION ${ofBody}`, [end]), end };
}
