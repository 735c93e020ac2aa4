import {
  anyOf,
  bind,
  byUntil,
  type Context,
  call,
  carry,
  cypher,
  EMPTY,
  edgeIsThere,
  edgeName,
  type Fragment,
  highest,
  inOrderOfDays,
  join,
  key,
  labelled,
  lowest,
  type Name,
  nodeIsThere,
  overhang,
  propertyAsOf,
  quoted,
  type Rows,
  type Selected,
  type Site,
  stored,
  untilOf,
  value,
  where,
} from "../compile/index.ts";
import type { EdgeField, Moment, NodeType, Property } from "../model/index.ts";
import { knowledge, type Scope, scopeOf, startOf } from "./scope.ts";
import { effectSince, isKnown } from "./status/index.ts";

/** The names of the rows: an act, a day, its kind, the act by which it came, claims, the field that says it, and what breaks ties. */
type Columns = Readonly<Record<"node" | "date" | "kind" | "by" | "claims" | "field" | "tie", Name>>;

/** A day of an act that is looked at: a list of the day, its kind, and of a node's days, the field. */
interface Looked {
  readonly moment: Name;
  readonly day: Fragment;
  readonly kind: Fragment;
  readonly field: Fragment;
}

/** What all branches share. */
interface Parts {
  readonly context: Context;
  readonly scope: Scope;
  readonly columns: Columns;
  /** Conditions that keep a day within what is asked for. */
  readonly isAsked: (looked: Looked) => Fragment[];
}

/** timeline: the days that the schema marks with @moment, of nodes and of edges, in one list ordered by day. */
export function timeline({ context }: Selected, site: Site): Rows {
  const columns: Columns = {
    node: context.name("node"),
    date: context.name("day"),
    kind: context.name("kind"),
    by: context.name("act"),
    claims: context.name("claims"),
    field: context.name("field"),
    tie: context.name("tie"),
  };
  const scope = scopeOf(context, site);
  const parts: Parts = { context, scope, columns, isAsked: askedOf(context, site) };
  const branches = [...[...context.model.nodes.values()].flatMap((type) => nodeBranch(parts, type)), edgeBranch(parts)];
  const { node, date, kind, by, claims, field, tie } = columns;
  const bound = [node, date, kind, by, claims, field, tie] as const;
  const descending = site.args.text("direction") === "DESC";
  return {
    type: "TimelineEntry",
    match: cypher`${call(join(branches, " UNION ALL "), bound, scope.sets)} WITH ${carry(bound, scope.sets)}`,
    conditions: [],
    bound,
    keys: [key(date, { descending }), key(kind), key(stored(node, "id")), key(tie)],
    fields: {
      date: value(date),
      kind: value(kind),
      node: { kind: "node", name: node, type: "Act" },
      by: { kind: "reference", id: by, type: "Act" },
      claims: { kind: "claims", ids: claims, about: { node, field } },
    },
  };
}

/** The days of the nodes of a type; none where the schema marks none. */
function nodeBranch(parts: Parts, type: NodeType): Fragment[] {
  const { context, scope } = parts;
  const [act, joined] = [context.name("node"), context.name("id")];
  const marked = [...type.properties.values()].flatMap((property) => property.moments.map((moment) => ({ property, moment })));
  if (marked.length === 0) return [];
  const looked = lookedAt(context);
  const days = marked.map(({ property, moment }) => dayOfNode(context, act, property, moment));
  const stands = marked.flatMap(({ moment: { kind, unless } }) =>
    unless.length === 0 ? [] : [cypher`(${looked.kind} <> ${quoted(kind)} OR ${isNotPrevented(context, act, looked.day, unless)})`],
  );
  const there = [...(scope.start === null ? [] : [labelled(act, type.name)]), ...nodeIsThere(context, act, [type.name])];
  const match = cypher`${startOf(scope, act, joined, type.name)}${where(there)}`;
  const { day: date, kind, field } = looked;
  const names = [act, ...(scope.start === null ? [] : [joined])];
  const last = [...scope.conditions(act, joined, date), ...stands];
  return [branch(parts, { match, names, looked, days, last, row: { node: act, date, kind, field, tie: field } })];
}

/** What kind of act a node is, as it was known. */
function kindOf(context: Context, act: Name): Fragment {
  const kind = context.model.properties.get("Event")?.get("kind");
  return kind ? propertyAsOf(context.asOf, kind, act) : stored(act, "kind");
}

/** A day of a node, with its kind and field: null where the moment is not one of such a node. */
function dayOfNode(context: Context, act: Name, property: Property, { kind, of }: Moment): Fragment {
  const day = propertyAsOf(context.asOf, property, act);
  const others = property.moments.flatMap((moment) => (moment.of === null ? [] : [quoted(moment.of)]));
  const itsKind = kindOf(context, act);
  const isKind = of !== null ? cypher`${itsKind} = ${quoted(of)}` : null;
  const condition = isKind ?? (others.length > 0 ? cypher`NOT ${itsKind} IN [${join(others, ", ")}]` : null);
  const dated = condition === null ? day : cypher`CASE WHEN ${condition} THEN ${day} END`;
  return cypher`[${dated}, ${quoted(kind)}, ${quoted(property.name)}]`;
}

/** The days of edges, all in one branch: the statement's planning costs Neo4j more than its running. */
function edgeBranch(parts: Parts): Fragment {
  const { context, scope } = parts;
  const marked = momentsOfEdges(context);
  const [act, other, edge, joined] = [context.name("node"), context.name("node"), context.name("edge"), context.name("id")];
  const types = [...new Set(marked.map(({ field }) => field.type))];
  const days = marked.map(({ field, moment }) => {
    const day = moment.end ? untilOf(edge, context.asOf.known) : effectSince(context, edge, other, context.asOf.known);
    return cypher`[CASE type(${edge}) WHEN ${quoted(field.type)} THEN ${day} END, ${quoted(moment.kind)}]`;
  });
  const acts = context.model.possible.get("Act") ?? [];
  const there = [
    ...edgeIsThere(knowledge(context), edge),
    ...nodeIsThere(context, act, acts),
    ...nodeIsThere(context, other, acts),
    ...(scope.own === null ? [] : [cypher`(${act}.id IN ${scope.own} OR ${other}.id IN ${scope.own})`]),
  ];
  const walk = cypher`MATCH (${act})<-[${bind(edge)}:${anyOf(types)}]-(${bind(other)}:Node)`;
  const match = cypher`${startOf(scope, act, joined, "Node")} ${walk}${where(there)}`;
  const looked = lookedAt(context);
  const { day: date, kind } = looked;
  const said = { by: stored(other, "id"), claims: stored(edge, "claims"), tie: edgeName(other, edge, act) };
  const names = [act, other, edge, ...(scope.start === null ? [] : [joined])];
  const last = scope.conditions(act, joined, date);
  return branch(parts, { match, names, looked, days, last, row: { node: act, date, kind, ...said } });
}

function lookedAt(context: Context): Looked {
  const moment = context.name("moment");
  return { moment, day: cypher`${moment}[0]`, kind: cypher`${moment}[1]`, field: cypher`${moment}[2]` };
}

/** Unwinds an act's days, keeps those asked for, and returns the rows. */
function branch(
  { scope, columns, isAsked }: Parts,
  of: {
    readonly match: Fragment;
    /** Names that `match` binds. */
    readonly names: readonly Name[];
    readonly looked: Looked;
    readonly days: readonly Fragment[];
    /** Conditions that walk edges: they come last, for the few that are left. */
    readonly last: readonly Fragment[];
    readonly row: Readonly<Partial<Record<keyof Columns, Fragment>>>;
  },
): Fragment {
  const { moment } = of.looked;
  const carried = carry([...of.names, moment], scope.sets);
  const returned = COLUMNS.map((column) => cypher`${of.row[column] ?? cypher`null`} AS ${bind(columns[column])}`);
  return join([
    cypher`${of.match} UNWIND [${join(of.days, ", ")}] AS ${bind(moment)} WITH ${carried}${where(isAsked(of.looked))}`,
    of.last.length > 0 ? cypher`WITH ${carried}${where(of.last)}` : EMPTY,
    cypher`RETURN ${join(returned, ", ")}`,
  ]);
}

/** The columns, in the order in which every branch returns them. */
const COLUMNS = ["node", "date", "kind", "by", "claims", "field", "tie"] as const;

/** The days of edges that the schema marks: each relationship type once, with all that it leads to. */
function momentsOfEdges({ model }: Context): { field: EdgeField; moment: Moment }[] {
  const marked = new Map<string, EdgeField>();
  for (const fields of model.edgeFields.values()) {
    for (const edge of fields.values()) {
      const known = marked.get(edge.type);
      if (edge.moments.length > 0 && (!known || known.targets.length < edge.targets.length)) marked.set(edge.type, edge);
    }
  }
  return [...marked.values()].flatMap((field) => field.moments.map((moment) => ({ field, moment })));
}

/** Conditions that put a day between `from` and `to` for certain, not after the valid day, and keep it to the kinds asked for. */
function askedOf(context: Context, site: Site): (looked: Looked) => Fragment[] {
  const { args } = site;
  const from = args.has("from") ? site.parameter((given) => lowest(inOrderOfDays(given).text("from"))) : null;
  const to = args.has("to")
    ? {
        last: site.parameter((given) => highest(given.text("to"))),
        over: site.parameter((given) => overhang(given.text("to"))),
      }
    : null;
  const kinds = args.has("kinds") ? site.distinct("kinds") : null;
  const { valid } = context.asOf;
  return ({ day, kind }) => [
    from ? cypher`${day} >= ${from}` : cypher`${day} IS NOT NULL`,
    ...(to ? [cypher`${day} <= ${to.last} AND NOT ${day} IN ${to.over}`] : []),
    ...(valid ? [cypher`${day} <= ${valid.day}`] : []),
    ...(kinds ? [cypher`${kind} IN ${kinds}`] : []),
  ];
}

/** That no edge of some types had reached a node by a day, and still held. */
function isNotPrevented(context: Context, node: Name, day: Fragment, types: readonly string[]): Fragment {
  const [edge, act] = [context.name("edge"), context.name("act")];
  const conditions = [
    cypher`${effectSince(context, edge, act, context.asOf.known)} <= ${day}`,
    byUntil(edge, context.asOf.known, (until) => cypher`(${until} IS NULL OR ${until} >= ${day})`),
    ...isKnown(context, { effect: edge, act }, context.asOf.known),
  ];
  return cypher`COUNT { MATCH (${node})<-[${bind(edge)}:${anyOf(types)}]-(${bind(act)})${where(conditions)} } = 0`;
}
