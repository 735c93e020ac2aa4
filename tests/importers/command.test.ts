import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCommand } from "../../src/cli/import.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { openEmbedded } from "../../src/engine/embedded.ts";
import { openNeo4j } from "../../src/engine/neo4j.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { everything } from "../load/support.ts";
import { testNeo4j, wipe } from "../support/engine.ts";

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-import-"));
  env = databaseIn("data");
  await clean();
  await writeFile(join(folder, "world.yaml"), WORLD);
  expect((await run(loadCommand, join(folder, "world.yaml"))).code).toBe(0);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Countries and goods that the records of these tests point at. */
const WORLD = `
bundle: world
restsOn: register
sources:
  - {id: notice, title: Notice, url: https://example.org/notice, publishedOn: 2025-04-04, reliability: OFFICIAL}
claims:
  - {id: register, source: notice, certainty: CONFIRMED}
countries:
  - {id: CN, name: China, kind: STATE, iso2: CN, iso3: CHN}
  - {id: US, name: United States, kind: STATE, iso2: US, iso3: USA}
  - {id: IN, name: India, kind: STATE, iso2: IN, iso3: IND}
commodities:
  - {id: hs-010229, name: Live cattle, level: SUBHEADING, hsCode: "010229"}
  - {id: hs-850511, name: Permanent magnets, level: SUBHEADING, hsCode: "850511"}
`;

/** Global Trade Alert's shape, written for these tests: two interventions an act, three targets, two goods. */
function intervention(i: number, changed: Record<string, unknown> = {}) {
  return {
    intervention_id: 1000 + i,
    state_act_id: 500 + Math.floor(i / 2),
    state_act_title: `Act ${Math.floor(i / 2)}`,
    intervention_description: [{ status: "new", order_nr: 1, modified: "2025-03-01 10:00", text: `<p>Description ${i}.</p>` }],
    state_act_source: [{ status: "new", order_nr: 1, modified: "2025-03-01 10:00", text: "Ministry of Trade: https://example.org/act" }],
    intervention_url: `https://example.org/intervention/${1000 + i}`,
    state_act_url: `https://example.org/act/${500 + Math.floor(i / 2)}`,
    is_official_source: true,
    gta_evaluation: "Red",
    implementing_jurisdictions: [{ id: 840, name: "United States of America", iso: "USA" }],
    affected_jurisdictions: [
      { id: 156, name: "China", iso: "CHN" },
      { id: 699, name: "India", iso: "IND" },
    ],
    inferred_jurisdictions: "Targeted",
    intervention_type: "Import tariff",
    mast_chapter: null,
    affected_sectors: [],
    affected_products: [10229, 850511].map((product_id) => ({
      product_id,
      name: "x",
      prior_level: "5",
      new_level: "10",
      unit: "percent",
      date_implemented: "2025-03-01",
      date_removed: null,
    })),
    date_announced: "2025-03-01",
    date_published: "2025-03-02",
    date_implemented: "2025-03-05",
    date_removed: null,
    is_in_force: 1,
    last_updated: "2025-03-02",
    ...changed,
  };
}

function databaseIn(name: string): Record<string, string> {
  const neo4j = testNeo4j();
  return neo4j ? { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password } : { DATA_DIR: join(folder, name) };
}

/** An empty database: Neo4j is shared, the embedded one is a folder of its own. */
async function clean(): Promise<void> {
  if (testNeo4j()) await withEngine((engine) => wipe(engine));
}

async function withEngine<T>(work: (engine: GraphEngine) => Promise<T>): Promise<T> {
  const neo4j = testNeo4j();
  const engine = neo4j ? await openNeo4j(neo4j) : await openEmbedded({ path: env.DATA_DIR ?? "" });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

const count = (text: string) => withEngine(async (engine) => Number((await engine.read({ text, params: {} }))[0]?.[0]));

async function run(command: typeof importCommand, ...args: string[]) {
  const said = { stdout: "", stderr: "" };
  const code = await command(args, env, {
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
  });
  // How far a slow database is, is told now and then.
  return { code, stdout: said.stdout, stderr: said.stderr.replace(/^[\d,]+ records, .*\n/gm, "") };
}

async function gtaFile(count: number, name = "gta.jsonl"): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, Array.from({ length: count }, (_, i) => `${JSON.stringify(intervention(i))}\n`).join(""));
  return file;
}

describe("npm run import", { timeout: 120_000 }, () => {
  test("loads a file, and skips what is there the second time", async () => {
    const file = await gtaFile(10);
    const first = await run(importCommand, "gta", file, "--batch", "60");
    expect(first.stderr).toBe("");
    expect(first.code).toBe(0);
    // 10 interventions and 5 acts.
    expect(first.stdout).toMatch(/^15 bundles written/);
    expect(await count("MATCH (:Measure)-[r:COVERS]->(:Commodity {id: 'commodity:hs-010229'}) WHERE r.newRate = 10 RETURN count(r)")).toBe(
      10,
    );
    expect(await count("MATCH (:Measure)-[r:TARGETS]->(:Country {id: 'country:IN'}) RETURN count(r)")).toBe(10);
    expect((await run(importCommand, "gta", file)).stdout).toMatch(/^0 bundles written/);
  });

  test("tells what it refused, with its place, and what the graph lacks, and fails", async () => {
    const records = [
      intervention(0),
      intervention(1, { intervention_id: undefined }),
      intervention(2, { affected_products: [{ product_id: 999998, name: "y", prior_level: null, new_level: null, unit: null }] }),
    ];
    const file = join(folder, "mixed.json");
    await writeFile(file, JSON.stringify(records));
    const { code, stdout, stderr } = await run(importCommand, "gta", file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/mixed\.json:\d+:\d+: Record 2: .*intervention_id/);
    expect(stdout).toContain(
      "1 edges left out: the graph has no commodity:hs-999998 (1). Commodities come with `npm run import -- hs FILE`.",
    );
    expect(stdout).toContain("1 records refused.");
    expect(await count("MATCH (n:Measure) WHERE n.id STARTS WITH 'measure:gta-10' RETURN count(n)")).toBe(2);
  });

  test("takes a table of one's own, and an edge table", async () => {
    const [firms, targets] = [join(folder, "firms.csv"), join(folder, "targets.csv")];
    await writeFile(firms, "id,name,kind,headquarters,claims\nacme,Acme,COMPANY,country:US,register\n");
    await run(importCommand, "gta", await gtaFile(1));
    await writeFile(targets, "from,to,since,claims\nmeasure:gta-1000,firm:acme,2025-03-01,register\n");
    expect(await run(importCommand, "csv", "--as", "Firm", firms)).toMatchObject({ code: 0, stderr: "" });
    expect(await run(importCommand, "csv", "--as", "TARGETS", targets)).toMatchObject({ code: 0, stderr: "" });
    expect(await count("MATCH (:Measure {id: 'measure:gta-1000'})-[r:TARGETS]->(:Firm {name: 'Acme'}) RETURN count(r)")).toBe(1);
  });

  test("says what it can do, and what is wrong with a call", async () => {
    const help = await run(importCommand, "--help");
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/gta .*hs .*csv .*jsonl .*npm run import -- csv --as Firm firms\.csv/s);
    expect(await run(importCommand, "gta", join(folder, "none.json"))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no such file"),
    });
    expect(await run(importCommand, "csv", join(folder, "none.csv"))).toMatchObject({ code: 1, stderr: expect.stringContaining("--as") });
    expect(await run(importCommand, "gta", "--batch", "many", await gtaFile(1))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--batch many"),
    });
  });

  test("killed in the middle and run again, it ends with the graph of an undisturbed load", async () => {
    const size = 4_000;
    const file = await gtaFile(size, "large.jsonl");
    const loaded = () => count("MATCH (n:Measure) WHERE n.kind = 'TARIFF' RETURN count(n)");
    let part = 0;
    for (let pause = 1_500; part === 0 && pause < 60_000; pause *= 1.5) {
      await killedAfter(pause, file);
      part = await loaded();
    }
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(size);
    const resumed = await run(importCommand, "gta", file);
    expect(resumed.code).toBe(0);
    const disturbed = await withEngine(sorted);

    env = databaseIn("undisturbed");
    await clean();
    await run(loadCommand, join(folder, "world.yaml"));
    await run(importCommand, "gta", file);
    expect(await withEngine(sorted)).toEqual(disturbed);
  });
});

const command = fileURLToPath(new URL("../../src/cli/import.ts", import.meta.url));

/** Starts the command in a process of its own, and kills it after a while. */
async function killedAfter(pause: number, file: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", command, "gta", "--batch", "500", file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const timer = setTimeout(() => child.kill("SIGKILL"), pause);
  await ended;
  clearTimeout(timer);
}

async function sorted(engine: GraphEngine): Promise<string[]> {
  return (await everything(engine)).map((row) => JSON.stringify(row)).sort();
}
