import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readInputs } from "../../src/load/index.ts";

describe("inputs", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-inputs-"));
    await mkdir(join(folder, "b"));
    await Promise.all([
      writeFile(join(folder, "c.yaml"), "\uFEFFbundle: c"),
      writeFile(join(folder, "b", "a.yml"), "bundle: a"),
      writeFile(join(folder, "README.md"), "# not data"),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("inputs are the YAML files of a folder and of those in it, by name, without a byte order mark", async () => {
    expect(await readInputs([folder])).toEqual([
      { name: join(folder, "b", "a.yml"), text: "bundle: a" },
      { name: join(folder, "c.yaml"), text: "bundle: c" },
    ]);
  });
  test("an input that is not there is named", async () => {
    await expect(readInputs([join(folder, "none.yaml")])).rejects.toThrow(`${join(folder, "none.yaml")}: There is no such file or folder.`);
  });
});
