import type { Deadline, GraphEngine } from "./port.ts";

/** What of an engine can be asked without changing anything. */
export type Reads = Pick<GraphEngine, "read" | "search">;

/** The engine's reads, each with this deadline; without one, as long as they take. */
export function within(engine: Reads, deadline: Deadline | undefined): Reads {
  return {
    read: (statement) => engine.read(statement, deadline),
    search: (text, limit, types) => engine.search(text, limit, types, deadline),
  };
}
