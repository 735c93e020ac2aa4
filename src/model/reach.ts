/** What the served schema says of hierarchies: which fields take `reach`, which edges say `via`, and what is a part of a whole. */
import type { Graph } from "./graph.ts";
import { names, PART_OF } from "./names.ts";
import type { EdgeField } from "./types.ts";

/** Whether a type, or one of those that it stands for, lies in a hierarchy. */
function liesInHierarchy(graph: Graph, type: string): boolean {
  return (graph.possible.get(type) ?? []).some((name) => typeof graph.nodes.get(name)?.hierarchy === "string");
}

/** Whether a field takes `reach`: its type lies in a hierarchy, or has the field from an interface of which some type does. */
export function takesReach(graph: Graph, { owner, name }: Pick<EdgeField, "owner" | "name">): boolean {
  const own = graph.possible.get(owner) ?? [];
  return [...graph.edgeFields].some(([type, fields]) => {
    const all = graph.possible.get(type) ?? [];
    return fields.get(name)?.list === true && own.every((each) => all.includes(each)) && liesInHierarchy(graph, type);
  });
}

/** Whether a filter on a type can reach: some of its edges lead to what lies in a hierarchy. */
export function filterReaches(graph: Graph, type: string): boolean {
  return [...(graph.edgeFields.get(type)?.values() ?? [])].some((edge) => edge.targets.some((target) => liesInHierarchy(graph, target)));
}

/** The edge types of the served schema that say `via`, since a field that takes `reach` leads along them. */
export function edgesWithVia(graph: Graph): ReadonlySet<string> {
  const fields = [...graph.edgeFields.values()].flatMap((map) => [...map.values()]);
  return new Set(fields.filter((field) => takesReach(graph, field)).map((field) => names.edge(field.to, field.propertiesType)));
}

/** The narrowest interface of all types that lie in hierarchies: the type of `via`. Null where no interface has them all. */
export function viaType(graph: Graph): string | null {
  const hierarchical = [...graph.nodes.values()].filter((node) => node.hierarchy !== null).map((node) => node.name);
  const fitting = [...graph.possible].filter(
    ([type, all]) => graph.edgeFields.has(type) && hierarchical.every((name) => all.includes(name)),
  );
  return fitting.sort(([, a], [, b]) => a.length - b.length)[0]?.[0] ?? null;
}

/** The edge by which a node of a type with these edges is a part of another; undefined where the type has none. */
export function wholeOf(edges: ReadonlyMap<string, EdgeField> | undefined): EdgeField | undefined {
  return [...(edges?.values() ?? [])].find((edge) => edge.type === PART_OF && edge.direction === "OUT" && edge.list);
}

/** The argument `reach` of a field that walks an edge; empty where the field takes none. */
export function fieldReachSdl(graph: Graph, field: EdgeField): string {
  if (!takesReach(graph, field)) return "";
  return `"Whose edges: this node's alone, or also those of what lies below or above it. Each edge stands, and counts, once, and says in its \`via\` whose it is; a node that several lead to stands once for each. Memberships count on the day \`on\`, else on that of @asOf, else on that of the node listed, else on any."
  reach: Reach = EXACT`;
}

/** What a filter on a type says of hierarchies, beside its edges: how far ids reach, on which day, and whether parts are kept. */
export function filterReachSdl(graph: Graph, type: string): string {
  const reach = `"What the ids that this filter gives for edges stand for; filters inside it have a reach of their own."
  reach: Reach = BELOW
  "The day whose memberships count for what the ids reach; when left out, that of @asOf, else the day of the node itself, and any day where it has none."
  on: Date`;
  const isPart = `"true: only what is a part of another; false: only what is a part of none, so that wholes and their parts are not both counted."
  ${names.isPart}: Boolean`;
  return `${wholeOf(graph.edgeFields.get(type)) ? isPart : ""}\n${filterReaches(graph, type) ? reach : ""}`;
}
