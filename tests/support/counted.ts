import type { GraphEngine } from "../../src/engine/port.ts";
import { wrapped } from "./wrapped.ts";

/** An engine that counts the statements it reads. */
export interface Counted extends GraphEngine {
  /** How many since the count was last taken. */
  takeStatements(): number;
}

/** The same engine, with its reads counted. */
export function counted(engine: GraphEngine): Counted {
  let statements = 0;
  const counting = wrapped(engine, {
    read: (statement, deadline) => {
      statements += 1;
      return engine.read(statement, deadline);
    },
  });
  return {
    ...counting,
    takeStatements: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
  };
}
