/** Loads in a thread of their own, so that whoever serves others answers them meanwhile. */
import { MessageChannel, type MessagePort, type Worker } from "node:worker_threads";
import { EngineError, type GraphEngine, serveEngine } from "../../engine/port.ts";
import { startThread } from "../../program.ts";
import type { Inputs } from "../read/index.ts";
import type { LoadReport } from "../report.ts";
import { inTurn } from "../turns.ts";
import { type FromThread, type ThreadOptions, type ToThread, unpackFailure } from "./messages.ts";

/** How long the thread waits for the next load before it ends, in milliseconds: it starts in a quarter of a second, and holds what memory a load took. */
const IDLE = 30_000;

/** The thread ended in the middle of a load. What was under way was rolled back; bundles that the load had written before stay. */
export class LoadThreadEnded extends Error {
  override readonly name = "LoadThreadEnded";
  constructor(
    /** Whether the load took more memory than a thread may have. */
    readonly isOutOfMemory: boolean,
    options?: ErrorOptions,
  ) {
    super(isOutOfMemory ? "the load took more memory than it may" : "the thread that did the load ended", options);
  }
}

/** Does loads in a thread, one after another. It starts with the first load and ends where it is idle for a while. */
export class LoadThread {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `memory` bounds what a load may take, in megabytes; Node's own bound for a thread by default. `idle` is in milliseconds. */
  constructor(private readonly options: { readonly memory?: number; readonly idle?: number } = {}) {}

  /** The number of the thread among those of this process; null while there is none. */
  get threadId(): number | null {
    return this.#worker?.threadId ?? null;
  }

  /** As `load` of this room, on an engine of this thread. Throws what that throws, LoadThreadEnded, and EngineError CLOSED once it is closed. */
  load(engine: GraphEngine, inputs: Inputs, options: ThreadOptions = {}): Promise<LoadReport> {
    return inTurn(engine, async () => {
      clearTimeout(this.#idle);
      const { port1: own, port2: theirs } = new MessageChannel();
      const served = serveEngine(engine, own);
      try {
        return await this.#ask(inputs, options, theirs, engine.kind);
      } finally {
        own.close();
        // The next load, and a backup, must see what became of this one's writes.
        await served.ended;
        this.#idle = setTimeout(() => void this.#end(), this.options.idle ?? IDLE).unref();
      }
    });
  }

  /** Ends the thread, in the middle of a load too, which then fails; none is taken any more. */
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
    inputs: Inputs,
    { mayLoad = () => true, ...options }: ThreadOptions,
    port: MessagePort,
    kind: GraphEngine["kind"],
  ): Promise<LoadReport> {
    return new Promise<LoadReport>((resolve, reject) => {
      if (this.#isClosed) throw new EngineError("CLOSED", "loads were closed before this one");
      const worker = this.#running();
      const fail = (error: unknown) => reject(error);
      const ended = () =>
        reject(this.#isClosed ? new EngineError("CLOSED", "loads were closed under this one") : new LoadThreadEnded(false));
      const took = (message: FromThread) => {
        if (message.what === "may load?") {
          Promise.resolve(mayLoad(message.bundle)).then((may) => worker.postMessage({ what: "may load", may } satisfies ToThread), fail);
          return;
        }
        worker.off("message", took).off("error", failed).off("exit", ended);
        if (message.what === "loaded") resolve(message.report);
        else reject(unpackFailure(message.error));
      };
      const failed = (error: unknown) => {
        const isOutOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(new LoadThreadEnded(isOutOfMemory, { cause: error }));
      };
      worker.on("message", took).once("error", failed).once("exit", ended);
      worker.postMessage({ what: "load", inputs, options, engine: { port, kind } } satisfies ToThread, [port]);
    });
  }

  /** The thread, started where there is none. */
  #running(): Worker {
    if (this.#worker) return this.#worker;
    const { memory } = this.options;
    const worker = startThread(
      import.meta.url,
      "program",
      memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } },
    );
    // It keeps no process alive; a load does, by its engine's port.
    worker.unref();
    const forget = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    worker.once("error", forget).once("exit", forget);
    this.#worker = worker;
    return worker;
  }
}
