/** Work on an engine in a thread of its own, so that whoever serves others answers them meanwhile. */
import { MessageChannel, type MessagePort, type Worker, type WorkerOptions } from "node:worker_threads";
import { EngineError, type GraphEngine, serveEngine } from "../../engine/port.ts";
import { inTurn } from "../turns.ts";
import { type FromThread, type ToThread, unpackFailure } from "./messages.ts";

/** How long the thread waits for the next job before it ends, in milliseconds: it starts in a quarter of a second, and holds what memory a job took. */
const IDLE = 30_000;

/** The thread ended in the middle of a job. What was under way was rolled back; bundles that the job had written before stay. */
export class LoadThreadEnded extends Error {
  override readonly name = "LoadThreadEnded";
  constructor(
    /** Whether the job took more memory than a thread may have. */
    readonly isOutOfMemory: boolean,
    options?: ErrorOptions,
  ) {
    super(isOutOfMemory ? "the load took more memory than it may" : "the thread that did the load ended", options);
  }
}

/** How a thread is run. */
export interface ThreadLimits {
  /** What a job may take, in megabytes; Node's own bound for a thread by default. */
  readonly memory?: number;
  /** How long it waits for the next job, in milliseconds. */
  readonly idle?: number;
}

/** Gives jobs to a thread, one after another. It starts with the first job and ends where it is idle for a while. */
export class WorkThread<Job, Question, Answer, Outcome> {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `start` starts the program, which calls `takeJobs`. */
  constructor(
    private readonly start: (options: WorkerOptions) => Worker,
    private readonly limits: ThreadLimits = {},
  ) {}

  /** The number of the thread among those of this process; null while there is none. */
  get threadId(): number | null {
    return this.#worker?.threadId ?? null;
  }

  /**
   * Has a job done on an engine of this thread, in turn with other loads of it; `answer` is asked what the job asks. Throws what the job throws, LoadThreadEnded,
   * EngineError CLOSED once it is closed, and the signal's reason once that is given, after which what was under way has been rolled back.
   */
  run(engine: GraphEngine, job: Job, answer: (question: Question) => Answer | Promise<Answer>, signal?: AbortSignal): Promise<Outcome> {
    return inTurn(engine, async () => {
      signal?.throwIfAborted();
      clearTimeout(this.#idle);
      const { port1: own, port2: theirs } = new MessageChannel();
      const served = serveEngine(engine, own);
      const end = () => void this.#end();
      signal?.addEventListener("abort", end, { once: true });
      try {
        return await this.#ask(job, answer, { port: theirs, kind: engine.kind });
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener("abort", end);
        own.close();
        // The next load, and a backup, must see what became of this one's writes.
        await served.ended;
        this.#idle = setTimeout(end, this.limits.idle ?? IDLE).unref();
      }
    });
  }

  /** Ends the thread, in the middle of a job too, which then fails; none is taken any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.#end();
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #ask(
    job: Job,
    answer: (question: Question) => Answer | Promise<Answer>,
    engine: { readonly port: MessagePort; readonly kind: GraphEngine["kind"] },
  ): Promise<Outcome> {
    return new Promise<Outcome>((resolve, reject) => {
      if (this.#isClosed) throw new EngineError("CLOSED", "loads were closed before this one");
      const worker = this.#running();
      const say = (message: ToThread<Job, Answer>, moved?: readonly MessagePort[]) => worker.postMessage(message, moved ?? []);
      const ended = () =>
        reject(this.#isClosed ? new EngineError("CLOSED", "loads were closed under this one") : new LoadThreadEnded(false));
      const took = async (message: FromThread<Question, Outcome>) => {
        if (message.what === "question") {
          try {
            say({ what: "answer", answer: await answer(message.question) });
          } catch (error) {
            reject(error);
          }
          return;
        }
        worker.off("message", took).off("error", failed).off("exit", ended);
        if (message.what === "done") resolve(message.outcome);
        else reject(unpackFailure(message.error));
      };
      const failed = (error: unknown) => {
        const isOutOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(new LoadThreadEnded(isOutOfMemory, { cause: error }));
      };
      worker.on("message", took).once("error", failed).once("exit", ended);
      say({ what: "job", job, engine }, [engine.port]);
    });
  }

  /** The thread, started where there is none. */
  #running(): Worker {
    if (this.#worker) return this.#worker;
    const { memory } = this.limits;
    const worker = this.start(memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } });
    // It keeps no process alive; a job does, by its engine's port.
    worker.unref();
    const forget = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    worker.once("error", forget).once("exit", forget);
    this.#worker = worker;
    return worker;
  }
}
