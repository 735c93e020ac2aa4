import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCommand } from "../../src/cli/load.ts";
import { ran } from "../importers/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";

let folder: string;
let served: Served;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-remote-"));
  served = await serve({ loadKey: KEY });
});
afterEach(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const held = async () => (await served.engine.read({ text: "MATCH (n:Country) RETURN n.id ORDER BY n.id", params: {} })).map(([id]) => id);

/** With the lines of standard output in order: the differences of a dry run stand in none. */
function inOrder({ stdout, ...said }: Awaited<ReturnType<typeof ran>>) {
  return { ...said, stdout: stdout.split("\n").sort() };
}

/** Loads through the server; on the embedded engine also at home, which must say and end just the same. */
async function loaded(...args: readonly string[]) {
  const there = await ran(loadCommand, ["--url", served.address, "--key", KEY, ...args], { SEED_DIR: join(folder, "none") });
  // Both would write into one Neo4j.
  if (testNeo4j()) return there;
  const here = await ran(loadCommand, args, { DATA_DIR: join(folder, "data"), SEED_DIR: join(folder, "none") });
  expect(inOrder(here)).toEqual(inOrder(there));
  return there;
}

describe("a folder that is loaded through a server", { timeout: 120_000 }, () => {
  test("tells which bundles no file names any more, and --prune removes them, as at home, and says what before it does", async () => {
    await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STATE}]\n");
    await write("b.yaml", "bundle: b\ncountries: [{id: B1, name: B, kind: STATE}, {id: B2, name: B, kind: STATE}]\n");
    expect(await loaded(folder)).toMatchObject({ code: 0, stderr: "" });
    await rm(join(folder, "b.yaml"));
    const gone = `No file in ${folder} names the bundle b any more, and the graph has it (2 nodes, 0 edges): --prune removes it.\n`;
    expect(await loaded(folder)).toEqual({ code: 0, stdout: "Nothing changed: 1 bundle as before.\n", stderr: gone });
    expect(await loaded("--dry-run", "--prune", folder)).toMatchObject({ code: 0, stderr: gone });
    expect(await held()).toEqual(["country:A1", "country:B1", "country:B2"]);
    expect(await loaded("--prune", folder)).toEqual({
      code: 0,
      stdout: "b: nodes +0 ~0 -2 =0, edges +0 ~0 -0 =0\nChanged 1 bundle; 1 as before.\n",
      stderr: `Removes 2 nodes that b no longer has: country:B1, country:B2. No file in ${folder} names the bundle b any more.\n`,
    });
    expect(await held()).toEqual(["country:A1"]);
    expect(await loaded("--prune", folder)).toMatchObject({ code: 0, stderr: "" });
  });

  test("tells and prunes as at home where its last file is gone", async () => {
    await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STATE}]\n");
    await loaded(folder);
    await rm(join(folder, "a.yaml"));
    expect(await loaded(folder)).toEqual({
      code: 0,
      stdout: "Nothing changed: 0 bundles as before.\n",
      stderr: `No file in ${folder} names the bundle a any more, and the graph has it (1 node, 0 edges): --prune removes it.\n`,
    });
    expect(await held()).toEqual(["country:A1"]);
    expect(await loaded("--prune", folder)).toMatchObject({
      code: 0,
      stderr: `Removes 1 node that a no longer has: country:A1. No file in ${folder} names the bundle a any more.\n`,
    });
    expect(await held()).toEqual([]);
    expect(await loaded("--prune", folder)).toMatchObject({ code: 0, stderr: `${folder}: no file *.yaml or *.yml lies in it.\n` });
  });

  test("says what a file no longer has before it goes, and keeps all where something is wrong", async () => {
    await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STATE}, {id: A2, name: A, kind: STATE}]\n");
    await loaded(folder);
    await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STAT}]\n");
    expect(await loaded(folder)).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("1 problem; nothing was written.") });
    expect(await held()).toEqual(["country:A1", "country:A2"]);
    await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STATE}]\n");
    expect(await loaded(folder)).toMatchObject({ code: 0, stderr: "Removes 1 node that a no longer has: country:A2.\n" });
    expect(await held()).toEqual(["country:A1"]);
  });

  test("still answers for a bundle whose one file was loaded by itself, and no longer for one that came from elsewhere", async () => {
    await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STATE}]\n");
    await write("b.yaml", "bundle: b\ncountries: [{id: B1, name: B, kind: STATE}]\n");
    await loaded(folder);
    await write("b.yaml", "bundle: b\ncountries: [{id: B1, name: Changed, kind: STATE}]\n");
    await loaded(join(folder, "b.yaml"));
    await rm(join(folder, "b.yaml"));
    expect((await loaded(folder)).stderr).toContain("names the bundle b any more");
    const elsewhere = await mkdtemp(join(tmpdir(), "trade-graph-elsewhere-"));
    await writeFile(join(elsewhere, "b.yaml"), "bundle: b\ncountries: [{id: B1, name: From elsewhere, kind: STATE}]\n");
    await loaded(join(elsewhere, "b.yaml"));
    await rm(elsewhere, { recursive: true });
    expect((await loaded("--prune", folder)).stderr).toBe("");
    expect(await held()).toEqual(["country:A1", "country:B1"]);
  });
});
