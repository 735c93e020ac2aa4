import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCommand } from "../../src/cli/load.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import { world } from "./support.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-cli-"));
  await writeFile(join(folder, "world.yaml"), world.text);
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs `load` on an embedded database of its own. */
async function run(...args: string[]) {
  const said = { stdout: "", stderr: "" };
  const env = { DATA_DIR: join(folder, "data"), SEED_DIR: folder };
  const code = await loadCommand(args, env, {
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
  });
  return { code, ...said };
}

describe("npm run load", () => {
  test("load takes the seed folder, and says the second time that nothing changed", async () => {
    expect(await run()).toEqual({
      code: 0,
      stdout: "world: nodes +8 ~0 -0 =0, edges +3 ~0 -0 =0\nChanged 1 bundle; 0 as before.\n",
      stderr: "",
    });
    expect((await run()).stdout).toBe("Nothing changed: 1 bundle as before.\n");
  });
  test("load --dry-run shows what it would do, and writes nothing", async () => {
    const { code, stdout } = await run("--dry-run", join(folder, "world.yaml"));
    expect(code).toBe(0);
    expect(stdout).toContain("+ country:CN\n");
    expect(stdout).toMatch(/Would change 1 bundle; 0 as before\. Nothing was written\.\n$/);
    expect((await run()).stdout).toContain("+8");
  });
  test("load names the first few sources that have no day, in a line", async () => {
    const source = (id: string, day = "") => `  - {id: ${id}, title: ${id}, reliability: PRESS${day}}\n`;
    const dated = source("g", ", publishedOn: 2025") + source("h", ", retrievedOn: 2025");
    await writeFile(
      join(folder, "pages.yaml"),
      `bundle: pages\nsources:\n${["a", "b", "c", "d", "e", "f"].map((id) => source(id)).join("")}${dated}`,
    );
    const { code, stderr } = await run(join(folder, "pages.yaml"));
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        "6 sources have no publishedOn and no retrievedOn: @asOf(known:) counts them on every day (source:a, source:b, source:c, source:d, source:e, and 1 more).\n",
    });
  });
  test("load --json reports for scripts", async () => {
    expect(JSON.parse((await run("--json")).stdout)).toMatchObject({ problems: [], bundles: [{ name: "world", nodes: { added: 8 } }] });
  });
  test("load reports every problem with its place, and fails", async () => {
    const file = join(folder, "bad.yaml");
    await writeFile(file, "bundle: bad\nmeasurs: []\nevents: [{id: e}]\n");
    const { code, stdout, stderr } = await run(file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`${file}:2:1: There is no section "measurs". Did you mean "measures"?`);
    expect(stderr).toContain(`${file}:3:10: Event needs kind.\n`);
    expect(stderr).toMatch(/3 problems; nothing was written\.\n$/);
  });
  test("load names a file that is not there", async () => {
    expect(await run(join(folder, "none.yaml"))).toEqual({
      code: 1,
      stdout: "",
      stderr: `${join(folder, "none.yaml")}: There is no such file or folder.\n`,
    });
  });
  test("load says what to do while a server has the database open", async () => {
    const server = await openEmbedded({ path: join(folder, "data") });
    try {
      const { code, stderr } = await run();
      expect(code).toBe(1);
      expect(stderr).toMatch(/load through that running server \(load --url … --key …\), or stop it first/);
    } finally {
      await server.close();
    }
  });
  test("load of a folder lists what is gone from it, and --prune says what it removes before it does", async () => {
    const more = join(folder, "more.yaml");
    await writeFile(more, "bundle: more\ncountries: [{id: XX, name: X, kind: STATE}]\n");
    await run();
    await rm(more);
    expect((await run()).stderr).toBe(
      `No file in ${folder} names the bundle more any more, and the graph has it (1 node, 0 edges): --prune removes it.\n`,
    );
    expect((await run("--dry-run", "--prune")).stdout).toContain("- country:XX\n");
    expect(await run("--prune")).toEqual({
      code: 0,
      stdout: "more: nodes +0 ~0 -1 =0, edges +0 ~0 -0 =0\nChanged 1 bundle; 1 as before.\n",
      stderr: `Removes 1 node that more no longer has: country:XX. No file in ${folder} names the bundle more any more.\n`,
    });
    expect((await run("--prune")).stderr).toBe("");
  });
});
