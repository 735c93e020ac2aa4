import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keysCommand } from "../../src/cli/keys.ts";
import { KeyRing, mayLoad } from "../../src/keys/index.ts";
import { ran } from "../importers/support.ts";

describe("npm run keys", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-keys-"));
    file = join(folder, "data", "keys.json");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const keys = (...args: string[]) => ran(keysCommand, args, { DATA_DIR: join(folder, "data") });
  const added = async (...args: string[]): Promise<string> => (await keys("add", ...args)).stdout.trim();

  it("shows a new key once, and keeps its hash alone in a file that its owner alone may read", async () => {
    const { code, stdout, stderr } = await keys("add", "ci", "--bundles", "csv-*, my.events");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^tg_[\w-]{43}\n$/)]);
    expect(stderr).toMatch(/shown this once/);
    expect(stderr).not.toContain(stdout.trim());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).not.toContain(stdout.trim().slice(3));
    const list = await keys("list");
    expect(list.stdout).toMatch(/^ci {2}csv-\*,my\.events {2}added \d{4}-\d\d-\d\dT\S+Z\n$/);
    expect(await added("other")).not.toBe(stdout.trim());
  });

  it("keeps the file from others also when it, or a part of it, lay there for all to read", async () => {
    await added("first");
    chmodSync(file, 0o644);
    writeFileSync(`${file}.part`, "left over", { mode: 0o666 });
    await added("second");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it.each([
    [["add", "No Name"], /No Name is no name for a key/],
    [["add", "x", "--bundles", "a,B*"], /B\* names no bundles/],
    [["add", "x", "--bundles", ""], /names no bundles/],
    [["add", "ci"], /There is, or was, a key ci already/],
    [["add", "gone"], /There is, or was, a key gone already/],
    [["revoke", "nobody"], /There is no key nobody\. There are: ci, gone\./],
    [["revoke", "gone"], /The key gone was revoked already, at \d{4}-/],
    [["writes", "--last", "0"], /--last 0 must be a whole number/],
  ])("refuses %j with the reason, and changes nothing", async (args, says) => {
    await added("ci");
    await added("gone");
    expect((await keys("revoke", "gone")).code).toBe(0);
    const before = readFileSync(file, "utf8");
    expect(await keys(...args)).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(says) });
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("says of a damaged file what to do, and leaves it as it is", async () => {
    await added("ci");
    for (const text of ["{", '{"version":2,"keys":[]}', readFileSync(file, "utf8").replace('"sha256": "', '"sha256": "x')]) {
      writeFileSync(file, text);
      for (const args of [["list"], ["add", "x"], ["revoke", "ci"]])
        expect(await keys(...args)).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/keys\.json is no file of keys, or was damaged: put back a copy/),
        });
      expect(readFileSync(file, "utf8")).toBe(text);
    }
  });

  it("is followed by a running server: keys that come, go, and a file that is damaged and mended", async () => {
    const problems: unknown[] = [];
    const ring = new KeyRing({ keysFile: file, loadKey: "the-key-of-the-environment" }, (error) => problems.push(error));
    expect(ring.writerOf("the-key-of-the-environment")).toEqual({ name: "LOAD_KEY", bundles: ["*"] });
    const first = await added("first", "--bundles", "a*");
    expect(ring.writerOf(first)).toEqual({ name: "first", bundles: ["a*"] });
    const second = await added("second");
    expect(ring.writerOf(second)?.name).toBe("second");
    for (const wrong of ["", first.slice(0, -1), `${first}x`, readFileSync(file, "utf8").match(/[0-9a-f]{64}/)?.[0] ?? "none"])
      expect(ring.writerOf(wrong)).toBeNull();
    await keys("revoke", "first");
    expect([ring.writerOf(first), ring.writerOf(second)?.name]).toEqual([null, "second"]);
    const good = readFileSync(file, "utf8");
    writeFileSync(file, "{");
    expect([ring.writerOf(second), problems.length]).toEqual([null, 1]);
    expect(ring.writerOf("the-key-of-the-environment")?.name).toBe("LOAD_KEY");
    expect([ring.writerOf(second), problems.length]).toEqual([null, 1]);
    writeFileSync(file, good);
    expect(ring.writerOf(second)?.name).toBe("second");
    await rm(file);
    expect(ring.writerOf(second)).toBeNull();
    expect(problems.length).toBe(1);
  });

  it.each([
    ["*", ["a", "csv-firms"], []],
    ["csv-*", ["csv-", "csv-firms"], ["csv", "my-csv-firms"]],
    ["my.events", ["my.events"], ["my-events", "my.events2", "amy.events"]],
    ["a*b*c", ["abc", "a-b-c", "abbc"], ["ab", "acb", "abcd"]],
  ])("lets a key for %s load what the pattern names, and nothing else", (pattern, may, mayNot) => {
    const writer = { name: "x", bundles: ["other", pattern] };
    for (const bundle of [...may, "other"]) expect(mayLoad(writer, bundle), bundle).toBe(true);
    for (const bundle of mayNot) expect(mayLoad(writer, bundle), bundle).toBe(false);
  });
});
