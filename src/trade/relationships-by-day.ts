import {
  anyOf,
  type Bounds,
  bind,
  type Context,
  cypher,
  type Dated,
  edgeProperty,
  type Fragment,
  farthest,
  isWithin,
  join,
  type Name,
  quoted,
  stored,
  where,
} from "../compile/index.ts";
import { EDGE_DAYS, type Property } from "../model/index.ts";
import { datedTypes, type Ends, isOfTypes, startsOf } from "./edges.ts";

/** All dated edges in the order of one of their days. */
interface ByDay {
  readonly context: Context;
  readonly names: Ends;
  /** The day, and whether the latest comes first. */
  readonly property: Property;
  readonly descending: boolean;
  /** What each row carries on. */
  readonly carried: Fragment;
  /** What must hold for an edge to be listed. */
  readonly conditions: (names: Ends) => readonly Fragment[];
}

/**
 * How the edges of some days are found: by way of the nodes at which they begin, which keep the first and last days of theirs. An edge without the day
 * lies behind all others, wherever it begins.
 */
export function edgesByDay({ context, names, property, descending, carried, conditions }: ByDay): Dated {
  const date = property.name;
  const dayOf = (edge: Name) => edgeProperty(edge, property, context.asOf);
  const types = datedTypes(context);
  const start = (node: Name) => ({
    match: cypher`MATCH (${bind(node)}:Node)`,
    conditions: isOfTypes(context, node, startsOf(context, types)),
  });
  const walk = ({ from, to, edge }: Ends) => cypher`MATCH (${from})-[${bind(edge)}:${anyOf(types)}]->(${bind(to)}:Node)`;
  return {
    rows: (within) => {
      const nodes = start(names.from);
      const day = cypher`coalesce(${dayOf(names.edge)}, ${farthest({ descending })})`;
      const near = where([...nodes.conditions, ...mayLieWithin(names.from, { date, descending }, within)]);
      return cypher`${nodes.match}${near} ${walk(names)}${where(isWithin(within, day))} WITH ${carried}`;
    },
    sure: (beyond, latestFirst, first) => {
      const own: Ends = { from: context.name("node"), to: context.name("node"), edge: context.name("edge") };
      const nodes = start(own.from);
      const noted = stored(own.from, notedDay(date, latestFirst ? "last" : "first"));
      const isNoted = cypher`${noted} <> ${quoted(latestFirst ? "" : "~")}`;
      const these = where([...nodes.conditions, isNoted, ...isWithin(beyond, noted, true)]);
      const day = dayOf(own.edge);
      const listed = where([cypher`${day} IS NOT NULL`, ...isWithin(beyond, day, true), ...conditions(own)]);
      // One edge of each node is enough, and is looked at: what is noted may be out of date where others write to the database.
      const nearest = cypher`${latestFirst ? cypher`max` : cypher`min`}(${day})`;
      return [
        join([
          cypher`${nodes.match}${these} WITH ${own.from}, ${noted} AS d ${first}`,
          cypher`${walk(own)}${listed} WITH ${own.from}, ${nearest} AS d ${first} RETURN d`,
        ]),
      ];
    },
  };
}

function notedDay(date: string, which: "first" | "last"): string {
  return EDGE_DAYS.get(date)?.[which] ?? "";
}

/** That an edge with a day within bounds may begin at a node, or one without it, where they reach to the end of the order. */
function mayLieWithin(
  node: Name,
  { date, descending }: { readonly date: string; readonly descending: boolean },
  { lower, upper }: Bounds,
): Fragment[] {
  const towardsEnd = descending ? lower : upper;
  if (towardsEnd.length === 0) return [];
  const [first, last] = [stored(node, notedDay(date, "first")), stored(node, notedDay(date, "last"))];
  const overlaps = [
    ...lower.map((bound) => cypher`coalesce(${last}, '~') >= ${bound}`),
    ...upper.map((bound) => cypher`coalesce(${first}, '') <= ${bound}`),
  ];
  const reachesEnd = towardsEnd.map((bound) => cypher`${bound} = ${farthest({ descending })}`);
  return [cypher`(${join(overlaps, " AND ")} OR ${join(reachesEnd, " AND ")})`];
}
