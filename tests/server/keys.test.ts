import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keysCommand } from "../../src/cli/keys.ts";
import { addKey, revokeKey } from "../../src/keys/index.ts";
import { loadStream } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { MOST_FAILURES } from "../../src/server/key.ts";
import { ran } from "../importers/support.ts";
import { type Answer, type Served, serve } from "./support.ts";

vi.setConfig({ testTimeout: 60_000 });
const KEY = "a-key-of-twenty-chars";
const source = (name: string, title = "A page") =>
  `bundle: ${name}\nsources: [{id: ${name}-s, title: ${title}, reliability: PRESS, publishedOn: 2025-07-01}]\n`;

describe("keys of a running server", () => {
  let folder: string;
  let keysFile: string;
  let served: Served;
  let log: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-served-keys-"));
    keysFile = join(folder, "keys.json");
    log = [];
    served = await serve({ loadKey: KEY, keysFile, logLevel: "trace", logTo: { write: (line) => void log.push(line) } });
  });
  afterEach(async () => {
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const load = (key: string | null, ...texts: string[]): Promise<Answer> => {
    const query = "mutation ($input: LoadInput!) { load(input: $input) { bundles { name } problems { message } } }";
    const variables = { input: { files: texts.map((text, i) => ({ name: `${i}.yaml`, text })) } };
    return served.post(JSON.stringify({ query, variables }), {
      "content-type": "application/json",
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    });
  };
  const refusal = ({ status, json }: Answer) => [status, json.errors?.[0]?.extensions?.code, json.errors?.[0]?.message];
  const sources = async () =>
    (await served.engine.read({ text: "MATCH (s:Source) RETURN s.id ORDER BY s.id", params: {} })).map(([id]) => id);

  it("load what their bundles allow, all files of a load or none, and no more once they are revoked", async () => {
    const key = addKey(keysFile, "ci", ["my-*"]);
    expect((await load(key, source("my-one"), source("my-two"))).json.data).toMatchObject({
      load: { problems: [], bundles: [{ name: "my-one" }, { name: "my-two" }] },
    });
    expect(refusal(await load(key, source("my-three"), source("other")))).toEqual([
      403,
      "FORBIDDEN",
      expect.stringMatching(/The key ci may load my-\*, and not other\. Nothing was written\..*npm run keys -- add/),
    ]);
    expect(await sources()).toEqual(["source:my-one-s", "source:my-two-s"]);
    expect((await load(KEY, source("other"))).status).toBe(200);
    revokeKey(keysFile, "ci");
    expect(refusal(await load(key, source("my-three")))).toEqual([
      403,
      "FORBIDDEN",
      expect.stringMatching(/none of this server's, or was revoked/),
    ]);
    expect(refusal(await load(null, source("my-three")))).toEqual([
      403,
      "FORBIDDEN",
      expect.stringMatching(/needs a key: send Authorization: Bearer/),
    ]);
    expect(await sources()).toEqual(["source:my-one-s", "source:my-two-s", "source:other-s"]);
  });

  it("can't change a record of a bundle that they may not load", async () => {
    const key = addKey(keysFile, "ci", ["mine"]);
    expect((await load(KEY, source("theirs"))).status).toBe(200);
    const stolen = source("theirs", "Another title").replace("bundle: theirs", "bundle: mine");
    const { data } = (await load(key, stolen)).json;
    expect(data).toMatchObject({ load: { bundles: [], problems: [{ message: expect.stringContaining("theirs") }] } });
    expect(await served.engine.read({ text: "MATCH (s:Source) RETURN s.title", params: {} })).toEqual([["A page"]]);
  });

  it("never stand in the log or in an answer, whether right or wrong, while each wrong one is logged with its address and count", async () => {
    const key = addKey(keysFile, "ci", ["my-*"]);
    const wrong = "tg_wrong-key-of-some-length";
    const answers = [
      await load(key, source("my-one")),
      await load(key, source("other")),
      await load(wrong, source("x")),
      await load(KEY, source("y")),
    ];
    answers.push(await served.request("/backup", { headers: { authorization: `Bearer ${wrong}` } }));
    const said = [...log, ...answers.map(({ text }) => text)].join("\n");
    for (const secret of [key, wrong, KEY]) expect(said).not.toContain(secret);
    const refused = log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "a wrong key was refused");
    expect(refused.map(({ level, ip, failures }) => [level, ip, failures])).toEqual([
      [40, "127.0.0.1", 1],
      [40, "127.0.0.1", 2],
    ]);
  });

  it("are not looked at from an address that has tried too many, which gets 429 and Retry-After, and may still ask", async () => {
    for (let i = 0; i < MOST_FAILURES; i++) expect((await load(`wrong-key-number-${i}`, source("x"))).status).toBe(403);
    for (const key of ["wrong-key", KEY]) {
      const answer = await load(key, source("x"));
      expect(refusal(answer)).toEqual([429, "TOO_MANY_REQUESTS", expect.stringMatching(/no key of it is looked at for \d+ s/)]);
      const seconds = Number(answer.headers.get("retry-after"));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      const other = await served.request("/backup", { headers: { authorization: `Bearer ${key}` } });
      expect([other.status, Number(other.headers.get("retry-after")) > 0]).toEqual([429, true]);
    }
    expect((await served.ask("{ sources { totalCount } }")).json.data).toEqual({ sources: { totalCount: 0 } });
    expect(await sources()).toEqual([]);
    vi.useFakeTimers({ toFake: ["Date", "performance"], now: Date.now() + 61_000 });
    try {
      expect((await load(KEY, source("x"))).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it("count a wrong key once a request, also by the long body that it does not open", async () => {
    const twice =
      "mutation ($input: LoadInput!) { a: load(input: $input) { problems { message } } b: load(input: $input) { problems { message } } }";
    const headers = { "content-type": "application/json", authorization: "Bearer wrong-key" };
    await served.post(JSON.stringify({ query: twice, variables: { input: { files: [] } } }), headers);
    expect((await served.post(JSON.stringify({ query: `{ __typename } #${"x".repeat(300_000)}` }), headers)).status).toBe(413);
    // A question needs no key, and a wrong one does no harm there.
    expect((await served.post('{"query":"{ __typename }"}', headers)).status).toBe(200);
    const refused = log.filter((line) => line.includes("a wrong key was refused"));
    expect(refused.map((line) => JSON.parse(line).failures)).toEqual([1, 2]);
  });

  it("give a backup where they may load everything, and are refused it where not", async () => {
    const [some, all] = [addKey(keysFile, "some", ["my-*"]), addKey(keysFile, "all", ["*"])];
    const backup = (key: string) => served.request("/backup", { headers: { authorization: `Bearer ${key}` } });
    const refused = await backup(some);
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringMatching(/A backup needs a key that may load everything, and some may load my-\*\./),
    ]);
    const given = await backup(all);
    expect((await fetch(`${served.address}/backup`, { method: "HEAD", headers: { authorization: `Bearer ${all}` } })).status).toBe(405);
    expect([given.status, given.text.split("\n")[0]]).toEqual([200, '{"format":"trade-graph-backup","version":1}']);
  });

  it("sign every write in a journal, which /writes and the command list: who, when, which bundles, counts and digests", async () => {
    const key = addKey(keysFile, "ci", ["my-*"]);
    const before = new Date().toISOString();
    await load(key, source("my-one"), source("my-two"));
    await load(key, source("my-one"));
    await load(KEY, source("my-one", "Another title"), "bundle: my-two\n");
    const place = { file: "s", line: 1, column: 1 };
    async function* many() {
      for (let i = 0; i < 150; i++)
        yield {
          name: `many-${i}`,
          nodes: [{ type: "Source", id: `source:many-${i}`, properties: { title: "T", reliability: "PRESS", publishedOn: "2025" }, place }],
          edges: [],
          place,
        };
    }
    expect((await loadStream(served.engine, readModel(), many(), { by: "npm run import" })).problems).toEqual([]);

    const listed = await served.request("/writes", { headers: { authorization: `Bearer ${key}` } });
    const writes = listed.text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const short = writes.map(({ by, bundles, bundleCount, nodes }) => [
      by,
      bundles.length,
      bundleCount,
      nodes.added,
      nodes.changed,
      nodes.removed,
    ]);
    // The second load of the same wrote nothing, and is no write.
    expect(short.slice(0, 1)).toEqual([["npm run import", 100, 150, 150, 0, 0]]);
    expect(short.slice(1, 3).sort()).toEqual(
      [
        ["LOAD_KEY", 1, 1, 0, 0, 1],
        ["LOAD_KEY", 1, 1, 0, 1, 0],
      ].sort(),
    );
    expect(short.slice(3)).toEqual([
      ["ci", 1, 1, 1, 0, 0],
      ["ci", 1, 1, 1, 0, 0],
    ]);
    for (const { at, digests, bundles } of writes) {
      expect(at >= before && at <= new Date().toISOString()).toBe(true);
      expect(digests.length).toBe(bundles.length);
      for (const digest of digests) expect(digest).toMatch(/^[\w-]{43}$/);
    }
    const digestsOf = (name: string) => writes.flatMap(({ bundles, digests }) => (bundles[0] === name ? digests : []));
    expect(new Set(digestsOf("my-one")).size).toBe(2);

    const ask = (path: string, authorization?: string) => served.request(path, authorization ? { headers: { authorization } } : {});
    expect((await ask("/writes")).status).toBe(403);
    expect((await ask("/writes?last=1", `Bearer ${key}`)).text.trim().split("\n").length).toBe(1);
    expect((await ask("/writes?last=x", `Bearer ${key}`)).status).toBe(400);

    const command = await ran(keysCommand, ["writes", "--last", "1", "--url", served.address, "--key", key], {});
    expect(command).toEqual({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(
        /^\S+Z {2}npm run import {2}many-\d+, many-\d+, many-\d+ and 147 more: nodes \+150 ~0 -0, edges \+0 ~0 -0\n$/,
      ),
    });
  });
});
