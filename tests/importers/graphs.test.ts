import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/index.ts";
import type { GraphEngine } from "../../src/engine/port.ts";
import { graphml, jsonl, jsonld, nquads, turtle } from "../../src/exporters/index.ts";
import { type Importer, jsonld as readJsonld, turtle as readTurtle, xmlGraph } from "../../src/importers/index.ts";
import { formatProblem, loadStream } from "../../src/load/index.ts";
import { indexesOf, readModel } from "../../src/model/index.ts";
import { hasPythonRdf, python } from "../exporters/python.ts";
import { loadSeed } from "../support/seeded.ts";
import { imported, withFile } from "./support.ts";

const model = readModel();
let engine: GraphEngine;
let folder: string;
let before: string[];

/** An empty embedded engine. */
async function opened(): Promise<GraphEngine> {
  const another = await openEmbedded({});
  await another.prepare(indexesOf(model));
  return another;
}

async function textOf(texts: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const text of texts) parts.push(text);
  return parts.join("");
}

/** The lines of an export: the order of bundles follows from that in which they may be loaded. */
const lines = async (of: GraphEngine) => (await textOf(jsonl(of, model))).split("\n").sort();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trade-graph-graphs-"));
  engine = await opened();
  await loadSeed(engine, model);
  before = await lines(engine);
}, 120_000);
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** Loads a file into an empty graph, twice: what the graph exports then, and what was noted. */
async function broughtBack(importer: Importer, path: string) {
  const other = await opened();
  const rejected: string[] = [];
  const counts = new Map<string, number>();
  const notes = {
    reject: (problem: Parameters<typeof formatProblem>[0]) => void rejected.push(formatProblem(problem)),
    count: (note: string) => void counts.set(note, (counts.get(note) ?? 0) + 1),
  };
  const report = await loadStream(other, model, importer([path], notes), { batch: 2_000 });
  const again = await loadStream(other, model, importer([path], notes), { batch: 2_000 });
  const after = await lines(other);
  await other.close();
  return { rejected, counts, report, again, after };
}

describe("our own exports, back in", { timeout: 180_000 }, () => {
  it.each([
    ["graphml", graphml, () => xmlGraph({ model })],
    ["ttl", turtle, () => readTurtle(model)],
    ["nq", nquads, () => readTurtle(model)],
    ["jsonld", jsonld, () => readJsonld(model)],
  ] as const)("%s comes back without loss, and a second time changes nothing", async (ending, write, importer) => {
    const path = join(folder, `graph.${ending}`);
    await writeFile(path, await textOf(write(engine, model)));
    const { rejected, counts, report, again, after } = await broughtBack(importer(), path);
    expect([rejected.slice(0, 3), report.problems.slice(0, 3), [...report.missing].slice(0, 3)]).toEqual([[], [], []]);
    expect([...counts.keys()]).toEqual([]);
    expect(after).toEqual(before);
    const nothing = expect.objectContaining({ added: 0, changed: 0, removed: 0 });
    expect([again.rejected, again.bundles, again.nodes, again.edges]).toEqual([0, 0, nothing, nothing]);
  });

  it.runIf(hasPythonRdf)("GraphML that networkx has read and written comes back as well", async () => {
    const [path, other] = [join(folder, "graph.graphml"), join(folder, "networkx.graphml")];
    await writeFile(path, await textOf(graphml(engine, model)));
    python(
      `
import sys, networkx
networkx.write_graphml(networkx.read_graphml(sys.argv[1], force_multigraph=True), sys.argv[2])
print("null")
`,
      path,
      other,
    );
    const { rejected, counts, after } = await broughtBack(xmlGraph({ model }), other);
    expect(rejected).toEqual([]);
    expect([...counts.keys()]).toEqual([expect.stringMatching(/^a bundle whose size the file does not say/)]);
    expect(after).toEqual(before);
  });

  it("Turtle comes back in whatever order its things stand", async () => {
    const [prefixes = "", ...things] = (await textOf(turtle(engine, model))).split("\n\n");
    const path = join(folder, "turned.ttl");
    await writeFile(path, `${prefixes}\n\n${things.reverse().join("\n\n")}`);
    const { rejected, after } = await broughtBack(readTurtle(model), path);
    expect(rejected).toEqual([]);
    expect(after).toEqual(before);
  });

  it("takes no bundle of a file that breaks off, but those that were whole", async () => {
    const text = await readFile(join(folder, "graph.graphml"), "utf8");
    const { rejected, bundles } = await withFile("cut.graphml", text.slice(0, text.length / 2), (path) =>
      imported(xmlGraph({ model }), path),
    );
    expect(rejected).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/cut\.graphml:\d+:\d+: The XML can't be read on from here: /),
        expect.stringMatching(/cut\.graphml:1:1: The bundle \S+ is not whole: \d+ of \d+ records came\. It is left as it was\./),
      ]),
    );
    const whole = new Map(
      before.slice(1).flatMap((line) => (line.startsWith('{"bundle"') ? [[JSON.parse(line).bundle as string, line] as const] : [])),
    );
    expect(bundles.length).toBeGreaterThan(0);
    for (const { name, nodes, edges } of bundles) {
      const { nodes: n, edges: e } = JSON.parse(whole.get(name) ?? "{}") as { nodes: unknown[]; edges: unknown[] };
      expect([nodes.length, edges.length]).toEqual([n.length, e.length]);
    }
  });

  it("says of other linked data what to do", async () => {
    const { rejected, counts } = await withFile("other.ttl", '<http://x.example/a> <http://x.example/b> "c" .', (path) =>
      imported(readTurtle(model), path),
    );
    expect(rejected).toEqual([expect.stringMatching(/other\.ttl:1:1: It holds nothing that our own export wrote/)]);
    expect(Object.values(counts)).toEqual([1]);
  });

  it("says where statements can't be read", async () => {
    const { rejected } = await withFile("bad.ttl", "<a:b> <a:c> <a:d> .\n<a:b> nonsense", (path) => imported(readTurtle(model), path));
    expect(rejected[0]).toMatch(/bad\.ttl:2:1: The statements can't be read on from here: /);
  });
});
