import type { Value } from "../../engine/port.ts";
import { names, type Property } from "../../model/index.ts";
import { where } from "../cypher/patterns.ts";
import { asPlace, writeCursor } from "../page/cursor.ts";
import { type Extent, edgeList, type Gathered, given, type ListSource, rootList } from "../page/list.ts";
import { narrowed, nodesFirst } from "../page/narrow.ts";
import { type Order, readOrder } from "../page/order.ts";
import { type Page, readPage } from "../page/page.ts";
import type { Context, Site } from "../request/context.ts";
import { type Selected, selectedOn, selectionsOf } from "../request/selection.ts";
import { itemsOf, type Parameters, type Read, type Shape } from "../request/shape.ts";
import { within } from "../where/as-of.ts";
import { compileFilter, filterSite } from "../where/filter.ts";
import { compileEdge } from "./edge.ts";
import { compileObject, ObjectBuilder, type ObjectPlan } from "./object.ts";

/** Compiles a connection field over the ends of an edge, or over all nodes of a type. */
export function compileConnection(outer: Context, source: ListSource, field: Selected): ObjectPlan {
  const context = within(outer, field.nodes);
  const owner = source.kind === "edge" ? source.edge.owner : "Query";
  const definition = context.fieldOf(owner, field.name);
  const [first] = field.nodes;
  if (!first) throw new Error("A field without nodes was selected.");
  const site = context.site(definition, first);
  const type = source.kind === "edge" ? source.edge.to : source.type;
  const targets = source.kind === "edge" ? source.edge.targets : [source.type];
  const propertiesType = source.kind === "edge" ? source.edge.propertiesType : null;

  const node = context.name("n");
  const relation = source.kind === "edge" ? context.name("r") : null;
  const filter = compileFilter(context, type, node, filterSite(site, "filter"));
  const list =
    source.kind === "edge" ? edgeList(context, source, node, relation ?? "", filter, site) : rootList(context, source.type, node, filter);
  const properties = context.model.properties.get(type) ?? new Map<string, Property>();
  const connection = names.connection(type, propertiesType);
  const edge =
    source.kind === "edge" && relation
      ? { name: relation, field: source.edge, distinct: tellsPlaces(context, connection, site, field) }
      : null;
  const order = readOrder(
    context.asOf,
    edge ? `${edge.field.type}${edge.field.direction === "OUT" ? ">" : "<"}${type}` : type,
    site.args,
    properties,
    node,
    edge,
    filter.present,
  );
  const listing: Listing = {
    type: connection,
    match: list.match,
    conditions: list.conditions,
    imports: list.imports,
    sets: list.sets,
    bound: [node, ...(relation ? [relation] : [])],
    counted: relation ?? node,
    order,
    extent: list.extent,
    readNode: (inner, item, part) => item.nest(compileObject(inner, type, targets, node, selectionsOf(part.nodes))),
    readEdge: (inner, item, part, place) => {
      const edgeType = names.edge(type, propertiesType);
      const end = { source, edgeType, type, targets, node, relation, place, tag: order.tag };
      return compileEdge(inner, item, end, selectionsOf(part.nodes));
    },
  };
  return compilePages(context, site, listing, field);
}

/** Whether a connection gives edges or places, or starts from one: then edges to one node are told apart. */
function tellsPlaces(context: Context, connection: string, site: Site, field: Selected): boolean {
  if (given(site.args.after) || given(site.args.before)) return true;
  return selectedOn(connection, selectionsOf(field.nodes), context).some(
    (part) =>
      part.name === "edges" ||
      (part.name === "pageInfo" && selectedOn("PageInfo", selectionsOf(part.nodes), context).some(({ name }) => name.endsWith("Cursor"))),
  );
}

/** A list that is cut into pages: of nodes, or of rows that clauses bind. */
export interface Listing {
  /** The connection type of the served schema. */
  readonly type: string;
  /** MATCH …, or clauses that end with WITH, so that WHERE may follow. */
  readonly match: string;
  readonly conditions: readonly string[];
  /** Names that `match` uses of the scope around it. */
  readonly imports: readonly string[];
  /** Names of sets that `match` and `conditions` use. */
  readonly sets: readonly string[];
  /** Names that `match` binds, and the readers use. */
  readonly bound: readonly [string, ...string[]];
  /** The name that is counted. */
  readonly counted: string;
  readonly order: Order;
  readonly extent: Extent;
  /** Compiles what `nodes { … }` selects into the item. */
  readonly readNode: (context: Context, item: ObjectBuilder, part: Selected) => Read;
  /** Compiles what `edges { … }` selects into the item; `place` makes the columns of the item's place in the order. */
  readonly readEdge: (context: Context, item: ObjectBuilder, part: Selected, place: () => number[]) => Read;
}

/** Compiles a connection over a listing: a CALL for the page, a CALL for the count, each only where it was asked for. */
export function compilePages(context: Context, site: Site, listing: Listing, field: Selected): ObjectPlan {
  const { order } = listing;
  const parts = selectedOn(listing.type, selectionsOf(field.nodes), context);
  const infos = parts
    .filter((part) => part.name === "pageInfo")
    .flatMap((part) => selectedOn("PageInfo", selectionsOf(part.nodes), context));
  const page = readPage(
    site,
    order,
    infos.some(({ name }) => name === "hasNextPage" || name === "hasPreviousPage"),
  );
  // One item of the page: the columns of its node and edge as selected through `edges` and `nodes`.
  const item = new ObjectBuilder();
  const place = () => order.keys.map((key) => item.column(key.expression));
  const readers: ((items: Items, answer: Answer) => [string, unknown])[] = [];
  let wantsPage = false;
  let wantsTotal = false;
  for (const part of parts) {
    if (part.name === "totalCount") {
      wantsTotal = true;
      readers.push((_, answer) => [part.key, answer.total]);
      continue;
    }
    wantsPage = true;
    if (part.name === "nodes") {
      const read = listing.readNode(within(context, part.nodes), item, part);
      readers.push((items, { parameters }) => [part.key, items.map((columns) => read(columns, parameters))]);
    } else if (part.name === "edges") {
      const read = listing.readEdge(within(context, part.nodes), item, part, place);
      readers.push((items, { parameters }) => [part.key, items.map((columns) => read(columns, parameters))]);
    } else if (part.name === "pageInfo") {
      const info = selectedOn("PageInfo", selectionsOf(part.nodes), context);
      const columns = info.some((f) => f.name.endsWith("Cursor")) ? place() : [];
      const cursor = (columnsOfItem: readonly Value[] | undefined) =>
        columnsOfItem
          ? writeCursor(
              order.tag,
              columns.map((c) => asPlace(columnsOfItem[c])),
            )
          : null;
      const facts: Readonly<Record<string, (items: Items, answer: Answer) => unknown>> = {
        hasNextPage: (_, answer) => (page.reversed ? answer.boundedAfter : answer.more),
        hasPreviousPage: (_, answer) => (page.reversed ? answer.more : answer.boundedBefore),
        startCursor: (items) => cursor(items[0]),
        endCursor: (items) => cursor(items.at(-1)),
      };
      readers.push((items, answer) => [part.key, Object.fromEntries(info.map((f) => [f.key, facts[f.name]?.(items, answer)]))]);
    }
  }

  const result = new ObjectBuilder();
  const carried = [...new Set([...listing.sets, ...item.sets])];
  const scope = (sets: readonly string[]) => `CALL (${[...listing.imports, ...sets].join(", ")}) {`;
  // What was gathered for the page is counted too, instead of being gathered twice.
  const gathered =
    listing.extent.kind === "gathered" && wantsPage && wantsTotal
      ? (listing.extent.whole ?? gatheredOf(listing, scope, context.name("l")))
      : null;
  if (gathered !== null) result.calls.push(gathered.clause);
  let pageColumn = -1;
  if (wantsPage) {
    const name = context.name("c");
    const kept = [...new Set([...listing.bound, ...item.sets])];
    const conditions = [...listing.conditions, ...page.conditions];
    const [node] = listing.bound;
    const found =
      gathered !== null
        ? join([
            `UNWIND ${gathered.name} AS ${node}`,
            ...(page.conditions.length > 0 ? [`WITH ${kept.join(", ")}${where(page.conditions)}`] : []),
            `WITH ${kept.join(", ")} ${page.window}`,
          ])
        : (shortcut(context, listing, page, kept) ?? `${listing.match}${where(conditions)} WITH ${kept.join(", ")} ${page.window}`);
    result.calls.push(
      join([
        gathered !== null ? `CALL (${[gathered.name, ...new Set(item.sets)].join(", ")}) {` : scope(carried),
        found,
        ...item.calls,
        `RETURN collect([${item.columns.join(", ")}]) AS ${name} }`,
      ]),
    );
    pageColumn = result.column(name);
  }
  let totalColumn = -1;
  if (gathered !== null) totalColumn = result.column(`size(${gathered.name})`);
  else if (wantsTotal) {
    const name = context.name("t");
    result.calls.push(
      `${scope([...new Set(listing.sets)])} ${listing.match}${where(listing.conditions)} RETURN count(${listing.counted}) AS ${name} }`,
    );
    totalColumn = result.column(name);
  }
  const bounded = { before: given(site.args.after), after: given(site.args.before) };
  const sizeName = page.size.slice(1);
  const shape: Shape = (columns, parameters) => {
    const all = wantsPage ? itemsOf(columns[pageColumn]) : [];
    const size = wantsPage ? Number(parameters[sizeName]) : 0;
    const items = all.slice(0, size);
    if (page.reversed) items.reverse();
    const answer: Answer = {
      total: wantsTotal ? Number(columns[totalColumn]) : 0,
      more: all.length > size,
      boundedBefore: bounded.before,
      boundedAfter: bounded.after,
      parameters,
    };
    return Object.fromEntries(readers.map((read) => read(items, answer)));
  };
  return { calls: result.calls, columns: result.columns, sets: carried, shape };
}

/** A clause that gathers a list under a name. */
function gatheredOf(listing: Listing, scope: (sets: readonly string[]) => string, name: string): Gathered {
  const found = `${listing.match}${where(listing.conditions)}`;
  return { clause: `${scope([...new Set(listing.sets)])} ${found} RETURN collect(${listing.counted}) AS ${name} }`, name };
}

/** The clauses of the page of a long list that spare sorting all of it by all keys; null where there are none. */
function shortcut(context: Context, listing: Listing, page: Page, kept: readonly string[]): string | null {
  const { extent } = listing;
  const imports = [...listing.imports, ...new Set(listing.sets)];
  if (extent.kind === "label" && !page.reversed) {
    const conditions = [...listing.conditions, ...page.conditions];
    return narrowed({ ...listing, imports, kept, conditions, limit: page.limit, last: context.name("v") });
  }
  // A cursor may stand between two edges of one node.
  if (extent.kind !== "hub" || page.conditions.length > 0) return null;
  return nodesFirst({ ...listing, imports, kept, edgesOf: extent.edgesOf, page, all: context.name("l") });
}

/** What the readers of a connection need beside the page's items. */
interface Answer {
  readonly total: number;
  readonly more: boolean;
  readonly boundedBefore: boolean;
  readonly boundedAfter: boolean;
  readonly parameters: Parameters;
}

type Items = readonly (readonly Value[])[];

function join(parts: readonly string[]): string {
  return parts.filter((p) => p !== "").join(" ");
}
