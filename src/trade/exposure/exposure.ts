import {
  type Analysis,
  type Context,
  cypher,
  gatheredField,
  matchById,
  type Name,
  type RowField,
  type RowFields,
  type Site,
  value,
} from "../../compile/index.ts";
import { nodeTypeOf } from "../../model/index.ts";
import { between, LIMITS } from "../limits.ts";
import { contextOnDay, edgeIn } from "../measures-on-day.ts";
import { COME, FROM, walkText } from "./statement.ts";
import { type WalkFrom, walkExposure } from "./walk.ts";
import { FIRST } from "./ways.ts";

/** exposure: the measures that reach a node on a day, each with the way by which it does. */
export const exposure = gatheredField(exposureOf);

function exposureOf(outer: Context, site: Site): Analysis {
  const context = contextOnDay(outer, site);
  const first = site.parameter((args) => between("BAD_PAGE", "first", args.number("first") ?? 0, [0, LIMITS.exposures]));
  const text = walkText(context, site);
  return {
    type: "Exposure",
    gather: function* (starts, parameters) {
      const walk: WalkFrom = (frontier, come) => ({
        text,
        params: {
          ...parameters,
          ...Object.fromEntries([...FROM].map(([kind, { name }]) => [name, [...(frontier.get(kind) ?? [])]])),
          [COME.name]: come,
        },
      });
      const steps = new Map(starts.map((start) => [start, FIRST[nodeTypeOf(context.model, start)?.name ?? ""] ?? []]));
      return yield* walkExposure(walk, steps, Number(parameters[first.name]));
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
