import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { GraphEngine, Row } from "../../src/engine/port.ts";
import { formatProblem, type Input, type LoadReport, load } from "../../src/load/index.ts";
import { readModel } from "../../src/model/index.ts";
import { openTestEngine, wipe } from "../support/engine.ts";
import { openPrepared } from "../support/prepared.ts";
import { wrapped } from "../support/wrapped.ts";

// A Neo4j that has just started plans its first statements for seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const model = readModel();

/** A file of the given name; the text may be indented as the test is. */
export function file(name: string, text: string): Input {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length));
  return { name, text: `${lines.map((line) => line.slice(indent)).join("\n")}\n` };
}

/** Two countries, an agency, a magnet, two sources, and a claim to rest on: what the bundles of these tests point at. */
export const world = file(
  "world.yaml",
  `
  bundle: world
  restsOn: register
  sources:
    - {id: notice, title: Notice, publishedOn: 2025-04-04, reliability: OFFICIAL}
    - {id: paper, title: Paper, publishedOn: 2025-04-09, reliability: PRESS}
  claims:
    - {id: register, source: notice, certainty: CONFIRMED}
    - {id: rumour, source: paper, certainty: ALLEGED}
  countries:
    - {id: CN, name: China, kind: STATE, iso2: CN, aliases: [中国]}
    - {id: US, name: United States, kind: STATE, iso2: US}
  agencies:
    - {id: mofcom, name: Ministry of Commerce, kind: MINISTRY, partOf: CN}
  commodities:
    - {id: 850511, name: Permanent magnets, level: SUBHEADING, hsCode: 850511, hsEdition: 2022}
`,
);

/** A bundle with one measure aimed at `targets`, and a claim of the paper about it. */
export const episode = (targets: string, title = "Export licences for magnets") =>
  file(
    "episode.yaml",
    `
    bundle: episode
    measures:
      - id: m
        title: ${title}
        kind: LICENSING
        effect: RESTRICTING
        targets: ${targets}
        claims:
          - {id: m-1, source: paper, certainty: REPORTED}
  `,
  );
/** A bundle that only adds an edge, from the agency to the United States, resting on `claim`. */
export const ends = (name: string, claim: string, more = "") =>
  file(`${name}.yaml`, `bundle: ${name}\nedges:\n  - {from: agency:mofcom, edge: partOf, to: US, claims: [${claim}]${more}}`);

/** Loads files and returns the report; fails when there are problems. */
export async function loaded(engine: GraphEngine, ...inputs: readonly Input[]): Promise<LoadReport> {
  const report = await load(engine, model, inputs);
  if (report.problems.length > 0) throw new Error(report.problems.map(formatProblem).join("\n"));
  return report;
}

/** The problems of some files as text. */
export async function problems(engine: GraphEngine, ...inputs: readonly Input[]): Promise<string[]> {
  return (await load(engine, model, inputs)).problems.map(formatProblem);
}

/** Fields of a measure that are valid; two lines. */
export const VALID_MEASURE = "kind: BAN\neffect: RESTRICTING";

/** Ways to ask what is wrong with files in a graph that has the world. Nothing is written there, so that all tests of a file share it. */
export function problemsInWorld() {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await loaded(engine, world);
  });
  afterAll(() => engine.close());
  const problemsOfFiles = (...inputs: readonly Input[]) => problems(engine, ...inputs);
  /** The problems of a file `x.yaml`. */
  const problemsOf = (text: string) => problemsOfFiles(file("x.yaml", text));
  /** The problems of the fields of one measure, of which line 6 is the first. */
  const problemsOfMeasure = (fields: string) => {
    const lines = fields.split("\n").map((line) => `    ${line}`);
    return problemsOf(`bundle: x\nrestsOn: register\nmeasures:\n  - id: m\n    title: A measure\n${lines.join("\n")}\n`);
  };
  return { engine: () => engine, problemsOfFiles, problemsOf, problemsOfMeasure };
}

/** Before each test, a graph that has some files and nothing else, by an engine (`engine`) as another process would come to it. */
export function eachInGraph(...inputs: readonly Input[]): { readonly engine: GraphEngine } {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await openPrepared(model);
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    await wipe(engine);
    engine = wrapped(engine, {});
    await loaded(engine, ...inputs);
  });
  return {
    get engine() {
      return engine;
    },
  };
}

/** Rows of a statement, in an order of their own. */
export async function rows(engine: GraphEngine, text: string, params: Record<string, string> = {}): Promise<readonly Row[]> {
  const found = [...(await engine.read({ text, params }))];
  return found.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The engine with another way to write, to see what a broken write leaves behind. */
export function breaking(engine: GraphEngine, write: GraphEngine["write"]): GraphEngine {
  return {
    kind: engine.kind,
    read: (statement) => engine.read(statement),
    write,
    prepare: (indexes) => engine.prepare(indexes),
    search: (text, limit, types) => engine.search(text, limit, types),
    version: () => engine.version(),
    close: () => engine.close(),
  };
}

/** Everything the graph holds, to compare before and after. */
export async function everything(engine: GraphEngine): Promise<readonly Row[]> {
  return [
    ...(await rows(engine, "MATCH (n:Node) RETURN n.id, properties(n)")),
    ...(await rows(engine, "MATCH (a:Node)-[r]->(b:Node) RETURN a.id, type(r), b.id, properties(r)")),
    ...(await rows(engine, "MATCH (b:Bundle) RETURN b.name, b.reaches")),
  ];
}

/** The properties of the edges of one type. */
export async function edges(engine: GraphEngine, type: string): Promise<readonly Row[]> {
  return rows(engine, `MATCH (a:Node)-[r:${type}]->(b:Node) RETURN a.id, b.id, r.since, r.certainty, r.recordedOn, r.claims, r.bundles`);
}

/** `added, changed, unchanged, removed` of nodes and of edges, by bundle. */
export function counts(report: LoadReport): Record<string, string> {
  return Object.fromEntries(
    report.bundles.map(({ name, nodes, edges }) => [
      name,
      [nodes, edges].map((c) => `+${c.added} ~${c.changed} =${c.unchanged} -${c.removed}`).join(" | "),
    ]),
  );
}
