import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { columnsOf } from "../../src/exporters/columns.ts";
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
    expect(table({ a: { nodes: [] } })).toEqual([[]]);
  });

  it("makes rows of the first list alone, however many elements it has and whatever stands beside it", () => {
    const element = (id: string, targets: string[]) => ({
      id,
      targets: { totalCount: targets.length, nodes: targets.map((name) => ({ name })) },
      covers: { totalCount: 2, nodes: [{ code: "p" }, { code: "q" }] },
    });
    const columns = ["m.id", "m.targets.totalCount", "m.targets.name", "m.covers.totalCount", "m.covers.code"];
    expect(
      flatten({ m: { nodes: [element("a", []), element("b", ["x"]), element("c", ["x", "y"])] } }, columns).rows.map((row) =>
        columns.map((column) => row.get(column) ?? ""),
      ),
    ).toEqual([
      ["a", "0", "", "2", "p; q"],
      ["b", "1", "x", "2", "p; q"],
      ["c", "2", "x", "2", "p; q"],
      ["c", "2", "y", "2", "p; q"],
    ]);
  });

  it("has the columns of its query, whatever it holds", () => {
    const query = `query Q($all: Boolean = false, $some: Boolean!) {
      one: measure(id: "a") { id, ...Names @include(if: $some), rate @include(if: $all) }
      m: measures { __typename totalCount edges { cursor since node { __typename id tags claims { quote } ... on Measure { home { name } } } } pageInfo { endCursor } }
    }
    fragment Names on Measure { title, id, by: imposedBy { nodes { name } } }`;
    const columns = columnsOf({ document: parse(query), operationName: "Q", variables: { some: true } });
    expect(columns).toEqual([
      "one.id",
      "one.title",
      "one.by.name",
      "m.totalCount",
      "m.since",
      "m.__typename",
      "m.id",
      "m.tags",
      "m.claims.quote",
      "m.home.name",
    ]);
    expect(columnsOf({ document: parse(query), variables: { some: false, all: true } })?.slice(0, 3)).toEqual([
      "one.id",
      "one.rate",
      "m.totalCount",
    ]);
    const empty = { one: null, m: { __typename: "C", totalCount: 0, edges: [], pageInfo: { endCursor: null } } };
    expect(toCsv(empty, columns)).toBe(`${columns?.join()}\r\n,,,0,,,,,,\r\n`);
    const node = { __typename: "Measure", id: "a", tags: [], claims: [], home: null };
    expect(toCsv({ one: null, m: { totalCount: 1, edges: [{ cursor: "c", since: null, node }] } }, columns, false)).toBe(
      ",,,1,,Measure,a,,,\r\n",
    );
    expect(columnsOf({ document: parse("fragment F on Measure { id }") })).toBe(null);
  });

  it("of nothing is a header", () => {
    const columns = columnsOf({ document: parse("{ measure(id: 1) { id targets { nodes { id } } } measures { nodes { id } } }") });
    expect(toCsv({ measure: null, measures: { nodes: [] } }, columns)).toBe("measure.id,measure.targets.id,measures.id\r\n");
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

  it("keeps a header for all pages, also where the first has empty lists", async () => {
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
    ["does not tell its cursor", "query ($after: String) { measures(first: 1, after: $after) { nodes { id } } }"],
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

  it("does not go round in circles where the cursor is not the list's", async () => {
    const query =
      "query ($after: String) { measures(first: 1) { nodes { id note: id @skip(if: false) } pageInfo { hasNextPage endCursor } } events(first: 0, after: $after) @include(if: false) { totalCount } }";
    await writeFile(join(folder, "circle.graphql"), query);
    const { code, stderr } = await run("--format", "jsonl", "--query", join(folder, "circle.graphql"));
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("give it to the list itself, as after: $after.") });
  });

  it("leaves a former file as it was where the export fails, and says where it can't write", async () => {
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

  it("tells where the graph is empty", async () => {
    const before = env;
    env = { DATA_DIR: join(folder, "typo") };
    try {
      expect((await run("--format", "jsonl")).stderr).toBe("The graph is empty: is DATA_DIR or NEO4J_URI the one you mean?\n");
    } finally {
      env = before;
    }
  });

  it("ends in silence where nobody reads on", async () => {
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
    for (const args of [
      ["--format", "jsonl", "--as", "Firm"],
      ["--format", "csv", "--as", "Firm", "--query", "x"],
    ])
      expect(await run(...args)).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringContaining("--as goes with --format csv alone"),
      });
    expect(await run("--format", "csv", "--as", "Firm", "--variables", "{}")).toMatchObject({
      code: 1,
      stderr: "--variables are those of a query: give --query.\n",
    });
    expect(await run("--format", "csv", "--query", join(folder, "nested.graphql"), "--variables", "[1]")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--variables must be a JSON object"),
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

  it.each([
    ["*/*", "application/json"],
    ["application/json", "application/json"],
    ["application/json, text/csv", "application/json"],
    ["text/csv;q=0.9, application/json", "application/json"],
    ["text/csv;q=0.1, */*", "application/json"],
    ["text/csv;q=0, application/json;q=0.1", "application/json"],
    ["application/graphql-response+json, text/csv;q=0.5", "application/graphql-response+json"],
    ["text/csv, application/json;q=0.1", "text/csv"],
    ["TEXT/CSV; charset=utf-8", "text/csv"],
    ["text/*", "text/csv"],
    ["text/csv;q=0.5, application/jsonl", "application/jsonl"],
  ])("to a client that accepts %s answers %s", async (accept, type) => {
    const response = await post(accept, QUERY);
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
  });

  it("accepts nothing else", async () => {
    for (const accept of ["application/xml", "text/csv;q=0"]) expect((await post(accept, QUERY)).status).toBe(406);
  });

  it("has a query's columns where its lists are empty", async () => {
    const nothing = await post("text/csv", `{ measures(filter: {id: ["measure:none"]}) { nodes { id targets { nodes { id } } } } }`);
    expect(await nothing.text()).toBe("measures.id,measures.targets.id\r\n");
  });

  it("stays JSON for errors, with or without data, and for mutations", async () => {
    const wrong = await post("text/csv", "{ measures { nodes { titel } } }");
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([400, expect.stringMatching(/^application\/json/)]);
    expect(((await wrong.json()) as { errors: { message: string }[] }).errors[0]?.message).toMatch(/titel/);
    for (const query of ["{ measures(first: 2000) { nodes { id } } }", "mutation { __typename }"]) {
      const response = await post("text/csv", query);
      expect([response.status, response.headers.get("content-type")]).toEqual([200, expect.stringMatching(/^application\/json/)]);
    }
  });
});
