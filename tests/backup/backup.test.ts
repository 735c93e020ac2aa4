import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backup, restore } from "../../src/backup/index.ts";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { load, requireUsable } from "../../src/load/index.ts";
import { world } from "../load/support.ts";
import { wrapped } from "../support/wrapped.ts";
import { another, fill, model, textOf, wipe, written } from "./support.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("a backup", () => {
  let test: Awaited<ReturnType<typeof another>>;
  let engine: GraphEngine;
  beforeEach(async () => {
    test = await another();
    engine = test.engine;
  });
  afterEach(() => test.close());

  const nodes = async (of: GraphEngine) => Number((await of.read({ text: "MATCH (n) RETURN count(n)", params: {} }))[0]?.[0]);

  it("restores to a database that gives the same backup to the byte, in place and on the embedded engine, packed or not", async () => {
    await fill(engine);
    const text = await textOf(engine);
    expect(text.split("\n")[0]).toBe('{"format":"trade-graph-backup","version":1}');
    expect(JSON.parse(text.trim().split("\n").at(-1) ?? "")).toMatchObject({
      end: { nodes: expect.any(Number), edges: expect.any(Number) },
    });
    for (const part of ['"large":{"int":"9007199254740993"}', '"half":0.1', '"labels":["Bundle"]', '"labels":["Format"]', "中文, 😀"])
      expect(text).toContain(part);

    const embedded = await openEmbedded();
    const end = await restore(embedded, model, await written(test.folder, "plain", text));
    expect(await textOf(embedded)).toBe(text);
    // And the note that all words of search are new.
    expect(await nodes(embedded)).toBe(end.nodes + 2);
    await embedded.close();

    await wipe(engine);
    await restore(engine, model, await written(test.folder, "packed", gzipSync(text)));
    expect(await textOf(engine)).toBe(text);
    await requireUsable(engine, model);
    // What was streamed is known again, and a load changes nothing.
    const again = await load(engine, model, [world]);
    expect([again.problems, again.bundles.map(({ nodes: { unchanged, added } }) => [unchanged > 0, added])]).toEqual([[], [[true, 0]]]);
  });

  it("is the same text whatever the order in which an engine gives its rows", async () => {
    await fill(engine);
    const text = await textOf(engine);
    for (let i = 0; i < 3; i++) expect(await textOf(engine)).toBe(text);
  });

  it("is refused, with the reason and nothing written, when it was cut, changed, added to, or is something else", async () => {
    await fill(engine);
    const text = await textOf(engine);
    const lines = text.trimEnd().split("\n");
    await wipe(engine);
    const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ["cut in a line", text.slice(0, text.length / 2), /:\d+: This is no line of a backup/],
      ["without its end", `${lines.slice(0, -1).join("\n")}\n`, /is cut short/],
      ["without a line", `${lines.filter((_, i) => i !== 3).join("\n")}\n`, /digest is another/],
      ["with another value", text.replace("Permanent magnets", "Permanent magnetS"), /digest is another/],
      ["with two lines in another order", [lines[0], lines[2], lines[1], ...lines.slice(3), ""].join("\n"), /digest is another/],
      ["with more behind its end", `${text}${lines[1]}\n`, /more behind the end/],
      ["with a label that is none", text.replace('["Bundle"]', '["Bundle) DETACH DELETE (n"]'), /no line of a backup/],
      ["an export", '{"format":"trade-graph","version":1}\n', /is no backup of this program.*npm run import/],
      ["of a later version", text.replace('"version":1', '"version":2'), /backup of version 2, and version 1 is read here/],
      ["empty", "", /is no backup of this program/],
      ["packed, and cut", gzipSync(text).subarray(0, 200), /can't be read, or is damaged/],
    ];
    for (const [name, content, why] of refused) {
      await expect(restore(engine, model, await written(test.folder, "bad", content)), name).rejects.toThrow(why);
      expect(await nodes(engine), name).toBe(0);
    }
    await expect(restore(engine, model, `${test.folder}/nowhere`)).rejects.toThrow(/nowhere can't be read/);
  });

  it("is restored into an empty database only", async () => {
    await fill(engine);
    const path = await written(test.folder, "full", await textOf(engine));
    const before = await textOf(engine);
    await expect(restore(engine, model, path)).rejects.toThrow(/holds data already.*DATA_DIR or NEO4J_DATABASE/);
    expect(await textOf(engine)).toBe(before);
  });

  it("that was restored by half keeps loads and starts away, and is restored anew when asked again", async () => {
    await fill(engine);
    const text = await textOf(engine);
    const path = await written(test.folder, "full", text);
    await wipe(engine);
    let writes = 0;
    const failing = wrapped(engine, {
      write: (work) => (++writes > 2 ? Promise.reject(new Error("the power went off")) : engine.write(work)),
    });
    await expect(restore(failing, model, path)).rejects.toThrow("the power went off");
    expect(await nodes(engine)).toBeGreaterThan(1);
    await expect(requireUsable(engine, model)).rejects.toThrow(/holds a part of a backup.*npm run restore/);
    await expect(load(wrapped(engine, {}), model, [world])).rejects.toThrow(/holds a part of a backup/);
    await restore(engine, model, path);
    expect(await textOf(engine)).toBe(text);
    await requireUsable(engine, model);
  });

  it("breaks off, without its last line, where another process writes while it is read", async () => {
    await fill(engine);
    const lines = backup(engine);
    const parts = [(await lines.next()).value ?? ""];
    // Another engine to this process's turns, as one of another process would be.
    const other = wrapped(engine, {});
    const bundle = {
      name: "late.yaml",
      text: "bundle: late\nsources: [{id: late, title: Late, reliability: PRESS, publishedOn: 2025-07-01}]\n",
    };
    expect((await load(other, model, [bundle])).problems).toEqual([]);
    const rest = async () => {
      for await (const part of lines) parts.push(part);
    };
    await expect(rest()).rejects.toThrow(/Another process wrote to the database while it was read.*--url/);
    await expect(restore(await openEmbedded(), model, await written(test.folder, "half", parts.join("")))).rejects.toThrow(/is cut short/);
  });

  it("holds loads back until it has ended, or is given up", async () => {
    await fill(engine);
    for (const [round, end] of [
      (lines: AsyncGenerator<string>) => drain(lines),
      (lines: AsyncGenerator<string>) => lines.return(undefined),
    ].entries()) {
      const lines = backup(engine);
      await lines.next();
      let loaded = false;
      const bundle = {
        name: "late.yaml",
        text: `bundle: late-${round}\nsources: [{id: late-${round}, title: Late, reliability: PRESS, publishedOn: 2025-07-01}]\n`,
      };
      const loading = load(engine, model, [bundle]).then((report) => {
        loaded = true;
        return report;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(loaded).toBe(false);
      await end(lines);
      expect((await loading).problems).toEqual([]);
    }
  });
});

async function drain(lines: AsyncIterable<string>): Promise<void> {
  for await (const _ of lines);
}
