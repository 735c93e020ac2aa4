import {
  type Analysis,
  anyOf,
  bind,
  type Context,
  call,
  cypher,
  edgeIsThere,
  edgeName,
  gatheredField,
  inTurn,
  join,
  matchById,
  matchByIds,
  type Name,
  nodeIsThere,
  Parameter,
  type RowField,
  type RowFields,
  type Site,
  value,
  where,
} from "../../compile/index.ts";
import { nodeTypeOf } from "../../model/index.ts";
import { hopsText } from "../hops.ts";
import { between, LIMITS } from "../limits.ts";
import { contextOnDay, edgeIn, keptMeasures } from "../measures-on-day.ts";
import { type Statements, walkExposure } from "./walk.ts";
import { FIRST, NAMES, SPARES, STEPS, type StepName } from "./ways.ts";

/** exposure: the measures that reach a node on a day, each with the way by which it does. */
export const exposure = gatheredField(exposureOf);

function exposureOf(outer: Context, site: Site): Analysis {
  const context = contextOnDay(outer, site);
  const first = site.parameter((args) => between("BAD_PAGE", "first", args.number("first") ?? 0, [0, LIMITS.exposures]));
  const texts = { level: levelText(context), measures: measuresText(context, site) };
  return {
    type: "Exposure",
    gather: function* (starts, parameters) {
      const statements: Statements = {
        level: (frontier) => ({
          text: texts.level,
          params: { ...parameters, ...Object.fromEntries(ASKED.map(([step, { name }]) => [name, [...(frontier.get(step) ?? [])]])) },
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

/** The nodes from which each step is taken. */
const ASKED = (Object.keys(STEPS) as StepName[]).map((step) => [step, new Parameter(`from${step}`)] as const);

/** The nodes that were come to. */
const IDS = new Parameter("ids");

function levelText(context: Context): string {
  return hopsText(
    context,
    ASKED.map(([kind, from]) => ({ kind, from, ...STEPS[kind], ends: [] })),
  );
}

function measuresText(context: Context, site: Site): string {
  /** The walk from a node to the measures that name or spare it. */
  const walk = (types: readonly string[]) => {
    const [id, near, measure, edge] = [context.name("id"), context.name("node"), context.name("node"), context.name("edge")];
    const there = [...edgeIsThere(context.asOf, edge), ...nodeIsThere(context, measure, ["Measure"])];
    const found = cypher`${matchByIds(near, id, IDS)} MATCH (${near})<-[${bind(edge)}:${anyOf(types)}]-(${bind(measure)}:Measure)${where(there)}`;
    return { found, id, near, measure, edge };
  };
  const [naming, kept, sparing] = [walk(NAMES), walk(NAMES), walk([SPARES])];
  const [edges, statuses, spared] = [context.name("list"), context.name("list"), context.name("list")];
  const { clause, status, sets, carried } = keptMeasures(context, site, kept.found, kept.measure);
  return join([
    ...inTurn(sets),
    call(
      cypher`${naming.found} RETURN collect([${naming.id}, ${naming.measure}.id, ${edgeName(naming.measure, naming.edge, naming.near)}]) AS ${bind(edges)}`,
      [edges],
    ),
    call(cypher`${clause} RETURN collect([${kept.measure}.id, ${status}]) AS ${bind(statuses)}`, [statuses], carried),
    call(cypher`${sparing.found} RETURN collect([${sparing.id}, ${sparing.measure}.id]) AS ${bind(spared)}`, [spared]),
    cypher`RETURN ${edges}, ${statuses}, ${spared}`,
  ]).text;
}

function hopOf(context: Context, hop: Name): ReturnType<Extract<RowField, { kind: "list" }>["of"]> {
  const [near, far] = [context.name("node"), context.name("node")];
  const fields: RowFields = {
    from: { kind: "node", name: near, type: "Node" },
    to: { kind: "node", name: far, type: "Node" },
    relationship: edgeIn(hop, 3),
  };
  const match = cypher`${matchById(near, cypher`${hop}[1]`)} ${matchById(far, cypher`${hop}[2]`)}`;
  return { match, read: { type: "ExposureHop", fields } };
}
