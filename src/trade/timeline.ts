import {
  anyOf,
  type Bounds,
  bind,
  byUntil,
  type ComputedField,
  type Context,
  call,
  carry,
  compileRows,
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
import { scopeAround } from "./scope-around.ts";
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

/** What all branches share. */
interface Parts {
  readonly context: Context;
  readonly scope: Scope;
  readonly columns: Columns;
  readonly asked: Asked;
}

/** timeline: the days that the schema marks with @moment, of nodes and of edges, in one list ordered by day. */
export function timeline({ context }: Selected, site: Site): Rows {
  return entries(context, site, scopeOf(context, site));
}

/** timeline of a node: the entries of acts that have to do with it. */
export const timelineOfNode: ComputedField = {
  select(object, node, owners, field) {
    const [owner] = owners;
    const { calls, scope } = scopeAround(field.context, field.site(owner), node, owners);
    object.calls.push(...calls);
    const plan = compileRows(({ context }, site) => entries(context, site, scope), field, owner);
    object.reader(field.key, field.types, object.nest(plan));
  },
};

/** The entries of the acts in a scope. */
function entries(context: Context, site: Site, scope: Scope): Rows {
  const columns: Columns = {
    node: context.name("node"),
    date: context.name("day"),
    kind: context.name("kind"),
    by: context.name("act"),
    claims: context.name("claims"),
    field: context.name("field"),
    tie: context.name("tie"),
  };
  const parts: Parts = { context, scope, columns, asked: askedOf(context, site) };
  const rows = (within: Bounds) => {
    const marked = markedTypes(context);
    // Ids that are given are gone through once for all types: each of them is looked up. Without any, each label is gone through by itself.
    const ofNodes = (scope.start === null ? marked.map((type) => [type]) : [marked]).map((types) => nodeBranch(parts, types, within));
    const branches = join([...ofNodes, edgeBranch(parts, within)], " UNION ALL ");
    return cypher`${call(branches, bound, scope.sets)} WITH ${carry(bound, scope.sets)}`;
  };
  const { node, date, kind, by, claims, field, tie } = columns;
  const bound = [node, date, kind, by, claims, field, tie] as const;
  const descending = site.args.text("direction") === "DESC";
  return {
    type: "TimelineEntry",
    match: EMPTY,
    dated: { rows, sure: (beyond, _, first) => sure(parts, site, beyond, first) },
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

/** Clauses that find days which are in the list for sure; none where both ends of a span are given, of which a page leaves little out. */
function sure(parts: Parts, { args }: Site, beyond: Bounds, first: Fragment): Fragment[] {
  const { context, scope, asked } = parts;
  if (scope.start === null) return sureDays(parts, beyond, first);
  if (args.has("from") && args.has("to")) return [];
  const [act, joined] = [context.name("node"), context.name("id")];
  const { moment, day, kind } = lookedAt(context);
  const days = daysOf(context, act, markedTypes(context), ({ property }) => property.moments.every(({ unless }) => unless.length === 0));
  const there = where(nodeIsThere(context, act, context.model.possible.get("Act") ?? []));
  const isWanted = [...asked.days(day), ...asked.kinds(kind), ...isWithin(beyond, day, true), ...scope.conditions(act, joined, day)];
  const looked = cypher`UNWIND ${days} AS ${bind(moment)} WITH ${carry([act, joined, moment], scope.sets)}${where(isWanted)}`;
  return [cypher`${startOf(scope, act, joined, "Node")}${there} ${looked} WITH ${day} AS d ${first} RETURN d`];
}

/** A day of a type's nodes that the schema marks. */
interface Marked {
  readonly property: Property;
  readonly moment: Moment;
}

function momentsOf({ properties }: NodeType): Marked[] {
  return [...properties.values()].flatMap((property) => property.moments.map((moment) => ({ property, moment })));
}

/** The types whose nodes have such days. */
function markedTypes({ model }: Context): NodeType[] {
  return [...model.nodes.values()].filter((type) => momentsOf(type).length > 0);
}

/** The days of a node of one of some types, those that are to be kept. */
function daysOf(context: Context, act: Name, types: readonly NodeType[], keeps: (marked: Marked) => boolean = () => true): Fragment {
  const listed = types.map((type) => {
    const days = momentsOf(type).filter(keeps);
    const each = days.map(({ property, moment }) => dayOfNode(context, act, property, moment));
    return { type, list: cypher`[${join(each, ", ")}]` };
  });
  const [only, ...others] = listed;
  if (only && others.length === 0) return only.list;
  return cypher`CASE ${join(listed.map(({ type, list }) => cypher`WHEN ${labelled(act, type.name)} THEN ${list}`))} ELSE [] END`;
}

/** The entries that are days of nodes of some types; of several only where ids are given. */
function nodeBranch(parts: Parts, types: readonly NodeType[], within: Bounds): Fragment {
  const { context, scope } = parts;
  const [act, joined] = [context.name("node"), context.name("id")];
  const marked = types.flatMap(momentsOf);
  const looked = lookedAt(context);
  const stands = marked.flatMap(({ moment: { kind, unless } }) =>
    unless.length === 0 ? [] : [cypher`(${looked.kind} <> ${quoted(kind)} OR ${isNotPrevented(context, act, looked.day, unless)})`],
  );
  const there = [
    ...mayHaveDays(parts, act, [...new Set(marked.map(({ property }) => property.name))], within),
    ...nodeIsThere(
      context,
      act,
      types.map(({ name }) => name),
    ),
  ];
  const match = cypher`${startOf(scope, act, joined, types[0]?.name ?? "Node")}${where(there)}`;
  const { day: date, kind, field } = looked;
  const names = [act, ...(scope.start === null ? [] : [joined])];
  const days = daysOf(context, act, types);
  const last = [...scope.conditions(act, joined, date), ...stands];
  return branch(parts, { match, names, looked, days, within, last, row: { node: act, date, kind, field, tie: field } });
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
function edgeBranch(parts: Parts, within: Bounds): Fragment {
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
    ...scope.between(act, other),
  ];
  const walk = cypher`MATCH (${act})<-[${bind(edge)}:${anyOf(types)}]-(${bind(other)}:Node)`;
  const match = cypher`${startOf(scope, act, joined, "Node")} ${walk}${where(there)}`;
  const looked = lookedAt(context);
  const { day: date, kind } = looked;
  const said = { by: stored(other, "id"), claims: stored(edge, "claims"), tie: edgeName(other, edge, act) };
  const names = [act, other, edge, ...(scope.start === null ? [] : [joined])];
  const last = scope.conditions(act, joined, date);
  const all = cypher`[${join(days, ", ")}]`;
  return branch(parts, { match, names, looked, days: all, within, last, row: { node: act, date, kind, ...said } });
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
    /** A list of what `looked` is to be. */
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
