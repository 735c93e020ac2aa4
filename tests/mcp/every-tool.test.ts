import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANYTHING, TOOLS } from "../../src/mcp/tools/index.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { type Assistant, connect, expectCitable, idsIn } from "./support.ts";

const FORD = "firm:ford-motor";
const LETTERS = "measure:us-2025-05-eda-letters";

/** Each tool once, with what the seed has: ids of some rows, or a part of the answer. */
const CALLS: readonly [
  tool: string,
  args: Record<string, unknown>,
  expected: { readonly in?: string; readonly ids?: readonly string[]; readonly answer?: object; readonly total?: number },
][] = [
  ["search", { text: "Ford Chicago plant idle" }, { ids: ["event:2025-05-ford-explorer-stop"] }],
  ["node", { node: LETTERS }, { answer: { measureKind: "LICENSING", announcedOn: "2025-05-23" } }],
  ["edges", { from: LETTERS, types: ["IMPOSED_BY"] }, { in: "to", ids: ["agency:us-bis"] }],
  [
    "measures",
    { covers: ["8486", "commodity:semiconductor-equipment"], reach: "BELOW", status: ["IN_FORCE"], on: "2026-03-01" },
    { ids: ["measure:us-2022-10-chip-controls"], total: 5 },
  ],
  ["status", { measure: LETTERS, on: "2025-07-10" }, { answer: { statusOn: { status: "REVOKED" } } }],
  ["timeline", { about: FORD, from: "2025" }, { in: "node", ids: ["event:2025-05-ford-explorer-stop"], total: 5 }],
  [
    "changes",
    { from: "2025-11-07", to: "2025-11-14", kinds: ["CHANGED"] },
    { in: "node", ids: ["measure:cn-2025-10-port-fee"], total: 16 },
  ],
  ["paths", { from: FORD, to: "agency:cn-mofcom" }, {}],
  ["exposure", { node: FORD, on: "2025-05-20" }, { in: "measure", ids: ["measure:cn-2024-announcement-46"] }],
  ["effective_rate", { importer: "US", exporter: "CN", goods: "8505.11", on: "2025-04-10" }, { answer: { total: 145 } }],
  ["disagreements", { about: "measure:cn-2025-announcement-57" }, { in: "about", ids: ["measure:cn-2025-announcement-57"], total: 1 }],
  [
    "graphql",
    {
      query:
        '{ measure(id: "us-2025-05-eda-letters") { announcedOn claims(first: 1) { nodes { says: statement source { id title reliability } } } } }',
    },
    { answer: { measure: expect.objectContaining({ announcedOn: "2025-05-23" }) } },
  ],
];

describe("tools over HTTP", { timeout: 300_000 }, () => {
  let seeded: Seeded;
  let assistant: Assistant;
  beforeAll(async () => {
    seeded = await openSeeded();
    assistant = await connect(seeded.address);
  }, 300_000);
  afterAll(async () => {
    await assistant?.close();
    await seeded?.close();
  });

  it.each(CALLS)("%s answers from the seed, with sources and days", async (tool, args, { in: field, ids = [], answer, total }) => {
    const got = await assistant.ask(tool, args);
    expectCitable(got);
    if (ids.length > 0) expect(idsIn(got, field)).toEqual(expect.arrayContaining([...ids]));
    if (answer) expect(got.answer).toMatchObject(answer);
    if (total !== undefined) expect(got.total).toBe(total);
  });

  it("schema has the categories, a type and a field, piece by piece", async () => {
    const categories = await assistant.ask("schema");
    expect(categories.rows?.map(({ name }) => name)).toEqual(expect.arrayContaining(["query", "nodes", "enums"]));
    const measure = await assistant.ask("schema", { category: "Measure" });
    expect(measure.rows).toContainEqual(expect.objectContaining({ name: "announcedOn", type: "PartialDate" }));
    const field = await assistant.ask("schema", { category: "Query.effectiveRate" });
    expect(field.rows?.map(({ name }) => name)).toEqual(["importer", "exporter", "hsCode", "edition", "on", "known"]);
  });

  it("every tool is called here, says that it only reads, and has a schema of what it answers", async () => {
    const { tools } = await assistant.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...TOOLS, ANYTHING].map(({ name }) => name));
    expect(new Set([...CALLS.map(([tool]) => tool), "schema"])).toEqual(new Set(tools.map(({ name }) => name)));
    for (const { annotations, outputSchema, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(outputSchema?.properties).toHaveProperty("rows");
      expect(inputSchema.additionalProperties).toBe(false);
    }
  });
});
