import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { wrapped } from "../support/wrapped.ts";
import { codeOf, type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const LOAD = "mutation ($input: LoadInput!) { load(input: $input) { problems { message } } }";
/** Two lists: 2,000 for their subqueries, and objects by what the graph has, which is nothing of these. */
const QUESTION = "{ measures { nodes { covers(first: 200) { nodes { id } } } } }";

let served: Served;
/** How long each statement takes longer, in milliseconds. */
let delay = 0;
beforeAll(async () => {
  served = await serve({ loadKey: KEY, maxCost: 3_000, refresh: Number.POSITIVE_INFINITY }, (engine) =>
    wrapped(engine, {
      read: async (statement, deadline) => {
        await sleep(delay);
        return engine.read(statement, deadline);
      },
    }),
  );
});
afterAll(() => served?.close());

/** Loads 150 events, each with a claim: 300 edges, by which every degree counts as larger until it is measured. */
async function load(bundle: string): Promise<void> {
  const claim = (i: number) => `{id: ${bundle}-c${i}, source: ${bundle}, certainty: REPORTED}`;
  const events = Array.from({ length: 150 }, (_, i) => `{id: ${bundle}-${i}, title: T, kind: STATEMENT, claims: [${claim(i)}]}`);
  const source = `{id: ${bundle}, title: T, reliability: PRESS, publishedOn: 2025-07-01}`;
  const files = [{ name: "a.yaml", text: `bundle: ${bundle}\nsources: [${source}]\nevents: [${events.join()}]\n` }];
  const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
  const { json } = await served.post(JSON.stringify({ query: LOAD, variables: { input: { files } } }), headers);
  expect(json.data).toEqual({ load: { problems: [] } });
}

it("answers just after a load what it answers before it: the cost is reckoned anew once the graph is measured", async () => {
  const before = await served.ask(QUESTION);
  expect(before.json.data).toEqual({ measures: { nodes: [] } });
  await load("one");
  // Measuring takes some fifty statements.
  delay = 5;
  const after = await served.ask(QUESTION);
  delay = 0;
  expect(after.json.extensions?.cost).toEqual(before.json.extensions?.cost);
  expect(after.json.data).toEqual(before.json.data);
});

it("refuses it where the graph can't be measured in time", async () => {
  await load("two");
  delay = 1_000;
  const begun = performance.now();
  const refused = await served.ask(QUESTION);
  delay = 0;
  expect(codeOf(refused)).toBe("QUERY_TOO_EXPENSIVE");
  expect(performance.now() - begun).toBeLessThan(10_000);
});
