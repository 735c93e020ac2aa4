import type { GraphEngine } from "../../src/engine/port.ts";

/** An engine that counts the statements it reads. */
export interface Counted extends GraphEngine {
  /** How many since the count was last taken. */
  takeStatements(): number;
}

/** The same engine, with its reads counted. */
export function counted(engine: GraphEngine): Counted {
  let statements = 0;
  return {
    kind: engine.kind,
    read: (statement) => {
      statements += 1;
      return engine.read(statement);
    },
    write: (work) => engine.write(work),
    prepare: (indexes) => engine.prepare(indexes),
    search: (text, limit, types) => engine.search(text, limit, types),
    version: () => engine.version(),
    close: () => engine.close(),
    takeStatements: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
  };
}
