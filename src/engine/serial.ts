/** Runs jobs one after another, in the order in which they came; a failed job does not hold up the next. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as `job` does. A job that waits for another job of the same queue waits for ever. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when the jobs that came so far have ended, whether they succeeded or failed. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
