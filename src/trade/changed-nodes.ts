import {
  anyOf,
  asKnown,
  bind,
  type Context,
  call,
  containing,
  cypher,
  type Fragment,
  inOrderOfDays,
  join,
  labelled,
  type Name,
  type Parameter,
  type Site,
  stored,
  where,
} from "../compile/index.ts";
import { EDGE_DAYS, THERE_FROM } from "../model/index.ts";
import { datedTypes, isOfTypes, startsOf } from "./edges.ts";
import { EFFECTS, mayTurn } from "./status/index.ts";

/**
 * The two days, and what compares with them. What changed is what differs between the graphs as of both, so that each change falls into one of two
 * adjoining spans: a month or year counts as begun from its first day on, and as over after its last (`mayHold`).
 */
export interface Span {
  readonly from: Parameter;
  readonly to: Parameter;
  /** The day of `from`, its month and its year: what lies in that year compares as the year or more. */
  readonly aroundFrom: Parameter;
  /** That what begins on a day may have begun by `to`, and not by `from`. */
  readonly began: (day: Fragment) => Fragment;
  /** That what has a last day may hold on `from`, and no longer on `to`. */
  readonly ended: (day: Fragment) => Fragment;
  /** That a day, month or year may lie between them, as a first or a last day. */
  readonly near: (day: Fragment) => Fragment;
}

/** Reads `from` and `to`. Throws BAD_FILTER where one lies after the other. */
export function spanOf(site: Site): Span {
  const from = site.parameter((args) => inOrderOfDays(args).text("from"));
  const to = site.text("to");
  const [aroundFrom, aroundTo] = [
    site.parameter((args) => containing(args.text("from"))),
    site.parameter((args) => containing(args.text("to"))),
  ];
  return {
    from,
    to,
    aroundFrom,
    began: (day) => cypher`${day} > ${from} AND ${day} <= ${to}`,
    near: (day) => cypher`${day} <= ${to} AND (${day} >= ${from} OR ${day} IN ${aroundFrom})`,
    ended: (day) => cypher`${day} < ${to} AND (${day} >= ${from} OR ${day} IN ${aroundFrom}) AND NOT ${day} IN ${aroundTo}`,
  };
}

/** The kinds of changes, as the schema names them. */
export const KINDS = ["ADDED", "ENDED", "CHANGED"] as const;
export type Kind = (typeof KINDS)[number];

/** What is asked for, as far as nodes are passed over because of it. */
interface Asked {
  readonly span: Span;
  readonly isValid: boolean;
  /** Whether changes of a kind were asked for. */
  readonly isWanted: (kind: Kind) => boolean;
}

/**
 * Clauses that bind the nodes that may have changed, each once, so that WHERE may follow: those that are there or were spoken of from a day in the span
 * on, those at which an edge began or ended in it, those whose fields have a history, and measures whose status it may have changed. All others are
 * passed over by a look at the node alone; the branches of `changes` look closer. Of 280,000 edges on the embedded engine, those that began in a week
 * were found in 15 ms so, by looking at each edge in 110.
 */
export function mayHaveChanged(context: Context, node: Name, asked: Asked): Fragment {
  const { span, isValid, isWanted } = asked;
  const all = context.name("list");
  const day = stored(node, isValid ? THERE_FROM : "recordedOn");
  const looks = [
    ...(isWanted("ADDED") ? [cypher`(${span.began(day)})`] : []),
    // What a claim gives otherwise: the day from which an act is there as well.
    ...(isWanted("ADDED") || isWanted("CHANGED") ? [cypher`${asKnown(node)} IS NOT NULL`] : []),
    ...mayHaveEdges(node, asked),
  ];
  const isLookedAt = looks.length === 0 ? cypher`false` : cypher`(${join(looks, " OR ")})`;
  const { possible } = context.model;
  const types = new Set([...startsOf(context, datedTypes(context)), ...(possible.get("Act") ?? []), ...(possible.get("Subject") ?? [])]);
  const branches = [
    cypher`MATCH (${bind(node)}:Node)${where([...isOfTypes(context, node, types), isLookedAt])}`,
    ...(!isWanted("CHANGED") ? [] : isValid ? nearStatuses(context, node, asked) : [disputedStarts(context, node)]),
  ].map((branch) => cypher`${branch} RETURN ${node}`);
  const found = call(join(branches, " UNION ALL "), [node]);
  return cypher`${call(cypher`${found} RETURN collect(DISTINCT ${node}) AS ${bind(all)}`, [all])} UNWIND ${all} AS ${bind(node)} WITH ${node}`;
}

/** Matches nodes at which edges begin whose own values claims give: what is known of these changes with what is published. */
function disputedStarts(context: Context, node: Name): Fragment {
  const [near, edge] = [context.name("node"), context.name("edge")];
  const named = cypher`MATCH (${bind(near)}:Node)${where([cypher`${near}.namesEdges`])}`;
  const walk = cypher`MATCH (${near})-[${bind(edge)}:${anyOf(datedTypes(context))}]-() WHERE ${edge}.history IS NOT NULL`;
  return cypher`${named} ${walk} WITH DISTINCT startNode(${edge}) AS ${bind(node)}`;
}

/** That an edge that begins at a node may have begun or ended in the span, by what is noted at the node; so it may where nothing is. One of these must hold. */
function mayHaveEdges(node: Name, { span, isValid, isWanted }: Asked): Fragment[] {
  const noted = (date: string) => {
    const { first = "", last = "" } = EDGE_DAYS.get(date) ?? {};
    return { first: cypher`coalesce(${stored(node, first)}, '')`, last: cypher`coalesce(${stored(node, last)}, '~')` };
  };
  const [begins, ends] = [noted(isValid ? "since" : "recordedOn"), noted("until")];
  return [
    ...(isWanted("ADDED") ? [cypher`(${begins.last} > ${span.from} AND ${begins.first} <= ${span.to})`] : []),
    ...(isValid && isWanted("ENDED") ? [cypher`(${ends.last} >= ${span.aroundFrom}[0] AND ${ends.first} < ${span.to})`] : []),
  ];
}

/**
 * Matches of measures whose status may be another on the last day than on the first: those with a day of their own near the span, or of which another was
 * known before, those that an act reached, where that may change it in the span, and what these are parts of. Nothing else changes a status.
 */
function nearStatuses(context: Context, node: Name, { span }: Asked): Fragment[] {
  const [dated, reached] = [context.name("node"), context.name("node")];
  const by = { effect: context.name("effect"), act: context.name("act") };
  const near = ["announcedOn", "inForceFrom", "inForceUntil"].map((name) => {
    const day = stored(dated, name);
    return cypher`(${day} <= ${span.to} AND ${day} >= ${span.aroundFrom}[0])`;
  });
  const isNear = cypher`(${join([...near, cypher`${asKnown(dated)} IS NOT NULL`], " OR ")})`;
  const above = (measure: Name) => cypher`MATCH (${measure})-[:PART_OF*0..]->(${bind(node)}:Measure)`;
  const turns = mayTurn(context, by, context.asOf.known, span.near);
  const isReached = cypher`MATCH (${bind(reached)}:Measure)<-[${bind(by.effect)}:${anyOf(EFFECTS)}]-(${bind(by.act)})${where([turns])}`;
  return [
    cypher`MATCH (${labelled(bind(dated), "Measure")})${where([isNear])} ${above(dated)}`,
    cypher`${isReached} WITH DISTINCT ${reached} ${above(reached)}`,
  ];
}
