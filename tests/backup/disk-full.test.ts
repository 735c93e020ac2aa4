import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { backupCommand } from "../../src/cli/backup.ts";
import { restoreCommand } from "../../src/cli/restore.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import { ran } from "../importers/support.ts";
import { type SmallDisk, smallDisk } from "../support/small-disk.ts";
import { fill, textOf } from "./support.ts";

vi.setConfig({ testTimeout: 120_000 });
const probe = smallDisk(64);
probe?.remove();

describe.skipIf(probe === null)("a backup and a full disk", () => {
  let folder: string;
  let text: string;
  let disk: SmallDisk;
  const data = () => join(folder, "data");
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "trade-graph-backup-full-"));
    const engine = await openEmbedded({ path: data() });
    await fill(engine);
    const rows = Array.from({ length: 5_000 }, (_, i) => ({ id: `row-${i}`, text: `${i} and some words that take room `.repeat(4) }));
    await engine.write((transaction) => transaction.run({ text: "UNWIND $rows AS row CREATE (n:Node) SET n += row", params: { rows } }));
    text = await textOf(engine);
    await engine.close();
  });
  afterEach(() => disk?.remove());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function mounted(kilobytes: number): SmallDisk {
    disk = smallDisk(kilobytes) ?? expect.fail("it can't be mounted any more");
    return disk;
  }

  it("keeps the former backup where the new one finds no room, and writes it once there is", async () => {
    const file = join(mounted(4_000).path, "backup");
    writeFileSync(file, "the former one");
    disk.fill();
    const full = await ran(backupCommand, [file], { DATA_DIR: data() });
    expect([full.code, full.stderr]).toEqual([1, expect.stringMatching(/^[^\n]*backup can't be written: ENOSPC[^\n]*\n$/)]);
    expect([readFileSync(file, "utf8"), existsSync(`${file}.part`)]).toEqual(["the former one", false]);
    disk.empty();
    expect((await ran(backupCommand, [file], { DATA_DIR: data() })).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("ends a restore with one sentence, and restores all of it where there is room", async () => {
    const file = join(folder, "backup");
    writeFileSync(file, text);
    const env = { DATA_DIR: join(mounted(300).path, "restored") };
    const full = await ran(restoreCommand, [file], env);
    expect([full.code, full.stderr]).toEqual([1, expect.stringMatching(/the disk that holds [^\n]* is full/)]);
    expect(full.stderr).not.toMatch(/\n\s+at /);
    disk.resize(20_000);
    // Not into the same folder: within one process, the engine holds on to files that it could not close.
    const again = await ran(restoreCommand, [file], { DATA_DIR: join(disk.path, "again") });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    const engine = await openEmbedded({ path: join(disk.path, "again") });
    expect(await textOf(engine)).toBe(text);
    await engine.close();
  });
});
