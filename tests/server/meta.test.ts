import { graphql, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { load } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { answer, executableSchema } from "../../src/resolvers/index.ts";
import { openTestEngine } from "../support/engine.ts";

const FILE = {
  name: "sources.yaml",
  text: `
bundle: sources
sources:
  - {id: a, title: A, publishedOn: 2025, reliability: PRESS}
  - {id: b, title: B, retrievedOn: 2025-06-01, reliability: PRESS}
  - {id: c, title: C, reliability: PRESS}
  - {id: d, title: D, reliability: PRESS}
`,
};

describe("meta", () => {
  const model = readModel();
  const schema = executableSchema(model);
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    const report = await load(engine, model, [FILE]);
    expect(report.problems).toEqual([]);
    expect(report.undatedSources).toEqual(["source:c", "source:d"]);
  });
  afterAll(() => engine.close());
  const ask = (source: string) => graphql({ schema, source, contextValue: { engine } });

  test("counts the sources without any day, whatever the day of the operation", async () => {
    const source = 'query @asOf(known: "2025-01-01") { meta { undatedSources } again: meta { n: undatedSources } sources { totalCount } }';
    const expected = { meta: { undatedSources: 2 }, again: { n: 2 }, sources: { totalCount: 3 } };
    expect(await ask(source)).toEqual({ data: expected });
  });
  test("is left to graphql-js, whatever stands beside it", async () => {
    const document = parse("{ meta { undatedSources } sources { totalCount } }");
    const [operation] = document.definitions;
    if (operation?.kind !== "OperationDefinition") throw new Error("The document has no operation.");
    expect(await answer(model, { document, operation, variables: {} }, { engine })).toBeNull();
  });
  test.each(['{ meta @asOf(known: "2025-01-01") { undatedSources } }', '{ meta { undatedSources @asOf(valid: "2025-01-01") } }'])(
    "has no day of its own: %s",
    async (source) => {
      const { errors } = await ask(source);
      expect(errors?.map(({ extensions, message }) => [extensions.code, message])).toEqual([
        [
          "BAD_AS_OF",
          expect.stringMatching(/^@asOf can't stand on (meta|undatedSources): meta tells of the graph as it is today\. Leave it out\.$/),
        ],
      ]);
    },
  );
  test("as known on a day, a source counts from when it was published, else read, else always", async () => {
    const on = (day: string) => ask(`{ sources @asOf(known: "${day}") { nodes { id recordedOn } } }`);
    const [a, b, c, d] = [
      { id: "source:a", recordedOn: "2025" },
      { id: "source:b", recordedOn: "2025-06-01" },
      { id: "source:c", recordedOn: null },
      { id: "source:d", recordedOn: null },
    ];
    expect(await on("2024-12-31")).toEqual({ data: { sources: { nodes: [c, d] } } });
    expect(await on("2025-05-31")).toEqual({ data: { sources: { nodes: [a, c, d] } } });
    expect(await on("2025-06-01")).toEqual({ data: { sources: { nodes: [a, b, c, d] } } });
  });
});
