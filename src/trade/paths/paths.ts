import {
  type Analysis,
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  EMPTY,
  edgeIsThere,
  type Fragment,
  idsAt,
  join,
  matchById,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  propertyAsOf,
  type RowFields,
  type Selected,
  type Site,
  untilOf,
  value,
  where,
} from "../../compile/index.ts";
import { type Model, names, nodeTypeOf } from "../../model/index.ts";
import { datedTypes } from "../edges.ts";
import { between, LIMITS } from "../limits.ts";
import { textsIn } from "../rows.ts";
import type { Asked, Path } from "./best.ts";
import { type Statements, searchPaths } from "./search.ts";

/** paths: how nodes hang together. Searched from both sides, a statement a level; one more reads what is selected of the paths that were found. */
export function paths({ context }: Selected, site: Site): Analysis {
  const all = [...context.model.nodes.keys()];
  const [from, to] = [idsAt(context, site, "from", { types: all }), idsAt(context, site, "to", { types: all })];
  const longest = site.parameter((args) => between("BAD_DEPTH", "maxLength", args.number("maxLength"), [1, LIMITS.pathLength]));
  const first = site.parameter((args) => between("BAD_PAGE", "first", args.number("first"), [0, LIMITS.paths]));
  const through = site.args.has("through") ? site.distinct("through") : null;
  const inTimeOrder = site.args.flag("inTimeOrder");
  const types = site.args.has("types") ? site.distinct("types") : null;
  const walks = walksOf(context, types);
  const texts = { ends: endsText(context, walks, inTimeOrder), level: levelText(context, walks, inTimeOrder) };
  return {
    type: "Path",
    gather: function* ([start = ""], parameters) {
      const [starts, ends] = [textsIn(parameters[from.name]), textsIn(parameters[to.name])];
      const asked: Asked = {
        from: new Set(starts),
        to: new Set(ends),
        isInner: innerOf(context.model, [...starts, ...ends], through && textsIn(parameters[through.name])),
        inTimeOrder,
        first: Number(parameters[first.name]),
      };
      const statements: Statements = {
        ends: (ids, most, isLast) => ({
          text: texts.ends,
          params: { ...parameters, [IDS.name]: ids, [MOST.name]: most, [IS_LAST.name]: isLast },
        }),
        level: (ids, isLast) => ({ text: texts.level, params: { ...parameters, [IDS.name]: ids, [IS_LAST.name]: isLast } }),
      };
      const { paths, cut } = yield* searchPaths(statements, asked, Number(parameters[longest.name]));
      return new Map([[start, { rows: paths.map(rowOf), cut }]]);
    },
    read: (row) => ({ match: EMPTY, fields: fieldsOf(context, row, walks, inTimeOrder) }),
  };
}

/** The ids of a level. */
const IDS = new Parameter("ids");

/** How many edges an end may have for these to be read with it. */
const MOST = new Parameter("most");

/** Whether no hop is walked after these. */
const IS_LAST = new Parameter("isLast");

/** Whether a path may lead through a node: none at which one may begin or end, and only those of the types asked for. */
function innerOf(model: Model, ends: readonly string[], through: readonly string[] | null): (id: string) => boolean {
  const isEnd = new Set(ends);
  const allowed = through === null ? null : new Set(through);
  return (id) => !isEnd.has(id) && (allowed === null || allowed.has(names.constant(nodeTypeOf(model, id)?.name ?? "")));
}

/** How edges may be walked: the pattern of one, and what must hold for it. */
interface Walks {
  /** The last day of an edge, as it was known. */
  readonly last: (name: Name) => Fragment;
  readonly edge: (name: Name) => Fragment;
  readonly isWalked: (name: Name) => Fragment[];
}

function walksOf(context: Context, types: Parameter | null): Walks {
  return {
    last: (name) => untilOf(name, context.asOf.known),
    edge: (name) => cypher`[${bind(name)}:${anyOf(datedTypes(context))}]`,
    isWalked: (name) => [...edgeIsThere(context.asOf, name), ...(types === null ? [] : [cypher`type(${name}) IN ${types}`])],
  };
}

/** How many edges of a node may be walked. With 34 types Neo4j adds up 34 degrees where nothing is said of the far node, which takes twice a look at 40 edges. */
function degreeOf(context: Context, walks: Walks, node: Name): Fragment {
  const [edge, far] = [context.name("through"), context.name("far")];
  const isCounted = [...walks.isWalked(edge), ...nodeIsThere(context, far, [...context.model.nodes.keys()])];
  return cypher`COUNT { MATCH (${node})-${walks.edge(edge)}-(${bind(far)}:Node)${where(isCounted)} }`;
}

/** What is known of a node: `[id, degree, date]`. */
function knownOf(context: Context, node: Name, degree: Name, inTimeOrder: boolean): Fragment {
  const date = context.model.properties.get("Act")?.get("date");
  const day = inTimeOrder && date ? propertyAsOf(context.asOf, date, node) : cypher`null`;
  return cypher`[${node}.id, ${degree}, ${day}]`;
}

/**
 * What lies one hop from some nodes, `start` binding each as the name given: the edges by their far ends, and what is known of these; at the last hop
 * only of those that several edges lead to, since through all others no path goes on.
 */
function hopOf(
  context: Context,
  walks: Walks,
  inTimeOrder: boolean,
  near: Name,
  start: Fragment,
): { clause: Fragment; into: readonly Name[] } {
  const [far, edge, from] = [context.name("node"), context.name("edge"), context.name("list")];
  const [edges, others, node, degree, known] = [
    context.name("list"),
    context.name("list"),
    context.name("node"),
    context.name("count"),
    context.name("list"),
  ];
  const isWalked = [...walks.isWalked(edge), ...nodeIsThere(context, far, [...context.model.nodes.keys()])];
  const last = inTimeOrder ? walks.last(edge) : cypher`null`;
  const each = cypher`UNWIND ${others} AS ${bind(node)} WITH ${node}, ${degreeOf(context, walks, node)} AS ${bind(degree)}`;
  const weighed = cypher`${each} RETURN collect(${knownOf(context, node, degree, inTimeOrder)}) AS ${bind(known)}`;
  const isOnWay = cypher`CASE WHEN NOT ${IS_LAST} OR size(${from}) > 1 THEN ${far} END`;
  const clause = join([
    cypher`${start} MATCH (${near})-${walks.edge(edge)}-(${bind(far)})${where(isWalked)}`,
    cypher`WITH ${far}, collect([${near}.id, ${last}]) AS ${bind(from)}`,
    cypher`WITH collect([${far}.id, ${from}]) AS ${bind(edges)}, collect(${isOnWay}) AS ${bind(others)}`,
    call(weighed, [known]),
    cypher`RETURN ${edges}, ${known}`,
  ]);
  return { clause, into: [edges, known] };
}

function endsText(context: Context, walks: Walks, inTimeOrder: boolean): string {
  const [id, node, degree, near] = [context.name("id"), context.name("node"), context.name("count"), context.name("node")];
  const [ends, few] = [context.name("list"), context.name("list")];
  const there = nodeIsThere(context, node, [...context.model.nodes.keys()]);
  const { clause, into } = hopOf(context, walks, inTimeOrder, near, cypher`UNWIND ${few} AS ${bind(near)}`);
  return join([
    cypher`${matchByIds(node, id, IDS)} WITH ${node}${where(there)} WITH ${node}, ${degreeOf(context, walks, node)} AS ${bind(degree)}`,
    cypher`WITH collect(${knownOf(context, node, degree, inTimeOrder)}) AS ${bind(ends)}, collect(CASE WHEN ${degree} <= ${MOST} THEN ${node} END) AS ${bind(few)}`,
    call(clause, into),
    cypher`RETURN ${join([...into, ends], ", ")}`,
  ]).text;
}

function levelText(context: Context, walks: Walks, inTimeOrder: boolean): string {
  const [id, near] = [context.name("id"), context.name("node")];
  return hopOf(context, walks, inTimeOrder, near, matchByIds(near, id, IDS)).clause.text;
}

/** A path as a row: its length, its busiest node, its nodes, and its hops with the day after which each was walked. */
function rowOf({ ids, busiest, days }: Path) {
  return [days.length, busiest, ids.map((id, i) => [i, id]), days.map((day, i) => [i, ids[i] ?? "", ids[i + 1] ?? "", day])];
}

function fieldsOf(context: Context, row: Name, walks: Walks, inTimeOrder: boolean): RowFields {
  return {
    length: value(cypher`${row}[1]`),
    busiest: value(cypher`${row}[2]`),
    nodes: {
      kind: "list",
      list: cypher`${row}[3]`,
      of: (member) => {
        const node = context.name("node");
        return { match: matchById(node, cypher`${member}[1]`), read: { kind: "node", name: node, type: "Node" } };
      },
    },
    hops: {
      kind: "list",
      list: cypher`${row}[4]`,
      of: (hop) => {
        const [from, to] = [context.name("node"), context.name("node")];
        const match = cypher`${matchById(from, cypher`${hop}[1]`)} ${matchById(to, cypher`${hop}[2]`)}`;
        return { match, read: { type: "PathHop", fields: hopFields({ hop, from, to }, walks, inTimeOrder) } };
      },
    },
  };
}

function hopFields({ hop, from, to }: Readonly<Record<"hop" | "from" | "to", Name>>, walks: Walks, inTimeOrder: boolean): RowFields {
  return {
    from: { kind: "node", name: from, type: "Node" },
    to: { kind: "node", name: to, type: "Node" },
    relationships: {
      kind: "relationships",
      by: () => [],
      most: LIMITS.parallelEdges,
      match: (edge) => {
        const isInOrder = inTimeOrder ? [cypher`coalesce(${walks.last(edge)} + '~', '~') >= ${hop}[3]`] : [];
        return cypher`MATCH (${from})-${walks.edge(edge)}-(${to})${where([...isInOrder, ...walks.isWalked(edge)])}`;
      },
    },
  };
}
