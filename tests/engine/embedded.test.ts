import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openEmbedded, openEngine } from "../../src/engine/index.ts";
import { codeOf } from "./contract.ts";

describe("the embedded database in a directory", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "trade-graph-embedded-"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it("makes a database where there was none, and keeps data, constraints and indexes when it is opened again", async () => {
    const dataDir = join(directory, "not", "there", "yet");
    const first = await openEngine({ dataDir });
    await first.prepare([]);
    await first.write((transaction) =>
      transaction.run({ text: "CREATE (:Node {id: 'a', searchText: 'ford', searchNames: 'fo'})", params: {} }),
    );
    await first.close();

    const second = await openEngine({ dataDir });
    try {
      expect(second.kind).toBe("embedded");
      expect(await codeOf(second.write((transaction) => transaction.run({ text: "CREATE (:Node {id: 'a'})", params: {} })))).toBe(
        "CONSTRAINT",
      );
      expect((await second.search("ford", 5)).params.searchHits).toHaveLength(1);
      await second.prepare([]);
      expect((await second.search("ford", 5)).params.searchHits).toHaveLength(1);
    } finally {
      await second.close();
    }
  });

  it("throws LOCKED with the remedy while another engine has the database open, and opens it after that one closed", async () => {
    const first = await openEngine({ dataDir: directory });
    try {
      expect(await codeOf(openEngine({ dataDir: directory }))).toBe("LOCKED");
      await expect(openEngine({ dataDir: directory })).rejects.toThrow(/load through that running server.*or stop it/);
    } finally {
      await first.close();
    }
    await (await openEngine({ dataDir: directory })).close();
  });

  it("throws UNAVAILABLE where no directory can be made, and where another file has the database's name", async () => {
    const file = join(directory, "file");
    await writeFile(file, "not a directory");
    expect(await codeOf(openEngine({ dataDir: file }))).toBe("UNAVAILABLE");
    await writeFile(join(directory, "graph.grafeo"), "not a database");
    expect(await codeOf(openEngine({ dataDir: directory }))).toBe("UNAVAILABLE");
  });

  it("plans 125 steps in a row and 31 subqueries inside each other, and says TOO_COMPLEX of more", async () => {
    const inARow = (steps: number) => Array.from({ length: steps }, (_, i) => `CALL () { RETURN 1 AS x${i} }`).join(" ");
    const nested = (levels: number) => `${"CALL () { ".repeat(levels)}RETURN 1 AS x${" } RETURN x".repeat(levels)}`;
    const engine = await openEmbedded();
    try {
      const run = (text: string) => engine.read({ text, params: {} });
      expect(await run(`${inARow(125)} RETURN 1`)).toEqual([[1]]);
      expect(await codeOf(run(`${inARow(126)} RETURN 1`))).toBe("TOO_COMPLEX");
      expect(await run(nested(31))).toEqual([[1]]);
      expect(await codeOf(run(nested(32)))).toBe("TOO_COMPLEX");
      expect(await codeOf(run("RETURN ("))).toBe("STATEMENT");
    } finally {
      await engine.close();
    }
  });

  it("forgets a graph in memory when it closes", async () => {
    const first = await openEmbedded();
    await first.write((transaction) => transaction.run({ text: "CREATE (:Node {id: 'a'})", params: {} }));
    await first.close();
    const second = await openEmbedded();
    expect(await second.read({ text: "MATCH (n) RETURN count(n)", params: {} })).toEqual([[0]]);
    await second.close();
  });
});
