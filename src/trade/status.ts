import {
  anyOf,
  bind,
  type ComputedField,
  type Context,
  call,
  carry,
  collect,
  compileEdge,
  containing,
  cypher,
  distinguishingValues,
  edgeIsThere,
  type Fragment,
  inTurn,
  itemsOf,
  join,
  lowest,
  type Name,
  nodeIsThere,
  number,
  ObjectBuilder,
  type ObjectParts,
  overhang,
  type Parameter,
  placeOf,
  propertyAsOf,
  quoted,
  type Read,
  type Selected,
  type Site,
  selectedOn,
  shapedBy,
  stored,
  where,
} from "../compile/index.ts";

/** The relationship types by which an act decides a measure's status, from the act to the measure. */
export const EFFECTS = ["ENDS", "REPLACES", "SUSPENDS", "EXTENDS"] as const;

/** One of these types. */
type Effect = (typeof EFFECTS)[number];

/** The day for which a status is asked. */
export interface StatusDay {
  readonly day: Fragment;
  /** The coarsest text that is certainly on or after the day. */
  readonly from: Fragment;
  /** Coarser dates that contain the day and run past it: what begins then may not have begun. */
  readonly beginning: Fragment;
  /** Coarser dates that contain the day and began before it: what ends then may have ended. */
  readonly ending: Fragment;
  /** The day whose knowledge counts; null for all that is known. */
  readonly known: Parameter | null;
}

/** Reads the day from the argument of a name, and from `known`. */
export function statusDay(context: Context, site: Site, name: string): StatusDay {
  return {
    day: site.text(name),
    from: site.parameter((args) => lowest(args.text(name))),
    beginning: site.parameter((args) => overhang(args.text(name))),
    ending: site.parameter((args) => {
      const day = args.text(name);
      return containing(day).filter((date) => date < lowest(day));
    }),
    known: site.args.has("known") ? site.text("known") : context.asOf.known,
  };
}

/** The rule that dates an effect: its edge says since when, and where it does not, its act is as old as the effect. */
export function effectSince(context: Context, effect: Name, act: Name, known: Parameter | null): Fragment {
  return cypher`coalesce(${effect}.since, ${dateOfAct(context, act, known)})`;
}

/** The day that dates an act, as it was known on a day; as all that is known has it, where that is null. */
export function dateOfAct({ model }: Context, act: Name, known: Parameter | null): Fragment {
  const date = model.properties.get("Act")?.get("date");
  return date ? propertyAsOf({ valid: null, known }, date, act) : stored(act, "date");
}

/** Conditions on the dates of an effect, in three values: it has begun, it may have; of what has begun: it lasts, it may last. */
function stages(since: Fragment, until: Fragment, { day, from, beginning, ending }: StatusDay) {
  return {
    certainly: cypher`${since} <= ${day} AND NOT ${since} IN ${beginning}`,
    perhaps: cypher`(${since} IS NULL OR ${since} IN ${beginning})`,
    lasts: cypher`(${until} IS NULL OR ${until} >= ${from})`,
    mayLast: cypher`${until} IN ${ending}`,
  };
}

/** The effects on a measure, and whether one of some types meets a condition on their dates. */
interface Effects {
  readonly since: Fragment;
  readonly until: Fragment;
  readonly some: (types: readonly Effect[], condition: Fragment) => Fragment;
}

/** What must hold for an effect to be known: somebody had spoken of it, and of the act that has it. */
export function isKnown(context: Context, { effect, act }: { effect: Name; act: Name }, known: Parameter | null): Fragment[] {
  const then = { valid: null, known };
  return [...edgeIsThere(then, effect), ...nodeIsThere(context.withAsOf(then), act, context.model.possible.get("Act") ?? [])];
}

/** Looks for each condition anew: an expression of its own, for filters. Neo4j takes seconds to plan it. */
function byCounting(context: Context, node: Name, { known }: StatusDay): Effects {
  const [effect, act] = [context.name("effect"), context.name("act")];
  const isThere = isKnown(context, { effect, act }, known);
  const since = effectSince(context, effect, act, known);
  // As known on a day it is long, and stands once: Neo4j did not come to an end planning it thirty times.
  const isOnce = known !== null;
  const meets = (condition: Fragment) => (isOnce ? cypher`any(s IN [${since}] WHERE ${condition})` : condition);
  return {
    since: isOnce ? cypher`s` : since,
    until: stored(effect, "until"),
    some: (types, condition) =>
      cypher`COUNT { MATCH (${node})<-[${bind(effect)}:${anyOf(types)}]-(${bind(act)})${where([...isThere, meets(condition)])} } > 0`,
  };
}

/** Looks once, and goes through what was found: a clause that binds the list, for what is selected. */
export function byListing(context: Context, node: Name, { known }: StatusDay): { readonly clause: Fragment; readonly effects: Effects } {
  const [effect, act, list] = [context.name("effect"), context.name("act"), context.name("list")];
  const each = cypher`[type(${effect}), ${effectSince(context, effect, act, known)}, ${effect}.until]`;
  const found = cypher`MATCH (${node})<-[${bind(effect)}:${anyOf(EFFECTS)}]-(${bind(act)})${where(isKnown(context, { effect, act }, known))}`;
  return {
    clause: call(cypher`${found} RETURN collect(${each}) AS ${bind(list)}`, [list]),
    effects: {
      since: cypher`x[1]`,
      until: cypher`x[2]`,
      some: (types, condition) => cypher`any(x IN ${list} WHERE x[0] IN [${join(types.map(quoted), ", ")}] AND ${condition})`,
    },
  };
}

/** A date of the measure itself, as it was known. */
export function ownDate(context: Context, node: Name, name: string, { known }: Pick<StatusDay, "known">): Fragment {
  const property = context.model.properties.get("Measure")?.get(name);
  return property ? propertyAsOf({ valid: null, known }, property, node) : stored(node, name);
}

/**
 * The status of a measure on a day, as one expression: the first of these that holds decides. What ended or replaced it stands
 * before what suspended it, and both before its own dates; what dates do not settle is UNKNOWN. docs/status.md has it as a table.
 */
export function statusExpression(context: Context, node: Name, on: StatusDay, effects: Effects = byCounting(context, node, on)): Fragment {
  const { since, until, some } = effects;
  const { certainly, perhaps, lasts, mayLast } = stages(since, until, on);
  const own = (name: string) => ownDate(context, node, name, on);
  const [announced, from, end] = [own("announcedOn"), own("inForceFrom"), own("inForceUntil")];
  const both = (...conditions: readonly Fragment[]) => join(conditions, " AND ");
  // It never began where it was stopped on or before the day on which it was to begin.
  const beforeIt = cypher`${since} <= ${from}`;
  const stopped = cypher`(${some(["ENDS", "REPLACES"], both(certainly, beforeIt))} OR ${some(["SUSPENDS"], both(certainly, lasts, beforeIt))})`;
  const unlessNever = (status: string) =>
    cypher`CASE WHEN ${from} IS NOT NULL AND ${stopped} THEN 'NEVER_IN_FORCE' ELSE ${quoted(status)} END`;
  const cases: readonly (readonly [Fragment, Fragment])[] = [
    [cypher`${announced} > ${on.day}`, quoted("NOT_YET_ANNOUNCED")],
    [cypher`${announced} IN ${on.beginning}`, quoted("UNKNOWN")],
    [some(["ENDS"], certainly), unlessNever("REVOKED")],
    [some(["REPLACES"], certainly), unlessNever("REPLACED")],
    [some(["ENDS", "REPLACES"], perhaps), quoted("UNKNOWN")],
    [some(["SUSPENDS"], both(certainly, lasts)), unlessNever("SUSPENDED")],
    [cypher`(${some(["SUSPENDS"], perhaps)} OR ${some(["SUSPENDS"], both(certainly, mayLast))})`, quoted("UNKNOWN")],
    [cypher`${end} IN ${on.ending}`, quoted("UNKNOWN")],
    [cypher`${end} < ${on.from} AND NOT ${some(["EXTENDS"], both(certainly, lasts))}`, quoted("EXPIRED")],
    [cypher`${from} IN ${on.beginning}`, quoted("UNKNOWN")],
    [cypher`${from} <= ${on.day}`, quoted("IN_FORCE")],
    [cypher`${from} > ${on.day}`, quoted("SCHEDULED")],
    [cypher`${announced} IS NOT NULL`, quoted("ANNOUNCED")],
  ];
  const whens = cases.map(([when, then]) => cypher`WHEN ${when} THEN ${then}`);
  return cypher`CASE ${join(whens)} ELSE 'UNKNOWN' END`;
}

/** Binds the effects that may have decided a status, with their `rank` (the case of `statusExpression` that would find it) and when they `begun`. */
function decidingEffects(context: Context, node: Name, { effect, act }: { effect: Name; act: Name }, on: StatusDay): Fragment {
  const since = effectSince(context, effect, act, on.known);
  const type = cypher`type(${effect})`;
  const { certainly, perhaps, lasts, mayLast } = stages(since, stored(effect, "until"), on);
  const [announcedOn, until] = [ownDate(context, node, "announcedOn", on), ownDate(context, node, "inForceUntil", on)];
  const ranks = [
    cypher`${type} = 'ENDS' AND ${certainly}`,
    cypher`${type} = 'REPLACES' AND ${certainly}`,
    cypher`${type} IN ['ENDS', 'REPLACES'] AND ${perhaps}`,
    cypher`${type} = 'SUSPENDS' AND ${certainly} AND ${lasts}`,
    cypher`${type} = 'SUSPENDS' AND (${perhaps} OR (${certainly} AND ${mayLast}))`,
    cypher`${type} = 'EXTENDS' AND ${certainly} AND ${lasts} AND ${until} < ${on.from} AND NOT ${until} IN ${on.ending}`,
  ].map((condition, i) => cypher`WHEN ${condition} THEN ${number(i)}`);
  const announced = cypher`(${announcedOn} IS NULL OR (${announcedOn} <= ${on.day} AND NOT ${announcedOn} IN ${on.beginning}))`;
  const found = cypher`MATCH (${node})<-[${bind(effect)}:${anyOf(EFFECTS)}]-(${bind(act)})${where([...isKnown(context, { effect, act }, on.known), announced])}`;
  return cypher`${found} WITH ${effect}, ${act}, CASE ${join(ranks)} END AS rank, ${since} AS begun WHERE rank IS NOT NULL`;
}

/** Compiles `statusOn(date, known) { status decidedBy { … } }` into the object that has it. */
function selectStatus(object: ObjectParts, node: Name, owner: string, field: Selected): void {
  const { context } = field;
  const on = statusDay(context, field.site(owner), "date");
  const readers = selectedOn("StatusOn", field.selections, context).map((part): [string, Read] => {
    if (part.name === "decidedBy") return [part.key, addDecidingEdge(object, node, on, part)];
    const { clause, effects } = byListing(context, node, on);
    object.calls.push(clause);
    const column = object.column(statusExpression(context, node, on, effects));
    return [part.key, (row) => row[column]];
  });
  object.reader(field.key, field.types, (row, parameters) => shapedBy(readers.map(([key, read]) => [key, read(row, parameters)])));
}

/** Adds the edge that decided: the first in rank, the latest where there are several. */
function addDecidingEdge(object: ObjectParts, node: Name, on: StatusDay, field: Selected): Read {
  const { context } = field;
  const [effect, act, into] = [context.name("effect"), context.name("act"), context.name("columns")];
  const item = new ObjectBuilder();
  const place = placeOf(context, act, "Act");
  const end = { edgeType: "DecidingEdge", place, edge: effect, via: null, properties: new Map(), position: () => [], tag: "" };
  const read = compileEdge(item, end, field);
  const types = selectedOn("DecidingEdge", field.selections, context).filter((part) => part.name === "type");
  const typeColumn = item.column(cypher`type(${effect})`);
  const order = join([cypher`rank`, cypher`begun DESC`, stored(act, "id"), ...distinguishingValues(effect)], ", ");
  const first = cypher`WITH ${carry([effect, act], item.calls)}, rank, begun ORDER BY ${order} LIMIT 1`;
  object.calls.push(collect([decidingEffects(context, node, { effect, act }, on), first, ...inTurn(item.calls)], item.columns, into));
  const column = object.column(into);
  return (row, parameters) => {
    const [found] = itemsOf(row[column]);
    if (!found) return null;
    const edge = read(found, parameters);
    for (const { key } of types) edge[key] = found[typeColumn];
    return edge;
  };
}

/** `statusOn` of a measure, and the filter `status: { on, known, in }`. */
export const statusOn: ComputedField = {
  select: selectStatus,
  filter: (context, node, site) => {
    const on = statusDay(context, site, "on");
    return cypher`${statusExpression(context, node, on)} IN ${site.texts("in")}`;
  },
};
