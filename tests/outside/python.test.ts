import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "../../src/model/index.ts";
import { hasPythonClients, pythonBeside } from "../exporters/python.ts";
import { type Served, serve } from "../server/support.ts";
import { testNeo4j } from "../support/engine.ts";
import { NAMES, writeCountries } from "./countries.ts";

const SELECTED = "edges { node { id name } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor }";
const ORDER = "orderBy: [{ field: NAME, direction: ASC }]";
const FORWARDS = `query Forwards($after: String) { countries(first: 2, after: $after, ${ORDER}) { ${SELECTED} } }`;
const BACKWARDS = `query Backwards($before: String) { countries(last: 2, before: $before, ${ORDER}) { ${SELECTED} } }`;

/** With the schema that it asks of the server, the client itself checks each operation before it sends it. */
const GQL = `
import json, sys
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXTransport

url, forwards, backwards = sys.argv[1:]
with Client(transport=HTTPXTransport(url=url), fetch_schema_from_transport=True) as session:
    def page(query, **variables):
        query = gql(query)
        query.variable_values = variables
        return session.execute(query)["countries"]
    there, after = [], None
    while True:
        got = page(forwards, after=after)
        there += [edge["node"]["name"] for edge in got["edges"]]
        if not got["pageInfo"]["hasNextPage"]: break
        after = got["pageInfo"]["endCursor"]
    back, before = [], None
    while True:
        got = page(backwards, before=before)
        back = [edge["node"]["name"] for edge in got["edges"]] + back
        if not got["pageInfo"]["hasPreviousPage"]: break
        before = got["pageInfo"]["startCursor"]
    try:
        session.execute(gql("{ countries(first: 1, last: 1) { totalCount } }"))
        code = None
    except TransportQueryError as error:
        code = error.errors[0]["extensions"]["code"]
print(json.dumps({"there": there, "back": back, "code": code, "types": sorted(session.client.schema.type_map)}))
`;

/** The client that ariadne-codegen has generated, with a method for each operation and a model for each selection. */
const GENERATED = `
import json, sys
from trade.client import Client

client = Client(url=sys.argv[1])
there, after = [], None
while True:
    got = client.forwards(after=after).countries
    there += [edge.node.name for edge in got.edges]
    if not got.page_info.has_next_page: break
    after = got.page_info.end_cursor
back, before = [], None
while True:
    got = client.backwards(before=before).countries
    back = [edge.node.name for edge in got.edges] + back
    if not got.page_info.has_previous_page: break
    before = got.page_info.start_cursor
print(json.dumps({"there": there, "back": back}))
`;

describe.skipIf(!hasPythonClients || testNeo4j())("clients in Python", () => {
  let served: Served;
  let url: string;
  beforeAll(async () => {
    served = await serve({}, undefined, writeCountries);
    url = `${served.address}/graphql`;
  });
  afterAll(() => served?.close());

  it("gql reads the schema, and pages through a list both ways", async () => {
    const types = Object.keys(readModel().schema.getTypeMap()).sort();
    const read: unknown = JSON.parse(await pythonBeside(["-c", GQL, url, FORWARDS, BACKWARDS]));
    expect(read).toEqual({ there: NAMES, back: NAMES, code: "BAD_PAGE", types });
  });

  it("ariadne-codegen generates a client from the served schema, which pages through a list both ways", async () => {
    const folder = mkdtempSync(join(tmpdir(), "trade-graph-ariadne-"));
    try {
      mkdirSync(join(folder, "operations"));
      writeFileSync(join(folder, "operations", "paging.graphql"), `${FORWARDS}\n${BACKWARDS}\n`);
      const settings = {
        remote_schema_url: url,
        queries_path: "operations",
        target_package_name: "trade",
        async_client: false,
        include_all_inputs: false,
        include_all_enums: false,
      };
      const lines = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
      writeFileSync(join(folder, "pyproject.toml"), `[tool.ariadne-codegen]\n${lines.join("\n")}\n`);
      await pythonBeside(["-m", "ariadne_codegen"], folder);
      expect(JSON.parse(await pythonBeside(["-c", GENERATED, url], folder))).toEqual({ there: NAMES, back: NAMES });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
