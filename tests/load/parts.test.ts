import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { edgeMatches } from "../../src/load/graph/edge-match.ts";
import { readInputs } from "../../src/load/index.ts";
import { didYouMean, nearest } from "../../src/load/read/index.ts";

describe("a hint", () => {
  test.each([
    ["announedOn", "announcedOn"],
    ["kidn", "kind"],
    ["Title", "title"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, ["kind", "title", "announcedOn"])).toEqual([meant]);
  });
  test("is left out where nothing is near", () => {
    expect(didYouMean("colour", ["kind", "title"])).toBe("");
    expect(didYouMean("", ["kind"])).toBe("");
  });
});

describe("edges are looked for", () => {
  test("from the end that fewer of them share", () => {
    const row = (from: string, to: string) => ({ from, to, tells: { since: "" } });
    const rows = [row("hub", "a"), row("hub", "b"), row("c", "sink"), row("d", "sink")];
    const starts = edgeMatches("T", rows).map(({ pattern, rows }) => [
      /row\.(from|to)/.exec(pattern)?.[1],
      rows.map((r) => `${r.from}|${r.to}`),
    ]);
    expect(starts).toEqual([
      ["from", ["c|sink", "d|sink"]],
      ["to", ["hub|a", "hub|b"]],
    ]);
  });
});

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

  test("are the YAML files of a folder and of those in it, by name, without a byte order mark", async () => {
    expect(await readInputs([folder])).toEqual([
      { name: join(folder, "b", "a.yml"), text: "bundle: a" },
      { name: join(folder, "c.yaml"), text: "bundle: c" },
    ]);
  });
  test("that are not there are named", async () => {
    await expect(readInputs([join(folder, "none.yaml")])).rejects.toThrow(`${join(folder, "none.yaml")}: There is no such file or folder.`);
  });
});
