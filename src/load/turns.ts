import type { GraphEngine } from "../engine/port.ts";

const turns = new WeakMap<GraphEngine, Promise<unknown>>();
const originals = new WeakMap<GraphEngine, GraphEngine>();

/** Says of an engine that it only hands on to another one, as that of a request, which counts what it is asked: their loads wait for each other. */
export function handsOnTo(wrapper: GraphEngine, engine: GraphEngine): void {
  originals.set(wrapper, engine);
}

/** The engine that another one hands on to; itself where it is none of these. */
export const originalOf = (engine: GraphEngine): GraphEngine => originals.get(engine) ?? engine;

/** Runs a load once those before it on the same engine have ended: it reads the graph before it writes, and nothing may change in between. */
export function inTurn<T>(engine: GraphEngine, work: () => Promise<T>): Promise<T> {
  const original = originalOf(engine);
  const turn = (turns.get(original) ?? Promise.resolve()).then(work);
  turns.set(
    original,
    turn.catch(() => undefined),
  );
  return turn;
}
