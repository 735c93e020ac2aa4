import { expect, test } from "vitest";
import { csl, ftm } from "../../src/importers/index.ts";
import { model } from "../load/support.ts";
import { cslEntries, writeCsl } from "./generate-csl.ts";
import { ftmEntities, writeFtm } from "./generate-ftm.ts";
import { imported, owning, withFile } from "./support.ts";

const look = { model, owners: owning({}), findBy: async () => new Map<string, string[]>(), hasOrigin: async () => false };

test("random entities are repeatable and all taken, each with its links", async () => {
  const options = { count: 600, seed: 7 };
  expect(JSON.stringify([...ftmEntities(options)])).toBe(JSON.stringify([...ftmEntities(options)]));
  await withFile("x.jsonl", "", async (path) => {
    await writeFtm(path, options);
    const { bundles, rejected } = await imported(ftm(look), path);
    expect(rejected).toEqual([]);
    const nodes = bundles.flatMap((bundle) => bundle.nodes.map(({ type }) => type));
    expect(nodes.filter((type) => type === "Firm")).toHaveLength(204);
    expect(nodes.filter((type) => type === "Person")).toHaveLength(120);
    const edges = bundles.flatMap((bundle) => bundle.edges.map(({ type }) => type));
    for (const [type, most] of [
      ["TARGETS", 90],
      ["SUBSIDIARY_OF", 60],
      ["HOLDS_OFFICE", 60],
    ] as const) {
      const found = edges.filter((one) => one === type).length;
      expect(found, type).toBeLessThanOrEqual(most);
      expect(found, type).toBeGreaterThan(most * 0.9);
    }
  });
});

test("random entries of the screening list are repeatable and all taken", async () => {
  expect(JSON.stringify([...cslEntries(300, 7)])).toBe(JSON.stringify([...cslEntries(300, 7)]));
  await withFile("x.json", "", async (path) => {
    await writeCsl(path, 300, 7);
    const { bundles, rejected } = await imported(csl(look), path);
    expect(rejected).toEqual([]);
    expect(bundles.flatMap(({ edges }) => edges).filter(({ type }) => type === "TARGETS")).toHaveLength(300);
  });
});
