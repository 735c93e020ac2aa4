import { createHash } from "node:crypto";
import { type GraphEngine, type Row, SEARCH_NOTES, type Value } from "../engine/port.ts";
import { InputError, inTurn, RESTORING } from "../load/index.ts";
import { compare, type EdgeLine, type End, HEADER, lineOf, type NodeLine, type Values } from "./lines.ts";

/** How many nodes are read at once. */
const AT_ONCE = 1_000;

/**
 * The whole database as the lines of a backup, a portion at a time: only ids are held in memory, and the notes of loads. Loads of this process
 * wait until it has ended or is given up, so that it is of one moment; where another process has written meanwhile, it ends with InputError in place of its last line. Throws EngineError.
 */
export async function* backup(engine: GraphEngine): AsyncGenerator<string> {
  const { promise: over, resolve: release } = deferred();
  const turn = deferred();
  void inTurn(engine, () => {
    turn.resolve();
    return over;
  });
  await turn.promise;
  try {
    yield* dump(engine);
  } finally {
    release();
  }
}

/** The same for who has the turn already. Throws InputError where another process has written meanwhile. */
export async function* dump(engine: GraphEngine): AsyncGenerator<string> {
  const before = await lastWrite(engine);
  const hash = createHash("sha256");
  const count = { nodes: 0, edges: 0 };
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(lineOf(HEADER));
  for (const kind of ["nodes", "edges"] as const) {
    for await (const lines of kind === "nodes" ? nodes(engine) : edges(engine)) {
      if (lines.length === 0) continue;
      count[kind] += lines.length;
      yield hashed(lines.join(""));
    }
  }
  if ((await lastWrite(engine)) !== before)
    throw new InputError(
      "Another process wrote to the database while it was read, so this is no backup of one moment. Take it again, or through the server that loads (--url), where loads wait.",
    );
  const end: End = { ...count, sha256: hash.digest("hex") };
  yield lineOf({ end });
}

/** The notes of loads first, then the nodes of the graph by id. */
async function* nodes(engine: GraphEngine): AsyncGenerator<string[]> {
  const notes = await engine.read({
    text: `MATCH (n) WHERE NOT n:Node AND ${[RESTORING, ...SEARCH_NOTES].map((label) => `NOT n:${label}`).join(" AND ")} RETURN labels(n), properties(n)`,
    params: {},
  });
  yield notes.map(nodeLine).sort(compare);
  for (const ids of portions(await allIds(engine))) {
    const text = "UNWIND $ids AS id MATCH (n:Node {id: id}) RETURN labels(n), properties(n), n.id";
    const rows = await engine.read({ text, params: { ids } });
    yield [...rows].sort((a, b) => compare(String(a[2]), String(b[2]))).map(nodeLine);
  }
}

function nodeLine([labels, values]: Row): string {
  const names = Array.isArray(labels) ? labels.map(String).sort(compare) : [];
  return lineOf({ labels: names, values: valuesOf(values) } satisfies NodeLine);
}

/** The edges by where they start, then by all that they say. */
async function* edges(engine: GraphEngine): AsyncGenerator<string[]> {
  for (const ids of portions(await allIds(engine))) {
    const text = "UNWIND $ids AS id MATCH (a:Node {id: id})-[r]->(b:Node) RETURN type(r), a.id, b.id, properties(r)";
    const rows = await engine.read({ text, params: { ids } });
    const lines = rows.map(([type, from, to, values]) => {
      const line = { type: String(type), from: String(from), to: String(to), values: valuesOf(values) } satisfies EdgeLine;
      return { from: line.from, text: lineOf(line) };
    });
    yield lines.sort((a, b) => compare(a.from, b.from) || compare(a.text, b.text)).map(({ text: line }) => line);
  }
}

/** What the journal of writes says last: whatever loads, from whichever process, adds to it. */
async function lastWrite(engine: GraphEngine): Promise<string> {
  const [row] = await engine.read({ text: "MATCH (w:Write) RETURN count(w), max(w.at)", params: {} });
  return `${row?.[0]} ${row?.[1]}`;
}

async function allIds(engine: GraphEngine): Promise<string[]> {
  return (await engine.read({ text: "MATCH (n:Node) RETURN n.id", params: {} })).map(([id]) => String(id)).sort(compare);
}

function* portions(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += AT_ONCE) yield ids.slice(start, start + AT_ONCE);
}

function valuesOf(value: Value | undefined): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
