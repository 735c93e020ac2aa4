import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { importCommand } from "../../src/cli/import.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { everything } from "../load/support.ts";
import { Commands } from "./commands.ts";

const at = Commands.forEachTest();

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

const count = async (text: string) => Number((await at.read(text))[0]?.[0]);

const gtaFile = (count: number, name = "gta.jsonl") =>
  at.file(name, Array.from({ length: count }, (_, i) => `${JSON.stringify(intervention(i))}\n`).join(""));

describe("npm run import", { timeout: 120_000 }, () => {
  test("import loads a file, and skips what is there the second time", async () => {
    const file = await gtaFile(10);
    const first = await at.import("gta", file, "--batch", "60");
    expect(first.stderr).toBe("");
    expect(first.code).toBe(0);
    // 10 interventions and 5 acts.
    expect(first.stdout).toMatch(/^15 bundles written/);
    expect(await count("MATCH (:Measure)-[r:COVERS]->(:Commodity {id: 'commodity:hs-010229'}) WHERE r.newRate = 10 RETURN count(r)")).toBe(
      10,
    );
    expect(await count("MATCH (:Measure)-[r:TARGETS]->(:Country {id: 'country:IN'}) RETURN count(r)")).toBe(10);
    expect((await at.import("gta", file)).stdout).toMatch(/^0 bundles written/);
  });

  test("import reports what it refused, with its place, and what the graph lacks, and fails", async () => {
    const records = [
      intervention(0),
      intervention(1, { intervention_id: undefined }),
      intervention(2, { affected_products: [{ product_id: 999998, name: "y", prior_level: null, new_level: null, unit: null }] }),
    ];
    const file = await at.file("mixed.json", JSON.stringify(records));
    const { code, stdout, stderr } = await at.import("gta", file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/mixed\.json:\d+:\d+: Record 2: .*intervention_id/);
    expect(stdout).toContain(
      "1 edge left out: the graph has no commodity:hs-999998 (1). No nomenclature has them: they are codes of a national tariff. Bring them as a table (`npm run import -- csv --as Commodity FILE`), then run this again.",
    );
    expect(stdout).toContain("1 record refused.");
    expect(await count("MATCH (n:Measure) WHERE n.id STARTS WITH 'measure:gta-10' RETURN count(n)")).toBe(2);
  });

  test("import takes a table of one's own, and an edge table", async () => {
    const firms = await at.file("firms.csv", "id,name,kind,headquarters,claims\nacme,Acme,COMPANY,country:US,register\n");
    await at.import("gta", await gtaFile(1));
    const targets = await at.file("targets.csv", "from,to,since,claims\nmeasure:gta-1000,firm:acme,2025-03-01,register\n");
    expect(await at.import("csv", "--as", "Firm", firms)).toMatchObject({ code: 0, stderr: "" });
    expect(await at.import("csv", "--as", "TARGETS", targets)).toMatchObject({ code: 0, stderr: "" });
    expect(await count("MATCH (:Measure {id: 'measure:gta-1000'})-[r:TARGETS]->(:Firm {name: 'Acme'}) RETURN count(r)")).toBe(1);
  });

  test("import takes a researcher's own table by the two lines of docs/importing.md, which the help repeats", async () => {
    const page = await readFile("docs/importing.md", "utf8");
    const lines = /in two lines:[^`]*```sh\n(.*?)```/s.exec(page)?.[1]?.trim().split("\n") ?? [];
    expect(lines).toHaveLength(2);
    const { stdout } = await at.import("--help");
    for (const line of lines) {
      expect(stdout).toContain(`  ${line}\n`);
      const [, content = "", name = ""] = /^printf '(.*)' > (\S+)$/.exec(line) ?? [];
      if (name !== "") await at.file(name, content.replaceAll("\\n", "\n"));
      else
        for (const command of line.split(" && ")) {
          const words = command.replace("npm run import -- ", "").match(/'[^']*'|\S+/g) ?? [];
          const args = words.map((word) => word.replace(/^'(.*)'$/, "$1"));
          const last = at.path(args.pop() ?? "");
          expect(await at.import(...args, last)).toMatchObject({ code: 0, stderr: "" });
        }
    }
    const rests =
      "MATCH (:Firm {id: 'firm:acme'})-[r:HEADQUARTERED_IN]->(:Country {id: 'country:US'}) WHERE r.recordedOn = '2026-01-31' RETURN count(r)";
    expect(await count(rests)).toBe(1);
  });

  test("import fails where an edge was left out, so that nobody takes a part for the whole", async () => {
    const file = await at.file(
      "lacking.json",
      JSON.stringify([intervention(0, { affected_products: [{ product_id: 999998, name: "y", prior_level: null, new_level: null }] })]),
    );
    const { code, stdout, stderr } = await at.import("gta", file);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("1 edge left out: the graph has no commodity:hs-999998 (1).");
  });

  test("import looks for all files before it loads any, and reports where a packed one breaks off behind what it loaded", async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${JSON.stringify({ ...intervention(i), id: randomBytes(500).toString("hex") })}\n`);
    const packed = gzipSync(lines.join(""));
    const file = await at.file("cut.jsonl.gz", packed.subarray(0, packed.length - 2_000));
    expect(await at.import("gta", file, at.path("none.json"))).toEqual({
      code: 1,
      stdout: "",
      stderr: "none.json: There is no such file.\n",
    });
    expect(await count("MATCH (n:Measure) RETURN count(n)")).toBe(0);
    const { code, stdout, stderr } = await at.import("gta", file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cut\.jsonl\.gz:\d+:\d+: It can't be read to its end: unexpected end of file\.\n$/);
    expect(stdout).toContain("1 record refused.");
    expect(await count("MATCH (n:Measure) WHERE n.kind = 'TARIFF' RETURN count(n)")).toBeGreaterThan(30);
  });

  test("import reports rate and time left now and then", async () => {
    const long = { intervention_description: "Long. ".repeat(3_000) };
    const file = await at.file("long.jsonl", Array.from({ length: 100 }, (_, i) => `${JSON.stringify(intervention(i, long))}\n`).join(""));
    let now = performance.now();
    const clock = vi.spyOn(performance, "now").mockImplementation(() => {
      now += 6_000;
      return now;
    });
    const lines: string[] = [];
    try {
      await importCommand(["gta", file, "--batch", "200"], at.env, { stdout: () => undefined, stderr: (text) => void lines.push(text) });
    } finally {
      clock.mockRestore();
    }
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines)
      expect(line).toMatch(/^[\d,]+ records, [\d,]+ a second(, \d+ bundles? as before)?, about \d+ (s|min) left\n$/);
    expect(lines[0]).not.toContain("about 0 s");
    const records = lines.map((line) => Number(/^[\d,]+/.exec(line)?.[0].replaceAll(",", "")));
    expect(records).toEqual([...records].sort((a, b) => a - b));
  });

  test("import --help says what it can do, and a wrong call what is wrong with it", async () => {
    const help = await at.import("--help");
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/gta .*hs .*csv .*jsonl .*npm run import -- csv --as Firm /s);
    expect(await at.import("gta", at.path("none.json"))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no such file"),
    });
    expect(await at.import("csv", at.path("none.csv"))).toMatchObject({ code: 1, stderr: expect.stringContaining("--as") });
    expect(await at.import("gta", "--batch", "many", await gtaFile(1))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--batch many"),
    });
  });

  // Three imports and more, the killed ones in processes of their own.
  test("an import that is killed in the middle and run again ends with the graph of an undisturbed load", {
    timeout: 300_000,
  }, async () => {
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
    const resumed = await at.import("gta", file);
    expect(resumed.code).toBe(0);
    const disturbed = await at.withEngine(sorted);

    await at.begin("undisturbed");
    await at.import("gta", file);
    expect(await at.withEngine(sorted)).toEqual(disturbed);
  });
});

const command = fileURLToPath(new URL("../../src/cli/import.ts", import.meta.url));

/** Starts the command in a process of its own, and kills it after a while. */
async function killedAfter(pause: number, file: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", command, "gta", "--batch", "500", file], {
    env: { ...process.env, ...at.env },
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
