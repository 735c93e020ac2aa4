import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { names, readModel } from "../../src/model/index.ts";
import { type OpenWorld, openWorld } from "../support/open-world.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { Evaluator } from "./evaluate.ts";
import { expectedOf, operationOf, withoutCursors } from "./expected.ts";
import { RandomRequests } from "./random-request.ts";

const SEEDS = seeds(150);

describe("a request made at random", () => {
  const model = readModel();
  const evaluator = new Evaluator(model);
  let open: OpenWorld;
  beforeAll(async () => {
    open = await openWorld();
  });
  afterAll(() => open?.close());

  it.each(SEEDS)("a random request is answered as plain TypeScript answers it, with one statement: seed %i", async (seed) => {
    const random = new RandomRequests(model, seed);
    const ask = random.next();
    const { source, variables } = operationOf(model, ask, random.chance(0.5));
    open.takeStatements();
    const answer = await open.ask(source, variables);
    expect(open.takeStatements()).toBe(1);
    expect(withoutCursors(answer), `${source}\n${JSON.stringify(variables)}`).toEqual({
      [ask.key]: expectedOf(model, evaluator, ask, null),
    });
    expect(JSON.stringify(await open.directly(source, variables)), source).toBe(JSON.stringify(answer));
  });

  const NESTED = seeds(40);
  let kept = 0;

  it.each([2, 3, 4])("filters nested in %i levels keep what plain TypeScript keeps", async (levels) => {
    for (const seed of NESTED) {
      const random = new RandomRequests(model, 1_000 * levels + seed);
      const type = random.below(2) === 0 ? "Measure" : "Country";
      const filter = random.nested(type, levels);
      const list = model.nodes.get(type)?.plural;
      const source = `query ($filter: ${names.filter(type)}) { it: ${list}(filter: $filter, first: 200) { totalCount nodes { id } } }`;
      const answer = (await open.ask(source, { filter })) as { it: { totalCount: number; nodes: { id: string }[] } };
      const expected = evaluator.all(type, { filter }).map(({ node }) => node.id);
      const shown = JSON.stringify(filter);
      expect(answer.it.nodes.map(({ id }) => id).sort(), shown).toEqual(expected.sort());
      expect(answer.it.totalCount, shown).toBe(expected.length);
      kept += expected.length;
    }
  });

  it.runIf(drawsAll)("nested filters keep something, else nothing would have been shown", () => {
    expect(kept).toBeGreaterThan(NESTED.length);
  });
});
