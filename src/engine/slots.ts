import { lateError } from "./deadline.ts";
import { type Deadline, EngineError } from "./port.ts";

/** How many statements run at once, and how many wait for their turn at most. */
export interface Bounds {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Places for the statements that an engine runs at once, and the queue before them: first come, first served. */
export class Slots {
  #running = 0;
  readonly #waiting = new Set<() => void>();

  /** A job that nobody has set a deadline (a load's own reads, say) waits also where as many wait as may. */
  constructor(private readonly bounds: Bounds) {}

  /**
   * Runs `job` in its turn, and keeps its place until it has ended. Throws EngineError BUSY where too many wait already; TIMEOUT or ABANDONED
   * where the deadline came, or the caller went, before its turn: then it never runs.
   */
  run<T>(deadline: Deadline | undefined, job: () => Promise<T>): Promise<T> {
    if (deadline?.signal.aborted) return Promise.reject(lateError(deadline));
    const { atOnce, waiting } = this.bounds;
    if (this.#running < atOnce) return this.#hold(job);
    if (deadline && this.#waiting.size >= waiting) {
      return Promise.reject(new EngineError("BUSY", `${atOnce} statements run and ${waiting} wait; try again in a moment`));
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(enter);
        if (deadline) reject(lateError(deadline));
      };
      const enter = () => {
        deadline?.signal.removeEventListener("abort", leave);
        this.#hold(job).then(resolve, reject);
      };
      this.#waiting.add(enter);
      deadline?.signal.addEventListener("abort", leave, { once: true });
    });
  }

  async #hold<T>(job: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await job();
    } finally {
      this.#running -= 1;
      this.#next();
    }
  }

  #next(): void {
    for (const enter of this.#waiting) {
      this.#waiting.delete(enter);
      enter();
      return;
    }
  }
}
