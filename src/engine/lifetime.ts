import { EngineError } from "./port.ts";

/** Whether an engine is open: calls are counted while they run, so that closing and pausing wait for them. */
export class Lifetime {
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;
  #pause: Promise<void> | undefined;

  /** Runs `job`, after a pause that is under way; rejects with EngineError CLOSED once `close` was called. */
  async use<T>(job: () => Promise<T>): Promise<T> {
    while (this.#pause !== undefined) await this.#pause;
    if (this.#closing !== undefined) throw new EngineError("CLOSED", "the engine was closed before this call");
    return this.#count(job());
  }

  /** Runs `work` while no call is under way: waits for those that are, and holds up new ones until it is done. Not to be called within a call. */
  async pause(work: () => void): Promise<void> {
    while (this.#pause !== undefined) await this.#pause;
    if (this.#closing !== undefined) return;
    const pause = Promise.allSettled([...this.#running]).then(work);
    this.#pause = pause;
    try {
      await this.#count(pause);
    } finally {
      this.#pause = undefined;
    }
  }

  /** Lets no new call in, waits for those under way, then runs `release`; once, however often it is called. */
  close(release: () => void | Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled([...this.#running]).then(release);
    return this.#closing;
  }

  async #count<T>(running: Promise<T>): Promise<T> {
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }
}
