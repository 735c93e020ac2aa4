import type { GraphEngine } from "../engine/port.ts";

const turns = new WeakMap<GraphEngine, Promise<unknown>>();

/** Runs a load once those before it on the same engine have ended: it reads the graph before it writes, and nothing may change in between. */
export function inTurn<T>(engine: GraphEngine, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(engine) ?? Promise.resolve()).then(work);
  turns.set(
    engine,
    turn.catch(() => undefined),
  );
  return turn;
}
