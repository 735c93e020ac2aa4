import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCommand } from "../../src/cli/load.ts";
import { ran } from "../importers/support.ts";
import { codeOf, type Served, serve } from "./support.ts";

const KEY = "a-key-of-twenty-chars";
const BUNDLE = `
bundle: b
sources: [{id: s, title: A page, reliability: PRESS, publishedOn: 2025-07-01}]
events:
  - id: e
    title: Something happened
    kind: STATEMENT
    claims: [{id: c, source: s, certainty: REPORTED}]
`;
const MUTATION =
  "mutation ($input: LoadInput!) { load(input: $input) { bundles { name nodes { added unchanged } } differences problems { path code message } } }";

/** The data of `MUTATION`. */
interface LoadData {
  readonly load: {
    readonly bundles: readonly unknown[];
    readonly differences: readonly string[];
    readonly problems: readonly { readonly path: string; readonly message: string }[];
  };
}

describe("loading through the server", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY });
  });
  afterAll(() => served?.close());

  const send = async (text: string, authorization?: string, dryRun = false) => {
    const body = { query: MUTATION, variables: { input: { files: [{ name: "b.yaml", text }], dryRun } } };
    const headers = { "content-type": "application/json", ...(authorization ? { authorization } : {}) };
    const { data, errors } = (await served.post(JSON.stringify(body), headers)).json;
    return { data: data as LoadData | null, errors };
  };
  const events = async () => (await served.engine.read({ text: "MATCH (e:Event) RETURN e.id", params: {} })).map(([id]) => id);
  const command = (args: string[], env: Record<string, string>) => ran(loadCommand, args, env);

  it.each([undefined, "Bearer wrong", `Basic ${KEY}`, "Bearer"])(
    "refuses to load with the Authorization header %s, and writes nothing",
    async (authorization) => {
      const { data, errors } = await send(BUNDLE, authorization);
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
      expect(await events()).toEqual([]);
    },
  );

  it("reports every problem of a load with its place, and writes nothing", async () => {
    const { data } = await send(BUNDLE.replace("STATEMENT", "STATMENT"), `Bearer ${KEY}`);
    expect(data?.load.bundles).toEqual([]);
    expect(data?.load.problems.map((p) => p.path)).toEqual(["b.yaml:7:11"]);
    expect(await events()).toEqual([]);
  });

  it.each([
    ["\u0007", "U+0007 (bell)"],
    ["\ud83e", "U+D83E (half a character)"],
  ])("refuses a text with %j in it, and names it", async (character, name) => {
    const { data } = await send(BUNDLE.replace("Something happened", `Something${character}happened`), `Bearer ${KEY}`);
    expect(data?.load.problems).toEqual([
      { path: "b.yaml:6:21", code: "BAD_RECORD", message: `The control character ${name} stands here: take it out.` },
    ]);
    expect(await events()).toEqual([]);
  });

  it("reports the differences of a dry run, and writes nothing", async () => {
    const { data } = await send(BUNDLE, `Bearer ${KEY}`, true);
    expect(data?.load.differences).toContain("+ event:e");
    expect(await events()).toEqual([]);
  });

  it("loads through the mutation, and says the second time that nothing changed", async () => {
    expect((await send(BUNDLE, `Bearer ${KEY}`)).data?.load.bundles).toEqual([{ name: "b", nodes: { added: 3, unchanged: 0 } }]);
    expect(await events()).toEqual(["event:e"]);
    expect((await send(BUNDLE, `Bearer ${KEY}`)).data?.load.bundles).toEqual([{ name: "b", nodes: { added: 0, unchanged: 3 } }]);
  });

  it("loads through the command load --url --key, and says why where it can't", async () => {
    const file = new URL("../../seed/registers/sources.yaml", import.meta.url).pathname;
    const done = await command(["--url", served.address, "--key", KEY, file], {});
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining("sources: nodes +") });
    expect(await command(["--url", served.address, file], { LOAD_KEY: KEY })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing changed"),
    });
    expect(await command(["--url", served.address, "--key", "wrong", file], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("LOAD_KEY"),
    });
    expect(await command(["--url", "http://127.0.0.1:1", "--key", KEY, file], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("can't be reached"),
    });
    expect(await command(["--url", served.address, file], {})).toMatchObject({ code: 1, stderr: expect.stringContaining("--key") });
  });
});

describe("a load that takes more memory than it may", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ loadKey: KEY, loadMemory: 64 });
  });
  afterAll(() => served?.close());

  const send = (text: string) =>
    served.post(JSON.stringify({ query: MUTATION, variables: { input: { files: [{ name: "b.yaml", text }] } } }), {
      "content-type": "application/json",
      authorization: `Bearer ${KEY}`,
    });

  it("is refused with what to do, and the server goes on", async () => {
    const records = Array.from({ length: 60_000 }, (_, i) => `- {id: s${i}, title: Page ${i}, reliability: PRESS}`).join("\n");
    const refused = await send(`bundle: b\nsources:\n${records}\n`);
    expect([refused.status, codeOf(refused)]).toEqual([413, "LOAD_TOO_LARGE"]);
    expect(refused.json.errors?.[0]?.message).toMatch(
      /^This load takes more memory than the server has for one\. .* Send it in several loads/,
    );
    expect((await served.request("/livez")).status).toBe(200);
    expect((await send(BUNDLE)).json.data).toMatchObject({ load: { bundles: [{ name: "b", nodes: { added: 3 } }] } });
  });
});
