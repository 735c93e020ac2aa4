import {
  type AsOf,
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  edgeIsThere,
  type Fragment,
  idSet,
  idsAt,
  matchByIds,
  type Name,
  number,
  type Site,
  setsOf,
  typesAbove,
  where,
  word,
} from "../compile/index.ts";

/** How deep parts of measures are looked for. */
const PARTS = 4;

/** What the arguments keep of the acts: a set of ids to start from, and conditions on an act. */
export interface Scope {
  readonly start: Fragment | null;
  /** The set of the measures asked for: what acts on others than these is left out. */
  readonly own: Name | null;
  /** The sets that `start` and the conditions use. */
  readonly sets: readonly Name[];
  readonly conditions: (act: Name) => Fragment[];
}

/** What is known on the known day, whatever the valid day: a timeline lists what is over as well. */
export function knowledge({ asOf }: Context): AsOf {
  return { valid: null, known: asOf.known };
}

/** Binds the acts of a label: those of the scope, where it has some. */
export function startOf(context: Context, scope: Scope, act: Name, label: string): Fragment {
  if (scope.start === null) return cypher`MATCH (${bind(act)}:${word(label)})`;
  return matchByIds(act, context.name("id"), scope.start);
}

/** The relationship types of dated edges that join acts with nodes of some types. */
function typesBetween({ model }: Context, others: readonly string[]): string[] {
  const acts = model.possible.get("Act") ?? [];
  const joins = (pair: string) => {
    const [from = "", to = ""] = pair.split(">");
    return (acts.includes(from) && others.includes(to)) || (acts.includes(to) && others.includes(from));
  };
  return [...model.edges.values()].filter((edge) => edge.dated && [...edge.pairs].some(joins)).map((edge) => edge.type);
}

/** Reads `measures`, `commodities` and `actors`: the narrowest that is given is where the walk starts, the others are conditions. */
export function scopeOf(context: Context, site: Site): Scope {
  const near = (argument: "commodities" | "actors", of: string) => {
    if (!site.args.has(argument)) return null;
    const targets = context.model.possible.get(of) ?? [];
    const ids = idsAt(context, site, argument, { types: targets, above: typesAbove(context.model, targets) });
    const set = idSet(context, { targets }, ids, { exactly: false, on: null, dated: false });
    return { ids: set.ids, types: anyOf(typesBetween(context, targets)) };
  };
  const measures = site.args.has("measures") ? setOfMeasures(context, site) : null;
  const others = [near("commodities", "Commodity"), near("actors", "Actor")].filter((n) => n !== null);
  const [first] = others;
  const anchored = measures === null && first ? setOfActs(context, first.ids, first.types) : null;
  const rest = anchored === null ? others : others.slice(1);
  const start = measures ? cypher`${measures.own} + [a IN ${measures.joined} WHERE NOT a IN ${measures.own}]` : anchored;
  return {
    start,
    own: measures?.own ?? null,
    sets: setsOf([...(measures ? [measures.joined, measures.own] : []), ...(anchored ? [anchored] : []), ...rest.map(({ ids }) => ids)]),
    conditions: (act) =>
      rest.map(({ ids, types }) => {
        const [through, far] = [context.name("through"), context.name("far")];
        const conditions = [cypher`${far}.id IN ${ids}`, ...edgeIsThere(knowledge(context), through)];
        return cypher`COUNT { MATCH (${act})-[${bind(through)}:${types}]-(${bind(far)})${where(conditions)} } > 0`;
      }),
  };
}

/** The acts joined to what a set names. */
function setOfActs(context: Context, ids: Fragment, types: Fragment): Name {
  const set = context.name("set");
  const [id, far, through, act] = [context.name("id"), context.name("far"), context.name("through"), context.name("node")];
  const joined = joinedActs(context, ids, { id, from: far, through, act }, types);
  context.sets.push(call(cypher`${joined} RETURN collect(DISTINCT ${act}.id) AS ${bind(set)}`, [set]));
  return set;
}

/** The measures given with their parts, and the acts joined to any of these. */
function setOfMeasures(context: Context, site: Site): { joined: Name; own: Name } {
  const ids = idsAt(context, site, "measures", { types: ["Measure"] });
  const [joined, own] = [context.name("set"), context.name("set")];
  const [id, whole, part] = [context.name("id"), context.name("node"), context.name("node")];
  const [through, act] = [context.name("through"), context.name("node")];
  const parts = cypher`MATCH (${whole})<-[:PART_OF*0..${number(PARTS)}]-(${bind(part)}:Measure)`;
  context.sets.push(call(cypher`${matchByIds(whole, id, ids)} ${parts} RETURN collect(DISTINCT ${part}.id) AS ${bind(own)}`, [own]));
  const types = anyOf(typesBetween(context, context.model.possible.get("Act") ?? []));
  const acts = joinedActs(context, own, { id, from: part, through, act }, types);
  context.sets.push(call(cypher`${acts} RETURN collect(DISTINCT ${act}.id) AS ${bind(joined)}`, [joined]));
  return { joined, own };
}

/** Binds the acts that edges of some types join, whichever way, with the nodes of some ids. */
function joinedActs(
  context: Context,
  ids: Fragment,
  { id, from, through, act }: Readonly<Record<"id" | "from" | "through" | "act", Name>>,
  types: Fragment,
): Fragment {
  const there = where(edgeIsThere(knowledge(context), through));
  return cypher`${matchByIds(from, id, ids)} MATCH (${from})-[${bind(through)}:${types}]-(${bind(act)}:Node)${there}`;
}
