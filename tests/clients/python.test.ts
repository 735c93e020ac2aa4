import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasPythonClients, pythonBeside } from "../exporters/python.ts";
import { loaded } from "../load/support.ts";
import { type Served, serve } from "../server/support.ts";

const FIRMS = 450;
const WORLD = `
bundle: w
restsOn: c
sources: [{id: s, title: A register, reliability: PRESS, publishedOn: 2025-07-01}]
claims: [{id: c, source: s, certainty: REPORTED}]
countries: [{id: CN, name: China, kind: STATE, iso2: CN}, {id: US, name: United States, kind: STATE, iso2: US}]
firms:
${Array.from({ length: FIRMS }, (_, i) => `  - {id: f${String(i).padStart(3, "0")}, name: Firm ${i}, kind: COMPANY, headquarters: CN}`).join("\n")}
measures:
  - {id: early, title: Early, kind: TARIFF, effect: RESTRICTING, announcedOn: 2025-01, rate: 12.5, rateUnit: PERCENT, imposedBy: [country:US], targets: [firm:f001, firm:f002]}
  - {id: late, title: Late, kind: BAN, effect: RESTRICTING, announcedOn: 2025-05-01, inForceFrom: 2025-05-10, imposedBy: [country:CN], targets: [{to: firm:f003, since: 2025-05-10}]}
  - {id: many, title: Many, kind: BAN, effect: RESTRICTING, announcedOn: 2025-07-01, targets: [${Array.from({ length: 25 }, (_, i) => `firm:f${String(100 + i)}`).join(", ")}]}
`;

/** What a script printed as JSON; \`graph\` is a client of the server. */
const BEFORE = `
import json, sys, warnings
sys.path.insert(0, "clients/python")
from tradegraph import Client, TradeGraphError, TradeGraphWarning
graph = Client(sys.argv[1], retries=2)
def show(value): print(json.dumps(value, default=str))
`;

describe.runIf(hasPythonClients)("the Python client", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    await loaded(served.engine, { name: "w.yaml", text: WORLD });
  });
  afterAll(() => served?.close());

  const run = async (script: string, address = served.address): Promise<unknown> =>
    JSON.parse(await pythonBeside(["-W", "error", "-c", `${BEFORE}${script}`, address]));

  it("gives all pages of a list as one frame, by its order, with what was given for its variables", async () => {
    const found = await run(`
frame = graph.frame("query ($seat: [ID!]!) { firms(filter: {headquarters: $seat}, orderBy: [{field: NAME, direction: DESC}]) { totalCount nodes { id name headquarters { nodes { name } } } } }", seat=["country:CN"])
show({"shape": list(frame.shape), "columns": list(frame.columns), "ids": frame["id"].nunique(), "first": list(frame.iloc[0]), "sorted": list(frame["name"]) == sorted(frame["name"], reverse=True)})
`);
    expect(found).toEqual({
      shape: [FIRMS, 3],
      columns: ["id", "name", "headquarters"],
      ids: FIRMS,
      first: ["firm:f099", "Firm 99", ["China"]],
      sorted: true,
    });
  });

  it("types columns by the schema, keeps partial dates as they are, and lists as lists", async () => {
    const found = await run(`
frame = graph.frame("""{ measures(filter: {any: [{kind: [TARIFF]}, {announcedOn: {from: "2025-05-01", to: "2025-05-31"}}]}, orderBy: [{field: TITLE}]) {
  nodes { title announcedOn rate targets { totalCount edges { since node { ... on Firm { name } } } } imposedBy { nodes { label } } } } }""")
show({"types": {name: str(kind) for name, kind in frame.dtypes.items()}, "rows": json.loads(frame.to_json(orient="records"))})
`);
    expect(found).toEqual({
      types: {
        title: "string",
        announcedOn: "string",
        rate: "Float64",
        "targets.totalCount": "Int64",
        targets: "object",
        imposedBy: "object",
      },
      rows: [
        {
          title: "Early",
          announcedOn: "2025-01",
          rate: 12.5,
          "targets.totalCount": 2,
          targets: [
            { since: null, node: { name: "Firm 1" } },
            { since: null, node: { name: "Firm 2" } },
          ],
          imposedBy: ["United States"],
        },
        {
          title: "Late",
          announcedOn: "2025-05-01",
          rate: null,
          "targets.totalCount": 1,
          targets: [{ since: "2025-05-10", node: { name: "Firm 3" } }],
          imposedBy: ["China"],
        },
      ],
    });
  });

  it("asks as of days, unless a query says its own", async () => {
    const found = await run(`
query = "{ measures(orderBy: [{field: TITLE}]) { nodes { title } } }"
then = graph.as_of(valid="2025-03-01")
show([list(graph.frame(query)["title"]), list(then.frame(query)["title"]), list(then.frame("query @asOf(valid: \\"2025-06-01\\") " + query)["title"]), list(graph.frame(query)["title"])])
`);
    const all = ["Early", "Late", "Many"];
    expect(found).toEqual([all, ["Early"], ["Early", "Late"], all]);
  });

  it("tells all of a node, and None of none", async () => {
    const found = await run(`
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    node, none = graph.node("measure:late"), graph.node("measure:none")
show([{name: node[name] for name in ["__typename", "id", "label", "title", "inForceFrom", "page", "neighbours"]}, none, [str(w.message).split(":")[0] for w in said]])
`);
    expect(found).toEqual([
      {
        __typename: "Measure",
        id: "measure:late",
        label: "Late",
        title: "Late",
        inForceFrom: "2025-05-10",
        page: "/id/measure:late",
        neighbours: { imposedBy: 1, targets: 1 },
      },
      null,
      ["UNKNOWN_ID at node"],
    ]);
  });

  it("raises what the server refuses, with its code, and warns of a list that goes on", async () => {
    const found = await run(`
def code(call):
    try: call()
    except TradeGraphError as error: return error.code
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    many = graph.frame('{ measures(filter: {title: {is: ["Many"]}}) { nodes { title targets { nodes { id } } } } }')
show({
  "codes": [code(lambda: graph.node("nonsense")), code(lambda: graph.query("{ nothing }")), code(lambda: graph.query("{")), code(lambda: graph.frame("{ firms { nodes { id } } measures { nodes { id } } }")), code(lambda: graph.query("mutation { x }"))],
  "shown": len(many["targets"][0]), "category": [w.category.__name__ for w in said], "says": str(said[0].message)[:30],
})
`);
    expect(found).toEqual({
      codes: ["BAD_ID", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "BAD_USER_INPUT", "BAD_USER_INPUT"],
      shown: 20,
      category: ["TradeGraphWarning"],
      says: expect.stringMatching(/^DEFAULT_PAGE at measures/),
    });
  });

  it("keeps a page that the query asks for itself, and makes a row of what is one thing", async () => {
    const found = await run(`
show([len(graph.frame("{ firms(first: 3) { nodes { id } } }")), json.loads(graph.frame('{ claim(id: "c") { id source { title publisher } } }').to_json(orient="records")), len(graph.frame('{ firms(filter: {name: {is: ["nobody"]}}) { nodes { id name } } }'))])
`);
    expect(found).toEqual([3, [{ id: "claim:c", "source.title": "A register", "source.publisher": null }], 0]);
  });

  it("cites an answer with its sources", async () => {
    const found = await run(`
cited = graph.as_of(known="2025-08-01").cite('{ claim(id: "c") { id } }')
show([cited["citation"][:14], [s["id"] for s in cited["sources"]], cited["days"]])
`);
    expect(found).toEqual(["trade-graph: “", ["source:s"], [{ valid: null, known: "2025-08-01" }]]);
  });

  it("asks again what may pass, as often as it was told to", async () => {
    let asked = 0;
    const proxy = createServer((request, response) => {
      asked += 1;
      if (asked <= 2) response.writeHead(503, { "retry-after": "0" }).end("busy");
      else {
        const parts: Buffer[] = [];
        request.on("data", (part: Buffer) => parts.push(part));
        request.on("end", async () => {
          const answer = await fetch(`${served.address}/graphql`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: Buffer.concat(parts),
          });
          response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
        });
      }
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const { port } = proxy.address() as { port: number };
    try {
      const found = await run(
        `
first = graph.query("{ firms { totalCount } }")
show(first)
`,
        `http://127.0.0.1:${port}`,
      );
      expect([found, asked]).toEqual([{ firms: { totalCount: FIRMS } }, 3]);
      asked = -1; // Three refusals: one more than it asks again.
      const refused = await run(
        `
try: graph.query("{ firms { totalCount } }")
except TradeGraphError as error: show([error.code, str(error)])
`,
        `http://127.0.0.1:${port}`,
      );
      expect(refused).toEqual(["HTTP_503", expect.stringContaining("answered 503 with what is no answer: busy")]);
    } finally {
      await new Promise((resolve) => proxy.close(resolve));
    }
  });

  it("is a wheel that holds the package", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "tradegraph-wheel-"));
    try {
      await pythonBeside([
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--wheel-dir",
        folder,
        "./clients/python",
      ]);
      const [wheel = "", ...others] = await readdir(folder);
      expect([wheel, others]).toEqual(["tradegraph-0.1.0-py3-none-any.whl", []]);
      const names = JSON.parse(
        await pythonBeside([
          "-c",
          "import json, sys, zipfile; print(json.dumps(sorted(n for n in zipfile.ZipFile(sys.argv[1]).namelist() if n.startswith('tradegraph/'))))",
          join(folder, wheel),
        ]),
      );
      expect(names).toEqual(
        ["__init__.py", "client.py", "documents.py", "errors.py", "py.typed", "table.py", "transport.py"].map(
          (name) => `tradegraph/${name}`,
        ),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
