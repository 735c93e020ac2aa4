/**
 * Runs with every test file: files share their worker, so a clock that one leaves false stops all that come after it. A spy on a faked timer is given back by Vitest
 * once more when its file ends, and does just that.
 */
import { afterAll, expect } from "vitest";

const KEPT = Symbol.for("trade-graph.real-timers");
const kept = globalThis as { [KEPT]?: readonly unknown[] };
const timers = () => [setTimeout, setInterval, setImmediate, performance.now, Date];
kept[KEPT] ??= timers();

const expectReal = () => {
  for (const [i, timer] of timers().entries()) expect(timer, "a test left the clock faked").toBe(kept[KEPT]?.[i]);
};
expectReal();
afterAll(expectReal);
