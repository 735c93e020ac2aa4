import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import { formatProblem, type LoadOptions, load, loadStream, readInputs } from "../../src/load/index.ts";
import { openTestEngine } from "../support/engine.ts";
import { file, loaded, model, rows } from "./support.ts";

let folder: string;
let engine: GraphEngine;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-folder-"));
  engine = await openTestEngine();
  await write("a.yaml", "bundle: a\ncountries: [{id: A1, name: A, kind: STATE}]\n");
  await mkdir(join(folder, "within"));
  await write("within/b.yaml", "bundle: b\ncountries: [{id: B1, name: B, kind: STATE}, {id: B2, name: B, kind: STATE}]\n");
});
afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);

/** Loads the folder, or what lies in it; returns what is gone as text. */
async function loadFolder(options: LoadOptions = {}, within = "") {
  const report = await load(engine, model, await readInputs([join(folder, within)]), options);
  expect(report.problems.map(formatProblem)).toEqual([]);
  return (report.gone ?? []).map(({ name, nodes, edges }) => `${name} ${nodes} ${edges}`);
}

const held = async () => (await rows(engine, "MATCH (n:Country) RETURN n.id")).map(([id]) => id);

describe("a file that is gone from a folder", () => {
  test("is said at each load, with what the graph has of it, until it is pruned", async () => {
    expect(await loadFolder()).toEqual([]);
    await rm(join(folder, "within/b.yaml"));
    expect(await loadFolder()).toEqual(["b 2 0"]);
    expect(await loadFolder({ dryRun: true, prune: true })).toEqual(["b 2 0"]);
    expect(await held()).toEqual(["country:A1", "country:B1", "country:B2"]);
    const said: string[] = [];
    const onRemovals: LoadOptions["onRemovals"] = ({ nodes, gone }) => said.push(`${nodes.join(" ")} of ${gone.map(({ name }) => name)}`);
    expect(await loadFolder({ prune: true, onRemovals })).toEqual(["b 2 0"]);
    expect(said).toEqual(["country:B1 country:B2 of b"]);
    expect(await held()).toEqual(["country:A1"]);
    expect(await loadFolder()).toEqual([]);
  });

  test("is said where it was the last one, until it is pruned; a folder that never brought anything lacks nothing", async () => {
    const before = await held();
    expect(await loadFolder()).toEqual([]);
    await rm(join(folder, "a.yaml"));
    await rm(join(folder, "within/b.yaml"));
    expect(await loadFolder({}, "within")).toEqual([]);
    expect(await loadFolder()).toEqual(["a 1 0", "b 2 0"]);
    expect(await loadFolder({ dryRun: true, prune: true })).toEqual(["a 1 0", "b 2 0"]);
    expect(await held()).toHaveLength(before.length + 3);
    expect(await loadFolder({ prune: true })).toEqual(["a 1 0", "b 2 0"]);
    expect(await held()).toEqual(before);
    expect(await loadFolder()).toEqual([]);
  });

  test("is not missed where the file was moved or renamed, nor by a load of another folder", async () => {
    await loadFolder();
    await rm(join(folder, "within/b.yaml"));
    await write("c.yaml", "bundle: b\ncountries: [{id: B1, name: B, kind: STATE}]\n");
    expect(await loadFolder()).toEqual([]);
    await rm(join(folder, "c.yaml"));
    await write("within/d.yaml", "bundle: d\n");
    expect(await loadFolder({}, "within")).toEqual([]);
    expect(await loadFolder()).toEqual(["b 1 0"]);
  });

  test("is not missed once a load from elsewhere, or a stream, has written its bundle", async () => {
    await loadFolder();
    await loaded(engine, file("elsewhere.yaml", "bundle: b\ncountries: [{id: B1, name: Changed, kind: STATE}]"));
    await rm(join(folder, "within/b.yaml"));
    expect(await loadFolder({ prune: true })).toEqual([]);
    expect(await held()).toEqual(["country:A1", "country:B1"]);

    await write("c.yaml", "bundle: c\ncountries: [{id: C1, name: C, kind: STATE}]\n");
    await loadFolder();
    const place = { file: "feed", line: 1, column: 1 };
    const node = { type: "Country", id: "country:C1", properties: { name: "Streamed", kind: "STATE" }, place };
    await loadStream(
      engine,
      model,
      (async function* () {
        yield { name: "c", nodes: [node], edges: [], place };
      })(),
    );
    await rm(join(folder, "c.yaml"));
    expect(await loadFolder({ prune: true })).toEqual([]);
    expect(await held()).toContain("country:C1");
  });

  test("keeps its records where other bundles point at them, and says which do", async () => {
    await loadFolder();
    await loaded(
      engine,
      file(
        "x.yaml",
        "bundle: x\nsources: [{id: s, title: S, reliability: PRESS, publishedOn: 2025}]\nclaims: [{id: c, source: s, certainty: REPORTED}]\nedges: [{from: country:A1, edge: partOf, to: B1, claims: c}]",
      ),
    );
    await rm(join(folder, "within/b.yaml"));
    const report = await load(engine, model, await readInputs([folder]), { prune: true });
    expect(report.problems.map(formatProblem)).toEqual([
      `${folder}:1:1: country:B1 is no longer in the bundle b, but other bundles still point at it: x. Change them first, or load them together.`,
    ]);
    expect(await held()).toEqual(["country:A1", "country:B1", "country:B2"]);
  });
});
