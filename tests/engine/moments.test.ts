/** One timer for many moments, and the deadlines of requests that rest on it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox } from "../../src/engine/embedded/owner/outbox.ts";
import { Moments } from "../../src/engine/moments.ts";
import { RequestDeadline } from "../../src/engine/port.ts";
import { randomOf } from "../support/random.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("moments", () => {
  it("come at their time, in whichever order they were set, but for those that were taken back", () => {
    for (let seed = 0; seed < 200; seed++) {
      const { below } = randomOf(seed);
      const moments = new Moments();
      const begun = performance.now();
      const set = Array.from({ length: 1 + below(12) }, () => ({ after: below(500), isForgotten: below(10) < 3, came: [] as number[] }));
      const keys = set.map((one) => moments.call(begun + one.after, () => one.came.push(performance.now() - begun)));
      for (const [i, key] of keys.entries()) if (set[i]?.isForgotten) moments.forget(key);
      vi.advanceTimersByTime(1_000);
      for (const { after, isForgotten, came } of set) {
        expect(came).toHaveLength(isForgotten ? 0 : 1);
        // A moment that is there already waits for the loop.
        for (const at of came) {
          expect(at).toBeGreaterThanOrEqual(after);
          expect(at).toBeLessThanOrEqual(after + 2);
        }
      }
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it("that come in the order in which they were set have one timer, and it is not set anew for each", () => {
    const { setTimeout: set } = globalThis;
    const timers = vi.fn(set);
    globalThis.setTimeout = timers as unknown as typeof set;
    const moments = new Moments();
    for (let i = 0; i < 1_000; i++) moments.forget(moments.call(performance.now() + 10_000 + i, () => undefined));
    globalThis.setTimeout = set;
    expect(timers).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(1);
  });

  it("may set others", () => {
    const moments = new Moments();
    const begun = performance.now();
    const came: number[] = [];
    const again = () => {
      came.push(Math.round(performance.now() - begun));
      if (came.length < 3) moments.call(performance.now() + 50, again);
    };
    moments.call(begun + 100, again);
    vi.advanceTimersByTime(1_000);
    expect(came).toEqual([100, 150, 200]);
  });
});

describe("the deadline of a request", () => {
  /** A deadline of a second, and how often its listener was told. */
  const begin = () => {
    const deadline = new RequestDeadline(1_000);
    const told = vi.fn();
    deadline.signal.addEventListener("abort", told);
    return { deadline, told };
  };

  it("tells whoever listens, once, when it comes", () => {
    const { deadline, told } = begin();
    vi.advanceTimersByTime(990);
    expect([deadline.aborted, told.mock.calls.length]).toEqual([false, 0]);
    vi.advanceTimersByTime(20);
    expect([deadline.aborted, told.mock.calls.length]).toEqual([true, 1]);
    deadline.end(true);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("tells them at once where the client goes, and never where it has its answer", () => {
    const gone = begin();
    gone.deadline.end(true);
    expect([gone.deadline.aborted, gone.told.mock.calls.length]).toEqual([true, 1]);
    const answered = begin();
    answered.deadline.end(false);
    vi.advanceTimersByTime(5_000);
    expect([answered.deadline.aborted, answered.told.mock.calls.length]).toEqual([false, 0]);
  });

  it("does not tell who listens no more", () => {
    const { deadline, told } = begin();
    deadline.signal.removeEventListener("abort", told);
    vi.advanceTimersByTime(2_000);
    expect(deadline.aborted).toBe(true);
    expect(told).not.toHaveBeenCalled();
  });
});

describe("an outbox", () => {
  it("sends the messages of a turn as one, in their order, and those of the next turn apart", () => {
    const sent: (readonly number[])[] = [];
    const outbox = new Outbox<number>((messages) => sent.push(messages));
    for (const message of [1, 2, 3]) outbox.put(message);
    expect(sent).toEqual([]);
    vi.runAllTimers();
    outbox.put(4);
    vi.runAllTimers();
    expect(sent).toEqual([[1, 2, 3], [4]]);
  });
});
