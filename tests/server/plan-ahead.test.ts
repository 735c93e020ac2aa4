import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Statement } from "../../src/engine/port.ts";
import { InputError } from "../../src/load/index.ts";
import { askable, readAskable } from "../../src/server/plan-ahead.ts";
import { testNeo4j } from "../support/engine.ts";
import { wrapped } from "../support/wrapped.ts";
import { serve } from "./support.ts";

describe("operations that can be asked as they stand", () => {
  const named = (text: string) => askable([{ id: "x", text, place: "x.graphql" }]);

  it("are the queries whose variables all have defaults or may be left out", () => {
    const text = `
      query Plain { __typename }
      query Given($id: ID! = "measure:a", $first: Int) { measure(id: $id) { covers(first: $first) { totalCount } } }
      query Wants($id: ID!) { measure(id: $id) { id } }
      mutation Load { load(input: { files: [] }) { problems { message } } }
    `;
    expect(named(text)).toEqual(["Plain", "Given"].map((operationName) => ({ query: text, operationName })));
    expect(named("{ __typename }")).toEqual([{ query: "{ __typename }" }]);
  });

  it("are refused with their place where they can't be read", () => {
    expect(() => named("query {")).toThrow(InputError);
    expect(() => named("query {")).toThrow(/^x\.graphql: Syntax Error/);
  });
});

describe("requests that are to be planned with their values", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-requests-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (name: string, value: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return readAskable([join(folder, name)]);
  };

  it("stand in a list in a file of JSON, as clients send them; a manifest beside gives what needs none", async () => {
    const requests = [
      { query: "query A($id: ID!) { __typename }", operationName: "A", variables: { id: "measure:a" } },
      { query: "{ __typename }" },
    ];
    expect(await written("requests.json", requests)).toEqual(requests);
    const manifest = { one: "{ __typename }", two: "query B($id: ID!) { __typename }" };
    expect(await written("manifest.json", manifest)).toEqual([{ query: "{ __typename }" }]);
  });

  it("are refused with their file and place where they are none", async () => {
    await expect(written("wrong.json", [{ query: "{ __typename }" }, { text: "{ __typename }" }])).rejects.toThrow(
      /wrong\.json: a list has requests, .* \(1\.query: /,
    );
  });
});

describe("a server with operations to be planned", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-planned-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.graphql"), `query A($id: ID! = "measure:none") { measure(id: $id) { title } }`);
  writeFileSync(join(folder, "c.graphql"), "query C { nothing }");
  writeFileSync(
    join(folder, "d.json"),
    JSON.stringify([{ query: "query D($id: ID!) { event(id: $id) { title } }", variables: { id: "event:none" } }]),
  );

  /** What the engine read, and the log, once a server has listened and said that it is done, or for a moment where it says nothing. */
  async function started(options: Parameters<typeof serve>[0]) {
    const [reads, log]: [Statement[], Record<string, unknown>[]] = [[], []];
    const write = (line: string) => log.push(JSON.parse(line) as Record<string, unknown>);
    const served = await serve({ ...options, logLevel: "info", logTo: { write } }, (engine) =>
      wrapped(engine, {
        read: (statement, deadline) => {
          reads.push(statement);
          return engine.read(statement, deadline);
        },
      }),
    );
    const isDone = () => log.some(({ msg }) => msg === "operations were planned ahead");
    for (let i = 0; i < (testNeo4j() ? 600 : 20) && !isDone(); i++) await new Promise((resolve) => setTimeout(resolve, 100));
    /** The texts of the statements that had an id among their values. */
    const textsWith = (id: string) => reads.filter(({ params }) => JSON.stringify(params).includes(id)).map(({ text }) => text);
    return { served, textsWith, log, isDone: isDone() };
  }

  it.runIf(testNeo4j())(
    "asks them once when it listens, with the statements that clients' requests have, and logs those that fail",
    async () => {
      const { served, textsWith, log, isDone } = await started({ plannedOperations: [folder, join(folder, "d.json")] });
      try {
        expect(isDone).toBe(true);
        expect(log.filter(({ msg }) => msg === "an operation was not planned ahead")).toMatchObject([
          { operation: "C", problem: expect.stringContaining('Cannot query field "nothing"') },
        ]);
        const planned = textsWith("measure:none");
        expect(planned.length).toBeGreaterThan(0);
        expect(textsWith("event:none").length).toBeGreaterThan(0);
        await served.ask(`query A($id: ID! = "measure:none") { measure(id: $id) { title } }`, { id: "measure:another" });
        expect(planned).toEqual(expect.arrayContaining(textsWith("measure:another").slice(0, 1)));
        expect(textsWith("measure:another").length).toBeGreaterThan(0);
      } finally {
        await served.close();
      }
    },
  );

  it("asks nothing where the database keeps no plans, and where there are none", async () => {
    const { served, textsWith, isDone } = await started(testNeo4j() ? { plannedOperations: [] } : { plannedOperations: [folder] });
    try {
      expect([isDone, textsWith("measure:none")]).toEqual([false, []]);
    } finally {
      await served.close();
    }
  });
});
