/** The rows of a loaded graph, written to a file and read again: what the bare script writes. */

import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import type { GraphEngine, Row, Value } from "../../../src/engine/port.ts";

/** A node or an edge as it is stored. `to` is null in nodes; `kind` is a node's label beside Node, or an edge's type. */
export type StoredRow = readonly [kind: string, from: string | null, to: string | null, values: { readonly [key: string]: Value }];

/** Bundles of one question. */
const PAGE = 500;

/** The names of the bundles that a graph has nodes of, or notes. */
export async function bundleNames(engine: GraphEngine): Promise<Set<string>> {
  const rows = [
    ...(await engine.read({ text: "MATCH (n:Node) RETURN DISTINCT n.bundle", params: {} })),
    ...(await engine.read({ text: "MATCH (b:Bundle) RETURN DISTINCT b.name", params: {} })),
  ];
  return new Set(rows.map(([name]) => String(name)));
}

/** Writes the stored nodes and edges of some bundles to a file, a line a row, nodes first; returns how many there are of each. */
export async function writeRows(
  engine: GraphEngine,
  names: readonly string[],
  path: string,
  onPage: (done: number) => void,
): Promise<{ nodes: number; edges: number }> {
  const out = createWriteStream(path);
  const counts = { nodes: 0, edges: 0 };
  const write = async (row: StoredRow) => {
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, "drain");
  };
  for await (const [labels, values] of pages(engine, NODES, names, onPage)) {
    counts.nodes += 1;
    await write([String((Array.isArray(labels) ? labels : []).find((label) => label !== "Node")), null, null, present(values)]);
  }
  for await (const [values] of pages(engine, NOTES, names, onPage)) {
    counts.nodes += 1;
    await write(["Bundle", null, null, present(values)]);
  }
  for await (const [type, from, to, values] of pages(engine, EDGES, names, onPage)) {
    counts.edges += 1;
    await write([String(type), String(from), String(to), present(values)]);
  }
  out.end();
  await once(out, "finish");
  return counts;
}

const NODES = "UNWIND $names AS name MATCH (n:Node {bundle: name}) RETURN labels(n), properties(n)";
const NOTES = "UNWIND $names AS name MATCH (b:Bundle {name: name}) RETURN properties(b)";
const EDGES = "UNWIND $names AS name MATCH (a:Node {bundle: name}) MATCH (a)-[r]->(b:Node) RETURN type(r), a.id, b.id, properties(r)";

async function* pages(engine: GraphEngine, text: string, names: readonly string[], onPage: (done: number) => void): AsyncIterable<Row> {
  for (let start = 0; start < names.length; start += PAGE) {
    yield* await engine.read({ text, params: { names: names.slice(start, start + PAGE) } });
    onPage(start);
  }
}

function present(value: Value | undefined): { [key: string]: Value } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

/** The rows of a file, in order, many at a time. */
export async function* readRows(path: string): AsyncIterable<readonly StoredRow[]> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1024 * 1024 })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield lines.map((line): StoredRow => JSON.parse(line));
  }
}
