import type { GraphEngine } from "../../src/engine/port.ts";
import { wrapped } from "./wrapped.ts";

/** An engine that counts the statements it reads. */
export interface Counted extends GraphEngine {
  /** How many since the count was last taken. */
  takeStatements(): number;
  /** Their texts. */
  takeTexts(): readonly string[];
}

/** The same engine, with its reads counted. */
export function counted(engine: GraphEngine): Counted {
  const texts: string[] = [];
  const counting = wrapped(engine, {
    read: (statement, deadline) => {
      // What is kept of merges is read once a minute at most, and is no part of a question.
      if (!statement.text.startsWith("MATCH (m:Merged) ")) texts.push(statement.text);
      return engine.read(statement, deadline);
    },
  });
  const takeTexts = () => texts.splice(0);
  return { ...counting, takeTexts, takeStatements: () => takeTexts().length };
}
