import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GraphEngine, Value } from "../../src/engine/port.ts";
import { DATA_VERSION, load, requireUsable } from "../../src/load/index.ts";
import { wipe } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { wrapped } from "../support/wrapped.ts";
import { model, world } from "./support.ts";

describe("a database of another version", () => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    await wipe(engine);
    // As another process would come to it.
    expect((await load(wrapped(engine, {}), model, [world])).problems).toEqual([]);
  });

  const note = async () => (await engine.read({ text: "MATCH (f:Format) RETURN f.version, f.shape", params: {} }))[0];
  const set = (property: string, value: Value) =>
    engine.write((transaction) => transaction.run({ text: `MATCH (f:Format) SET f.${property} = $value`, params: { value } }));
  const shape = async (): Promise<string[]> => {
    const found = (await note())?.[1];
    return Array.isArray(found) ? found.map(String) : [];
  };

  it("notes its form and the schema at the first load, and is used without a further write", async () => {
    expect((await note())?.[0]).toBe(DATA_VERSION);
    expect(await shape()).toEqual(
      expect.arrayContaining(["Country", "Country.iso2 text", "Country.aliases texts", "Measure.rate number", "-COVERS->"]),
    );
    const reading = wrapped(engine, { write: () => Promise.reject(new Error("it wrote")) });
    await requireUsable(reading, model);
  });

  it("is brought to what search reads where an earlier version, which kept letter groups of names, has loaded it", async () => {
    const stored = async () =>
      engine.read({ text: "MATCH (n:Node) WHERE n.searchNames IS NOT NULL RETURN n.id, n.searchNames ORDER BY n.id", params: {} });
    const found = async (text: string) => (await engine.search(text, 1)).params.searchHits;
    const before = await stored();
    expect(before.length).toBeGreaterThan(5);
    await set(
      "shape",
      (await shape()).filter((line) => !line.startsWith("Search")),
    );
    await engine.write(async (transaction) => {
      await transaction.run({ text: "MATCH (n:Node) WHERE n.searchNames IS NOT NULL SET n.searchNames = 'ch chi hin ina'", params: {} });
      await transaction.run({ text: "MATCH (n) WHERE n:SearchNote OR n:SearchChange DELETE n", params: {} });
    });
    expect(await found("Chnia")).toEqual([]);
    await requireUsable(engine, model);
    expect(await stored()).toEqual(before);
    expect(await found("Chnia")).toEqual([["country:CN", expect.any(Number)]]);
    expect(await shape()).toEqual(expect.arrayContaining(["SearchNote", "SearchChange"]));
    expect(await engine.read({ text: "MATCH (s:SearchNote) RETURN count(s)", params: {} })).toEqual([[1]]);
  });

  it("counts as of this version where it has no note", async () => {
    await engine.write((transaction) => transaction.run({ text: "MATCH (f:Format) DELETE f", params: {} }));
    await requireUsable(engine, model);
    expect((await note())?.[0]).toBe(DATA_VERSION);
  });

  it.each([
    ["a later form", DATA_VERSION + 1, /later version.*update the program/],
    ["an earlier form", DATA_VERSION - 1, /earlier version.*npm run export -- --format jsonl.*npm run import -- jsonl/],
  ])("is refused with what to run where it has %s, by a start and by a load", async (_, version, says) => {
    await set("version", version);
    await expect(requireUsable(engine, model)).rejects.toThrow(says);
    await expect(load(wrapped(engine, {}), model, [world])).rejects.toThrow(says);
    expect((await note())?.[0]).toBe(version);
  });

  it.each([
    [
      "a type that the schema no longer has",
      "Port",
      "CREATE (:Node:Port {id: 'port:x'})",
      /has nodes of type Port, which.*npm run export.*npm run import/,
    ],
    [
      "a field that it no longer has",
      "Country.anthem text",
      "MATCH (n:Country {id: 'country:CN'}) SET n.anthem = 'x'",
      /has Country\.anthem as text/,
    ],
    ["a field that it has otherwise", "Country.iso2 number", null, /has Country\.iso2 as number/],
    [
      "edges that it no longer has",
      "-BORDERS->",
      "MATCH (a:Country {id: 'country:CN'}) MATCH (b:Country {id: 'country:US'}) CREATE (a)-[:BORDERS]->(b)",
      /has edges BORDERS/,
    ],
  ])("is refused where it has records of %s, and used where it had none", async (_, line, statement, says) => {
    await set("shape", [...(await shape()), line]);
    if (statement !== null) {
      await requireUsable(engine, model);
      expect(await shape()).not.toContain(line);
      await set("shape", [...(await shape()), line]);
      await engine.write((transaction) => transaction.run({ text: statement, params: {} }));
    }
    await expect(requireUsable(engine, model)).rejects.toThrow(says);
  });

  it("follows a schema that has more than before", async () => {
    const now = await shape();
    await set("shape", now.slice(5));
    await requireUsable(engine, model);
    expect(await shape()).toEqual(now);
  });
});
