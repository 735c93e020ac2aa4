import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { graphql, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { load } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { answer, executableSchema } from "../../src/resolvers/index.ts";
import { counted } from "../support/counted.ts";
import { openTestEngine, wipe } from "../support/engine.ts";

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

/** Two countries, and a bundle without nodes of its own, whose edge goes between them. */
const COUNTRIES = {
  name: "countries.yaml",
  text: `
bundle: countries
sources: [{id: s, title: S, publishedOn: 2025, reliability: PRESS}]
countries:
  - {id: QB, name: Benin, kind: GROUP}
  - {id: QA, name: Aland, kind: STATE, claims: [{id: c, source: s, certainty: REPORTED}]}
`,
};
const MEMBERS = { name: "members.yaml", text: "bundle: members\nedges: [{from: country:QA, edge: partOf, to: country:QB, claims: [c]}]\n" };

/** The types of nodes in the order of their enum, and how many of each FILE has. */
const TYPES = [
  ...["AGENCY", "AGREEMENT", "CLAIM", "COMMITMENT", "COMMODITY", "COUNTRY", "EVENT", "FIRM", "MARKET", "MEASURE", "PERSON"].map((type) => ({
    type,
    nodes: 0,
  })),
  { type: "SOURCE", nodes: 4 },
];

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
  test("counts the nodes of each type, and tells the database, by one statement for all that is selected", async () => {
    const counting = counted(engine);
    const source = `{ meta { ...F counts { type nodes } again: counts { n: nodes } } } fragment F on Meta { bundles engine undatedSources dataVersion loadedAt }`;
    const { data, errors } = await graphql({ schema, source, contextValue: { engine: counting } });
    expect(errors).toBeUndefined();
    expect(data?.meta).toMatchObject({
      counts: TYPES,
      again: TYPES.map(({ nodes }) => ({ n: nodes })),
      bundles: 1,
      engine: await engine.version(),
      undatedSources: 2,
    });
    expect(counting.takeStatements()).toBe(1);
  });
  test("asks the database nothing for what it knows without it", async () => {
    const counting = counted(engine);
    const { data } = await graphql({ schema, source: "{ meta { schemaVersion __typename } }", contextValue: { engine: counting } });
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
    const digest = createHash("sha256").update(readFileSync("api/schema.graphql")).digest("hex");
    expect(data).toEqual({ meta: { schemaVersion: `${version}+${digest.slice(0, 12)}`, __typename: "Meta" } });
    expect(counting.takeStatements()).toBe(0);
  });
});

describe("what meta says of loads", () => {
  const model = readModel();
  const schema = executableSchema(model);
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  afterAll(() => engine.close());

  interface State {
    readonly dataVersion: string;
    readonly loadedAt: string | null;
    readonly bundles: number;
  }
  const state = async () => {
    const { data, errors } = await graphql({ schema, source: "{ meta { dataVersion loadedAt bundles } }", contextValue: { engine } });
    if (errors) throw errors[0];
    return (data as unknown as { readonly meta: State }).meta;
  };
  const brought = async (...files: readonly (typeof FILE)[]) => expect((await load(engine, model, files)).problems).toEqual([]);

  test("an empty graph has version 0, no day, and no bundle", async () => {
    expect(await state()).toEqual({ dataVersion: "0", loadedAt: null, bundles: 0 });
  });
  test("the version stays until something is added, changed or removed, and never comes back", async () => {
    const before = Date.now();
    await brought(COUNTRIES);
    const first = await state();
    expect(first.bundles).toBe(1);
    const at = Date.parse(first.loadedAt ?? "");
    expect(new Date(at).toISOString()).toBe(first.loadedAt);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());

    await brought(COUNTRIES);
    expect(await state()).toEqual(first);

    const versions = [first.dataVersion];
    const renamed = { ...COUNTRIES, text: COUNTRIES.text.replace("Aland", "Oland") };
    for (const files of [
      [renamed],
      [COUNTRIES],
      [{ ...COUNTRIES, text: `${COUNTRIES.text}  - {id: QC, name: Chad, kind: STATE}\n` }],
      [COUNTRIES],
    ]) {
      await brought(...files);
      versions.push((await state()).dataVersion);
    }
    expect(new Set(versions).size).toBe(5);
    expect((await state()).bundles).toBe(1);
  });
  test("a bundle that states only edges of others' nodes counts, until it says nothing any more", async () => {
    await brought(MEMBERS);
    expect((await state()).bundles).toBe(2);
    await brought({ ...MEMBERS, text: "bundle: members\n" });
    expect((await state()).bundles).toBe(1);
  });
  test("loads within one millisecond, and clocks that go back, change the version too", async () => {
    await wipe(engine);
    const versions = [(await state()).dataVersion];
    for (const [id, at] of [
      ["b", "2026-11-27T10:00:00.000Z"],
      ["a", "2026-11-27T10:00:00.000Z"],
      ["c", "2026-11-27T09:00:00.000Z"],
    ]) {
      await engine.write((transaction) =>
        transaction.run({ text: "CREATE (w:Write {id: $id, at: $at})", params: { id: id ?? "", at: at ?? "" } }),
      );
      versions.push((await state()).dataVersion);
    }
    expect(versions).toEqual(["0", "1-b", "2-b", "3-b"]);
    expect((await state()).loadedAt).toBe("2026-11-27T10:00:00.000Z");
  });
});
