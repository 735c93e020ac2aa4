import {
  type AsOf,
  anyOf,
  bind,
  byUntil,
  type Context,
  call,
  cypher,
  EMPTY,
  edgeIsThere,
  type Fragment,
  type IdSet,
  idSet,
  idsAt,
  inSet,
  matchById,
  matchByIds,
  memberOn,
  type Name,
  nodeIsThere,
  pathIsThere,
  reachAt,
  type Site,
  setsOf,
  typesReaching,
  untilOf,
  where,
  word,
} from "../compile/index.ts";

/** Relationship types by which an act has nothing to do with an actor or goods: what a tariff spares, who has an opinion on it. */
const APART: readonly string[] = ["EXEMPTS", "EXCLUDES", "SUPPORTS", "OPPOSES"];

/** What the arguments keep of the acts: where to start from, and conditions on an entry. */
export interface Scope {
  /** Ids of acts, or acts with how they are joined to what was asked for (`joinedActs`); null where all are looked at. */
  readonly start: Fragment | null;
  /** Whether `start` says how its acts are joined. */
  readonly startsFromJoins: boolean;
  /** Conditions on an act and on another that acts on it: what is done to others than the acts asked for, and not by these, is left out. */
  readonly between: (act: Name, by: Name) => Fragment[];
  /** The sets that `start` and the conditions use. */
  readonly sets: readonly Name[];
  /** Conditions on an act on the day of an entry of it, given what `startOf` bound. */
  readonly conditions: (act: Name, joined: Name, day: Fragment) => Fragment[];
}

/** What is known on the known day, whatever the valid day: a timeline lists what is over as well. */
export function knowledge({ asOf }: Context): AsOf {
  return { valid: null, known: asOf.known };
}

/** Binds the acts of a label: those of the scope, where it has some, each with its member of `start` under the name `joined`. */
export function startOf(scope: Scope, act: Name, joined: Name, label: string): Fragment {
  if (scope.start === null) return cypher`MATCH (${bind(act)}:${word(label)})`;
  if (!scope.startsFromJoins) return matchByIds(act, joined, scope.start);
  return cypher`UNWIND ${scope.start} AS ${bind(joined)} ${matchById(act, cypher`${joined}[0]`)}`;
}

/** The relationship types of dated edges that join acts with nodes of some types; of those that are no acts, only what makes the acts theirs. */
export function typesBetween({ model }: Context, others: readonly string[]): string[] {
  const acts = model.possible.get("Act") ?? [];
  const joins = (pair: string) => {
    const [from = "", to = ""] = pair.split(">");
    return (acts.includes(from) && others.includes(to)) || (acts.includes(to) && others.includes(from));
  };
  const all = [...model.edges.values()].filter((edge) => edge.dated && [...edge.pairs].some(joins)).map((edge) => edge.type);
  return others.some((type) => acts.includes(type)) ? all : all.filter((type) => !APART.includes(type));
}

/** Reads `measures`, `commodities` and `actors`: the narrowest that is given is where the walk starts, the others are conditions. */
export function scopeOf(context: Context, site: Site): Scope {
  // Members count on the day of each entry, whatever day is asked for.
  const always = context.withAsOf(knowledge(context));
  const near = (argument: "commodities" | "actors", of: string) => {
    if (!site.args.has(argument)) return null;
    const targets = context.model.possible.get(of) ?? [];
    const reach = reachAt(site.args, "BELOW");
    const ids = idsAt(always, site, argument, { types: targets, reaching: typesReaching(context.model, targets, reach) });
    const set = idSet(always, { targets }, ids, { reach, on: null, dated: true });
    return { set, types: anyOf(typesBetween(context, targets)) };
  };
  const measures = site.args.has("measures") ? setOfMeasures(context, site) : null;
  const others = [near("commodities", "Commodity"), near("actors", "Actor")].filter((n) => n !== null);
  const [first] = others;
  const anchored = measures === null && first ? joinedActs(context, first.set, first.types) : null;
  const rest = anchored === null ? others : others.slice(1);
  const start = measures ? cypher`${measures.own} + [a IN ${measures.joined} WHERE NOT a IN ${measures.own}]` : anchored;
  return {
    start,
    startsFromJoins: anchored !== null,
    between: (act, by) => (measures ? [cypher`(${act}.id IN ${measures.own} OR ${by}.id IN ${measures.own})`] : []),
    sets: setsOf([
      ...(measures ? [measures.joined, measures.own] : []),
      ...(anchored ? [anchored] : []),
      ...rest.flatMap(({ set }) => [set.ids, ...(set.dated ? [set.dated] : [])]),
    ]),
    conditions: (act, joined, day) => [
      ...(anchored ? [isJoinedOn(joined, day)] : []),
      ...rest.map(({ set, types }) => {
        const [through, far] = [context.name("through"), context.name("far")];
        const isJoined = [
          inSet(set, far, day),
          byUntil(through, context.asOf.known, (until) => isNotOver(until, day)),
          ...edgeIsThere(knowledge(context), through),
        ];
        return cypher`COUNT { MATCH (${act})-[${bind(through)}:${types}]-(${bind(far)})${where(isJoined)} } > 0`;
      }),
    ],
  };
}

/** That an act was joined to what was asked for on the day of an entry: `joined` is a member of `start` that says how. */
export function isJoinedOn(joined: Fragment, day: Fragment): Fragment {
  return cypher`any(w IN ${joined}[1] WHERE ${isNotOver(cypher`w[0]`, day)} AND ${memberOn(cypher`w`, day)})`;
}

/** That an edge may still hold on the day of an entry. One that begins later counts too: an announcement has to do with whom it is to hit. */
function isNotOver(until: Fragment, day: Fragment): Fragment {
  return cypher`(${until} IS NULL OR ${until} >= ${day} OR ${day} STARTS WITH ${until})`;
}

/** The acts that edges of some types join with what a set names: `[id, [[until, steps], …]]`, the last day of each edge and the memberships that led to it. */
function joinedActs(context: Context, { ids, dated }: IdSet, types: Fragment): Name {
  const set = context.name("set");
  const [entry, far, through, act] = [context.name("id"), context.name("far"), context.name("through"), context.name("node")];
  const all = cypher`[x IN ${ids} | [x, []]]${dated ? cypher` + ${dated}` : EMPTY}`;
  const there = where(edgeIsThere(knowledge(context), through));
  const walk = cypher`UNWIND ${all} AS ${bind(entry)} ${matchById(far, cypher`${entry}[0]`)} MATCH (${far})-[${bind(through)}:${types}]-(${bind(act)}:Node)${there}`;
  const each = cypher`WITH ${act}.id AS a, collect(DISTINCT [${untilOf(through, context.asOf.known)}, ${entry}[1]]) AS whens`;
  context.sets.push(call(cypher`${walk} ${each} RETURN collect([a, whens]) AS ${bind(set)}`, [set]));
  return set;
}

/** The measures given with their parts, and the acts joined to any of these, on whatever day. */
function setOfMeasures(context: Context, site: Site): { joined: Name; own: Name } {
  const ids = idsAt(context, site, "measures", { types: ["Measure"] });
  const [joined, own] = [context.name("set"), context.name("set")];
  const [id, whole, part] = [context.name("id"), context.name("node"), context.name("node")];
  const [through, act] = [context.name("through"), context.name("node")];
  const areKnown = [whole, part].flatMap((node) => nodeIsThere(context.withAsOf(knowledge(context)), node, ["Measure"]));
  const known = where([...pathIsThere(knowledge(context)), ...areKnown]);
  const parts = cypher`MATCH (${whole})<-[q:PART_OF*0..]-(${bind(part)}:Measure)${known}`;
  context.sets.push(call(cypher`${matchByIds(whole, id, ids)} ${parts} RETURN collect(DISTINCT ${part}.id) AS ${bind(own)}`, [own]));
  const types = anyOf(typesBetween(context, context.model.possible.get("Act") ?? []));
  const there = where(edgeIsThere(knowledge(context), through));
  const acts = cypher`${matchByIds(part, id, own)} MATCH (${part})-[${bind(through)}:${types}]-(${bind(act)}:Node)${there}`;
  context.sets.push(call(cypher`${acts} RETURN collect(DISTINCT ${act}.id) AS ${bind(joined)}`, [joined]));
  return { joined, own };
}
