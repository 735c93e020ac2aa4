import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { jsonl } from "../../src/importers/index.ts";
import { formatProblem, loadBundles } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { imported, withFile, worldOnEngine } from "./support.ts";

const FIRST = '{"format":"trade-graph","version":1}';
const read = (...lines: readonly string[]) => withFile("x.jsonl", lines.join("\n"), (path) => imported(jsonl, path));
const bundle = (name: string, more: object = {}) => JSON.stringify({ bundle: name, nodes: [], edges: [], ...more });
const firm = (properties: object) => ({ type: "Firm", id: "firm:x", properties });

describe("bundles one a line", () => {
  test("bundles of a jsonl file are read as they are, with the line as their place", async () => {
    const nodes = [firm({ name: "X", aliases: ["Y", "Z"] })];
    const edges = [
      { type: "HEADQUARTERED_IN", from: "firm:x", to: "country:CN", properties: { since: "2025" }, claims: ["claim:register"] },
    ];
    const { bundles, rejected } = await read(FIRST, bundle("a", { nodes, edges }), bundle("b", { restsOn: ["claim:c"] }));
    expect(rejected).toEqual([]);
    const place = { file: expect.stringMatching(/x\.jsonl$/), line: 2, column: 1 };
    expect(bundles).toEqual([
      { name: "a", origin: "jsonl", nodes: [{ ...nodes[0], place }], edges: [{ ...edges[0], place }], place },
      { name: "b", origin: "jsonl", nodes: [], edges: [], restsOn: ["claim:c"], place: { ...place, line: 3 } },
    ]);
  });

  test("two bundles of one name are counted, since the later takes the earlier one's place", async () => {
    const { bundles, counts } = await read(FIRST, bundle("a"), bundle("b"), bundle("a", { nodes: [firm({ name: "X" })] }));
    expect(bundles.map(({ name, nodes }) => [name, nodes.length])).toEqual([
      ["a", 0],
      ["b", 0],
      ["a", 1],
    ]);
    expect(Object.entries(counts)).toEqual([[expect.stringMatching(/^a bundle of a name that came before/), 1]]);
  });

  test("a bundle of a jsonl file may hold lists of maps", async () => {
    const figures = [{ name: "exports", value: 1.5, unit: "t" }];
    const { bundles } = await read(FIRST, bundle("a", { nodes: [{ type: "Event", id: "event:x", properties: { figures } }] }));
    expect(bundles[0]?.nodes[0]?.properties).toEqual({ figures });
  });

  test.each<[string, string[], string]>([
    ["without the first line", [bundle("a")], 'x.jsonl:1:1: The first line must be {"format":"trade-graph","version":1}.'],
    ["of another version", ['{"format":"trade-graph","version":2}'], "x.jsonl:1:1: This is version 2 of the format, and 1 is read here."],
    ["without a name", [FIRST, '{"nodes":[],"edges":[]}'], "x.jsonl:2:1: No bundle: bundle: must be a text."],
    [
      "with a name in capitals",
      [FIRST, bundle("A")],
      "x.jsonl:2:1: No bundle: bundle: must be one word of lower-case letters, digits, dots, hyphens and underscores.",
    ],
    [
      "with a property that is null",
      [FIRST, bundle("a", { nodes: [firm({ name: null })] })],
      "x.jsonl:2:1: No bundle: nodes.0.properties.name: must be a text, a number, true, false, or a list.",
    ],
    ["that are no JSON", [FIRST, "{bundle}"], "x.jsonl:2:1: Record 2 is no JSON: "],
  ])("bundles %s are rejected, and the rest goes on", async (_, lines, message) => {
    const { bundles, rejected } = await read(...lines, bundle("z"));
    expect(rejected).toEqual([expect.stringContaining(message)]);
    expect(bundles.map(({ name }) => name)).toEqual(lines[0] === FIRST ? ["z"] : []);
  });
});

describe("on an engine", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await worldOnEngine();
  });
  afterAll(() => engine.close());

  test("problems of a jsonl file are reported by file and line", async () => {
    const { bundles } = await read(FIRST, bundle("a", { nodes: [firm({ name: "X", kind: "COMPANY", nme: "Y" })] }));
    const { problems } = await loadBundles(engine, model, bundles);
    expect(problems.map(formatProblem)).toEqual([expect.stringMatching(/x\.jsonl:2:1: Firm has no field "nme"\.$/)]);
  });
});
