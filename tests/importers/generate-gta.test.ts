import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gta } from "../../src/importers/index.ts";
import { gtaRecords, writeGta } from "./generate-gta.ts";
import { edgesOf, imported, owning } from "./support.ts";

const products = Array.from({ length: 900 }, (_, i) => String(10_000 + i).padStart(6, "0"));

test("random records are repeatable, are all taken, and have some 54 edges each", async () => {
  const options = { count: 500, seed: 7, products };
  expect(JSON.stringify([...gtaRecords(options)])).toBe(JSON.stringify([...gtaRecords(options)]));
  const folder = await mkdtemp(join(tmpdir(), "trade-graph-import-"));
  try {
    for (const name of ["x.json", "x.jsonl"]) {
      await writeGta(join(folder, name), options);
      const { bundles, rejected } = await imported(gta({ owners: owning({}) }), join(folder, name));
      expect(rejected).toEqual([]);
      const interventions = bundles.filter((bundle) => /^gta-\d+$/.test(bundle.name));
      expect(interventions).toHaveLength(500);
      const edges = interventions.reduce((sum, bundle) => sum + edgesOf(bundle).length, 0);
      expect(edges / 500).toBeGreaterThan(50);
      expect(edges / 500).toBeLessThan(58);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
