import type { Value } from "../../engine/port.ts";
import { EVERYWHERE } from "../cypher/bounds.ts";
import { bind, call, carry, collect, cypher, type Fragment, inTurn, join, type Name, where } from "../cypher/fragment.ts";
import { asPlace, writeCursor } from "../page/cursor.ts";
import { datedPage } from "../page/days-first.ts";
import type { Gathered, List } from "../page/list.ts";
import { type ByDate, byDate, countedList, monthsFirst } from "../page/months-first.ts";
import { type LongList, narrowed, nodesFirst } from "../page/narrow.ts";
import type { Order } from "../page/order.ts";
import { type Page, readPage } from "../page/page.ts";
import { walkedPage } from "../page/walk.ts";
import type { Context } from "../request/context.ts";
import { type Selected, selectedOn } from "../request/selection.ts";
import { itemsOf, type Parameters, type Read, type Shape, shapedBy } from "../request/shape.ts";
import type { Site } from "../request/site.ts";
import { NOTES } from "../request/watch.ts";
import { ObjectBuilder, type ObjectPlan } from "./builder.ts";
import { addFacets, type CountedList } from "./facets.ts";

/** A list that is cut into pages: of nodes, or of rows that clauses bind. */
export interface Listing extends List {
  /** The connection type of the served schema. */
  readonly type: string;
  /** Names that `match` binds, and the readers use. */
  readonly bound: readonly [Name, ...Name[]];
  /** The name that is counted. */
  readonly counted: Name;
  readonly order: Order;
  /** What a list of nodes can be counted by is that of its type, and of which name; null where it lists rows. */
  readonly facets: { readonly type: string; readonly node: Name } | null;
  /** Adds what `nodes { … }` selects to the item. */
  readonly addNode: (item: ObjectBuilder, part: Selected) => Read;
  /** Adds what `edges { … }` selects to the item; `position` makes the columns of the item's place in the order. */
  readonly addEdge: (item: ObjectBuilder, part: Selected, position: () => readonly number[]) => Read;
}

/** What the readers of a connection need beside the page's items. */
interface Answer {
  readonly total: number;
  readonly more: boolean;
  readonly parameters: Parameters;
}

type Items = readonly (readonly Value[])[];

/** Reads one part of a connection: `edges`, `nodes`, `pageInfo`, `totalCount`. */
type ReadPart = (items: Items, answer: Answer) => unknown;

/** Compiles a connection over a listing: a subquery for the page, another for the count, each only where it was asked for. */
export function compilePages(site: Site, listing: Listing, field: Selected): ObjectPlan {
  const { context } = field;
  const parts = selectedOn(listing.type, field.selections, context);
  const page = readPage(site, listing.order, parts.some(looksAhead));
  const item = new ObjectBuilder();
  const ofPage = parts.filter(({ name }) => name !== "facets");
  const readers = ofPage.map((part) => ({ key: part.key, read: addPart(item, part, listing, page, site) }));
  const wantsPage = ofPage.some(({ name }) => name !== "totalCount");
  const wantsTotal = parts.some(({ name }) => name === "totalCount");
  const counts = parts.filter(({ name }) => name === "facets");

  const result = new ObjectBuilder();
  // What is gathered for the page is counted too, instead of being found again for each count.
  const isGathered = listing.extent.kind === "gathered" && wantsPage && wantsTotal;
  const isOften = isCountedOften(listing, counts, wantsTotal);
  const gathered = isGathered || isOften ? gather(context, listing, page, isOften) : null;
  if (gathered) result.calls.push(gathered.clause);
  const items = wantsPage ? addPage(context, result, listing, page, item, gathered) : null;
  const total = wantsTotal ? addTotal(context, result, listing, gathered) : null;
  const facets = counts.map((part) => ({ key: part.key, read: addFacets(result, facetList(listing, gathered), listing.type, part) }));
  const shape: Shape = (columns, parameters) => {
    const found = items === null ? [] : itemsOf(columns[items]);
    const size = items === null ? 0 : page.size(parameters);
    const onPage = found.slice(0, size);
    if (page.reversed) onPage.reverse();
    const answer: Answer = { total: total === null ? 0 : Number(columns[total]), more: found.length > size, parameters };
    parameters[NOTES]?.list(context.field, {
      isEmpty: total === null ? found.length === 0 && size > 0 : answer.total === 0,
      isCut: page.byDefault && answer.more,
      total: total === null ? null : answer.total,
    });
    return shapedBy([
      ...readers.map(({ key, read }): [string, unknown] => [key, read(onPage, answer)]),
      ...facets.map(({ key, read }): [string, unknown] => [key, read(columns, parameters)]),
    ]);
  };
  return { calls: result.calls, columns: result.columns, shape };
}

/** Whether a part of a connection says whether there is more. */
function looksAhead(part: Selected): boolean {
  const isAsked = ({ name }: Selected) => name === "hasNextPage" || name === "hasPreviousPage";
  return part.name === "pageInfo" && selectedOn("PageInfo", part.selections, part.context).some(isAsked);
}

/** Adds what a part of the connection selects to the item of a page, and returns how to read the part. */
function addPart(item: ObjectBuilder, part: Selected, listing: Listing, page: Page, site: Site): ReadPart {
  const position = () => listing.order.keys.map((key) => item.column(key.expression));
  if (part.name === "totalCount") return (_, { total }) => total;
  if (part.name === "pageInfo") return addPageInfo(part, listing.order, page, site, position);
  const read = part.name === "nodes" ? listing.addNode(item, part) : listing.addEdge(item, part, position);
  return (items, { parameters }) => items.map((columns) => read(columns, parameters));
}

function addPageInfo(part: Selected, order: Order, page: Page, { args }: Site, position: () => readonly number[]): ReadPart {
  const info = selectedOn("PageInfo", part.selections, part.context);
  const columns = info.some((field) => field.name.endsWith("Cursor")) ? position() : [];
  const cursor = (item: readonly Value[] | undefined) => {
    if (!item) return null;
    const place = columns.map((column) => asPlace(item[column]));
    return writeCursor(order.tag, place);
  };
  // Beyond a cursor lies at least what it stands for.
  const [beforeCursor, afterCursor] = [args.has("after"), args.has("before")];
  const facts: Readonly<Record<string, ReadPart>> = {
    hasNextPage: (_, { more }) => (page.reversed ? afterCursor : more),
    hasPreviousPage: (_, { more }) => (page.reversed ? more : beforeCursor),
    startCursor: (items) => cursor(items[0]),
    endCursor: (items) => cursor(items.at(-1)),
  };
  return (items, answer) => shapedBy(info.map((field) => [field.key, facts[field.name]?.(items, answer)]));
}

/** Whether a list of nodes is gone over several times to be counted; a list of edges is found anew each time. */
function isCountedOften({ type, facets, counted }: Listing, counts: readonly Selected[], wantsTotal: boolean): boolean {
  const facetsAsked = counts.reduce((sum, part) => sum + part.site(type).args.inputs("by").length, 0);
  return facets?.node === counted && facetsAsked + Number(wantsTotal) > 1;
}

/** What facets count: what was gathered, where it was, and all of it was kept. */
function facetList(listing: Listing, gathered: Gathered | null): CountedList {
  const { facets, counted, match, conditions } = listing;
  if (!facets) throw new Error(`Nothing counts ${listing.type}: it lists no nodes.`);
  if (!gathered || gathered.count) return { ...facets, counted, match, conditions, all: null };
  return { ...facets, counted, match: cypher`UNWIND ${gathered.name} AS ${bind(facets.node)}`, conditions: [], all: gathered.name };
}

/** Gathers a list under a name, to page and count it. */
function gather(context: Context, listing: Listing, page: Page, isOften: boolean): Gathered {
  if (listing.extent.kind === "gathered" && listing.extent.whole) return listing.extent.whole;
  const name = context.name("list");
  const { match, conditions, counted } = listing;
  // What is counted by what it has is wanted whole.
  if (!isOften && monthly(context, listing, page)) {
    const count = context.name("count");
    return { clause: countedList(cypher`${match}${where(conditions)}`, counted, { count, list: name }), name, count };
  }
  return { clause: call(cypher`${match}${where(conditions)} RETURN collect(${counted}) AS ${bind(name)}`, [name]), name };
}

/** Adds the subquery of the page, and returns the column of its items. */
function addPage(
  context: Context,
  result: ObjectBuilder,
  listing: Listing,
  page: Page,
  item: ObjectBuilder,
  gathered: Gathered | null,
): number {
  const into = context.name("columns");
  const kept = carry(listing.bound, item.calls);
  const found = clausesOf(context, listing, page, kept, listing.extent.kind === "gathered" ? gathered : null);
  result.calls.push(collect([found, ...inTurn(item.calls)], item.columns, into));
  return result.column(into);
}

/** The page of a list that was gathered under a name. */
function ofGathered({ name }: Gathered, { bound: [node] }: Listing, page: Page, kept: Fragment): Fragment {
  const beyond = page.conditions.length > 0 ? cypher`WITH ${kept}${where(page.conditions)}` : cypher``;
  return join([cypher`UNWIND ${name} AS ${bind(node)}`, beyond, cypher`WITH ${kept} ${page.window}`]);
}

/** The clauses of the page of a list, which may have been gathered under a name. */
function clausesOf(context: Context, listing: Listing, page: Page, kept: Fragment, gathered: Gathered | null): Fragment {
  const { match, conditions, scanned, order, bound } = listing;
  const ofName = gathered && ofGathered(gathered, listing, page, kept);
  if (ofName && !gathered.count) return ofName;
  const plain = cypher`${match}${where([...conditions, ...page.conditions])} WITH ${kept} ${page.window}`;
  const found = shortcut(context, listing, page, kept) ?? plain;
  const by = monthly(context, listing, page);
  if (!scanned || !by) return found;
  const counted = ofName && gathered.count ? { count: gathered.count, list: gathered.name, page: ofName } : null;
  return monthsFirst({ ...scanned, by, node: bound[0], order, page, counted, kept }, found, context.name("value"));
}

/** The date with which the order of a list begins that is found by its months; null where none does, or an engine has an index of ranges. */
function monthly({ seeksRanges }: Context, { scanned, order }: Listing, page: Page): ByDate | null {
  return scanned && !seeksRanges ? byDate(scanned.type, order, page) : null;
}

/** The clauses of the page of a long list that spare sorting all of it by all keys; null where there are none. */
function shortcut(context: Context, listing: Listing, page: Page, kept: Fragment): Fragment | null {
  const { extent } = listing;
  const conditions = [...listing.conditions, ...page.conditions];
  const long: LongList = { ...listing, conditions, kept };
  if (extent.kind === "walked") return walkedPage({ ...listing, walk: extent.walk, page, kept });
  if (extent.kind === "dated") return datedPage({ ...listing, dated: extent.dated, page, kept }, context.name("value"));
  if (extent.kind === "label" && !page.reversed) return narrowed(long, page.limit, context.name("value"));
  // A cursor may stand between two edges of one node.
  if (extent.kind !== "hub" || page.conditions.length > 0) return null;
  return nodesFirst({ ...long, edgesOf: extent.edgesOf, page }, context.name("list"));
}

/** Adds the subquery of the count, and returns its column. */
function addTotal(context: Context, result: ObjectBuilder, listing: Listing, gathered: Gathered | null): number {
  if (gathered) return result.column(gathered.count ?? cypher`size(${gathered.name})`);
  const count = context.name("count");
  const { conditions, counted, extent } = listing;
  const match = extent.kind === "dated" ? extent.dated.rows(EVERYWHERE) : listing.match;
  result.calls.push(call(cypher`${match}${where(conditions)} RETURN count(${counted}) AS ${bind(count)}`, [count]));
  return result.column(count);
}
