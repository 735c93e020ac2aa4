import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { requireUsable } from "../../src/load/index.ts";
import { DISPUTED } from "../../src/model/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { testNeo4j } from "../support/engine.ts";
import { type Random, randomOf } from "../support/random.ts";
import { drawsAll, seeds } from "../support/seeds.ts";
import { wrapped } from "../support/wrapped.ts";
import { eachInGraph, file, loaded, model, rows } from "./support.ts";

/** How often each graph is loaded: Neo4j plans each statement of it for seconds. */
const LOADS = testNeo4j() ? 2 : 5;
const MEASURES = ["m0", "m1", "m2", "m3"];
const DAYS = ["2025-01-10", "2025-03-10"];

/** Two papers, and goods. */
const WORLD = file(
  "world.yaml",
  `
  bundle: world
  restsOn: register
  sources:
    - {id: paper, title: Paper, reliability: PRESS, publishedOn: 2025-01-10}
    - {id: gazette, title: Gazette, reliability: OFFICIAL, publishedOn: 2025-03-10}
  claims:
    - {id: register, source: gazette, certainty: CONFIRMED}
  commodities:
    - {id: steel, name: Steel, level: GROUP}
`,
);

/** Four measures with a day, a rate and a rate on steel each, and a claim of the paper about each. */
const duties = (random: Random) =>
  file(
    "duties.yaml",
    `bundle: duties\nmeasures:\n${MEASURES.map((id) => {
      const rate = random.below(2) === 0 ? `\n    rate: ${random.pick([5, 10])}\n    rateUnit: PERCENT` : "";
      const steel = random.below(2) === 0 ? `\n    covers: [{to: steel, newRate: ${random.pick([5, 10])}, rateUnit: PERCENT}]` : "";
      const claims = `\n    claims:\n      - {id: whole-${id}, source: paper, certainty: REPORTED, statement: A duty.}`;
      return `  - id: ${id}\n    title: A duty\n    kind: TARIFF\n    effect: RESTRICTING\n    announcedOn: ${random.pick(DAYS)}${rate}${steel}${claims}`;
    }).join("\n")}`,
  );

/** A bundle of claims at random about the measures, some of which contradict each other, or those about the whole. */
function claimed(random: Random, bundle: string) {
  const ids = Array.from({ length: random.below(4) }, (_, i) => `${bundle}${i}`);
  const values: Readonly<Record<string, readonly string[]>> = {
    announcedOn: DAYS,
    rate: ["5", "5.0", "10"],
    "covers(commodity:steel).newRate": ["5", "10"],
  };
  const about = () => {
    const field = random.pick([null, ...Object.keys(values)]);
    const said = field === null ? "" : `, field: "${field}", value: "${random.pick(values[field] ?? [])}"`;
    return `{to: measure:${random.pick(MEASURES)}${said}}`;
  };
  const lines = ids.map((id) => {
    const others = [...ids.filter((other) => other < id), ...MEASURES.map((measure) => `whole-${measure}`)];
    const contradicts = random.below(3) === 0 ? `, contradicts: [${random.pick(others)}]` : "";
    const source = `source: ${random.pick(["paper", "gazette"])}, certainty: ${random.pick(["ALLEGED", "CONFIRMED"])}`;
    return `  - {id: ${id}, ${source}, statement: So it is., about: [${[...new Set([about(), about()])].join(", ")}]${contradicts}}`;
  });
  return file(
    `${bundle}.yaml`,
    [`bundle: ${bundle}`, "claims:", `  - {id: ${bundle}-other, source: paper, certainty: REPORTED}`, ...lines].join("\n"),
  );
}

describe("the mark of nodes about which something may be at odds", () => {
  const graph = eachInGraph(WORLD);
  const schema = executableSchema(model);

  const marked = async () => (await rows(graph.engine, `MATCH (n:Node) WHERE n.${DISPUTED} RETURN n.id`)).map(([id]) => id);
  const ask = async (asOf: string, about: string) => {
    const source = `query ${asOf} { disagreements(first: 200${about}) { totalCount nodes { about { ... on Node { id } } field positions { value claim { id } } } } }`;
    const { data, errors } = await graphql({ schema, source, contextValue: { engine: graph.engine } });
    if (errors) throw errors[0];
    return JSON.parse(JSON.stringify(data)).disagreements as { totalCount: number; nodes: { about: { id: string } }[] };
  };
  let found = 0;
  let unmarked = 0;

  it.each(seeds(16, 1))(
    "stands wherever there is a disagreement, on any day, whatever was loaded and taken away: seed %i",
    async (seed) => {
      const random = randomOf(seed);
      await loaded(graph.engine, duties(random), claimed(random, "a"), claimed(random, "b"));
      for (let step = 0; step < LOADS; step++) {
        const input = random.below(3) === 0 ? duties(random) : claimed(random, random.pick(["a", "b"]));
        if (step > 0) await loaded(graph.engine, input);
        for (const asOf of ["", '@asOf(known: "2025-02-01")']) {
          const whole = await ask(asOf, "");
          // Of what is asked about by its id, nobody looks whether it is marked.
          expect(whole, input.text).toEqual(await ask(asOf, `, about: [${MEASURES.map((id) => `"measure:${id}"`).join(", ")}]`));
          expect(whole.totalCount).toBe(whole.nodes.length);
          found += whole.totalCount;
        }
        unmarked += MEASURES.length - (await marked()).length;
      }
      // A database that an earlier version wrote has none; its first start makes the same.
      const before = await marked();
      const write = (text: string) => graph.engine.write((transaction) => transaction.run({ text, params: {} }));
      await write(`MATCH (n:Node) SET n.${DISPUTED} = null`);
      await write(`MATCH (f:Format) SET f.shape = [line IN f.shape WHERE NOT line STARTS WITH 'Node.${DISPUTED} ']`);
      await requireUsable(graph.engine, model);
      expect(await marked()).toEqual(before);
      await requireUsable(wrapped(graph.engine, { write: () => Promise.reject(new Error("it wrote")) }), model);
    },
    180_000,
  );

  it.runIf(drawsAll)("disagreements were found, and measures left unmarked", () => {
    expect(found).toBeGreaterThan(200);
    expect(unmarked).toBeGreaterThan(50);
  });

  it("stands nowhere else: of one claim, of claims that say the same, or of the whole", async () => {
    const claim = (id: string, about: string) => `- {id: ${id}, source: paper, certainty: REPORTED, statement: So., about: [${about}]}`;
    const said = '{to: measure:m1, field: announcedOn, value: "2025-01-10"}';
    const measure = (id: string) => `- {id: ${id}, title: A duty, kind: TARIFF, effect: RESTRICTING}`;
    const bundle = (...claims: readonly string[]) =>
      file("x.yaml", ["bundle: x", "restsOn: register", "measures:", measure("m0"), measure("m1"), "claims:", ...claims].join("\n"));
    const quiet = [claim("c0", "{to: measure:m0}"), claim("c1", "{to: measure:m0}"), claim("c2", said), claim("c3", said)];
    await loaded(graph.engine, bundle(...quiet));
    expect(await marked()).toEqual([]);
    await loaded(graph.engine, bundle(...quiet, claim("c4", '{to: measure:m1, field: announcedOn, value: "2025-02-02"}')));
    expect(await marked()).toEqual(["measure:m1"]);
    await loaded(graph.engine, bundle(...quiet));
    expect(await marked()).toEqual([]);
  });

  it("is no part of what a load compares: the same files write nothing a second time", async () => {
    const input = [duties(randomOf(3)), claimed(randomOf(4), "a"), claimed(randomOf(5), "b")];
    await loaded(graph.engine, ...input);
    expect((await marked()).length).toBeGreaterThan(0);
    const again = await loaded(graph.engine, ...input);
    expect(again.bundles.map(({ nodes, edges }) => nodes.changed + edges.changed)).toEqual([0, 0, 0]);
    expect((await marked()).length).toBeGreaterThan(0);
  });
});
