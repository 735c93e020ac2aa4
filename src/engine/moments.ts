/** The longest that one timer waits, in milliseconds: Node can't count further than 2^31. */
const FAR = 2 ** 30;

/**
 * Calls back at moments, with one timer for all of them. Made for moments that are mostly taken back before they come: those that come in the
 * order in which they were set, as deadlines of requests do, touch no timer of Node's, whose making and clearing is most of what a moment costs.
 */
export class Moments {
  readonly #jobs = new Map<object, { readonly at: number; readonly job: () => void }>();
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  /** Calls `job` at a moment, in milliseconds as `performance.now()` counts them, or as soon after it as the loop is free; `forget` it by what is returned. */
  call(at: number, job: () => void): object {
    const key = {};
    this.#jobs.set(key, { at, job });
    if (at < this.#wakesAt) this.#wakeAt(at);
    return key;
  }

  /** Takes a moment back; one that has come already is fine. */
  forget(key: object): void {
    this.#jobs.delete(key);
  }

  /** What is left when nothing else keeps the process alive is not waited for. */
  #wakeAt(at: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    // Timers count in whole milliseconds, and may fire a part of one early.
    const wait = Math.min(FAR, Math.max(1, Math.ceil(at - performance.now())));
    this.#timer = setTimeout(() => this.#wake(), wait).unref();
  }

  #wake(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [key, { at, job }] of this.#jobs) {
      if (at > now) next = Math.min(next, at);
      else {
        this.#jobs.delete(key);
        job();
      }
    }
    // A job may have set a moment itself.
    if (next < this.#wakesAt) this.#wakeAt(next);
  }
}
