import type { GraphEngine } from "../../src/engine/port.ts";

/** The same engine, with some of its methods replaced. */
export function wrapped(engine: GraphEngine, replaced: Partial<GraphEngine>): GraphEngine {
  return {
    kind: engine.kind,
    read: (statement) => engine.read(statement),
    write: (work) => engine.write(work),
    prepare: (indexes) => engine.prepare(indexes),
    search: (text, limit, types) => engine.search(text, limit, types),
    version: () => engine.version(),
    close: () => engine.close(),
    ...replaced,
  };
}
