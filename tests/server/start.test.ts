import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, mkdtemp, rename, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import { logOf } from "../engine/damage.ts";
import { address, contents, kill, killAll, start } from "./start-support.ts";

const LOADING = /loading the data/;

describe("npm start", { timeout: 120_000 }, () => {
  let folder: string;
  /** A database that a first start loaded without a break. */
  let loaded: string;
  let whole: Awaited<ReturnType<typeof contents>>;

  beforeAll(async () => {
    const main = new URL("../../dist/src/main.js", import.meta.url);
    expect(existsSync(main), "dist/src is missing: run `npm run build`").toBe(true);
    folder = await mkdtemp(join(tmpdir(), "trade-graph-start-"));
    loaded = join(folder, "loaded");
    const run = start({ DATA_DIR: loaded });
    const at = await address(run);
    expect(run.output()).toMatch(LOADING);
    await answersItsQuestion(run.output(), at);
    // No chance to tidy up: what was loaded is on the disk already.
    await kill(run);
    whole = await contents(loaded);
  });
  afterAll(async () => {
    killAll();
    await rm(folder, { recursive: true, force: true });
  });

  /** Asks what the start printed for the reader to ask. */
  async function answersItsQuestion(output: string, at: string): Promise<void> {
    const [, url = "", type = "", body = ""] = /curl -s (\S+) -H 'content-type: (\S+)' \\\n\s+-d '(.*)'/.exec(output) ?? [];
    expect(url).toBe(`${at}/graphql`);
    const response = await fetch(url, { method: "POST", headers: { "content-type": type }, body });
    const answer = await response.text();
    expect(answer).toContain("Ford's Chicago plant");
    expect(answer).not.toContain('"errors"');
  }

  it("prints the address that it got where the port was left to the system", async () => {
    const run = start({ DATA_DIR: loaded });
    const at = await address(run);
    expect(at).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    const ready = (await (await fetch(`${at}/health/ready`)).json()) as { nodes: number };
    expect(ready.nodes).toBe(whole.nodes);
    await kill(run);
  });

  it("loads the seed only once, also when the server is killed after the load", async () => {
    expect(whole.seeded).toBe(true);
    expect(whole.nodes).toBeGreaterThan(1_000);
    const run = start({ DATA_DIR: loaded });
    await answersItsQuestion((await run.prints(/[\s\S]*curl[\s\S]*'\n/))[0], await address(run));
    expect(run.output()).not.toMatch(LOADING);
    await kill(run);
    expect(await contents(loaded)).toEqual(whole);
  });

  it("finds its schema, its seed and its page when started in any folder", async () => {
    const elsewhere = join(folder, "elsewhere");
    await mkdir(elsewhere);
    const run = start({ DATA_DIR: "data" }, elsewhere);
    const at = await address(run);
    expect((await fetch(`${at}/`)).status).toBe(200);
    await kill(run);
    expect(await contents(join(elsewhere, "data"))).toEqual(whole);
  });

  it("prints no warning of Node or of a library at its start", async () => {
    const run = start({ DATA_DIR: loaded });
    await address(run);
    expect(run.output()).not.toMatch(/warning|deprecat/i);
    await kill(run);
  });

  it("completes a first load that a kill -9 cut off, to the same graph", async () => {
    const halves: number[] = [];
    for (const [i, ms] of [0, 150, 500].entries()) {
      const data = join(folder, `cut-${i}`);
      const first = start({ DATA_DIR: data });
      await first.prints(LOADING);
      await pause(ms);
      await kill(first);
      // A copy is looked into: the next start is the first to open what the kill left.
      await cp(data, `${data}-copy`, { recursive: true });
      const half = await contents(`${data}-copy`);
      halves.push(half.nodes);
      expect(half.seeded && half.nodes < whole.nodes, "half a graph counts as loaded").toBe(false);

      const second = start({ DATA_DIR: data });
      await answersItsQuestion((await second.prints(/[\s\S]*curl[\s\S]*'\n/))[0], await address(second));
      await kill(second);
      expect(await contents(data), `cut off after ${ms} ms`).toEqual(whole);
    }
    expect(halves.filter((nodes) => nodes > 0 && nodes < whole.nodes).length, `no kill fell into the load: ${halves}`).toBeGreaterThan(0);
  });

  it("closes the database and ends with exit code 0 when it is asked to stop", async () => {
    const run = start({ DATA_DIR: loaded });
    await fetch(`${await address(run)}/health`);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
  });

  /** Starts where it can't; returns what it printed. */
  async function refusal(env: Record<string, string>): Promise<string> {
    const run = start({ DATA_DIR: loaded, ...env });
    expect(await run.ended, run.output()).toBe(1);
    expect(run.output()).not.toMatch(/\n\s+at |node_modules/);
    return run.output();
  }

  it("says that the port is taken, and how to choose another", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const bound = other.address();
    const port = typeof bound === "object" && bound ? bound.port : 0;
    expect(await refusal({ PORT: `${port}` })).toBe(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port === 65535 ? port - 1 : port + 1} npm start\n`,
    );
    other.close();
  });

  it("says that the host is no address of this machine", async () => {
    expect(await refusal({ HOST: "203.0.113.1" })).toBe(
      "HOST 203.0.113.1 is no address of this machine. Leave it out for this machine only, or take 0.0.0.0 for all its addresses.\n",
    );
  });

  it("says what is wrong with a broken seed, by file, line and column, and writes nothing", async () => {
    const seed = join(folder, "seed");
    await mkdir(seed);
    await writeFile(join(seed, "valid.yaml"), "bundle: valid\nsources: []\n");
    await writeFile(join(seed, "invalid.yaml"), "bundle: invalid\nnonsense:\n  - id: x\nevents:\n  - id: 2025-x\n    titel: Misspelt\n");
    const data = join(folder, "broken");
    const output = await refusal({ SEED_DIR: seed, DATA_DIR: data });
    expect(output).toContain("can't be loaded; nothing was written:");
    expect(output).toMatch(/invalid\.yaml:2:1: /);
    expect(output).toMatch(/invalid\.yaml:6:5: /);
    expect(await contents(data)).toMatchObject({ nodes: 0, edges: 0, seeded: false });
  });

  it("says that the seed's folder is not there", async () => {
    expect(await refusal({ SEED_DIR: join(folder, "nowhere"), DATA_DIR: join(folder, "empty") })).toContain("nowhere");
  });

  it("says that another server has the folder open", async () => {
    const run = start({ DATA_DIR: loaded });
    await address(run);
    expect(await refusal({})).toBe(
      `Another process has the database in ${loaded} open, most likely a server that runs already. Stop it, or choose another folder: DATA_DIR=… npm start\n`,
    );
    expect((await fetch(`${await address(run)}/health/ready`)).status).toBe(200);
    await kill(run);
  });

  it("says that the data's folder can't be used", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    expect(await refusal({ DATA_DIR: file })).toMatch(/a-file is a file, or lies in one, and must be a folder/);
  });

  it("starts on a log that a crash cut off, and says what was dropped", async () => {
    const data = join(folder, "cut-off");
    await cp(loaded, data, { recursive: true });
    const run = start({ DATA_DIR: data });
    await address(run);
    await kill(run);
    await appendFile(logOf(data), "the beginning of a write");
    const again = start({ DATA_DIR: data });
    const at = await address(again);
    expect(again.output()).toContain(
      `The log of the database in ${data} ended within a write: 24 bytes were dropped. Nothing that was confirmed is lost.\n`,
    );
    expect(((await (await fetch(`${at}/health/ready`)).json()) as { nodes: number }).nodes).toBe(whole.nodes);
    await kill(again);
  });

  it("says in one sentence that the database is damaged, and goes on without it once it is moved away", async () => {
    const data = join(folder, "damaged");
    await cp(loaded, data, { recursive: true });
    await truncate(join(data, "graph.grafeo"), 5_000);
    expect(await refusal({ DATA_DIR: data })).toMatch(/^the database file graph\.grafeo in .* is damaged.*npm run restore -- FILE.*\n$/);
    await rename(data, `${data}-away`);
    const run = start({ DATA_DIR: data });
    await address(run);
    await kill(run);
  });

  it("says that a restore was cut off, or that the database is of a later version, and leaves it as it is", async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ["CREATE (:Restoring {id: 'backup'})", /^The database holds a part of a backup.*npm run restore -- FILE.*\n$/],
      ["MATCH (f:Format) SET f.version = 99", /^The database was loaded by a later version.*update the program\.\n$/],
    ];
    for (const [i, [statement, says]] of cases.entries()) {
      const data = join(folder, `refused-${i}`);
      await cp(loaded, data, { recursive: true });
      const engine = await openEmbedded({ path: data });
      await engine.write((transaction) => transaction.run({ text: statement, params: {} }));
      await engine.close();
      expect(await refusal({ DATA_DIR: data })).toMatch(says);
    }
  });

  it("says which settings are wrong before it opens anything", async () => {
    expect(await refusal({ PORT: "x", LOG_LEVEL: "loud", DATA_DIR: join(folder, "unused") })).toMatch(
      /PORT must be[\s\S]*LOG_LEVEL must be/,
    );
    expect(existsSync(join(folder, "unused"))).toBe(false);
  });
});
