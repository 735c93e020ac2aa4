import { edgeName } from "../compile/page/order.ts";
import type { Context, Site } from "../compile/request/context.ts";
import { key, type RowField, type Rows, relationshipFields } from "../compile/select/rows.ts";
import { edgeIsThere, nodeIsThere } from "../compile/where/as-of.ts";
import { edgeConditions, filterSite } from "../compile/where/filter.ts";
import { given, textsOf } from "./arguments.ts";

/** relationships: all dated edges by themselves. Starts from the nodes given, else looks at every edge. */
export function relationships(context: Context, site: Site): Rows {
  const { model, asOf } = context;
  const all = [...model.nodes.keys()];
  const [from, to, relation, claims] = [context.name("n"), context.name("n"), context.name("r"), context.name("q")];
  const types = datedTypes(context);
  const walk = `[${relation}:${types.join("|")}]`;
  const id = context.name("i");
  const match = given(site, "from")
    ? `UNWIND ${textsOf(site, "from")} AS ${id} MATCH (${from}:Node {id: ${id}}) MATCH (${from})-${walk}->(${to}:Node)`
    : given(site, "to")
      ? `UNWIND ${textsOf(site, "to")} AS ${id} MATCH (${to}:Node {id: ${id}}) MATCH (${to})<-${walk}-(${from}:Node)`
      : `MATCH (${from}:Node)-${walk}->(${to}:Node)`;
  const onEdge = filterSite(site, "edge");
  const steps = (site.args.orderBy ?? []) as readonly { readonly field: string; readonly direction: "ASC" | "DESC" }[];
  const columns: Readonly<Record<string, string>> = { SINCE: "since", UNTIL: "until", RECORDED_ON: "recordedOn" };
  const node = (name: string): RowField => ({ kind: "node", name, type: "Node" });
  return {
    type: "Relationship",
    match: `${match} WITH ${from}, ${to}, ${relation}, ${relation}.claims AS ${claims}`,
    conditions: [
      ...(given(site, "types") ? [`type(${relation}) IN ${textsOf(site, "types")}`] : []),
      ...(given(site, "from") && given(site, "to") ? [`${to}.id IN ${textsOf(site, "to")}`] : []),
      ...(onEdge ? edgeConditions(context, { properties: new Map() }, relation, onEdge) : []),
      ...edgeIsThere(asOf, relation),
      ...nodeIsThere(context, from, all),
      ...nodeIsThere(context, to, all),
    ],
    sets: [],
    bound: [relation, from, to, claims],
    keys: [
      ...steps.map((s) => key(`${relation}.${columns[s.field]}`, { descending: s.direction === "DESC", nullable: true })),
      key(edgeName(from, relation, to)),
    ],
    fields: relationshipFields(asOf, { relation, from: node(from), to: node(to), claims }),
  };
}

/** The relationship types of dated edges, in the order of the schema. */
export function datedTypes(context: Context): string[] {
  return [...context.model.edges.values()].filter((edge) => edge.dated).map((edge) => edge.type);
}
