import { lateError } from "./deadline.ts";
import { type Deadline, EngineError } from "./port.ts";

/** How many statements run at once, and how many wait for their turn at most. */
export interface Bounds {
  readonly atOnce: number;
  readonly waiting: number;
}

/** A job that waits for its turn. */
interface Waiting {
  /** Its deadline, in milliseconds as `performance.now()` counts them. */
  readonly at: number;
  readonly enter: () => void;
}

/** Where a job without a deadline stands among those that have one, in milliseconds from when it came: as if it had the usual one. */
const USUAL = 10_000;

/**
 * Places for the statements that an engine runs at once, and the queue before them: the earliest deadline first. All statements of a request have one
 * deadline, so that what came first is answered first, however many statements it takes; by the order of statements, it would stand at the end once for each.
 */
export class Slots {
  #running = 0;
  /** In the order of their deadlines. */
  readonly #waiting: Waiting[] = [];

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
    if (deadline && this.#waiting.length >= waiting) {
      return Promise.reject(new EngineError("BUSY", `${atOnce} statements run and ${waiting} wait; try again in a moment`));
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        const place = this.#waiting.indexOf(one);
        // Another of its request's may have let it in this very moment, by ending.
        if (place < 0) return;
        this.#waiting.splice(place, 1);
        if (deadline) reject(lateError(deadline));
      };
      const enter = () => {
        deadline?.signal.removeEventListener("abort", leave);
        this.#hold(job).then(resolve, reject);
      };
      const one: Waiting = { at: deadline?.at ?? performance.now() + USUAL, enter };
      this.#waiting.splice(this.#waiting.findLastIndex(({ at }) => at <= one.at) + 1, 0, one);
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
    this.#waiting.shift()?.enter();
  }
}
