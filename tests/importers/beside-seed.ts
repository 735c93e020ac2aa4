import { execute, parse } from "graphql";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type { GraphEngine } from "../../src/engine/port.ts";
import type { Importer, PartyLookUp } from "../../src/importers/index.ts";
import { formatProblem, hasOrigin, loadStream, nodesBy, owners, type StreamReport } from "../../src/load/index.ts";
import { executableSchema } from "../../src/resolvers/index.ts";
import { everything, model } from "../load/support.ts";
import { openWithSeed } from "../support/seeded.ts";

// Neo4j takes its time to load the seed.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

/** What importers of firms and people ask an engine's graph. */
export function lookUpIn(engine: GraphEngine): PartyLookUp {
  return {
    model,
    owners: (ids) => owners(engine, ids),
    findBy: (type, property, values, within) => nodesBy(engine, type, property, values, within),
    hasOrigin: (origin) => hasOrigin(engine, origin),
  };
}

/** What a load did, as `+added ~changed -removed` of nodes and edges, with what was noted and refused on the way. */
export interface Loaded {
  readonly report: StreamReport;
  readonly did: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly rejected: readonly string[];
}

/** Loads files into a graph. */
export async function bring(engine: GraphEngine, importer: Importer, ...files: readonly string[]): Promise<Loaded> {
  const counts: Record<string, number> = {};
  const rejected: string[] = [];
  const reject = (problem: Parameters<typeof formatProblem>[0]) => void rejected.push(formatProblem(problem).replace(/^\S*[\\/]/, ""));
  const notes = {
    reject,
    count: (note: string) => {
      counts[note] = (counts[note] ?? 0) + 1;
    },
  };
  const report = await loadStream(engine, model, importer(files, notes));
  for (const problem of report.problems) reject(problem);
  const of = (c: StreamReport["nodes"]) => `+${c.added} ~${c.changed} -${c.removed}`;
  return { report, did: `nodes ${of(report.nodes)}, edges ${of(report.edges)}`, counts, rejected };
}

/** The answer to a query, which must have no errors. */
export async function asked(engine: GraphEngine, query: string): Promise<unknown> {
  const contextValue = { engine, findings: [] };
  const { data, errors } = await execute({ schema: executableSchema(model), document: parse(query), contextValue });
  expect(errors ?? []).toEqual([]);
  return JSON.parse(JSON.stringify(data));
}

/** A graph that has the seed, for the tests of a file, and all that it had as texts before they began. */
export function besideSeed(): { readonly engine: GraphEngine; readonly before: ReadonlySet<string> } {
  let engine: GraphEngine;
  let before: ReadonlySet<string>;
  beforeAll(async () => {
    engine = await openWithSeed(model);
    before = new Set(await texts(engine));
  });
  afterAll(() => engine.close());
  return {
    get engine() {
      return engine;
    },
    get before() {
      return before;
    },
  };
}

/** What the loader keeps at a node of the days of edges that begin there. */
const KEPT = /^edges(Since|Until|RecordedOn)(First|Last)$/;

/** Everything that a graph says as texts; engines give properties in orders of their own. */
export async function texts(engine: GraphEngine): Promise<string[]> {
  const inOrder = (key: string, value: unknown) =>
    KEPT.test(key)
      ? undefined
      : typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;
  return (await everything(engine)).map((row) => JSON.stringify(row, inOrder)).sort();
}
