import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { WHOLE } from "../../src/exporters/index.ts";
import { csv } from "../../src/importers/index.ts";
import { joinList, loadStream, nodesBy, owners, presentEdges, presentNodes, splitList } from "../../src/load/index.ts";
import { model } from "../load/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { randomOf } from "../support/random.ts";
import { openWithSeed } from "../support/seeded.ts";

describe("lists in cells", () => {
  test("are read as they were written, whatever their members hold", () => {
    const random = randomOf(7);
    const pieces = [";", "|", "\\", "\\;", "a", "é", "某", " ", '"', ",", "\n", "x y", "\\\\", "::"];
    for (let i = 0; i < 5_000; i++) {
      const member = () => Array.from({ length: 1 + random.below(5) }, () => random.pick(pieces)).join("");
      // White space around a member is none of it, and a member has a text.
      const members = Array.from({ length: random.below(5) }, member).flatMap((text) => (text.trim() === "" ? [] : [text.trim()]));
      expect(splitList(joinList(members))).toEqual(members);
    }
  });

  test.each<[string, readonly string[] | undefined, string[]]>([
    ["a;b | c", undefined, ["a", "b", "c"]],
    ["a\\;b;c", undefined, ["a;b", "c"]],
    ["C:\\data;D:\\x", undefined, ["C:\\data", "D:\\x"]],
    ["a; b, c", [","], ["a; b", "c"]],
    ["a\\, b, c", [","], ["a, b", "c"]],
    ["Smith and Jones and Co", [" and "], ["Smith", "Jones", "Co"]],
    [";; a ;", undefined, ["a"]],
  ])("%j separated by %j", (text, separators, items) => expect(splitList(text, separators)).toEqual(items));
});

/** An exported table loads into the graph it came from. Of the embedded engine alone: what is exported of Neo4j is tested with the formats. */
describe.runIf(testNeo4j() === undefined)("exported tables of the seed", { timeout: 300_000 }, () => {
  let engine: GraphEngine;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-exported-"));
    engine = await openWithSeed(model);
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function loadedBack(as: string, format: string) {
    const pieces: Uint8Array[] = [];
    for await (const piece of WHOLE[format]?.of({ as }).write(engine, model) ?? []) pieces.push(Buffer.from(piece));
    const path = join(folder, `${as}.${format}`);
    await writeFile(path, Buffer.concat(pieces));
    const rejected: string[] = [];
    const counts: Record<string, number> = {};
    const notes = {
      reject: ({ message }: { message: string }) => void rejected.push(message),
      count: (note: string) => {
        counts[note] = (counts[note] ?? 0) + 1;
      },
    };
    const importer = csv({
      as,
      model,
      owners: (ids) => owners(engine, ids),
      findBy: (type, property, values, within) => nodesBy(engine, type, property, values, within),
      present: {
        nodes: (asked, fields) => presentNodes(engine, model, asked, fields),
        edges: (type, ends, bundle) => presentEdges(engine, model, type, ends, bundle),
      },
      there: "skip",
    });
    const report = await loadStream(engine, model, importer([path], notes));
    return { rejected, counts, report };
  }

  const done = { added: 0, changed: 0, removed: 0 };
  const types = [...model.nodes.keys(), ...model.edges.keys()];
  const workbooks = ["Commodity", "Firm", "Measure", "Source", "COVERS", "SUSPENDS", "TARGETS"];
  test.each([...types.map((as) => [as, "csv"] as const), ...workbooks.map((as) => [as, "xlsx"] as const)])(
    "%s as %s: nothing is added, nothing changed, and nothing differs",
    async (as, format) => {
      const { rejected, counts, report } = await loadedBack(as, format);
      const isEmpty = rejected.length === 1 && rejected[0]?.startsWith("The table has a header, and no row under it");
      expect(isEmpty ? [] : rejected).toEqual([]);
      expect(report).toMatchObject({ rejected: 0, nodes: done, edges: done });
      expect(Object.keys(counts).filter((note) => /another|taken as empty/.test(note))).toEqual([]);
      if (!isEmpty) expect(Object.keys(counts)).toContain(`a ${as} that is there already: left out`);
    },
  );
});
