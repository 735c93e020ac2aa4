import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import jsonldReader from "jsonld";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { importCommand } from "../../src/cli/import.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { releaseDataCommand } from "../../src/cli/release-data.ts";
import { hasPyarrow, pythonBeside } from "../exporters/python.ts";
import { ran } from "../importers/support.ts";
import { serve } from "../server/support.ts";

const world = (title: string, also = "") => `
bundle: w
restsOn: c
sources: [{id: s, title: A register, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries: [{id: CN, name: 中国, kind: STATE, iso2: CN}]
measures:
  - {id: m, title: ${title}, kind: BAN, effect: RESTRICTING, imposedBy: [country:CN]}
${also}`;
const GONE = "bundle: gone\nrestsOn: c\nfirms: [{id: g, name: Gone, kind: COMPANY}]\n";
const STAYS = "bundle: stays\nrestsOn: c\nfirms: [{id: f, name: Stays, kind: COMPANY}]\n";
const NEW = "bundle: new\nrestsOn: c\nfirms: [{id: n, name: New, kind: COMPANY}]\n";

interface Manifest {
  readonly name: string;
  readonly dataVersion: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  readonly since: unknown;
}

describe("releases of the data", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-releases-"));
  const releases = join(folder, "releases");
  const [first, second] = [join(releases, "2026-01-01"), join(releases, "2026-02-01")];
  const env = { DATA_DIR: join(folder, "db"), RELEASES_DIR: releases };
  const file = (name: string, text: string) => {
    const path = join(folder, "seed", name);
    execFileSync("mkdir", ["-p", join(folder, "seed")]);
    rmSync(path, { force: true });
    appendFileSync(path, text);
  };
  const load = () => ran(loadCommand, ["--prune", join(folder, "seed")], env);
  const manifest = (path: string) => JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")) as Manifest;

  beforeAll(async () => {
    file("w.yaml", world("Before"));
    file("gone.yaml", GONE);
    file("stays.yaml", STAYS);
    expect(await load()).toMatchObject({ code: 0 });
    expect(await ran(releaseDataCommand, ["--out", first], env)).toMatchObject({ code: 0 });
    file("w.yaml", world("After"));
    rmSync(join(folder, "seed", "gone.yaml"));
    file("new.yaml", NEW);
    expect(await load()).toMatchObject({ code: 0 });
    expect(await ran(releaseDataCommand, ["--out", second], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Since 2026-01-01: 1 bundles added, 1 changed, 1 removed."),
    });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("say what they hold, of which state, and what changed", () => {
    expect(manifest(first)).toMatchObject({ name: "2026-01-01", since: null, counts: { FIRM: 2, MEASURE: 1, SOURCE: 1, PERSON: 0 } });
    expect(manifest(second)).toMatchObject({
      since: { name: "2026-01-01", added: 1, changed: 1, removed: ["gone"] },
      counts: { FIRM: 2, MEASURE: 1 },
    });
    expect(manifest(second).dataVersion).not.toBe(manifest(first).dataVersion);
    const paths = manifest(second).files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "graph.jsonl.gz",
        "graph.csv.zip",
        "graph.graphml.gz",
        "graph.nq.gz",
        "delta.jsonl.gz",
        "parquet/Measure.parquet",
        "parquet/IMPOSED_BY.parquet",
      ]),
    );
  });

  it("have checksums that sha256sum finds right, and wrong where a byte is", () => {
    const check = () => execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: second, encoding: "utf8", stdio: "pipe" });
    expect(check()).toBe("");
    const copy = join(folder, "copy");
    execFileSync("cp", ["-r", second, copy]);
    appendFileSync(join(copy, "graph.nq.gz"), "x");
    const checked = spawnSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: copy, encoding: "utf8" });
    expect([checked.status, checked.stdout]).toEqual([1, "graph.nq.gz: FAILED\n"]);
  });

  it("load back to an equal graph, the first with the second's delta as the second", async () => {
    const exported = async (at: Record<string, string>) => (await ran(exportCommand, ["--format", "jsonl"], at)).stdout;
    const [back, later] = [{ DATA_DIR: join(folder, "back") }, { DATA_DIR: join(folder, "later") }];
    const imported = async (path: string, at: Record<string, string>) =>
      expect(await ran(importCommand, ["jsonl", path], at)).toMatchObject({ code: 0 });
    await imported(join(second, "graph.jsonl.gz"), back);
    const now = await exported(env);
    expect(await exported(back)).toBe(now);
    await imported(join(first, "graph.jsonl.gz"), later);
    await imported(join(second, "delta.jsonl.gz"), later);
    const stays = (await exported(later)).split("\n").filter((line) => !line.startsWith('{"bundle":"gone"'));
    expect(stays.sort()).toEqual(now.split("\n").sort());
    const delta = gunzipSync(readFileSync(join(second, "delta.jsonl.gz"))).toString();
    const named = delta.split("\n").flatMap((line) => (line === "" ? [] : [(JSON.parse(line) as { bundle?: string }).bundle]));
    expect(named.sort()).toEqual(["new", "w", undefined]);
  });

  it.runIf(hasPyarrow)("have tables that DuckDB reads where they lie", async () => {
    const script = "import duckdb, json, sys; print(json.dumps(duckdb.sql(f\"SELECT id, title FROM '{sys.argv[1]}'\").fetchall()))";
    expect(JSON.parse(await pythonBeside(["-c", script, join(second, "parquet/Measure.parquet")]))).toEqual([["measure:m", "After"]]);
  });

  it("are never written over, nor half written, nor told against what is no release", async () => {
    const again = await ran(releaseDataCommand, ["--out", second], env);
    expect(again).toMatchObject({
      code: 1,
      stderr: `${second} is there already: a release is never written over. Name another with --out, or remove it.\n`,
    });
    const other = join(releases, "2026-03-01");
    const wrong = await ran(releaseDataCommand, ["--out", other, "--since", folder], env);
    expect(wrong).toMatchObject({ code: 1, stderr: `${folder} is no release: it has no manifest.json that can be read.\n` });
    expect([existsSync(other), readdirSync(releases).sort()]).toEqual([false, ["2026-01-01", "2026-02-01"]]);
  });

  it("are written through a server as well, and are listed and served by it, whole and in part", { timeout: 60_000 }, async () => {
    const KEY = "a-key-of-twenty-chars";
    const served = await serve({ loadKey: KEY, releasesDir: releases });
    try {
      const out = join(releases, "2026-04-01");
      expect(await ran(releaseDataCommand, ["--out", out, "--no-since", "--url", served.address, "--key", KEY], env)).toMatchObject({
        code: 0,
      });
      expect(manifest(out)).toMatchObject({ counts: { FIRM: 0 }, since: null });
      rmSync(out, { recursive: true });

      const list = await served.request("/data/", { headers: { accept: "application/json" } });
      expect((list.json as unknown as { releases: Manifest[] }).releases.map(({ name }) => name)).toEqual(["2026-02-01", "2026-01-01"]);
      const page = await served.request("/data/", { headers: { accept: "text/html" } });
      expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(page.text).toContain('<a href="/data/2026-02-01/parquet/Measure.parquet">');

      const wanted = readFileSync(join(second, "parquet/Measure.parquet"));
      const whole = await fetch(`${served.address}/data/2026-02-01/parquet/Measure.parquet`);
      expect(Buffer.from(await whole.arrayBuffer()).equals(wanted)).toBe(true);
      const part = await fetch(`${served.address}/data/2026-02-01/parquet/Measure.parquet`, { headers: { range: "bytes=0-3" } });
      expect([part.status, await part.text()]).toEqual([206, "PAR1"]);
      for (const path of ["/data/../db/keys.json", "/data/%2e%2e/db", "/data/.2026-02-01.part/manifest.json", "/data/none/manifest.json"])
        expect([path, (await served.request(path)).status]).toEqual([path, 404]);

      const catalog = await served.request("/data/catalog.jsonld");
      const quads = String(await jsonldReader.toRDF(JSON.parse(catalog.text), { format: "application/n-quads" }));
      expect(quads).toContain(
        `<${served.address}/data/2026-02-01/> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .`,
      );
      expect(quads).toContain(`<http://www.w3.org/ns/dcat#downloadURL> <${served.address}/data/2026-02-01/graph.nq.gz> .`);
    } finally {
      await served.close();
    }
  });

  it("are none where the folder is not there", async () => {
    const served = await serve({ releasesDir: join(folder, "none") });
    try {
      expect((await served.request("/data/", { headers: { accept: "text/html" } })).text).toContain("There is no release yet");
      expect((await served.request("/data/x/manifest.json")).status).toBe(404);
    } finally {
      await served.close();
    }
  });
});
