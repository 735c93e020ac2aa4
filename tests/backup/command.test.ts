import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backupCommand } from "../../src/cli/backup.ts";
import { restoreCommand } from "../../src/cli/restore.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import { createServer } from "../../src/server/index.ts";
import { ran } from "../importers/support.ts";
import { fill, model, textOf } from "./support.ts";

vi.setConfig({ testTimeout: 120_000 });
const KEY = "a-key-of-twenty-chars";

describe("npm run backup and npm run restore", () => {
  let folder: string;
  let text: string;
  const at = (name: string) => join(folder, name);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "trade-graph-backup-command-"));
    const engine = await openEmbedded({ path: at("data") });
    await fill(engine);
    text = await textOf(engine);
    await engine.close();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const backup = (args: string[], env: Record<string, string> = {}) => ran(backupCommand, args, { DATA_DIR: at("data"), ...env });
  const restore = (file: string, data: string) => ran(restoreCommand, [file], { DATA_DIR: at(data) });

  /** Serves the database, which its process has open, on a free port. */
  async function served(): Promise<{ port: string; url: string; close(): Promise<void> }> {
    const engine = await openEmbedded({ path: at("data") });
    const server = await createServer({ engine, model, loadKey: KEY });
    const url = await server.listen({ port: 0, host: "127.0.0.1" });
    return {
      url,
      port: new URL(url).port,
      close: async () => {
        await server.close();
        await engine.close();
      },
    };
  }

  it("write a backup, packed where its name says so, and bring it into another folder to a graph that gives the same", async () => {
    for (const [name, unpack] of [
      ["b.jsonl", (bytes: Buffer) => bytes],
      ["b.jsonl.gz", gunzipSync],
    ] as const) {
      const { code, stdout, stderr } = await backup([at(name)]);
      expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/b\.jsonl.*: \d+ nodes and \d+ edges\.\n/), ""]);
      expect(unpack(readFileSync(at(name))).toString()).toBe(text);
      expect(await restore(at(name), `restored-${name}`)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^Restored \d+ nodes and \d+ edges, and read them back\.\n$/),
      });
      const engine = await openEmbedded({ path: at(`restored-${name}`) });
      expect(await textOf(engine)).toBe(text);
      await engine.close();
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("take the backup from the server that has the files open, by its own address or by HOST and PORT, and say what they need for it", async () => {
    const { port, url, close } = await served();
    try {
      const refused = await backup([at("b")]);
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/is open in another process.*--key or LOAD_KEY.*--url/)]);
      expect((await backup([at("b")], { LOAD_KEY: KEY, PORT: port })).code).toBe(0);
      expect(readFileSync(at("b"), "utf8")).toBe(text);
      expect((await backup([at("c.gz"), "--url", url, "--key", KEY])).code).toBe(0);
      expect(gunzipSync(readFileSync(at("c.gz"))).toString()).toBe(text);
      const wrong = await backup([at("d"), "--url", url, "--key", "another-key-of-twenty"]);
      expect([wrong.code, wrong.stderr, existsSync(at("d"))]).toEqual([1, expect.stringMatching(/refused with HTTP 403/), false]);
      expect((await fetch(`${url}/backup`)).status).toBe(403);
    } finally {
      await close();
    }
  });

  it("keep a former backup where the new one breaks off, can't be written, or can't be had", async () => {
    writeFileSync(at("b"), "the former one");
    const half = createHttpServer((_, response) => {
      response.write(text.slice(0, 500));
      setTimeout(() => response.destroy(), 50);
    });
    const whole = createHttpServer((_, response) => response.end(text.split("\n").slice(0, 5).join("\n")));
    for (const [server, says] of [
      [half, /broke off/],
      [whole, /is cut short/],
    ] as const) {
      await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const { code, stderr } = await backup([at("b"), "--url", `http://127.0.0.1:${port}`, "--key", KEY]);
      expect([code, stderr]).toEqual([1, expect.stringMatching(says)]);
      server.close();
    }
    expect((await backup([at("b"), "--url", "http://127.0.0.1:1", "--key", KEY])).stderr).toMatch(/can't be reached/);
    expect(readFileSync(at("b"), "utf8")).toBe("the former one");
    const nowhere = await backup([join(folder, "no", "folder", "b")]);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringMatching(/b can't be written: ENOENT/)]);
  });

  it("refuse a database that holds data, and a file that is no backup, with one sentence", async () => {
    expect((await backup([at("b")])).code).toBe(0);
    const full = await restore(at("b"), "data");
    expect([full.code, full.stderr]).toEqual([1, expect.stringMatching(/^The database holds data already.*\n$/)]);
    writeFileSync(at("other"), "id,name\n");
    const other = await restore(at("other"), "new");
    expect([other.code, other.stderr]).toEqual([1, expect.stringMatching(/is no backup of this program.*\n$/)]);
  });
});
