import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { flatten, toCsv, toJsonLines } from "../../src/exporters/table.ts";
import { openSeeded, type Seeded } from "../support/seeded.ts";
import { hasPython, python } from "./python.ts";

const table = (data: unknown) => {
  const { columns, rows } = flatten(data);
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ""))];
};

describe("an answer as a table", () => {
  it("has a row for each element of its lists, however deep", () => {
    const data = {
      measures: {
        totalCount: 3,
        nodes: [
          {
            id: "a",
            targets: {
              edges: [
                { since: "2025", node: { id: "x", home: { name: "X" } } },
                { since: null, node: { id: "y", home: null } },
              ],
            },
          },
          { id: "b", targets: { edges: [] } },
        ],
      },
    };
    expect(table(data)).toEqual([
      [
        "measures.totalCount",
        "measures.id",
        "measures.targets.since",
        "measures.targets.id",
        "measures.targets.home.name",
        "measures.targets.home",
      ],
      ["3", "a", "2025", "x", "X", ""],
      ["3", "a", "", "y", "", ""],
      ["3", "b", "", "", "", ""],
    ]);
  });

  it("joins the values of lists that stand beside the first one", () => {
    const data = {
      m: { nodes: [{ id: "a", tags: ["s", "t"], first: { nodes: [{ n: 1 }, { n: 2 }] }, second: { nodes: [{ k: "p" }, { k: "q" }] } }] },
    };
    expect(table(data)).toEqual([
      ["m.id", "m.tags", "m.first.n", "m.second.k"],
      ["a", "s; t", "1", "p; q"],
      ["a", "s; t", "2", "p; q"],
    ]);
  });

  it("may be of one thing, of several lists, or of nothing", () => {
    expect(table({ measure: { id: "a", rate: 12.5 } })).toEqual([
      ["measure.id", "measure.rate"],
      ["a", "12.5"],
    ]);
    expect(table({ measure: null })).toEqual([["measure"], [""]]);
    expect(table({ a: { nodes: [{ id: 1 }] }, b: { nodes: [{ id: 2 }, { id: 3 }] } })).toEqual([
      ["a.id", "b.id"],
      ["1", "2; 3"],
    ]);
    expect(table({ a: { nodes: [] } })).toEqual([[], []]);
  });

  it("quotes what CSV would misread", () => {
    expect(toCsv({ a: { nodes: [{ t: 'say "so", twice\nover', n: null }] } })).toBe('a.t,a.n\r\n"say ""so"", twice\nover",\r\n');
  });

  it("as JSON lines has the outermost elements, nested as they came", () => {
    const data = { m: { totalCount: 2, nodes: [{ id: "a", t: { nodes: [{ id: "x" }] } }, { id: "b" }] }, one: { id: "c" } };
    expect(toJsonLines(data)).toBe(
      '{"_field":"m","id":"a","t":{"nodes":[{"id":"x"}]}}\n{"_field":"m","id":"b"}\n{"_field":"one","id":"c"}\n',
    );
  });
});

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
    const silent = { stdout: () => undefined, stderr: () => undefined };
    expect(await loadCommand(["seed"], env, silent)).toBe(0);
    await writeFile(join(folder, "nested.graphql"), NESTED);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(...args: string[]) {
    const said = { stdout: "", stderr: "" };
    const code = await exportCommand(args, env, {
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
    });
    return { code, ...said };
  }

  it("writes a nested answer page by page as one table", async () => {
    const { code, stdout, stderr } = await run("--format", "csv", "--query", join(folder, "nested.graphql"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [header, ...lines] = stdout.trimEnd().split("\r\n");
    expect(header).toBe(
      "measures.id,measures.inForceUntil,measures.suspends.since,measures.suspends.until,measures.suspends.id,measures.imposedBy.name",
    );
    expect(lines.map((line) => [line.split(",")[0], line.split(",")[4]])).toEqual(EXPECTED);
  });

  it.runIf(hasPython)("whose table pandas reads", async () => {
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
      by: "General Administration of Customs of China; Ministry of Commerce of China",
    });
  });

  it("writes the whole graph into a file", async () => {
    const path = join(folder, "graph.jsonl");
    expect(await run("--format", "jsonl", "--out", path)).toEqual({ code: 0, stdout: "", stderr: "" });
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({ format: "trade-graph", version: 1 });
    expect(lines.slice(1).map((line) => (JSON.parse(line) as { bundle: string }).bundle)).toContain("october-2025");
  });

  it("says what is wrong with a call", async () => {
    await writeFile(join(folder, "bad.graphql"), "{ measures { nodes { titel } } }");
    expect(await run("--format", "xlsx")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Allowed choices are jsonl, graphml, jsonld, csv"),
    });
    expect(await run("--format", "csv")).toMatchObject({ code: 1, stderr: expect.stringContaining("--as Firm") });
    expect(await run("--format", "graphml", "--query", "x")).toMatchObject({
      code: 1,
      stderr: "--query goes with jsonl and csv, not with graphml.\n",
    });
    const bad = await run("--format", "csv", "--query", join(folder, "bad.graphql"));
    expect(bad).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/bad\.graphql:1:22: Cannot query field "titel" on type "Measure"/),
    });
    expect(await run("--format", "csv", "--query", join(folder, "nested.graphql"), "--variables", "{")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--variables must be a JSON object"),
    });
  });
});

describe("/graphql in other formats", () => {
  let seeded: Seeded;
  beforeAll(async () => {
    seeded = await openSeeded();
  });
  afterAll(() => seeded.close());

  const post = (accept: string, query: string) =>
    fetch(`${seeded.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify({ query }),
    });
  const QUERY = `{ measures(filter: {id: ["measure:cn-2025-announcement-70"]}) { nodes { id suspends(orderBy: [{field: ID}]) { nodes { id } } } } }`;

  it("answers as CSV", async () => {
    const response = await post("text/csv", QUERY);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="answer.csv"');
    expect(await response.text()).toBe(["measures.id,measures.suspends.id", ...SUSPENDED.map((pair) => pair.join(",")), ""].join("\r\n"));
  });

  it("answers as JSON lines, also to GET", async () => {
    const response = await fetch(`${seeded.address}/graphql?query=${encodeURIComponent(QUERY)}`, {
      headers: { accept: "application/jsonl", "apollo-require-preflight": "true" },
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/jsonl; charset=utf-8"]);
    const [line] = (await response.text()).trimEnd().split("\n");
    expect(JSON.parse(line ?? "")).toMatchObject({ _field: "measures", id: "measure:cn-2025-announcement-70" });
  });

  it("stays JSON where the client takes it, and where there are errors", async () => {
    for (const accept of ["*/*", "application/json", "application/json, text/csv"])
      expect((await post(accept, QUERY)).headers.get("content-type")).toMatch(/^application\/json/);
    const wrong = await post("text/csv", "{ measures { nodes { titel } } }");
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([400, expect.stringMatching(/^application\/json/)]);
    expect(((await wrong.json()) as { errors: { message: string }[] }).errors[0]?.message).toMatch(/titel/);
  });
});
