import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SmallDisk, smallDisk } from "../support/small-disk.ts";
import { address, contents, kill, killAll, start } from "./start-support.ts";

const KEY = "a-key-of-twenty-chars";
const CLI = fileURLToPath(new URL("../../dist/src/cli/", import.meta.url));
/** One sentence with what to do, and no stack. */
const FULL = /^[^\n]*the disk that holds .* is full .*make room[^\n]*\n$/;
const probe = smallDisk(64);
probe?.remove();

/** A bundle with so many events of about a kilobyte each. */
function bundle(name: string, events: number): string {
  const text = "What happened in words that take some room. ".repeat(20).trim();
  const record = (i: number) =>
    `  - {id: ${name}-${i}, title: Event ${i}, kind: STATEMENT, summary: "${i} ${text}", claims: [{id: ${name}-c${i}, source: ${name}-s, certainty: REPORTED}]}`;
  return `bundle: ${name}\nsources: [{id: ${name}-s, title: A page, reliability: PRESS, publishedOn: 2025-07-01}]\nevents:\n${Array.from({ length: events }, (_, i) => record(i)).join("\n")}\n`;
}

describe.skipIf(probe === null)("a full disk under the embedded database", { timeout: 180_000 }, () => {
  let disk: SmallDisk;
  let folder: string;
  let data: string;
  beforeAll(() => {
    expect(existsSync(join(CLI, "load.js")), "dist/src is missing: run `npm run build`").toBe(true);
    folder = mkdtempSync(join(tmpdir(), "trade-graph-full-"));
    writeFileSync(join(folder, "small.yaml"), bundle("small", 1));
    writeFileSync(join(folder, "large.yaml"), bundle("large", 400));
  });
  afterEach(() => {
    killAll();
    disk?.remove();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function mounted(kilobytes: number): void {
    disk = smallDisk(kilobytes) ?? expect.fail("it can't be mounted any more");
    data = join(disk.path, "data");
  }

  /** Runs a command of the built program to its end. */
  function run(command: string, ...args: string[]): { code: number | null; stdout: string; stderr: string } {
    const env = { PATH: process.env.PATH, DATA_DIR: data, LOAD_KEY: KEY };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(CLI, `${command}.js`), ...args], { env, encoding: "utf8" });
    return { code: status, stdout, stderr };
  }

  it("ends a load with one sentence and exit code 1, nothing of the bundle there, and loads it once there is room", async () => {
    mounted(4_000);
    expect(run("load", join(folder, "small.yaml")).code).toBe(0);
    const before = await contents(data);
    expect(before.nodes).toBe(3);
    disk.fill();
    for (let i = 0; i < 2; i++) {
      const { code, stdout, stderr } = run("load", join(folder, "large.yaml"));
      expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(FULL)]);
    }
    disk.empty();
    expect(await contents(data)).toEqual(before);
    expect(run("load", join(folder, "large.yaml")).code).toBe(0);
    expect((await contents(data)).nodes).toBe(3 + 801);
  });

  it("ends an import with one sentence and exit code 1, and completes it, run again, once there is room", async () => {
    mounted(4_000);
    writeFileSync(join(folder, "sources.csv"), "id,title,publishedOn,reliability\nmine,Mine,2026-01-31,PRESS\n");
    writeFileSync(join(folder, "claims.csv"), "id,source,certainty\nmine,mine,REPORTED\n");
    const rows = Array.from({ length: 2_000 }, (_, i) => `firm-${i},Firm number ${i} with a name that takes some room,COMPANY`);
    writeFileSync(join(folder, "firms.csv"), `id,name,kind\n${rows.join("\n")}\n`);
    expect(run("import", "csv", "--as", "Source", join(folder, "sources.csv")).code).toBe(0);
    expect(run("import", "csv", "--as", "Claim", join(folder, "claims.csv")).code).toBe(0);
    disk.fill();
    const firms = ["csv", "--as", "Firm", "--by-row", "--batch", "200", "--rests-on", "mine", join(folder, "firms.csv")];
    const { code, stdout, stderr } = run("import", ...firms);
    expect([code, stdout, stderr]).toEqual([1, "", expect.stringMatching(FULL)]);
    disk.empty();
    disk.resize(20_000);
    const { nodes } = await contents(data);
    expect(nodes).toBeLessThan(2_002);
    // Whole batches, or nothing.
    expect((nodes - 2) % 200).toBe(0);
    expect(run("import", ...firms).code).toBe(0);
    expect((await contents(data)).nodes).toBe(2_002);
  });

  it("ends a first start with one sentence and exit code 1, and a later one loads the whole seed once there is room", async () => {
    mounted(300);
    const first = start({ DATA_DIR: data });
    expect(await first.ended).toBe(1);
    expect(first.output().replace(/^loading the data.*\n/gm, "")).toMatch(FULL);
    disk.resize(40_000);
    const second = start({ DATA_DIR: data });
    await address(second);
    await kill(second);
    expect((await contents(data)).seeded).toBe(true);
  });

  it("keeps answering under a running server, refuses a load with DISK_FULL, takes it once there is room, and stops in good order when full", async () => {
    mounted(12_000);
    const run = start({ DATA_DIR: data, LOAD_KEY: KEY });
    const at = await address(run);
    const ask = async (query: string, variables = {}) => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
      const response = await fetch(`${at}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
      return (await response.json()) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
    };
    const load = (name: string) =>
      ask("mutation ($input: LoadInput!) { load(input: $input) { problems { message } } }", {
        input: { files: [{ name: `${name}.yaml`, text: bundle(name, 400) }] },
      });
    const events = () => ask('{ events(filter: { title: { contains: "Event" } }) { totalCount } }');
    const counted = (totalCount: number) => ({ data: { events: { totalCount } } });

    expect(await events()).toMatchObject(counted(0));
    disk.fill();
    for (let i = 0; i < 2; i++) {
      const { errors = [] } = await load("first");
      expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual([
        ["DISK_FULL", expect.stringMatching(/disk is full: the bundle .* was rolled back.*make room/)],
      ]);
      expect(await events()).toMatchObject(counted(0));
    }
    disk.empty();
    expect(await load("first")).toEqual({ data: { load: { problems: [] } } });
    expect(await events()).toMatchObject(counted(400));
    disk.fill();
    expect((await load("second")).errors?.[0]?.extensions.code).toBe("DISK_FULL");
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(run.output()).toMatch(/log could not be folded into its file\. Nothing is lost/);
    expect(run.output()).not.toMatch(/\n\s+at /);

    const full = start({ DATA_DIR: data });
    // What it has can be served, or it says in a sentence that it needs room.
    await Promise.race([address(full), full.ended]);
    expect(full.output()).not.toMatch(/\n\s+at /);
    await kill(full);
    disk.empty();
    const after = start({ DATA_DIR: data, LOAD_KEY: KEY });
    const served = await address(after);
    const ready = (await (await fetch(`${served}/health/ready`)).json()) as { nodes: number };
    expect(ready.nodes).toBeGreaterThan(1_000 + 800);
    await kill(after);
  });
});
