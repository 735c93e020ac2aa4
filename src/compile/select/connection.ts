import { names, type Property } from "../../model/index.ts";
import { edgeList, type ListSource, reachOf, rootList } from "../page/list.ts";
import { readOrder } from "../page/order.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import type { Site } from "../request/site.ts";
import { compileFilter, filterAt } from "../where/filter.ts";
import type { ObjectPlan, Place } from "./builder.ts";
import { compileEdge } from "./edge.ts";
import { compileObject } from "./object.ts";
import { compilePages, type Listing } from "./pages.ts";

/** Compiles a connection field over the ends of an edge, or over all nodes of a type. */
export function compileConnection(source: ListSource, field: Selected): ObjectPlan {
  const { context } = field;
  const site = field.site(source.kind === "edge" ? source.edge.owner : "Query");
  const node = context.name("node");
  const { type, targets, propertiesType, properties } = described(source);
  const reached = reachOf(context, source, node, site);
  const place: Place = { node, type, targets: reached?.edge.targets ?? targets };
  const connection = names.connection(type, propertiesType);
  const edge = source.kind === "edge" ? { name: context.name("edge"), field: source.edge } : null;
  const filter = compileFilter(context, place, node, filterAt(site, "filter"));
  const list =
    source.kind === "edge" && edge
      ? edgeList(context, source, { node, edgeName: edge.name, reached }, filter, site)
      : rootList(context, type, node, filter);
  const via = source.kind === "edge" && reached ? { node: reached.via, types: reached.types, near: source.near } : null;
  const order = readOrder(
    context.asOf,
    {
      list: edge ? `${edge.field.type}${edge.field.direction === "OUT" ? ">" : "<"}${type}` : type,
      node,
      properties: context.model.properties.get(type) ?? new Map(),
      present: filter.present,
      edge: edge ? { ...edge, via: via?.node ?? null, distinct: distinguishesEdges(connection, site, field) } : null,
    },
    site.args,
  );
  const listing: Listing = {
    type: connection,
    ...list,
    bound: edge ? [node, edge.name, ...(via ? [via.node, via.near] : [])] : [node],
    counted: edge?.name ?? node,
    facets: { type, node },
    order,
    addNode: (item, part) => item.nest(compileObject(part.context, place, part.selections)),
    addEdge: (item, part, position) => {
      const edgeType = names.edge(type, propertiesType);
      return compileEdge(item, { edgeType, place, edge: edge?.name ?? null, via, properties, position, tag: order.tag }, part);
    },
  };
  return compilePages(site, listing, field);
}

/** What a connection leads to. */
function described(source: ListSource): {
  readonly type: string;
  readonly targets: readonly string[];
  readonly propertiesType: string | null;
  readonly properties: ReadonlyMap<string, Property>;
} {
  if (source.kind === "root") return { type: source.type, targets: [source.type], propertiesType: null, properties: new Map() };
  const { to, targets, propertiesType, properties } = source.edge;
  return { type: to, targets, propertiesType, properties };
}

/** Whether a connection gives edges or places, or starts from one: then edges to one node are distinguished. */
function distinguishesEdges(connection: string, { args }: Site, field: Selected): boolean {
  if (args.has("after") || args.has("before")) return true;
  return selectedOn(connection, field.selections, field.context).some(
    (part) =>
      part.name === "edges" ||
      (part.name === "pageInfo" && selectedOn("PageInfo", part.selections, part.context).some(({ name }) => name.endsWith("Cursor"))),
  );
}
