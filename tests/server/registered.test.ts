import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { getIntrospectionQuery, parse, print } from "graphql";
import { GraphQLClient } from "graphql-request";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { InputError } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { createServer } from "../../src/server/index.ts";
import { EXPLORER_OPERATIONS } from "../../src/server/pages.ts";
import { testNeo4j } from "../support/engine.ts";
import { goldenOperations } from "../support/golden.ts";
import { openPrepared } from "../support/prepared.ts";
import { loadSeed } from "../support/seeded.ts";
import { codeOf, type Served, serve } from "./support.ts";

const FOLDER = "tests/operations";
const KEY = "a-key-of-16-and-more";
const golden = goldenOperations();
const [LINE] = golden.filter(({ name }) => name === "explorer-line");
if (!LINE) throw new Error("The golden operation explorer-line is gone: take another one here.");
const ANSWER: unknown = JSON.parse(LINE.answer());
const NOT_IN_LIST = "{ countries(first: 1) { nodes { id } } }";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const persistedQuery = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
const address = (parameters: Record<string, string>) => `/graphql?${new URLSearchParams(parameters)}`;

describe.skipIf(testNeo4j())("a server that answers registered operations only", () => {
  let served: Served;
  const log: string[] = [];
  beforeAll(async () => {
    const options = { registeredOperations: [FOLDER], loadKey: KEY, logLevel: "warn", logTo: { write: (line: string) => log.push(line) } };
    served = await serve(options, undefined, (engine) => loadSeed(engine, readModel()));
  });
  afterAll(() => served?.close());
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    served.post(JSON.stringify(body), { "content-type": "application/json", ...headers });

  it("answers every golden operation by the name of its file", async () => {
    for (const { name, answer } of golden) {
      const { status, json } = await send({ documentId: name });
      expect([name, status, json.data]).toEqual([name, 200, JSON.parse(answer())]);
    }
  });

  const printed = print(parse(LINE.source));
  it.each<[string, Record<string, unknown>]>([
    ["the digest of the file", { documentId: `sha256:${sha256(LINE.source)}` }],
    ["the digest of its text as graphql-js prints it", { documentId: `sha256:${sha256(printed)}` }],
    ["a digest as Apollo's clients send it", { extensions: persistedQuery(sha256(printed)) }],
    ["a digest with the text beside it", { query: printed, extensions: persistedQuery(sha256(printed)) }],
    ["its text", { query: LINE.source }],
    ["its text as graphql-js prints it", { query: printed }],
    ["its name, with the operation's", { documentId: LINE.name, operationName: "ExplorerLine", variables: {} }],
    ["its name, and null for what is left out", { documentId: LINE.name, query: null, extensions: null, operationName: null }],
  ])("finds an operation by %s, by POST and by GET", async (_, request) => {
    expect((await send(request)).json.data).toEqual(ANSWER);
    const given = Object.entries(request).filter(([, value]) => value !== null);
    const parameters = Object.fromEntries(given.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]));
    expect((await served.request(address(parameters))).json.data).toEqual(ANSWER);
  });

  it("takes variables with it, and says so where the operation has no such one", async () => {
    const none = await send({ documentId: LINE.name, variables: { stop: "event:none" } });
    expect(none.json.data).toEqual({ event: null });
    const other = await send({ documentId: LINE.name, operationName: "Other" });
    expect([other.status, codeOf(other)]).toEqual([400, "OPERATION_RESOLUTION_FAILURE"]);
  });

  it("gives a table by the name alone", async () => {
    const table = await served.request(address({ documentId: LINE.name, format: "csv" }));
    expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(table.text).toContain("event.title");
  });

  it.each<[string, unknown]>([
    ["another text", { query: NOT_IN_LIST }],
    ["a part of a registered text", { query: "{ __typename }" }],
    ["introspection", { query: getIntrospectionQuery() }],
    ["a text that can't be read", { query: "{" }],
    ["a mutation", { query: "mutation { load(input: { files: [] }) { problems { message } } }" }],
    ["an id that nothing has", { documentId: "none" }],
    ["an id of every object", { documentId: "__proto__" }],
    ["an id that is no text", { documentId: 7 }],
    ["the digest of another text", { documentId: `sha256:${sha256(NOT_IN_LIST)}` }],
    ["another text under a registered digest", { query: NOT_IN_LIST, extensions: persistedQuery(sha256(LINE.source)) }],
    ["another text under a registered name", { documentId: LINE.name, query: NOT_IN_LIST }],
    ["two registered operations at once", { documentId: LINE.name, extensions: persistedQuery(sha256(golden[0]?.source ?? "")) }],
    ["nothing", {}],
    ["a list", [{ documentId: LINE.name }]],
    ["a text", "explorer-line"],
  ])("refuses %s, and runs nothing", async (_, request) => {
    const answer = await send(request, { accept: "application/graphql-response+json" });
    expect([answer.status, codeOf(answer)]).toEqual([400, "OPERATION_NOT_REGISTERED"]);
    expect(answer.headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
    expect(answer.json.data).toBeUndefined();
  });

  it.each([
    address({ query: NOT_IN_LIST }),
    address({ documentId: "none", format: "csv" }),
    `/%67raphql?${new URLSearchParams({ query: NOT_IN_LIST })}`,
    `${address({ documentId: LINE.name })}&${new URLSearchParams({ query: NOT_IN_LIST })}`,
    `${address({ query: LINE.source })}&${new URLSearchParams({ query: NOT_IN_LIST })}`,
    address({ documentId: LINE.name, extensions: JSON.stringify(persistedQuery("0")) }),
    "/graphql",
  ])("refuses by GET %s", async (path) => {
    const answer = await served.request(path);
    expect([answer.status, codeOf(answer)]).toEqual([400, "OPERATION_NOT_REGISTERED"]);
  });

  it("answers who has a key that may load whatever is asked, and counts wrong keys", async () => {
    const load = "mutation { load(input: { files: [], dryRun: true }) { problems { message } } }";
    const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
    expect((await send({ query: load }, bearer(KEY))).json.data).toEqual({ load: { problems: [] } });
    expect((await send({ query: NOT_IN_LIST }, bearer(KEY))).json.errors).toBeUndefined();
    const wrong = await send({ query: NOT_IN_LIST }, bearer("another-key-of-16"));
    expect(codeOf(wrong)).toBe("OPERATION_NOT_REGISTERED");
    expect(log.filter((line) => line.includes("a wrong key was refused"))).toHaveLength(1);
  });

  it("has no GraphiQL, which could ask nothing, but the schema to write operations by", async () => {
    expect((await served.request("/")).text).toMatch(/^This server answers registered operations only: /);
    expect((await served.request("/schema.graphql")).text).toBe(readFileSync("api/schema.graphql", "utf8"));
  });

  it("serves clients that send what graphql-js prints", async () => {
    expect(await new GraphQLClient(`${served.address}/graphql`).request(parse(LINE.source))).toEqual(ANSWER);
  });
});

describe.skipIf(testNeo4j())("a server that answers the explorer's operations only", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ registeredExplorer: true }, undefined, (engine) => loadSeed(engine, readModel()));
  });
  afterAll(() => served?.close());
  const send = (body: unknown) => served.post(JSON.stringify(body));
  const texts = (): Record<string, string> => JSON.parse(readFileSync(EXPLORER_OPERATIONS, "utf8"));

  it("has each operation of the explorer's folders and each golden question, and no other", () => {
    const own = readdirSync("src/explorer", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".graphql"))
      .flatMap((path) =>
        [...readFileSync(join("src/explorer", path), "utf8").matchAll(/^(?:query|mutation) (\w+)/gm)].map(([, name]) => name),
      );
    expect(own.length).toBeGreaterThan(20);
    const names = [...own, ...golden.map(({ name }) => `questions/${name}`)].flatMap((name) => [
      `explorer/${name}`,
      `explorer/${name}/file`,
    ]);
    expect(Object.keys(texts()).sort()).toEqual(names.sort());
    expect(Object.values(texts()).filter((text) => /^\s*mutation/m.test(text))).toEqual([]);
  });

  it("answers them, with values of anybody's", async () => {
    const found = await send({ query: texts()["explorer/Search"], variables: { text: "echodyne", code: "01", isCode: false } });
    expect(JSON.stringify(found.json.data)).toContain("firm:echodyne");
    const golden = await send({ documentId: "explorer/questions/explorer-line/file" });
    expect(golden.json.data).toEqual(ANSWER);
  });

  it.each<[string, () => unknown]>([
    ["another text", () => ({ query: NOT_IN_LIST })],
    ["introspection", () => ({ query: getIntrospectionQuery() })],
    ["an operation of the explorer's with a field more", () => ({ query: texts()["explorer/Search"]?.replace("label", "label summary") })],
    ["two of them in one text", () => ({ query: `${texts()["explorer/Search"]}\n${texts()["explorer/Cited"]}`, operationName: "Search" })],
    ["a golden question as it stands in its file, which the explorer prints anew", () => ({ query: `# mine\n${LINE.source}` })],
  ])("refuses %s", async (_, request) => {
    const answer = await send(request());
    expect([answer.status, codeOf(answer)]).toEqual([400, "OPERATION_NOT_REGISTERED"]);
  });

  it("serves the explorer, and its view that says why there is no GraphiQL in GraphiQL's place", async () => {
    const [home, node, editor] = await Promise.all(["/", "/id/firm:echodyne", "/graphiql"].map((path) => served.request(path)));
    expect([home?.status, node?.status, editor?.status]).toEqual([200, 200, 200]);
    expect([node?.text, editor?.text]).toEqual([home?.text, home?.text]);
    expect(home?.text).toContain('<div id="root"');
    expect((await served.request("/id/firm:none")).status).toBe(404);
  });
});

describe.skipIf(testNeo4j())("what is registered", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-graph-registered-"));
  const model = readModel();
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  afterAll(async () => {
    await engine?.close();
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const types = "{ __typename }";
  const apollo = (operations: unknown) => JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations });

  it("comes from the manifests of relay-compiler, graphql-codegen and Apollo, several of them", async () => {
    const relay = file("relay.json", JSON.stringify({ "5d41402abc4b2a76b9719d911017c592": types }));
    const manifest = file("apollo.json", apollo([{ id: "a1", name: "A", type: "query", body: "query A { __typename }" }]));
    const served = await serve({ registeredOperations: [relay, manifest] });
    try {
      for (const documentId of ["5d41402abc4b2a76b9719d911017c592", "a1"])
        expect((await served.post(JSON.stringify({ documentId }))).json.data).toEqual({ __typename: "Query" });
      const hash = await served.post(JSON.stringify({ extensions: persistedQuery("a1") }));
      expect(hash.json.data).toEqual({ __typename: "Query" });
      expect(codeOf(await served.post(JSON.stringify({ documentId: "b2" })))).toBe("OPERATION_NOT_REGISTERED");
    } finally {
      await served.close();
    }
  });

  it("serves Apollo Client, which adds __typename to what it sends, by a manifest of just that", async () => {
    const cache = new InMemoryCache();
    const query = gql`
      query Engine {
        meta {
          engine
        }
      }
    `;
    const body = print(cache.transformDocument(query));
    expect(body).toContain("__typename");
    const manifest = file("client.json", apollo([{ id: sha256(body), name: "Engine", type: "query", body }]));
    const served = await serve({ registeredOperations: [manifest] });
    const link = ApolloLink.from([
      new PersistedQueryLink({ sha256: async (text) => sha256(text) }),
      new HttpLink({ uri: `${served.address}/graphql` }),
    ]);
    const client = new ApolloClient({ link, cache });
    try {
      expect((await client.query({ query })).data).toEqual({ meta: { __typename: "Meta", engine: await served.engine.version() } });
      const refused = client.query({ query: gql(NOT_IN_LIST) });
      await expect(refused).rejects.toMatchObject({ errors: [{ extensions: { code: "OPERATION_NOT_REGISTERED" } }] });
    } finally {
      client.stop();
      await served.close();
    }
  });

  it.each<[string, () => readonly string[], RegExp]>([
    [
      "a file that is not there",
      () => [join(folder, "none.graphql")],
      /none\.graphql can't be read; operations are to be there \(REGISTERED_OPERATIONS or PLANNED_OPERATIONS\)\.$/,
    ],
    ["a file of something else", () => [file("a.txt", types)], /a\.txt: operations stand in files that end in \.graphql, \.gql or \.json/],
    ["a manifest of no known form", () => [file("b.json", "[]")], /b\.json: it must be texts by their ids/],
    ["a manifest that is no JSON", () => [file("c.json", "{")], /c\.json: it is no JSON/],
    ["no operation at all", () => [file("d.json", "{}")], /There is no operation in them\./],
    ["a document of fragments", () => [file("e.graphql", "fragment F on Meta { engine }")], /e\.graphql: it has no operation\./],
    ["a text that can't be read", () => [file("f.graphql", "{")], /f\.graphql: Syntax Error/],
    ["a field that the schema lacks", () => [file("g.graphql", "{\n  colour\n}")], /g\.graphql:2:3: Cannot query field "colour"/],
    [
      "one id for two texts",
      () => [file("h.json", JSON.stringify({ i: types })), file("i.graphql", "query I { __typename }")],
      /i\.graphql: another document has the id i\./,
    ],
    ["an id that looks like a digest", () => [file("j.json", JSON.stringify({ "sha256:1": types }))], /an id can't begin with sha256:/],
    [
      "several faults, all of them",
      () => [file("k.graphql", "{ colour }"), file("l.graphql", "{ size }")],
      /k\.graphql:1:3: .*\n.*l\.graphql:1:3: /,
    ],
  ])("stops the start where it is %s", async (_, paths, message) => {
    const started = createServer({ engine, model, registeredOperations: paths() });
    await expect(started).rejects.toThrow(InputError);
    await expect(started).rejects.toThrow(message);
  });
});
