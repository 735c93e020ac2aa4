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
  type Name,
  nodeIsThere,
  quoted,
  type Rows,
  type Selected,
  type Site,
  stored,
  value,
  where,
} from "../compile/index.ts";
import type { NodeType } from "../model/index.ts";
import { knowledge, type Scope, scopeOf, startOf } from "./scope.ts";
import { scopeAround } from "./scope-around.ts";
import { effectSince, isKnown } from "./status/index.ts";
import { type Asked, askedOf, mayHaveDays, sureDays } from "./timeline-days.ts";
import { daysOf, daysOfEdges, type Marked, markedTypes, momentsOf, momentsOfEdges } from "./timeline-moments.ts";

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
  const { days, known } = daysOf(context, act, markedTypes(context), ({ moment: { unless } }) => unless.length === 0);
  const there = where(nodeIsThere(context, act, context.model.possible.get("Act") ?? []));
  const isWanted = [...asked.days(day), ...asked.kinds(kind), ...isWithin(beyond, day, true), ...scope.conditions(act, joined, day)];
  const looked = cypher`UNWIND ${days} AS ${bind(moment)} WITH ${carry([act, joined, moment], scope.sets)}${where(isWanted)}`;
  const match = cypher`${startOf(scope, act, joined, "Node")}${there}${binding(known, [act, joined], scope)}`;
  return [cypher`${match} ${looked} WITH ${day} AS d ${first} RETURN d`];
}

/** A clause that binds what days use, and carries on some names. */
function binding(known: Fragment | null, names: readonly Name[], { sets }: Scope): Fragment {
  return known === null ? EMPTY : cypher` WITH ${carry(names, sets)}, ${known}`;
}

/** The entries that are days of nodes of some types; of several only where ids are given. */
function nodeBranch(parts: Parts, types: readonly NodeType[], within: Bounds): Fragment {
  const { context, scope } = parts;
  const [act, joined] = [context.name("node"), context.name("id")];
  const marked = types.flatMap(momentsOf);
  const looked = lookedAt(context);
  const there = [
    ...mayHaveDays(parts, act, [...new Set(marked.map(({ property }) => property.name))], within),
    ...nodeIsThere(
      context,
      act,
      types.map(({ name }) => name),
    ),
  ];
  const { day: date, kind, field } = looked;
  const names = [act, ...(scope.start === null ? [] : [joined])];
  const { days, known } = daysOf(context, act, types);
  const match = cypher`${startOf(scope, act, joined, types[0]?.name ?? "Node")}${where(there)}${binding(known, names, scope)}`;
  const last = [...scope.conditions(act, joined, date), ...isNotPrevented(context, act, looked, marked)];
  return branch(parts, { match, names, looked, days, within, last, row: { node: act, date, kind, field, tie: field } });
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
    ...scope.between(act, other),
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

/** That no edge which prevents a day of its kind had reached a node by then, and still held; nothing where none prevents any. */
function isNotPrevented(context: Context, node: Name, { day, kind }: Looked, marked: readonly Marked[]): Fragment[] {
  const prevented = marked.filter(({ moment }) => moment.unless.length > 0);
  const types = [...new Set(prevented.flatMap(({ moment }) => moment.unless))];
  if (types.length === 0) return [];
  const [edge, act] = [context.name("edge"), context.name("act")];
  const unlessOf = (kind: string) => [...new Set(prevented.flatMap(({ moment }) => (moment.kind === kind ? moment.unless : [])))];
  const byKind = [...new Set(prevented.map(({ moment }) => moment.kind))].map(
    (one) => cypher`WHEN ${quoted(one)} THEN [${join(unlessOf(one).map(quoted), ", ")}]`,
  );
  const conditions = [
    // In one subquery for all kinds: each is planned by itself.
    cypher`type(${edge}) IN CASE ${kind} ${join(byKind)} ELSE [] END`,
    cypher`${effectSince(context, edge, act, context.asOf.known)} <= ${day}`,
    byUntil(edge, context.asOf.known, (until) => cypher`(${until} IS NULL OR ${until} >= ${day})`),
    ...isKnown(context, { effect: edge, act }, context.asOf.known),
  ];
  return [cypher`COUNT { MATCH (${node})<-[${bind(edge)}:${anyOf(types)}]-(${bind(act)})${where(conditions)} } = 0`];
}
