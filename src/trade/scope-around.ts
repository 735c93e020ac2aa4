import {
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  EMPTY,
  edgeIsThere,
  type Fragment,
  hierarchies,
  isAnyOf,
  join,
  matchByIds,
  type Name,
  nodeIsThere,
  pathIsThere,
  reachAt,
  type Site,
  untilOf,
  walks,
  where,
} from "../compile/index.ts";
import { isJoinedOn, knowledge, type Scope, typesBetween } from "./scope.ts";

/** The scope of a node that is bound, and the subqueries that bind what its conditions use. */
interface Around {
  readonly calls: readonly Fragment[];
  readonly scope: Scope;
}

/** An act that counts on every day, joined by no edge that could end. */
const ALWAYS = cypher`[null, []]`;

/**
 * The acts that have to do with a node of one of the types `owners`, whichever it is, worked out for each node as it is met. Of an act itself, its parts
 * and what is joined to any of these; of a claim or a source, the acts spoken of; of anything else, the acts joined to what it reaches, each with how.
 */
export function scopeAround(context: Context, site: Site, node: Name, owners: readonly string[]): Around {
  const [joined, own] = [context.name("list"), context.name("list")];
  const acts = owners.filter((type) => isAct(context, type));
  const ways = [
    ...(acts.length > 0 ? ofActs(context, own) : []),
    ...ofSpeakers(context, node, owners),
    ...ofOthers(context, site, node, owners),
  ];
  const found =
    ways.length > 0
      ? cypher`${call(join(ways, " UNION ALL "), [])} WITH a, collect(DISTINCT w) AS ws`
      : cypher`UNWIND [] AS a WITH a, [] AS ws`;
  return {
    calls: [
      ...(acts.length > 0 ? [partsOf(context, node, acts, own)] : []),
      call(cypher`${found} RETURN collect([a, ws]) AS ${bind(joined)}`, [joined]),
    ],
    scope: {
      start: joined,
      startsFromJoins: true,
      // Nothing is its own where it is no act: then all that was done to the acts found counts.
      between: (act, by) => (acts.length > 0 ? [cypher`(size(${own}) = 0 OR ${act}.id IN ${own} OR ${by}.id IN ${own})`] : []),
      sets: [],
      conditions: (_act, member, day) => [isJoinedOn(member, day)],
    },
  };
}

function isAct({ model }: Context, type: string): boolean {
  return model.possible.get("Act")?.includes(type) ?? false;
}

/** That a node has one of some types; nothing where it can have no other. */
function isOneOf(context: Context, node: Name, types: readonly string[]): Fragment[] {
  if (types.length === context.model.nodes.size) return [];
  return [isAnyOf(node, types)];
}

/** Binds the ids of an act and its parts, as far as they are known; none of what is no act. */
function partsOf(context: Context, node: Name, acts: readonly string[], own: Name): Fragment {
  const part = context.name("node");
  const areKnown = [node, part].flatMap((one) => nodeIsThere(context.withAsOf(knowledge(context)), one, acts));
  const known = where([...isOneOf(context, node, acts), ...pathIsThere(knowledge(context)), ...areKnown]);
  return call(cypher`MATCH (${node})<-[q:PART_OF*0..]-(${bind(part)}:Node)${known} RETURN collect(DISTINCT ${part}.id) AS ${bind(own)}`, [
    own,
  ]);
}

/** An act and its parts, and the acts joined to any of these by an edge of any kind, whatever its days. */
function ofActs(context: Context, own: Name): Fragment[] {
  const [id, part, through, act] = [context.name("id"), context.name("node"), context.name("through"), context.name("node")];
  const types = anyOf(typesBetween(context, context.model.possible.get("Act") ?? []));
  const there = where(edgeIsThere(knowledge(context), through));
  return [
    cypher`UNWIND ${own} AS a RETURN a, ${ALWAYS} AS w`,
    cypher`${matchByIds(part, id, own)} MATCH (${part})-[${bind(through)}:${types}]-(${bind(act)}:Node)${there} RETURN ${act}.id AS a, ${ALWAYS} AS w`,
  ];
}

/** The acts that a claim is about, or any claim of a source. */
function ofSpeakers(context: Context, node: Name, owners: readonly string[]): Fragment[] {
  const ways: Fragment[] = [];
  const act = context.name("node");
  if (owners.includes("Claim")) {
    ways.push(
      cypher`MATCH (${node})-[:ABOUT]->(${bind(act)}:Node)${where(isOneOf(context, node, ["Claim"]))} RETURN ${act}.id AS a, ${ALWAYS} AS w`,
    );
  }
  if (owners.includes("Source")) {
    const [claim, spoken] = [context.name("node"), context.name("node")];
    const there = where([...isOneOf(context, node, ["Source"]), ...nodeIsThere(context.withAsOf(knowledge(context)), claim, ["Claim"])]);
    const walk = cypher`MATCH (${node})<-[:STATED_IN]-(${bind(claim)}:Claim)-[:ABOUT]->(${bind(spoken)}:Node)`;
    ways.push(cypher`${walk}${there} RETURN ${spoken}.id AS a, ${ALWAYS} AS w`);
  }
  return ways;
}

/** The acts that edges join with what a node of another type reaches, with the last day of each edge and the memberships that led to it. */
function ofOthers(context: Context, site: Site, node: Name, owners: readonly string[]): Fragment[] {
  const { model } = context;
  const all = owners.filter((type) => !isAct(context, type) && typesBetween(context, [type]).length > 0);
  const reaching = all.filter((type) => model.nodes.get(type)?.hierarchy);
  const reach = reachAt(site.args, "BELOW");
  const isAlone = (type: string) => reach === "EXACT" || !reaching.includes(type);
  const steps = cypher`[e IN q | [e.since, ${untilOf(cypher`e`, context.asOf.known)}]]`;
  const branch = (from: Name, walk: Fragment, types: readonly string[], path: Fragment, conditions: readonly Fragment[]): Fragment => {
    const [through, act] = [context.name("through"), context.name("node")];
    const relationships = anyOf([...new Set(types.flatMap((type) => typesBetween(context, [type])))]);
    const before = [...isOneOf(context, node, types), ...conditions];
    const there = edgeIsThere(knowledge(context), through);
    const pattern = cypher`MATCH (${from})-[${bind(through)}:${relationships}]-(${bind(act)}:Node)`;
    const found =
      from === node ? cypher`${pattern}${where([...before, ...there])}` : cypher`${walk}${where(before)} ${pattern}${where(there)}`;
    return cypher`${found} RETURN ${act}.id AS a, [${untilOf(through, context.asOf.known)}, ${path}] AS w`;
  };
  const alone = all.filter(isAlone);
  const walked = all.filter((type) => !isAlone(type));
  const far = context.name("far");
  const paths = walked.length > 0 ? walks(reach, node, hierarchies(model, walked), bind(far)) : [];
  return [
    ...(alone.length > 0 ? [branch(node, EMPTY, alone, cypher`[]`, [])] : []),
    ...paths.map((path) => branch(far, path, walked, steps, pathIsThere(knowledge(context)))),
  ];
}
