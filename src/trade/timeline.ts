import {
  anyOf,
  type Bounds,
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
  isWithin,
  join,
  key,
  labelled,
  type Name,
  nodeIsThere,
  number,
  propertiesAsOf,
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
import { type Asked, askedOf, kindOf, mayHaveDays, sureDays } from "./timeline-days.ts";

/** The names of the rows: an act, a day, its kind, the act by which it came, claims, the field that says it, and what breaks ties. */
type Columns = Readonly<Record<"node" | "date" | "kind" | "by" | "claims" | "field" | "tie", Name>>;

/** A day of an act that is looked at: a list of the day, its kind, and of a node's days, the field. */
interface Looked {
  readonly moment: Name;
  readonly day: Fragment;
  readonly kind: Fragment;
  readonly field: Fragment;
}

/** A day of nodes that the schema marks. */
interface Marked {
  readonly property: Property;
  readonly moment: Moment;
}

/** A day of edges that the schema marks. */
interface MarkedEdge {
  readonly field: EdgeField;
  readonly moment: Moment;
}

/** What all branches share. */
interface Parts {
  readonly context: Context;
  readonly scope: Scope;
  readonly columns: Columns;
  readonly asked: Asked;
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
  const parts: Parts = { context, scope, columns, asked: askedOf(context, site) };
  const rows = (within: Bounds) => {
    const ofNodes = [...context.model.nodes.values()].flatMap((type) => nodeBranch(parts, type, within));
    const branches = join([...ofNodes, edgeBranch(parts, within)], " UNION ALL ");
    return cypher`${call(branches, bound, scope.sets)} WITH ${carry(bound, scope.sets)}`;
  };
  const { node, date, kind, by, claims, field, tie } = columns;
  const bound = [node, date, kind, by, claims, field, tie] as const;
  const descending = site.args.text("direction") === "DESC";
  return {
    type: "TimelineEntry",
    match: EMPTY,
    dated: { rows, sure: (beyond, _, first) => (scope.start === null ? sureDays(parts, beyond, first) : []) },
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
function nodeBranch(parts: Parts, type: NodeType, within: Bounds): Fragment[] {
  const { context, scope } = parts;
  const [act, joined] = [context.name("node"), context.name("id")];
  const marked = [...type.properties.values()].flatMap((property) => property.moments.map((moment) => ({ property, moment })));
  if (marked.length === 0) return [];
  const looked = lookedAt(context);
  const { days, known } = daysOfNode(context, act, marked);
  const there = [
    ...(scope.start === null ? [] : [labelled(act, type.name)]),
    ...mayHaveDays(parts, act, [...new Set(marked.map(({ property }) => property.name))], within),
    ...nodeIsThere(context, act, [type.name]),
  ];
  const { day: date, kind, field } = looked;
  const names = [act, ...(scope.start === null ? [] : [joined])];
  const values = known === null ? EMPTY : cypher` WITH ${carry(names, scope.sets)}, ${known}`;
  const match = cypher`${startOf(scope, act, joined, type.name)}${where(there)}${values}`;
  const last = [...scope.conditions(act, joined, date), ...isNotPrevented(context, act, looked, marked)];
  return [branch(parts, { match, names, looked, days, within, last, row: { node: act, date, kind, field, tie: field } })];
}

/**
 * The days of a node as a list, each with its kind and field: null where the moment is not one of such a node. As known on a day they are long
 * expressions, of which each stands once: `known` binds them.
 */
function daysOfNode(context: Context, act: Name, marked: readonly Marked[]): { readonly days: Fragment; readonly known: Fragment | null } {
  const properties = [...new Set(marked.map(({ property }) => property))];
  const isKnown = context.asOf.known !== null;
  const [values, itsKind] = [context.name("list"), context.name("kind")];
  const dayOf = (property: Property) =>
    isKnown ? cypher`${values}[${number(properties.indexOf(property))}]` : propertyAsOf(context.asOf, property, act);
  const asKind = isKnown ? itsKind : kindOf(context, act);
  const hasKinds = marked.some(({ moment }) => moment.of !== null);
  const days = marked.map(({ property, moment: { kind, of } }) => {
    const others = property.moments.flatMap((moment) => (moment.of === null ? [] : [quoted(moment.of)]));
    const isKind = of !== null ? cypher`${asKind} = ${quoted(of)}` : null;
    const condition = isKind ?? (others.length > 0 ? cypher`NOT ${asKind} IN [${join(others, ", ")}]` : null);
    const dated = condition === null ? dayOf(property) : cypher`CASE WHEN ${condition} THEN ${dayOf(property)} END`;
    return cypher`[${dated}, ${quoted(kind)}, ${quoted(property.name)}]`;
  });
  const bound = [
    cypher`${propertiesAsOf(context.asOf, properties, act)} AS ${bind(values)}`,
    ...(hasKinds ? [cypher`${kindOf(context, act)} AS ${bind(itsKind)}`] : []),
  ];
  return { days: cypher`[${join(days, ", ")}]`, known: isKnown ? join(bound, ", ") : null };
}

/** The days of edges, all in one branch: the statement's planning costs Neo4j more than its running. */
function edgeBranch(parts: Parts, within: Bounds): Fragment {
  const { context, scope } = parts;
  const marked = momentsOfEdges(context);
  const [act, other, edge, joined] = [context.name("node"), context.name("node"), context.name("edge"), context.name("id")];
  const types = [...new Set(marked.map(({ field }) => field.type))];
  const members = [true, false].flatMap((end) => {
    const these = marked.filter(({ moment }) => moment.end === end);
    return daysOfEdges(context, edge, other, these, types);
  });
  const days = cypher`[${join(members, ", ")}]`;
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
  return branch(parts, { match, names, looked, days, within, last, row: { node: act, date, kind, ...said } });
}

/**
 * The days on which edges begin, or end, as members of a list: where their types differ in the kind of moment, the day stands once all the same.
 */
function daysOfEdges(context: Context, edge: Name, other: Name, marked: readonly MarkedEdge[], all: readonly string[]): Fragment[] {
  const [first] = marked;
  if (!first) return [];
  const day = first.moment.end ? untilOf(edge, context.asOf.known) : effectSince(context, edge, other, context.asOf.known);
  const byType = new Map(marked.map((one) => [one.field.type, one]));
  const kinds = [...byType].map(([type, { moment }]) => cypher`WHEN ${quoted(type)} THEN ${quoted(moment.kind)}`);
  const of = cypher`type(${edge}) IN [${join([...byType.keys()].map(quoted), ", ")}]`;
  const dated = byType.size === all.length ? day : cypher`CASE WHEN ${of} THEN ${day} END`;
  // A type that has several such moments has a member for each.
  const rest = marked.filter((one) => byType.get(one.field.type) !== one);
  return [cypher`[${dated}, CASE type(${edge}) ${join(kinds)} END]`, ...daysOfEdges(context, edge, other, rest, all)];
}

function lookedAt(context: Context): Looked {
  const moment = context.name("moment");
  return { moment, day: cypher`${moment}[0]`, kind: cypher`${moment}[1]`, field: cypher`${moment}[2]` };
}

/** Unwinds an act's days, keeps those asked for, and returns the rows. */
function branch(
  { scope, columns, asked }: Parts,
  of: {
    readonly match: Fragment;
    /** Names that `match` binds. */
    readonly names: readonly Name[];
    readonly looked: Looked;
    /** A list of them. */
    readonly days: Fragment;
    readonly within: Bounds;
    /** Conditions that walk edges: they come last, for the few that are left. */
    readonly last: readonly Fragment[];
    readonly row: Readonly<Partial<Record<keyof Columns, Fragment>>>;
  },
): Fragment {
  const { moment } = of.looked;
  const carried = carry([...of.names, moment], scope.sets);
  const returned = COLUMNS.map((column) => cypher`${of.row[column] ?? cypher`null`} AS ${bind(columns[column])}`);
  const nearby = isWithin(of.within, cypher`m[0]`);
  const looked = nearby.length === 0 ? of.days : cypher`[m IN ${of.days} WHERE ${join(nearby, " AND ")}]`;
  const isAsked = [...asked.days(of.looked.day), ...asked.kinds(of.looked.kind)];
  return join([
    cypher`${of.match} UNWIND ${looked} AS ${bind(moment)} WITH ${carried}${where(isAsked)}`,
    of.last.length > 0 ? cypher`WITH ${carried}${where(of.last)}` : EMPTY,
    cypher`RETURN ${join(returned, ", ")}`,
  ]);
}

/** The columns, in the order in which every branch returns them. */
const COLUMNS = ["node", "date", "kind", "by", "claims", "field", "tie"] as const;

/** The days of edges that the schema marks: each relationship type once, with all that it leads to. */
function momentsOfEdges({ model }: Context): MarkedEdge[] {
  const marked = new Map<string, EdgeField>();
  for (const fields of model.edgeFields.values()) {
    for (const edge of fields.values()) {
      const known = marked.get(edge.type);
      if (edge.moments.length > 0 && (!known || known.targets.length < edge.targets.length)) marked.set(edge.type, edge);
    }
  }
  return [...marked.values()].flatMap((field) => field.moments.map((moment) => ({ field, moment })));
}

/** That no edge which prevents a day of its kind had reached a node by then, and still held; nothing where none prevents any. */
function isNotPrevented(context: Context, node: Name, { day, kind }: Looked, marked: readonly Marked[]): Fragment[] {
  const prevented = marked.filter(({ moment }) => moment.unless.length > 0);
  const types = [...new Set(prevented.flatMap(({ moment }) => moment.unless))];
  if (types.length === 0) return [];
  const [edge, act] = [context.name("edge"), context.name("act")];
  const byKind = prevented.map(({ moment }) => cypher`WHEN ${quoted(moment.kind)} THEN [${join(moment.unless.map(quoted), ", ")}]`);
  const conditions = [
    // In one subquery for all kinds: each is planned by itself.
    cypher`type(${edge}) IN CASE ${kind} ${join(byKind)} ELSE [] END`,
    cypher`${effectSince(context, edge, act, context.asOf.known)} <= ${day}`,
    byUntil(edge, context.asOf.known, (until) => cypher`(${until} IS NULL OR ${until} >= ${day})`),
    ...isKnown(context, { effect: edge, act }, context.asOf.known),
  ];
  return [cypher`COUNT { MATCH (${node})<-[${bind(edge)}:${anyOf(types)}]-(${bind(act)})${where(conditions)} } = 0`];
}
