import { EngineError } from "./port.ts";

/** Whether an engine is open. Keeps the calls that are running, so that closing waits for them. */
export class Lifetime {
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  /** Runs `job`; rejects with EngineError CLOSED once `close` was called. */
  async use<T>(job: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw new EngineError("CLOSED", "the engine was closed before this call");
    const running = job();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Lets no new call in, waits for those under way, then runs `release`; once, however often it is called. */
  close(release: () => void | Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled([...this.#running]).then(release);
    return this.#closing;
  }
}
