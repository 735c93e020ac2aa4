import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isAbstractType, isObjectType } from "graphql";
import { Compiler, Shaped, TYPE } from "../compile/index.ts";
import { type Model, readModel } from "../model/index.ts";
import { COMPUTED, countPeriods, MOST_LAYERS, MOST_PERIODS, MOST_ROWS } from "../trade/index.ts";
import { enumLabels } from "./enum-labels.ts";
import { loadMutation } from "./load.ts";
import { mergeMutations } from "./merge.ts";
import { metaField } from "./meta.ts";
import { nodeFields } from "./nodes.ts";
import type { Context } from "./run.ts";
import { searchFields } from "./search.ts";
import { tradeFields } from "./trade.ts";

export { EFFECTS, LIMITS, RELIEF } from "../trade/index.ts";
export { answer, fragmentsOf } from "./answer.ts";
export type { LoadPayload } from "./arguments.ts";
export { MergedIds } from "./merged.ts";
export { type DataState, dataState } from "./meta.ts";
export type { Context, Written } from "./run.ts";
export { type Findings, type Warning, warningsOf } from "./warnings.ts";
export { countPeriods, MOST_LAYERS, MOST_PERIODS, MOST_ROWS };

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Answers are shaped by response key, so that a field may stand twice under two aliases. */
const byResponseKey: Resolver = (source, args, context, info) =>
  source instanceof Shaped ? source[String(info.path.key)] : defaultFieldResolver(source, args, context, info);

/** Runs a root field, unless it has run before graphql-js was called. */
function once(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const [node] = info.fieldNodes;
    return (node && context.runs?.answers.get(node)) ?? resolve(source, args, context, info);
  };
}

/** Today in UTC, as `2025-06-05`. */
export const todayInUtc = () => new Date().toISOString().slice(0, 10);

/**
 * The served schema with its resolvers: root fields run one statement each, everything below reads what it returned. `today` tells the day that
 * counts where a request names none.
 */
export function executableSchema(model: Model = readModel(), today: () => string = todayInUtc): GraphQLSchema {
  const { schema } = model;
  const compiler = new Compiler(model, COMPUTED, today);
  const roots = new Map<unknown, Readonly<Record<string, Resolver>>>([
    [
      schema.getQueryType(),
      {
        ...nodeFields(compiler),
        ...searchFields(compiler),
        ...tradeFields(compiler),
        enumLabels: enumLabels(model),
        meta: metaField(model, today),
      },
    ],
    [schema.getMutationType(), { load: loadMutation(model), ...mergeMutations(model) }],
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const fields = roots.get(type);
        const resolve = fields ? fields[field.name] : byResponseKey;
        if (!resolve) throw new Error(`The root field ${field.name} has no resolver: add one in src/resolvers.`);
        field.resolve = fields ? once(resolve) : resolve;
      }
    } else if (isAbstractType(type)) {
      type.resolveType = (value) => (value instanceof Shaped ? value[TYPE] : undefined);
    }
  }
  return schema;
}
