import { Moments } from "./moments.ts";
import type { Deadline } from "./port.ts";

/** One timer for the deadlines of all requests. */
const moments = new Moments();

/** A deadline as each request has one: what an AbortController and a timer of its own do in six times the time, 5 µs of a request. */
export class RequestDeadline implements Deadline {
  readonly at: number;
  readonly #listeners = new Set<() => void>();
  readonly #moment: object;
  #isOver = false;

  /** Begins now, and lasts for so many milliseconds, or until `end` is called. */
  constructor(milliseconds: number) {
    this.at = performance.now() + milliseconds;
    this.#moment = moments.call(this.at, () => this.#abort());
  }

  /** The deadline is its own signal. */
  get signal(): this {
    return this;
  }

  get aborted(): boolean {
    return this.#isOver;
  }

  addEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Nobody waits any more: whoever asked has its answer, or `hasGone` without it, at which what still runs for it is told. */
  end(hasGone: boolean): void {
    moments.forget(this.#moment);
    if (hasGone) this.#abort();
  }

  #abort(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}
