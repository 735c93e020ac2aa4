import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { ran } from "../importers/support.ts";
import { hasPython, python } from "./python.ts";

const NESTED = `query ($after: String) {
  measures(filter: { id: ["measure:cn-2025-announcement-70", "measure:cn-2025-announcement-72"] }, first: 1, after: $after) {
    nodes { id inForceUntil suspends(orderBy: [{ field: ID }]) { edges { since until node { id } } } imposedBy(orderBy: [{ field: ID }]) { nodes { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What NESTED answers: announcement 70 suspends six controls, announcement 72 one clause of another. */
const SUSPENDED = ["55", "56", "57", "58", "61", "62"].map((number) => [
  "measure:cn-2025-announcement-70",
  `measure:cn-2025-announcement-${number}`,
]);
const EXPECTED = [...SUSPENDED, ["measure:cn-2025-announcement-72", "measure:cn-2024-announcement-46-metals"]];

describe("npm run export", { timeout: 60_000 }, () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-export-"));
    env = { DATA_DIR: join(folder, "data") };
    expect((await ran(loadCommand, ["seed"], env)).code).toBe(0);
    await writeFile(join(folder, "nested.graphql"), NESTED);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => ran(exportCommand, args, env);

  it("exports a nested answer page by page as one table", async () => {
    const { code, stdout, stderr } = await run("--format", "csv", "--query", join(folder, "nested.graphql"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [header, ...lines] = stdout.trimEnd().split("\r\n");
    expect(header).toBe(
      "measures.id,measures.inForceUntil,measures.suspends.since,measures.suspends.until,measures.suspends.id,measures.imposedBy.name",
    );
    expect(lines.map((line) => [line.split(",")[0], line.split(",")[4]])).toEqual(EXPECTED);
  });

  it.runIf(hasPython)("exports a table that pandas reads", async () => {
    const path = join(folder, "nested.csv");
    expect((await run("--format", "csv", "--query", join(folder, "nested.graphql"), "--out", path)).code).toBe(0);
    const found = python(
      `
import json, sys, pandas
t = pandas.read_csv(sys.argv[1])
print(json.dumps({"pairs": t[["measures.id", "measures.suspends.id"]].values.tolist(),
  "until": t.groupby("measures.id")["measures.suspends.until"].unique().map(list).to_dict(), "by": t["measures.imposedBy.name"].iloc[0]}))
`,
      path,
    );
    expect(found).toEqual({
      pairs: EXPECTED,
      until: { "measure:cn-2025-announcement-70": ["2026-11-10"], "measure:cn-2025-announcement-72": ["2026-11-27"] },
      by: "General Administration of Customs of China;Ministry of Commerce of China",
    });
  });

  it("exports a nested answer page by page as one sheet, and says it as CSV does", async () => {
    const path = join(folder, "nested.xlsx");
    expect(await run("--format", "xlsx", "--query", join(folder, "nested.graphql"), "--out", path)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    const rows = await readSheet(path);
    const table = await run("--format", "csv", "--query", join(folder, "nested.graphql"));
    const asText = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ""));
    expect(rows.map((row) => `${row.map(asText).join(",")}`)).toEqual(table.stdout.trimEnd().split("\r\n"));
    expect(rows[1]?.[1]).toEqual(new Date("2026-11-10"));
  });

  it("tells a reader who stops nothing, whichever the command", async () => {
    for (const name of ["export", "import", "keys"]) {
      const command = fileURLToPath(new URL(`../../src/cli/${name}.ts`, import.meta.url));
      const child = spawn(process.execPath, ["--import", "tsx", command, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
      let stderr = "";
      child.stderr.on("data", (text) => {
        stderr += text;
      });
      child.stdout.destroy();
      await once(child, "close");
      expect([name, stderr]).toEqual([name, ""]);
    }
  });

  it("exports all pages under one header, also where the first page has empty lists", async () => {
    const path = join(folder, "uneven.graphql");
    await writeFile(
      path,
      `query ($after: String) {
        measures(filter: { id: ["measure:cn-2023-announcement-23", "measure:cn-2025-announcement-70"] }, first: 1, after: $after) {
          nodes { id suspends(orderBy: [{ field: ID }], first: 2) { totalCount edges { since node { id } } } announcedOn }
          pageInfo { hasNextPage endCursor }
        }
      }`,
    );
    const { code, stdout, stderr } = await run("--format", "csv", "--query", path);
    expect(stdout.split("\r\n")).toEqual([
      "measures.id,measures.suspends.totalCount,measures.suspends.since,measures.suspends.id,measures.announcedOn",
      "measure:cn-2023-announcement-23,0,,,2023-07-03",
      "measure:cn-2025-announcement-70,6,2025-11-07,measure:cn-2025-announcement-55,2025-11-07",
      "measure:cn-2025-announcement-70,6,2025-11-07,measure:cn-2025-announcement-56,2025-11-07",
      "",
    ]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "measures.suspends: a list goes on behind the page that was asked: give first: (200 at most).\n",
    });
    const lines = await run("--format", "jsonl", "--query", path);
    expect(
      lines.stdout
        .trimEnd()
        .split("\n")
        .map((line) => Object.keys(JSON.parse(line) as object)),
    ).toEqual(Array(2).fill(["_field", "id", "suspends", "announcedOn"]));
  });

  it.each([
    ["does not select its cursor", "query ($after: String) { measures(first: 1, after: $after) { nodes { id } } }"],
    [
      "is of two lists",
      "query ($after: String) { measures(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } events { nodes { id } } }",
    ],
  ])("refuses to go page by page where the query %s", async (_, query) => {
    await writeFile(join(folder, "endless.graphql"), query);
    expect(await run("--format", "jsonl", "--query", join(folder, "endless.graphql"))).toEqual({
      code: 1,
      stdout: "",
      stderr: "A query with $after is asked page by page: it must be of one list, and select pageInfo { hasNextPage endCursor } of it.\n",
    });
  });

  it("refuses to go page by page where $after is not the list's cursor", async () => {
    const query =
      "query ($after: String) { measures(first: 1) { nodes { id note: id @skip(if: false) } pageInfo { hasNextPage endCursor } } events(first: 0, after: $after) @include(if: false) { totalCount } }";
    await writeFile(join(folder, "circle.graphql"), query);
    const { code, stderr } = await run("--format", "jsonl", "--query", join(folder, "circle.graphql"));
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("give it to the list itself, as after: $after.") });
  });

  it("leaves a former file as it was where the export fails, and says which file it can't write", async () => {
    const path = join(folder, "former.csv");
    await writeFile(path, "former\n");
    await writeFile(join(folder, "far.graphql"), "{ measures(first: 2000) { nodes { id } } }");
    expect(await run("--format", "csv", "--query", join(folder, "far.graphql"), "--out", path)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("2000"),
    });
    expect(await readFile(path, "utf8")).toBe("former\n");
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    for (const place of [join(folder, "none", "x.csv"), folder, join(path, "x.csv")])
      expect(await run("--format", "csv", "--as", "Firm", "--out", place)).toEqual({
        code: 1,
        stdout: "",
        stderr: expect.stringMatching(/^--out \S+ can't be written: E(NOENT|ISDIR|NOTDIR): .*\.\n$/),
      });
  });

  it("says which id an empty list was asked by, where the graph has no such node", async () => {
    await writeFile(join(folder, "typo.graphql"), `{ firms(first: 5, filter: {id: ["synopsis"]}) { nodes { id } } }`);
    expect(await run("--format", "csv", "--query", join(folder, "typo.graphql"))).toEqual({
      code: 0,
      stdout: "firms.id\r\n",
      stderr: 'firms: The graph has no firm:synopsis. Did you mean "firm:synopsys"?\n',
    });
  });

  it("warns that the graph is empty", async () => {
    const before = env;
    env = { DATA_DIR: join(folder, "typo") };
    try {
      expect((await run("--format", "jsonl")).stderr).toBe("The graph is empty: is DATA_DIR or NEO4J_URI the one you mean?\n");
    } finally {
      env = before;
    }
  });

  it("ends without a message where the reader of its output stops", async () => {
    const command = fileURLToPath(new URL("../../src/cli/export.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", command, "--format", "jsonl"], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = (await once(child, "close")) as [number];
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });

  it("exports the whole graph into a file", async () => {
    const path = join(folder, "graph.jsonl");
    expect(await run("--format", "jsonl", "--out", path)).toEqual({ code: 0, stdout: "", stderr: "" });
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({ format: "trade-graph", version: 1 });
    expect(lines.slice(1).map((line) => (JSON.parse(line) as { bundle: string }).bundle)).toContain("october-2025");
  });

  it("says what is wrong with an export's arguments", async () => {
    await writeFile(join(folder, "misspelt.graphql"), "{ measures { nodes { titel } } }");
    expect(await run("--format", "xml")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Allowed choices are jsonl, graphml, jsonld, ftm, turtle, nquads, csv, parquet, arrow, xlsx"),
    });
    expect(await run("--format", "csv")).toMatchObject({ code: 1, stderr: expect.stringContaining("--as Firm") });
    expect(await run("--format", "graphml", "--query", "x")).toMatchObject({
      code: 1,
      stderr: "--query goes with jsonl, csv, xlsx, sdmx-csv, not with graphml.\n",
    });
    expect(await run("--format", "csv", "--as", "Firm", "--query", join(folder, "nested.graphql"))).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "--as and --query do not go together: a query says itself what it is of.\n",
    });
    expect(await run("--format", "csv", "--as", "Firm", "--variables", "{}")).toMatchObject({
      code: 1,
      stderr: "--variables are those of a query: give --query.\n",
    });
    expect(await run("--format", "csv", "--query", join(folder, "nested.graphql"), "--variables", "[1]")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--variables must be a JSON object"),
    });
    const misspelt = await run("--format", "csv", "--query", join(folder, "misspelt.graphql"));
    expect(misspelt).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/misspelt\.graphql:1:22: Cannot query field "titel" on type "Measure"/),
    });
    expect(await run("--format", "csv", "--query", join(folder, "nested.graphql"), "--variables", "{")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--variables must be a JSON object"),
    });
  });
});
