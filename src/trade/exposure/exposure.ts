import {
  type Analysis,
  addGathered,
  anyOf,
  bind,
  type ComputedField,
  type Context,
  call,
  cypher,
  dayAt,
  edgeIsThere,
  edgeName,
  type Fragment,
  inTurn,
  join,
  matchById,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  quoted,
  type RowField,
  type RowFields,
  type Site,
  value,
  where,
} from "../../compile/index.ts";
import { nodeTypeOf, requestError } from "../../model/index.ts";
import { LIMITS } from "../limits.ts";
import { statusValue } from "../status/index.ts";
import { type Statements, walkExposure } from "./walk.ts";
import { FIRST, NAMES, SPARES, STEPS, type StepName } from "./ways.ts";

/** exposure: the measures that reach a node on a day, each with the way by which it does. */
export const exposure: ComputedField = {
  select: (object, node, [owner], field) => addGathered(object, ({ context }, site) => exposureOf(context, site), node, owner, field),
};

function exposureOf(outer: Context, site: Site): Analysis {
  const on = site.args.has("on") ? dayAt(site, "on") : (outer.asOf.valid ?? outer.onToday());
  const context = outer.withAsOf({ valid: on, known: outer.asOf.known });
  const first = site.parameter((args) => shownOf(args.number("first") ?? 0));
  const texts = { level: levelText(context), measures: measuresText(context, site) };
  return {
    type: "Exposure",
    gather: function* (starts, parameters) {
      const statements: Statements = {
        level: (frontier) => ({
          text: texts.level,
          params: { ...parameters, ...Object.fromEntries(ASKED.map(([step, { name }]) => [name, frontier.get(step) ?? []])) },
        }),
        measures: (ids) => ({ text: texts.measures, params: { ...parameters, [IDS.name]: ids } }),
      };
      const steps = new Map(starts.map((start) => [start, FIRST[nodeTypeOf(context.model, start)?.name ?? ""] ?? []]));
      return yield* walkExposure(statements, steps, Number(parameters[first.name]));
    },
    read: (row) => {
      const node = context.name("node");
      const hops: RowFields[string] = {
        kind: "list",
        list: cypher`${row}[5]`,
        of: (hop) => hopOf(context, hop),
      };
      return {
        match: matchById(node, cypher`${row}[1]`),
        fields: {
          measure: { kind: "node", name: node, type: "Measure" },
          status: value(cypher`${row}[2]`),
          way: value(cypher`${row}[3]`),
          isSpared: value(cypher`${row}[4]`),
          hops,
        },
      };
    },
  };
}

/** Throws BAD_PAGE where so many measures can't be given. */
function shownOf(first: number): number {
  if (first >= 0 && first <= LIMITS.exposures) return first;
  throw requestError("BAD_PAGE", `first: ${first} is out of bounds: it may be 0 to ${LIMITS.exposures}.`);
}

/** The nodes from which each step is taken. */
const ASKED = (Object.keys(STEPS) as StepName[]).map((step) => [step, new Parameter(`from${step}`)] as const);

/** The nodes that were come to. */
const IDS = new Parameter("ids");

function levelText(context: Context): string {
  const branches = ASKED.map(([step, ids]) => {
    const { types, way } = STEPS[step];
    const [id, near, far, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
    const walk = cypher`[${bind(edge)}:${anyOf(types)}]`;
    const pattern = way === "OUT" ? cypher`(${near})-${walk}->(${bind(far)}:Node)` : cypher`(${near})<-${walk}-(${bind(far)}:Node)`;
    const name = way === "OUT" ? edgeName(near, edge, far) : edgeName(far, edge, near);
    const found = cypher`${matchByIds(near, id, ids)} MATCH ${pattern}${where(edgeIsThere(context.asOf, edge))}`;
    return cypher`${found} RETURN ${quoted(step)} AS step, ${id} AS near, ${far}.id AS far, ${name} AS edge`;
  });
  return join(branches, " UNION ALL ").text;
}

function measuresText(context: Context, site: Site): string {
  const wanted = site.texts("status");
  /** The walk from a node to the measures that name or spare it. */
  const walk = (types: readonly string[]) => {
    const [id, near, measure, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
    const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, measure, ["Measure"])];
    const found = cypher`${matchByIds(near, id, IDS)} MATCH (${near})<-[${bind(edge)}:${anyOf(types)}]-(${bind(measure)}:Measure)${where(there)}`;
    return { found, id, near, measure, edge };
  };
  const [naming, kept, sparing] = [walk(NAMES), walk(NAMES), walk([SPARES])];
  const [edges, statuses, spared, status] = [context.name("list"), context.name("list"), context.name("list"), context.name("value")];
  const decided = statusValue(context, kept.measure, { day: context.asOf.valid?.day ?? context.today(), known: context.asOf.known });
  // The sets of this statement are no part of the one that reads what was selected.
  const sets = context.sets.splice(0);
  const parts: Fragment[] = [
    ...inTurn(sets),
    call(
      cypher`${naming.found} RETURN collect([${naming.id}, ${naming.measure}.id, ${edgeName(naming.measure, naming.edge, naming.near)}]) AS ${bind(edges)}`,
      [edges],
    ),
    call(
      cypher`${call(cypher`${kept.found} RETURN DISTINCT ${kept.measure}`, [kept.measure])} WITH ${join([kept.measure, ...namesOf(sets)], ", ")}, ${decided} AS ${bind(status)} WHERE ${status} IN ${wanted} RETURN collect([${kept.measure}.id, ${status}]) AS ${bind(statuses)}`,
      [statuses],
      namesOf(sets),
    ),
    call(cypher`${sparing.found} RETURN collect([${sparing.id}, ${sparing.measure}.id]) AS ${bind(spared)}`, [spared]),
    cypher`RETURN ${edges}, ${statuses}, ${spared}`,
  ];
  return join(parts).text;
}

const namesOf = (sets: readonly Fragment[]) => [...new Set(sets.flatMap(({ binds }) => binds))];

function hopOf(context: Context, hop: Name): ReturnType<Extract<RowField, { kind: "list" }>["of"]> {
  const [near, far] = [context.name("node"), context.name("node")];
  // The name of an edge begins with its ends, `from|TYPE|to|since`, whichever way it is walked.
  const [from, to] = [cypher`split(${hop}[3], '|')[0]`, cypher`split(${hop}[3], '|')[2]`];
  const fields: RowFields = {
    from: { kind: "node", name: near, type: "Node" },
    to: { kind: "node", name: far, type: "Node" },
    relationship: { kind: "relationship", from, to, name: cypher`${hop}[3]` },
  };
  const match = cypher`${matchById(near, cypher`${hop}[1]`)} ${matchById(far, cypher`${hop}[2]`)}`;
  return { match, read: { type: "ExposureHop", fields } };
}
