import type { GraphEngine } from "../../src/engine/port.ts";

/** The same engine, with some of its methods replaced. */
export function wrapped(engine: GraphEngine, replaced: Partial<GraphEngine>): GraphEngine {
  return {
    kind: engine.kind,
    read: (statement, deadline) => engine.read(statement, deadline),
    write: (work) => engine.write(work),
    prepare: (indexes) => engine.prepare(indexes),
    search: (text, limit, types, deadline) => engine.search(text, limit, types, deadline),
    version: () => engine.version(),
    close: () => engine.close(),
    ...replaced,
  };
}
