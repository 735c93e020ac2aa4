import {
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  EMPTY,
  edgeIsThere,
  edgeName,
  type Fragment,
  join,
  lastStep,
  matchByIds,
  type Name,
  nodeIsThere,
  type Parameter,
  quoted,
  type Site,
  stepPart,
  stored,
  where,
} from "../compile/index.ts";
import { isOfEdge, partOfEdgeField, sameSince, walkOf, walksOf } from "./edge-fields.ts";
import { datedTypes } from "./edges.ts";

/** What is asked of edges' own values. */
interface Asked {
  readonly context: Context;
  readonly site: Site;
  /** The two days that are compared. */
  readonly span: { readonly from: Parameter; readonly to: Parameter };
  readonly known: Parameter | null;
  /** Ids of the nodes at which the edges begin or end; null where the graph is walked node by node. */
  readonly about: Fragment | null;
  /** The node at which the edges begin, where the graph is walked. */
  readonly walked: Name | null;
}

/** A row: an edge, by the node where it begins and its name, with a value of its own on both days. */
type Row = Readonly<Record<"node" | "relation" | "kind" | "date" | "field" | "before" | "after" | "claims" | "from" | "to", Fragment>>;

/**
 * Edges' own values that are others as known on the last day than as known on the first: the edges that claims name keep their history. What nobody
 * had spoken of on the first day had no value then.
 */
export function changedValues(asked: Asked, returned: (row: Row) => Fragment): Fragment {
  const { context, span, known } = asked;
  const [to, edge] = [context.name("node"), context.name("edge")];
  const from = asked.walked ?? context.name("node");
  const [field, before, after, day] = [context.name("field"), context.name("value"), context.name("value"), context.name("day")];
  const claims = context.name("claims");
  const then = { valid: null, known: span.from };
  const types = [...context.model.nodes.keys()];
  const there = [from, to].flatMap((end) => [...nodeIsThere(context, end, types), ...nodeIsThere(context.withAsOf(then), end, types)]);
  const conditions = [...edgeIsThere(context.asOf, edge), ...edgeIsThere(then, edge), ...there];
  const valueOn = (day: Parameter) => lastStep(edge, cypher`${stepPart("field")} = ${field}`, null, day, known);
  return join([
    cypher`${disputedEdges(asked, { from, to, edge })}${where(conditions)}`,
    cypher`UNWIND [h IN ${edge}.history | ${stepPart("field")}] AS ${bind(field)} WITH DISTINCT ${from}, ${to}, ${edge}, ${field}`,
    cypher`WITH ${from}, ${to}, ${edge}, ${field}, ${valueOn(span.from)} AS ${bind(before)}, ${valueOn(span.to)} AS ${bind(after)}`,
    cypher`WHERE ${before} <> ${after}`,
    cypher`WITH ${from}, ${to}, ${edge}, ${field}, ${before}, ${after}, ${knownSince(asked, edge, field, after)} AS ${bind(day)}`,
    saying(asked, { from, to, edge, field, after }, claims),
    returned({
      node: from,
      relation: edgeName(from, edge, to),
      kind: quoted("CHANGED"),
      date: day,
      field,
      before,
      after,
      claims,
      from: stored(from, "id"),
      to: stored(to, "id"),
    }),
  ]);
}

/** Binds each edge that has a history, with its ends: found from the nodes asked about, or from the one that is walked. */
function disputedEdges({ context, about, walked }: Asked, { from, to, edge }: Readonly<Record<"from" | "to" | "edge", Name>>): Fragment {
  const walk = cypher`[${bind(edge)}:${anyOf(datedTypes(context))}]`;
  if (walked !== null) {
    return cypher`MATCH (${from})-${walk}->(${bind(to)}:Node) WHERE ${edge}.history IS NOT NULL WITH ${from}, ${to}, ${edge}`;
  }
  const [near, far] = [context.name("node"), context.name("node")];
  const start = matchByIds(near, context.name("id"), about ?? EMPTY);
  const found = cypher`MATCH (${near})-${walk}-(${bind(far)}:Node) WHERE ${edge}.history IS NOT NULL`;
  return cypher`${start} ${found} WITH DISTINCT ${edge}, startNode(${edge}) AS ${bind(from)}, endNode(${edge}) AS ${bind(to)}`;
}

/** The day since which it is known that a value is what it is as known on the last day: that of the first of the last steps that all say so. */
function knownSince({ span, known }: Asked, edge: Name, field: Name, after: Name): Fragment {
  const on = stepPart("recordedOn");
  const days = [span.to, ...(known === null ? [] : [known])].map((day) => cypher`${on} <= ${day}`);
  const steps = join([cypher`${stepPart("field")} = ${field}`, ...days], " AND ");
  const first = cypher`CASE WHEN ${stepPart("value")} <> ${after} THEN '' WHEN first = '' THEN ${on} ELSE first END`;
  return cypher`reduce(first = '', h IN [h IN ${edge}.history WHERE ${steps}] | ${first})`;
}

/** Binds the ids of the claims that give a value of an edge, from either end. */
function saying(
  { context, site }: Asked,
  { from, to, edge, field, after }: Readonly<Record<"from" | "to" | "edge" | "field" | "after", Name>>,
  claims: Name,
): Fragment {
  const [near, claim, through] = [context.name("node"), context.name("node"), context.name("through")];
  const part = (i: 0 | 1 | 2) => partOfEdgeField(stored(through, "field"), i);
  const gives = where([
    isOfEdge(stored(through, "field")),
    cypher`${through}.value = ${after}`,
    cypher`${part(2)} = ${field}`,
    cypher`${part(1)} IN [${from}.id, ${to}.id]`,
    cypher`${walkOf(part(0), edge, near)} IN ${site.parameter(() => walksOf(context.model))}`,
    sameSince(through, edge),
  ]);
  const found = cypher`UNWIND [${from}, ${to}] AS ${bind(near)} MATCH (${near})<-[${bind(through)}:ABOUT]-(${bind(claim)}:Claim)${gives}`;
  return call(cypher`${found} RETURN collect(DISTINCT ${claim}.id) AS ${bind(claims)}`, [claims]);
}
