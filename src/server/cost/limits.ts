import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Model } from "../../model/index.ts";
import { fragmentsOf } from "../../resolvers/index.ts";
import { objectsIn } from "./answered.ts";
import { costingOf, type Declared, declaredIn, type Variables, variablesOf } from "./asked.ts";
import type { FanOut } from "./fan-out.ts";
import { requireShortLiterals, requireShortVariables } from "./members.ts";
import { INTROSPECTED, MAX_COST, MAX_DEPTH } from "./prices.ts";
import { type Cost, reckon } from "./reckon.ts";

/** `extensions.cost` of an answer, in objects (prices.ts). */
export interface CostReport {
  /** What it may have cost, reckoned before it ran; null where nothing bounds it. */
  readonly requested: number | null;
  /** What it did cost: the same work, and the objects that were answered. 0 where it was refused. */
  readonly actual: number;
  /** The most that an operation may cost. */
  readonly limit: number;
}

/** The header that has the cost of an answer which is no JSON: the same object as JSON. */
export const COST_HEADER = "trade-graph-cost";

/**
 * How long an operation that seems to cost too much just after a load may wait until the graph's degrees are measured, in milliseconds: until then each
 * counts as larger by all that was written, and what was honest before the load must be so after it.
 */
const CATCHING_UP = 2_000;

/** What operations are held to. */
export interface LimitOptions<Context> {
  readonly model: Model;
  readonly fanOut: FanOut;
  /** The most that an operation may cost. */
  readonly maxCost?: number;
  /** The most levels that it may have. */
  readonly maxDepth?: number;
  /** Told what an operation may cost once that is below the limit, before it runs; what it throws refuses the operation. */
  readonly onCost?: (context: Context, cost: number) => Promise<void> | void;
}

/**
 * Refuses operations that are too deep, cost too much or give lists too long, before anything runs; says in every answer to a query what it cost. A
 * mutation has no cost: it is bounded by the length of its body and by who may send it.
 */
export function limits<Context extends object>(options: LimitOptions<Context>): ApolloServerPlugin<Context> {
  const { maxCost = MAX_COST, maxDepth = MAX_DEPTH } = options;
  const costs = new Costs(options, maxCost);
  return {
    requestDidStart: async () => {
      let cost: Cost | null = null;
      let hasRun = false;
      const listener: GraphQLRequestListener<Context> = {
        didResolveOperation: async ({ document, operation, schema, request, contextValue }) => {
          if (!operation || operation.operation === "mutation") return;
          const reckoned = () => costs.of(schema, operation, fragmentsOf(document), request.variables);
          cost = reckoned();
          if (cost.requested > maxCost && options.fanOut.isBehind) {
            await options.fanOut.catchUp(CATCHING_UP);
            cost = reckoned();
          }
          requireBelow(cost, maxDepth, maxCost);
          await options.onCost?.(contextValue, cost.requested);
          hasRun = true;
        },
        willSendResponse: async ({ response }) => {
          if (cost === null || response.body.kind !== "single") return;
          const { singleResult } = response.body;
          const { requested } = cost;
          const report: CostReport = {
            requested: Number.isFinite(requested) ? requested : null,
            actual: hasRun ? cost.work + answered(singleResult.data, cost) : 0,
            limit: maxCost,
          };
          singleResult.extensions = { ...singleResult.extensions, cost: report };
        },
      };
      return listener;
    },
  };
}

/** Throws QUERY_TOO_DEEP, or QUERY_TOO_EXPENSIVE, which says what is most of it and what to do. */
function requireBelow(cost: Cost, maxDepth: number, maxCost: number): void {
  if (cost.depth > maxDepth) {
    throw new GraphQLError(`This operation is ${cost.depth} levels deep; ${maxDepth} is the limit. Ask in two steps.`, {
      extensions: { code: "QUERY_TOO_DEEP" },
    });
  }
  if (cost.requested <= maxCost) return;
  const figure = (number: number) => (Number.isFinite(number) ? Math.ceil(number).toLocaleString("en") : "more than can be counted");
  const { dearest } = cost;
  const most = dearest === null ? "" : ` ${dearest.path} is ${figure(dearest.cost)} of it.`;
  throw new GraphQLError(
    `This operation may cost ${figure(cost.requested)}, in objects of the answer; ${figure(maxCost)} is the limit.${most} Ask for smaller pages (first), for what some ids lead to instead of the whole graph, or in several steps.`,
    { extensions: { code: "QUERY_TOO_EXPENSIVE" } },
  );
}

/** The objects of an answer; those of introspection at their own price. */
function answered(data: Readonly<Record<string, unknown>> | null | undefined, { introspected }: Cost): number {
  let objects = 0;
  for (const [key, value] of Object.entries(data ?? {})) objects += objectsIn(value) * (introspected.has(key) ? INTROSPECTED : 1);
  return objects;
}

/** How many sets of variables an operation's costs are kept for. */
const MOST_KEPT = 50;

/** What is kept of an operation. */
interface Kept {
  readonly declared: Declared;
  /** By what counts of the variables. */
  readonly costs: LRUCache<string, Cost>;
}

/** Costs by operation, which the server keeps while it is in use, and by what counts of its variables, as long as the graph's degrees are the same. */
class Costs {
  readonly #options: Pick<LimitOptions<never>, "model" | "fanOut">;
  readonly #limit: number;
  #kept = new WeakMap<OperationDefinitionNode, Kept>();
  #version = -1;

  constructor(options: Pick<LimitOptions<never>, "model" | "fanOut">, limit: number) {
    this.#options = options;
    this.#limit = limit;
  }

  /** What an operation costs. Throws BAD_USER_INPUT for a list that is too long. */
  of(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: ReturnType<typeof fragmentsOf>,
    given: Variables | undefined,
  ): Cost {
    const { model, fanOut } = this.#options;
    fanOut.keepFresh();
    if (this.#version !== fanOut.version) {
      this.#kept = new WeakMap();
      this.#version = fanOut.version;
    }
    let kept = this.#kept.get(operation);
    if (!kept) {
      requireShortLiterals(operation, fragments);
      kept = { declared: declaredIn(schema, operation), costs: new LRUCache({ max: MOST_KEPT }) };
      this.#kept.set(operation, kept);
    }
    if (given) requireShortVariables(given);
    const variables = variablesOf(kept.declared, given);
    const key = costingOf(kept.declared, variables);
    let cost = kept.costs.get(key);
    if (!cost) {
      cost = reckon({ model, fanOut, variables }, operation, fragments, this.#limit);
      kept.costs.set(key, cost);
    }
    return cost;
  }
}
