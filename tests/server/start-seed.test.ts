import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCommand } from "../../src/cli/load.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import { ran } from "../importers/support.ts";
import { address, kill, killAll, start } from "./start-support.ts";

/** A file of countries, as `key: name`. */
const countries = (bundle: string, names: Readonly<Record<string, string>>) =>
  `bundle: ${bundle}\ncountries:\n${Object.entries(names)
    .map(([key, name]) => `  - {id: ${key}, name: ${name}, kind: STATE}\n`)
    .join("")}`;

describe("a start on a database that is there already", { timeout: 120_000 }, () => {
  let folder: string;
  let seed: string;
  let env: Record<string, string>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-seed-"));
    seed = join(folder, "seed");
    env = { DATA_DIR: join(folder, "data"), SEED_DIR: seed };
    await mkdir(seed);
    await write("one", { A1: "First", A2: "Second" });
    await write("two", { B1: "Third" });
  });
  afterEach(async () => {
    killAll();
    await rm(folder, { recursive: true, force: true });
  });

  const write = (bundle: string, names: Readonly<Record<string, string>>) =>
    writeFile(join(seed, `${bundle}.yaml`), countries(bundle, names));

  /** Starts, waits until it serves, and ends it; returns what it printed before it served. */
  async function started(): Promise<string> {
    const run = start(env);
    await address(run);
    await kill(run);
    const [before = ""] = run.output().split("\ntrade-graph is at");
    return before.trim();
  }

  /** All countries, `key name bundle`. */
  async function held(): Promise<string[]> {
    const engine = await openEmbedded({ path: env.DATA_DIR ?? "" });
    const rows = await engine.read({ text: "MATCH (n:Country) RETURN n.id, n.name, n.bundle ORDER BY n.id", params: {} });
    await engine.close();
    return rows.map(([id, name, bundle]) => `${String(id).slice("country:".length)} ${name} ${bundle}`);
  }

  const load = (...args: string[]) => ran(loadCommand, args, env);

  it("follows a seed that has changed, what is gone from it too, and says so in a line, once", async () => {
    await started();
    await write("one", { A1: "First", A2: "Renamed", A3: "New" });
    await rm(join(seed, "two.yaml"));
    expect(await started()).toBe("The seed has changed, and the graph follows it. Changed 2 bundles; 0 as before.");
    expect(await held()).toEqual(["A1 First one", "A2 Renamed one", "A3 New one"]);
    expect(await started()).toBe("");
  });

  it("keeps the graph where no file lies in the seed's folder any more, and says so: only load --prune takes it", async () => {
    await started();
    await rm(join(seed, "one.yaml"));
    await rm(join(seed, "two.yaml"));
    expect(await started()).toContain(`${seed}: No file *.yaml or *.yml lies in it`);
    expect(await held()).toEqual(["A1 First one", "A2 Second one", "B1 Third two"]);
    expect((await load("--prune")).stderr).toContain("Removes 2 nodes that one no longer has");
    expect(await held()).toEqual([]);
  });

  it("keeps what others loaded beside the seed, and a bundle of the seed that another load has written since", async () => {
    await started();
    const own = join(folder, "own.yaml");
    await writeFile(own, countries("own", { O1: "Own" }));
    const other = join(folder, "other.yaml");
    await writeFile(other, countries("two", { B1: "As I see it" }));
    expect((await load(own, other)).code).toBe(0);
    await write("one", { A1: "Renamed", A2: "Second" });
    await write("two", { B1: "As the seed sees it" });
    expect(await started()).toBe(
      `The seed has changed, and the graph follows it. Changed 1 bundle; 0 as before.\nLeft as another load has written them since: two. To take the seed's: npm run load -- ${seed}`,
    );
    expect(await held()).toEqual(["A1 Renamed one", "A2 Second one", "B1 As I see it two", "O1 Own own"]);
    expect((await load()).stdout).toContain("Changed 1 bundle");
    expect(await held()).toContain("B1 As the seed sees it two");
  });

  it("leaves a database alone that something else has filled, says how to load the seed, and takes it when asked", async () => {
    const own = join(folder, "own.yaml");
    await writeFile(own, countries("one", { A1: "Own" }));
    await load(own);
    const said = `The database holds data that did not come from the seed, so the seed is left out. To load it beside: npm run load -- ${seed}`;
    expect(await started()).toBe(said);
    expect(await held()).toEqual(["A1 Own one"]);
    expect(await started()).toBe(said);
    expect((await load(seed)).code).toBe(0);
    expect(await started()).toBe("");
    expect(await held()).toEqual(["A1 First one", "A2 Second one", "B1 Third two"]);
  });

  it("serves the graph as it was where ids of a changed seed meet others', and says which", async () => {
    await started();
    const own = join(folder, "own.yaml");
    await writeFile(own, countries("own", { C1: "Own" }));
    await load(own);
    await write("three", { C1: "The seed's" });
    const output = await started();
    expect(output).toContain("The seed has changed, but can't be loaded; the graph stays as it was:");
    expect(output).toContain(`${join(seed, "three.yaml")}:3:5: country:C1 is defined by the bundle own in the graph.`);
    expect(await held()).toEqual(["A1 First one", "A2 Second one", "B1 Third two", "C1 Own own"]);
  });

  it("serves the graph as it was where a changed seed is broken, or gone", async () => {
    await started();
    const before = await held();
    await cp(join(seed, "one.yaml"), join(seed, "again.yaml"));
    expect(await started()).toMatch(/can't be loaded; the graph stays as it was:\n {2}\S+one\.yaml:1:9: Two files name the bundle one/);
    await rm(seed, { recursive: true });
    expect(await started()).toBe(`The seed can't be read; the graph stays as it is. ${seed}: There is no such file or folder.`);
    expect(await held()).toEqual(before);
  });

  it("brings a database that an earlier version seeded to the seed, and keeps what stands beside it", async () => {
    await load(join(seed, "one.yaml"));
    const own = join(folder, "own.yaml");
    await writeFile(own, countries("own", { O1: "Own" }));
    await load(own);
    const engine = await openEmbedded({ path: env.DATA_DIR ?? "" });
    await engine.write((transaction) => transaction.run({ text: "MERGE (s:Seeded {id: 'seed'})", params: {} }));
    await engine.close();
    expect(await started()).toMatch(/^The seed has changed, and the graph follows it\. Changed 1 bundle; 1 as before\.$/);
    expect(await held()).toEqual(["A1 First one", "A2 Second one", "B1 Third two", "O1 Own own"]);
    expect(await started()).toBe("");
  });
});
