import {
  asKnown,
  type Bounds,
  bind,
  both,
  type Context,
  cypher,
  EMPTY,
  type Fragment,
  highest,
  inOrderOfDays,
  isWithin,
  join,
  labelled,
  lowest,
  type Name,
  nodeIsThere,
  overhang,
  propertyAsOf,
  quoted,
  type Site,
  stored,
  where,
} from "../compile/index.ts";
import type { Property } from "../model/index.ts";

/** Conditions that keep entries to what is asked for. */
export interface Asked {
  /** That put a day between `from` and `to` for certain, and not after the valid day. */
  readonly days: (day: Fragment) => readonly Fragment[];
  /** What all such days lie between. */
  readonly bounds: Bounds;
  /** That keep entries to some kinds; none where all are wanted. */
  readonly kinds: (kind: Fragment) => readonly Fragment[];
}

/** What is needed to look at the days of nodes. */
interface Looking {
  readonly context: Context;
  readonly asked: Asked;
}

/** Reads `from`, `to` and `kinds`. Throws BAD_FILTER where all of `from` lies after `to`. */
export function askedOf(context: Context, site: Site): Asked {
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
  const days = (day: Fragment) => [
    from ? cypher`${day} >= ${from}` : cypher`${day} IS NOT NULL`,
    ...(to ? [cypher`${day} <= ${to.last} AND NOT ${day} IN ${to.over}`] : []),
    ...(valid ? [cypher`${day} <= ${valid.day}`] : []),
  ];
  const bounds = { lower: from ? [from] : [], upper: [...(to ? [to.last] : []), ...(valid ? [valid.day] : [])] };
  return { days, bounds, kinds: (kind) => (kinds ? [cypher`${kind} IN ${kinds}`] : []) };
}

/** That one of a node's days, as it is stored, may be wanted: those of other nodes need no closer look. As known on a day, it may have been another. */
export function mayHaveDays({ context, asked }: Looking, act: Name, days: readonly string[], within: Bounds): Fragment[] {
  const all = both(asked.bounds, within);
  if (isWithin(all, act).length === 0) return [];
  const any = days.map((name) => cypher`(${join(isWithin(all, stored(act, name)), " AND ")})`);
  const others = context.asOf.known === null ? [] : [cypher`${asKnown(act)} IS NOT NULL`];
  return [cypher`(${join([...any, ...others], " OR ")})`];
}

/** Clauses that find days which are in the timeline for sure: those of nodes that nothing prevents, where all that is asked can be seen at the node. */
export function sureDays({ context, asked }: Looking, beyond: Bounds, first: Fragment): Fragment[] {
  return [...context.model.nodes.values()].flatMap((type) =>
    [...type.properties.values()].flatMap((property) => {
      if (property.moments.length === 0 || property.moments.some(({ unless }) => unless.length > 0)) return [];
      const act = context.name("node");
      const day = propertyAsOf(context.asOf, property, act);
      const there = [...nodeIsThere(context, act, [type.name]), ...isOfSomeKind(context, act, property, asked)];
      const match = cypher`MATCH (${labelled(bind(act), type.name)})`;
      const isWanted = (of: Fragment) => where([...asked.days(of), ...isWithin(beyond, of, true), ...there]);
      // As known on a day, it is a long expression that stands once; as it is stored, an index may have it.
      if (context.asOf.known !== null) return [cypher`${match} WITH ${act}, ${day} AS d${isWanted(cypher`d`)} WITH d ${first} RETURN d`];
      return [cypher`${match}${isWanted(day)} WITH ${day} AS d ${first} RETURN d`];
    }),
  );
}

/** That a node's day is an entry, of a kind that is asked for. */
function isOfSomeKind(context: Context, act: Name, { moments }: Property, asked: Asked): Fragment[] {
  const others = moments.find(({ of }) => of === null);
  const special = moments.filter(({ of }) => of !== null);
  if (others && special.length === 0) return [...asked.kinds(quoted(others.kind))];
  const cases = special.map(({ of, kind }) => cypher`WHEN ${quoted(of ?? "")} THEN ${quoted(kind)}`);
  const kind = cypher`CASE ${kindOf(context, act)} ${join(cases)}${others ? cypher` ELSE ${quoted(others.kind)}` : EMPTY} END`;
  // What has no kind is none of these, nor any other.
  return [cypher`${others ? kindOf(context, act) : kind} IS NOT NULL`, ...asked.kinds(kind)];
}

/** What kind of act a node is, as it was known. */
export function kindOf(context: Context, act: Name): Fragment {
  const kind = context.model.properties.get("Event")?.get("kind");
  return kind ? propertyAsOf(context.asOf, kind, act) : stored(act, "kind");
}
