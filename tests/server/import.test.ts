import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { exportCommand } from "../../src/cli/export.ts";
import { importCommand } from "../../src/cli/import.ts";
import { addKey } from "../../src/keys/index.ts";
import { load } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { ran } from "../importers/support.ts";
import { type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const WORLD = `
bundle: world
sources: [{id: notice, title: Notice, url: https://example.org/notice, publishedOn: 2025-04-04, reliability: OFFICIAL}]
claims: [{id: register, source: notice, certainty: CONFIRMED}]
countries: [{id: US, name: United States, kind: STATE, iso2: US, iso3: USA}]
`;
const FIRMS = "id,name,kind,headquarters\nacme,Acme,COMPANY,US\nbrook,Brook,COMPANY,US\n";

/** A line of an import's answer. */
interface Line {
  readonly told?: string;
  readonly done?: { readonly summary: string; readonly isWhole: boolean; readonly nodes: Record<string, number> };
  readonly failed?: { readonly code: string; readonly message: string };
}

const spooled = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("trade-graph-received-"));

describe("imports through the server", () => {
  let served: Served;
  let folder: string;
  let before: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "import-through-"));
  });
  beforeEach(async () => {
    before = await spooled();
    served = await serve({ loadKey: KEY, keysFile: join(folder, "keys.json"), importMegabytes: 1 }, undefined, (engine) =>
      load(engine, readModel(), [{ name: "world.yaml", text: WORLD }]),
    );
  });
  afterEach(async () => {
    await served?.close();
    // What was received is gone, whatever became of it.
    expect(await spooled()).toEqual(before);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const form = (...files: readonly (readonly [name: string, text: string])[]) => {
    const body = new FormData();
    for (const [name, text] of files) body.append("file", new Blob([text]), name);
    return body;
  };
  const send = (path: string, body: string | FormData, key = KEY) =>
    served.request(`/import/${path}`, { method: "POST", headers: { authorization: `Bearer ${key}` }, body });
  const lines = (text: string): Line[] =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Line);
  const firms = async () => {
    const { json } = await served.ask("{ firms(first: 10) { nodes { id name } } }");
    return (json.data as { firms: { nodes: { id: string }[] } }).firms.nodes.map(({ id }) => id);
  };

  it("takes a table as a form, tells what came of it, and writes nothing the second time", async () => {
    const path = "csv?as=Firm&rests-on=register";
    const first = await send(path, form(["firms.csv", FIRMS]));
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toMatch(/^application\/jsonl/);
    expect(lines(first.text).at(-1)?.done).toMatchObject({ isWhole: true, bundles: 1, nodes: { added: 2 }, edges: { added: 2 } });
    expect(await firms()).toEqual(["firm:acme", "firm:brook"]);
    const again = lines((await send(path, form(["firms.csv", FIRMS]))).text).at(-1);
    expect(again?.done).toMatchObject({ isWhole: true, bundles: 0, unchanged: 1, nodes: { added: 0 } });
    // What went from the file goes from the graph, and is told before.
    const less = lines((await send(path, form(["firms.csv", FIRMS.replace(/brook.*\n/, "")]))).text);
    expect(less[0]?.told).toMatch(/^Removes 1 node and 1 edge that csv-firms no longer has/);
    expect(await firms()).toEqual(["firm:acme"]);
    const { text } = await served.request("/writes?last=1", { headers: { authorization: `Bearer ${KEY}` } });
    expect(JSON.parse(text)).toMatchObject({ by: "LOAD_KEY" });
  });

  it("names what is wrong by the sender's own file, and says that not all was taken", async () => {
    const { text } = await send("csv?as=Firm&rests-on=register&by-row", form(["/home/me/firms.csv", `${FIRMS}bad,Bad,NO_KIND,US\n`]));
    const told = lines(text);
    expect(told[0]?.told).toMatch(/^\/home\/me\/firms\.csv:4:\d+: /);
    expect(told.at(-1)?.done).toMatchObject({ isWhole: false, nodes: { added: 2 } });
    const [origin] = (await served.engine.read({ text: "MATCH (b:Bundle {name: 'csv-firms-acme'}) RETURN b.origin", params: {} }))[0] ?? [];
    expect(origin).toBe("csv Firm /home/me/firms.csv");
  });

  it.each<[string, string, () => string | FormData, number, string, RegExp]>([
    ["an option that there is not", "csv?as=Firm&asd=1", () => form(["a.csv", FIRMS]), 400, "BAD_USER_INPUT", /unknown option '--asd=1'/],
    ["an option that is missing", "csv", () => form(["a.csv", FIRMS]), 400, "BAD_USER_INPUT", /--as TYPE where columns/],
    ["a format that there is not", "xml", () => form(["a.csv", FIRMS]), 400, "BAD_USER_INPUT", /unknown command 'xml'/],
    ["a body that is no form", "csv?as=Firm", () => FIRMS, 400, "BAD_USER_INPUT", /Send the files as a form/],
    ["a form without a file", "csv?as=Firm", () => form(), 400, "BAD_USER_INPUT", /has no file/],
    [
      "files that are too long",
      "csv?as=Firm",
      () => form(["a.csv", FIRMS], ["b.csv", "x".repeat(1024 * 1024)]),
      413,
      "IMPORT_TOO_LARGE",
      /1 MB/,
    ],
  ])("refuses %s", async (_, path, body, status, code, message) => {
    const answer = await send(path, body());
    expect(answer.text).toMatch(message);
    expect(answer.status).toBe(status);
    expect(answer.json.errors?.[0]?.extensions?.code).toBe(code);
    expect(await firms()).toEqual([]);
  });

  it("refuses who has no key before it reads the files", async () => {
    const none = await served.request("/import/csv?as=Firm", { method: "POST", body: form(["a.csv", FIRMS]) });
    expect([none.status, none.json.errors?.[0]?.extensions?.code]).toEqual([403, "FORBIDDEN"]);
    const wrong = await send("csv?as=Firm", form(["a.csv", FIRMS]), "a-wrong-key-of-twenty");
    expect(wrong.status).toBe(403);
  });

  it("says at the end what could not be begun", async () => {
    const { status, text } = await send("csv?as=Nothing", form(["a.csv", FIRMS]));
    expect(status).toBe(200);
    expect(lines(text).at(-1)?.failed).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringMatching(/Nothing/) });
  });

  it("lets a key bring its own bundles alone, and nobody replace what another sent under the same name", async () => {
    const key = addKey(join(folder, "keys.json"), "more", ["csv-*"]);
    const jsonl =
      '{"format":"trade-graph","version":1}\n{"bundle":"mine","nodes":[{"type":"Firm","id":"firm:a","properties":{"name":"A","kind":"COMPANY"}}],"edges":[]}\n';
    const refused = lines((await send("jsonl", form(["a.jsonl", jsonl]), key)).text);
    expect(refused[0]?.told).toMatch(/^a\.jsonl:2:\d+: The key more may load csv-\*, and not the bundle mine\./);
    expect(refused.at(-1)?.done).toMatchObject({ isWhole: false, nodes: { added: 0 } });
    const path = "csv?as=Firm&rests-on=register";
    expect(lines((await send(path, form(["firms.csv", FIRMS]), key)).text).at(-1)?.done?.isWhole).toBe(true);
    const other = addKey(join(folder, "keys.json"), "other", ["csv-*"]);
    const twin = lines((await send(path, form(["firms.csv", FIRMS.replace("Brook", "Stream")]), other)).text);
    expect(twin[0]?.told).toMatch(/was made by csv Firm firms\.csv, sent by more, and this would change/);
    expect(twin.at(-1)?.done?.isWhole).toBe(false);
  });

  it("goes on where it was when a client has gone in the middle", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 6_000 }, (_, i) => `f${i},Firm ${i},COMPANY,US`).join("\n");
    const body = () => form(["many.csv", `id,name,kind,headquarters\n${rows}\n`]);
    const gone = new AbortController();
    const path = "csv?as=Firm&rests-on=register&by-row&batch=20";
    const response = await fetch(`${served.address}/import/${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${KEY}` },
      body: body(),
      signal: gone.signal,
    });
    expect(response.status).toBe(200);
    const written = async () => Number((await served.engine.read({ text: "MATCH (f:Firm) RETURN count(f)", params: {} }))[0]?.[0]);
    await vi.waitFor(async () => expect(await written()).toBeGreaterThan(0), { timeout: 20_000, interval: 10 });
    gone.abort();
    await response.text().catch(() => "");
    await vi.waitFor(async () => expect(await spooled()).toEqual(before), { timeout: 20_000 });
    const some = await written();
    expect(some).toBeLessThan(6_000);
    const again = lines((await send(path, body())).text).at(-1)?.done as { nodes: { added: number }; unchanged: number } | undefined;
    expect(again?.nodes.added).toBe(6_000 - some);
    expect(again?.unchanged).toBe(some);
  });

  it("gives the whole graph to who has a key, as the command writes it here and there", async () => {
    expect((await served.request("/export/jsonl")).status).toBe(403);
    const get = (path: string) => served.request(`/export/${path}`, { headers: { authorization: `Bearer ${KEY}` } });
    const table = await get("csv?as=Country");
    expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(table.text).toMatch(/^id,.*\n(country:)?US,/s);
    const graph = await get("jsonl");
    expect(graph.text.split("\n")[0]).toBe('{"format":"trade-graph","version":1}');
    const remote = await ran(exportCommand, ["--format", "jsonl", "--url", served.address, "--key", KEY], {});
    expect([remote.code, remote.stdout]).toEqual([0, graph.text]);
    const parquet = await get("parquet?as=Firm");
    expect(parquet.headers.get("content-type")).toBe("application/vnd.apache.parquet");
    expect(parquet.headers.get("content-disposition")).toBe('attachment; filename="Firm.parquet"');
    expect((await get("arrow")).headers.get("content-disposition")).toBe('attachment; filename="graph.arrows.zip"');
    const out = join(folder, "Firm.parquet");
    const bytes = await ran(
      exportCommand,
      ["--format", "parquet", "--as", "Firm", "--out", out, "--url", served.address, "--key", KEY],
      {},
    );
    expect([bytes.code, (await readFile(out)).subarray(-4).toString()]).toEqual([0, "PAR1"]);
    for (const [path, message] of [
      ["xml", /no format xml/],
      ["csv?as=Ship", /no node type or relationship type/],
      ["jsonl?as=Firm", /goes with the formats of tables/],
      ["csv?of=Firm", /says the type of a table at most/],
    ] as const) {
      const refused = await get(path);
      expect([refused.status, refused.json.errors?.[0]?.message]).toEqual([400, expect.stringMatching(message)]);
    }
    const asked = await ran(exportCommand, ["--format", "csv", "--query", "q.graphql", "--url", served.address], {});
    expect(asked.stderr).toMatch(/ask the server a query at \/graphql/);
  });

  it("is reached by the command line, which ends as it does without a server", async () => {
    const file = join(folder, "firms.csv");
    await writeFile(file, `${FIRMS}bad,Bad,NO_KIND,US\n`);
    const args = ["csv", "--as", "Firm", "--rests-on", "register", "--by-row", file];
    const remote = await ran(importCommand, [...args, "--url", served.address, "--key", KEY], {});
    expect(remote.code).toBe(1);
    expect(remote.stderr).toContain(`${file}:4:9: `);
    expect(remote.stdout).toMatch(/^2 bundles written, 0 as before: nodes \+2/);
    expect(await firms()).toEqual(["firm:acme", "firm:brook"]);
    for (const [extra, said] of [
      [["--key", "a-wrong-key-of-twenty"], /refused with HTTP 403: The key is none of this server's/],
      [[], /The server wants its key/],
    ] as const) {
      const refused = await ran(importCommand, [...args, "--url", served.address, ...extra], {});
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(said);
    }
    const nobody = await ran(importCommand, [...args, "--url", "http://127.0.0.1:9", "--key", KEY], {});
    expect(nobody.stderr).toMatch(/can't be reached: is the server running\?/);
  });
});
