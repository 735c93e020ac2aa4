import {
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  directed,
  EMPTY,
  edgeIsThere,
  edgeName,
  type Fragment,
  inTurn,
  join,
  matchByIds,
  type Name,
  nodeIsThere,
  number,
  Parameter,
  pathIsThere,
  type Site,
  where,
} from "../../compile/index.ts";
import { keptMeasures } from "../measures-on-day.ts";
import { HOPS, type HopsName, LEVELS, NAMES, SPARES } from "./ways.ts";

/** The nodes from which hops of each kind are taken. */
export const FROM: ReadonlyMap<HopsName, Parameter> = new Map(
  (Object.keys(HOPS) as HopsName[]).map((kind) => [kind, new Parameter(`from${kind}`)]),
);

/** The nodes of the walk that were come to before this statement, of which measures are asked. */
export const COME = new Parameter("come");

/** Hops of a kind, as subqueries that bind a list of `[near id, far id, edge's name]`, and one of the nodes that they lead to. */
interface Walked {
  readonly clause: Fragment;
  readonly edges: Name;
  readonly nodes: Name;
}

/**
 * One row: for each kind of hop, in the order of `HOPS`, the edges of `LEVELS` levels; a list of `[node's id, measure's id, edge's name]` for each edge
 * by which a measure names one of the nodes come to, one of `[measure's id, status]` for the measures that are kept, and one of
 * `[node's id, measure's id]` for those that spare one. What lies within some levels is read as the nodes within some hops, each once, and then their edges.
 */
export function walkText(context: Context, site: Site): string {
  const walked = new Map<HopsName, Walked>();
  // Those that are taken once come first: others begin where they end.
  const inOrder = [...FROM].sort(([a], [b]) => Number(HOPS[a].again) - Number(HOPS[b].again));
  for (const [kind, from] of inOrder) {
    walked.set(
      kind,
      hopsOf(
        context,
        kind,
        from,
        HOPS[kind].after.flatMap((before) => walked.get(before)?.nodes ?? []),
      ),
    );
  }
  const [id, start, starts, near, all] = [
    context.name("id"),
    context.name("node"),
    context.name("list"),
    context.name("node"),
    context.name("list"),
  ];
  const come = call(cypher`${matchByIds(start, id, COME)} RETURN collect(${start}) AS ${bind(starts)}`, [starts]);
  const lists = join([starts, ...[...walked.values()].map(({ nodes }) => nodes)], " + ");
  const together = call(cypher`UNWIND ${lists} AS ${bind(near)} RETURN collect(DISTINCT ${near}) AS ${bind(all)}`, [all]);
  const named = namedOf(context, site, all);
  const edges = [...FROM.keys()].flatMap((kind) => walked.get(kind)?.edges ?? []);
  return join([
    ...[...walked.values()].map(({ clause }) => clause),
    come,
    together,
    named.clause,
    cypher`RETURN [${join(edges, ", ")}], ${join(named.binds, ", ")}`,
  ]).text;
}

function hopsOf(context: Context, kind: HopsName, from: Parameter, after: readonly Name[]): Walked {
  const { types, direction, again } = HOPS[kind];
  const [id, start, starts, near] = [context.name("id"), context.name("node"), context.name("list"), context.name("node")];
  const [far, edge, edges, nodes] = [context.name("node"), context.name("edge"), context.name("list"), context.name("list")];
  const given = matchByIds(start, id, from);
  const begin =
    after.length === 0
      ? given
      : cypher`${call(cypher`${given} RETURN collect(${start}) AS ${bind(starts)}`, [starts])} UNWIND ${join([starts, ...after], " + ")} AS ${bind(start)}`;
  const path = directed(start, cypher`[q:${anyOf(types)}*0..${number(LEVELS - 1)}]`, bind(near), direction);
  const within = again ? cypher` MATCH ${path}${where(pathIsThere(context.asOf))} WITH DISTINCT ${near}` : EMPTY;
  const at = again ? near : start;
  const pattern = directed(at, cypher`[${bind(edge)}:${anyOf(types)}]`, cypher`${bind(far)}:Node`, direction);
  const name = direction === "OUT" ? edgeName(at, edge, far) : edgeName(far, edge, at);
  const lists = cypher`collect([${at}.id, ${far}.id, ${name}]) AS ${bind(edges)}, collect(DISTINCT ${far}) AS ${bind(nodes)}`;
  const body = cypher`${begin}${within} MATCH ${pattern}${where(edgeIsThere(context.asOf, edge))} RETURN ${lists}`;
  return { clause: call(body, [edges, nodes]), edges, nodes };
}

/** Which measures name and spare some nodes: clauses that bind three lists. */
function namedOf(context: Context, site: Site, all: Name): { readonly clause: Fragment; readonly binds: readonly Name[] } {
  const [edges, measures, statuses, spared] = [context.name("list"), context.name("list"), context.name("list"), context.name("list")];
  const [naming, sparing] = [measuresOf(context, all, NAMES), measuresOf(context, all, [SPARES])];
  const [measure] = [context.name("node")];
  const row = cypher`[${naming.near}.id, ${naming.measure}.id, ${edgeName(naming.measure, naming.edge, naming.near)}]`;
  const found = cypher`${naming.found} RETURN collect(${row}) AS ${bind(edges)}, collect(DISTINCT ${naming.measure}) AS ${bind(measures)}`;
  const kept = keptMeasures(context, site, cypher`UNWIND ${measures} AS ${bind(measure)}`, measure);
  return {
    clause: join([
      call(found, [edges, measures]),
      ...inTurn(kept.sets),
      call(cypher`${kept.clause} RETURN collect([${measure}.id, ${kept.status}]) AS ${bind(statuses)}`, [statuses], kept.carried),
      call(cypher`${sparing.found} RETURN collect([${sparing.near}.id, ${sparing.measure}.id]) AS ${bind(spared)}`, [spared]),
    ]),
    binds: [edges, statuses, spared],
  };
}

/** From some nodes to the measures that have edges of some types to them. */
function measuresOf(context: Context, all: Name, types: readonly string[]) {
  const [near, measure, edge] = [context.name("node"), context.name("node"), context.name("edge")];
  const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, measure, ["Measure"])];
  const found = cypher`UNWIND ${all} AS ${bind(near)} MATCH (${near})<-[${bind(edge)}:${anyOf(types)}]-(${bind(measure)}:Measure)${where(there)}`;
  return { found, near, measure, edge };
}
