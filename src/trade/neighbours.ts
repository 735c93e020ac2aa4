import {
  addNodes,
  anyOf,
  bind,
  type ComputedField,
  type Context,
  call,
  carry,
  collect,
  cypher,
  directed,
  edgeIsThere,
  type Fragment,
  inTurn,
  itemsOf,
  join,
  labelled,
  matchByIds,
  type Name,
  nodeIsThere,
  number,
  ObjectBuilder,
  type Parameter,
  placeOf,
  quoted,
  type Read,
  type Selected,
  type Shaped,
  type Site,
  selectedOn,
  shapedBy,
  stored,
  type Value,
  where,
} from "../compile/index.ts";
import { type EdgeField, nodeTypeOf, requestError } from "../model/index.ts";
import { LIMITS } from "./limits.ts";

/** What a row of the statement says of its group: the type of its edges, which way they run, and the field where type and way leave two. */
const GROUPED = ["kind", "ways", "field"] as const;

/** The names of a group's row. */
type Group = Readonly<Record<(typeof GROUPED)[number] | "count" | "list", Name>>;

/** A group as it was read: a symmetric edge gives two, one for each way that it was written. */
interface Found {
  readonly field: EdgeField;
  readonly row: readonly Value[];
}

/**
 * neighbours: the edges of a node, counted by the field that lists them, with the first nodes of each. One walk outwards and one inwards, grouped as they
 * go: 15,000 edges of a country take 14 ms to count and 25 with nodes on the embedded engine; a count for each field would be 60 subqueries to plan.
 */
export const neighbours: ComputedField = {
  select(object, node, [owner], field) {
    const { context } = field;
    const site = field.site(owner);
    const first = site.parameter((given) => groupSize(given.number("first") ?? 0));
    const group: Group = {
      kind: context.name("kind"),
      ways: context.name("ways"),
      field: context.name("field"),
      count: context.name("count"),
      list: context.name("list"),
    };
    const item = new ObjectBuilder();
    const [kind, ways, tag, count] = [group.kind, group.ways, group.field, group.count].map((name) => item.column(name));
    const parts = selectedOn("Neighbours", field.selections, context);
    const showsNodes = parts.some(({ name }) => name === "nodes");
    const ids = showsNodes ? item.column(group.list) : null;
    const readers = parts.map((part): [string, (found: readonly [Found, ...Found[]], parameters: Parameters<Read>[1]) => unknown] => [
      part.key,
      readPart(item, group, { count, ids, first }, part),
    ]);
    const into = context.name("columns");
    const names = [group.kind, group.ways, group.field, group.count];
    const cut = showsNodes ? [cypher`${group.list}[0..${first}] AS ${bind(group.list)}`] : [];
    const found = call(join(branches(context, node, group, site, showsNodes), " UNION ALL "), [...names, group.list], [node]);
    object.calls.push(collect([found, cypher`WITH ${carry([...names, ...cut], item.calls)}`, ...inTurn(item.calls)], item.columns, into));
    const column = object.column(into);
    const id = object.column(stored(node, "id"));
    object.reader(field.key, field.types, (row, parameters) => {
      const type = nodeTypeOf(context.model, String(row[id]))?.name ?? owner;
      const rows = itemsOf(row[column]);
      const fields = context.model.edgeFields.get(type) ?? new Map<string, EdgeField>();
      const at = (found: readonly Value[], index: number | undefined) => String(found[index ?? -1]);
      return [...fields.values()].flatMap((edge) => {
        const own = rows.filter((found) => {
          const told = fields.get(at(found, tag)) ?? edge;
          return edge.type === at(found, kind) && (edge.symmetric || edge.direction === at(found, ways)) && told === edge;
        });
        const [one, ...others] = own.map((row) => ({ field: edge, row }));
        return one ? [shapedBy(readers.map(([key, read]) => [key, read([one, ...others], parameters)]))] : [];
      });
    });
  },
};

/** Throws BAD_PAGE where a group can't show so many nodes. */
function groupSize(first: number): number {
  if (first < 0 || first > LIMITS.neighboursShown) {
    throw requestError(
      "BAD_PAGE",
      `first: ${first} is out of bounds: a group shows 0 to ${LIMITS.neighboursShown} nodes. Its \`field\` lists all of them.`,
    );
  }
  return first;
}

/** Reads a part of a group from its rows. */
function readPart(
  item: ObjectBuilder,
  group: Group,
  at: { readonly count: number | undefined; readonly ids: number | null; readonly first: Parameter },
  part: Selected,
): (found: readonly [Found, ...Found[]], parameters: Parameters<Read>[1]) => unknown {
  switch (part.name) {
    case "type":
      return ([{ field }]) => field.type;
    case "direction":
      return ([{ field }]) => (field.symmetric ? "BOTH" : field.direction);
    case "label":
      return ([{ field }]) => inWords(field.name);
    case "field":
      return ([{ field }]) => field.name;
    case "totalCount":
      return (found) => found.reduce((sum, { row }) => sum + Number(row[at.count ?? -1]), 0);
    case "nodes":
      return readNodes(item, group, at, part);
    default:
      throw new Error(`Nothing gives Neighbours.${part.name}: add it here.`);
  }
}

/** The first nodes of a group, by id. */
function readNodes(
  item: ObjectBuilder,
  group: Group,
  { ids, first }: { readonly ids: number | null; readonly first: Parameter },
  part: Selected,
): (found: readonly Found[], parameters: Parameters<Read>[1]) => Shaped[] {
  const { context } = part;
  const [node, id] = [context.name("node"), context.name("id")];
  const read = addNodes(item, part, placeOf(context, node, "Node"), () => matchByIds(node, id, group.list));
  return (found, parameters) => {
    const byId = new Map<string, Shaped>();
    for (const { row } of found) {
      const shown = row[ids ?? -1];
      const nodes = read(row, parameters);
      if (Array.isArray(shown)) for (const [i, id] of shown.entries()) if (nodes[i]) byId.set(String(id), nodes[i]);
    }
    const all = [...byId].sort(([a], [b]) => (a < b ? -1 : 1));
    return all.slice(0, Number(parameters[first.name])).map(([, node]) => node);
  };
}

/** `easedBy` as `eased by`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

/** The walks from a node: outwards and inwards, along dated edges and along those of claims, whose own `since` is another thing. */
function branches(context: Context, node: Name, group: Group, site: Site, showsNodes: boolean): Fragment[] {
  const all = [...context.model.edges.values()];
  const isOfDay = context.asOf.valid !== null || context.asOf.known !== null;
  const parted = isOfDay ? [all.filter(({ dated }) => dated), all.filter(({ dated }) => !dated)] : [all];
  const types = site.args.has("types") ? site.distinct("types") : null;
  return parted.flatMap((some) => {
    const dated = some.every((type) => type.dated);
    const walked = anyOf(some.map(({ type }) => type));
    return (["OUT", "IN"] as const).map((direction) => {
      const [edge, far] = [context.name("edge"), context.name("node")];
      const conditions = [
        ...(types ? [cypher`type(${edge}) IN ${types}`] : []),
        ...(isOfDay && dated ? edgeIsThere(context.asOf, edge) : []),
        ...nodeIsThere(context, far, [...context.model.nodes.keys()]),
      ];
      const pattern = directed(node, cypher`[${bind(edge)}:${walked}]`, cypher`${bind(far)}:Node`, direction);
      const walk = cypher`MATCH ${pattern}${where(conditions)}`;
      const grouped = cypher`type(${edge}) AS ${bind(group.kind)}, ${fieldTold(context, direction, edge, far)} AS ${bind(group.field)}`;
      const ordered = showsNodes ? cypher` ORDER BY ${far}.id` : cypher``;
      const list = showsNodes ? cypher`collect(DISTINCT ${far}.id)` : number(0);
      return cypher`${walk} WITH ${grouped}, ${far}${ordered} RETURN ${group.kind}, ${quoted(direction)} AS ${bind(group.ways)}, ${group.field}, count(${far}) AS ${bind(group.count)}, ${list} AS ${bind(group.list)}`;
    });
  });
}

/** The field that lists an edge, where a type has several of one edge type and direction: told by what lies at the other end. Null for all others. */
function fieldTold({ model }: Context, direction: "OUT" | "IN", edge: Name, far: Name): Fragment {
  const told = new Map<string, Fragment>();
  for (const owner of model.nodes.keys()) {
    const fields = [...(model.edgeFields.get(owner)?.values() ?? [])].filter((field) => !field.symmetric && field.direction === direction);
    for (const field of fields) {
      if (fields.filter(({ type }) => type === field.type).length < 2) continue;
      for (const target of field.targets) {
        told.set(
          `${field.type} ${target}`,
          cypher`WHEN type(${edge}) = ${quoted(field.type)} AND ${labelled(far, target)} THEN ${quoted(field.name)}`,
        );
      }
    }
  }
  return told.size === 0 ? cypher`null` : cypher`CASE ${join([...told.values()])} END`;
}
