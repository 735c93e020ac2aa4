import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { testNeo4j } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { constructs } from "./constructs.ts";
import { model, statementOf, statementsOf } from "./statement-of.ts";

const all = Object.entries(constructs);

describe("the statement of a construct", () => {
  it.each(all)("%s", async (_, { query, variables }) => {
    expect((await statementOf(query, variables)).text.replaceAll(" CALL (", "\nCALL (")).toMatchSnapshot();
  });

  it.each(all.filter(([, { without }]) => without))("reads only what is selected: %s", async (_, { query, variables, without = [] }) => {
    const { text } = await statementOf(query, variables);
    for (const property of without) expect(text).not.toMatch(new RegExp(`\\.${property}\\b`));
  });

  it("has a value for every parameter that it names", async () => {
    for (const [name, { query, variables }] of all) {
      const { text, params } = await statementOf(query, variables);
      const named = [...new Set(text.match(/\$\w+/g))].map((p) => p.slice(1));
      expect(Object.keys(params), name).toEqual(expect.arrayContaining(named));
      for (const parameter of named) expect(params[parameter], `${name}, ${parameter}`).toBeDefined();
    }
  });

  it("is one for each root field", async () => {
    expect(await statementsOf("{ measures { totalCount } a: events { totalCount } b: events { nodes { id } } }")).toHaveLength(3);
  });
});

describe("on a real engine", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  afterAll(() => engine.close());

  // Neo4j only plans it, and complains of what it does not know; the embedded engine runs it on an empty graph.
  const explain = testNeo4j() ? "EXPLAIN " : "";

  it.each(all)("is understood: %s", async (_, { query, variables }) => {
    const { text, params } = await statementOf(query, variables, engine);
    expect(text).not.toContain("/*search*/");
    await expect(engine.read({ text: `${explain}${text}`, params })).resolves.toBeInstanceOf(Array);
  });
});
