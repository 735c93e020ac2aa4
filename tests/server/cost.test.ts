import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { seeds } from "../support/seeds.ts";
import { writeRandomGraph } from "./random-graph.ts";
import { RandomSelections } from "./random-selection.ts";
import { type GraphQLAnswer, type Served, serve } from "./support.ts";

const SEEDS = seeds(150);

interface CostReport {
  readonly requested: number;
  readonly actual: number;
  readonly limit: number;
}

/** What an answer says that it cost. */
function costOf({ extensions = {} }: GraphQLAnswer): CostReport {
  return extensions.cost as CostReport;
}

/** The objects of some data, by its text: no text of the random graph has braces. */
const objectsOf = (data: unknown) => (JSON.stringify(data).match(/{/g)?.length ?? 0) - 1;

describe("the cost of an operation", () => {
  const model = readModel();
  let served: Served;
  beforeAll(async () => {
    served = await serve({ maxCost: 1e12, refresh: Number.POSITIVE_INFINITY }, undefined, (engine) => writeRandomGraph(engine, model, 7));
  });
  afterAll(() => served?.close());

  const isHeld = async (query: string) => {
    const { json } = await served.ask(query);
    expect(json.errors, query).toBeUndefined();
    const { requested, actual } = costOf(json);
    expect(Number.isFinite(requested), query).toBe(true);
    expect(actual, query).toBeLessThanOrEqual(requested);
    expect(objectsOf(json.data), query).toBeLessThanOrEqual(actual);
  };

  it.each(SEEDS)("is never above what was reckoned, for a query at random: seed %i", async (seed) => {
    await isHeld(new RandomSelections(model, seed).next());
  });

  // Their periods and rows multiply: all fields at random draw too few of them.
  it.each(seeds(40))("is never above what was reckoned, for statistics at random: seed %i", async (seed) => {
    await isHeld(new RandomSelections(model, seed).next("statistics"));
  });
});
