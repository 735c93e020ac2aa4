/** Loads in a thread of their own. */
import type { GraphEngine } from "../../engine/port.ts";
import { startThread } from "../../program.ts";
import type { LoadOptions } from "../load.ts";
import type { Inputs } from "../read/index.ts";
import type { LoadReport } from "../report.ts";
import { type ThreadLimits, WorkThread } from "./work-thread.ts";

/** What of a load's options a server says; whether a bundle may be loaded it is asked. */
type ThreadOptions = Pick<LoadOptions, "by" | "dryRun" | "prune" | "mayLoad">;

/** A load, as the thread is given it. */
export interface LoadJob {
  readonly inputs: Inputs;
  readonly options: Omit<ThreadOptions, "mayLoad">;
}

/** Does loads in a thread, one after another. */
export class LoadThread {
  readonly #thread: WorkThread<LoadJob, string, boolean, LoadReport>;

  constructor(limits: ThreadLimits = {}) {
    this.#thread = new WorkThread((options) => startThread(import.meta.url, "program", options), limits);
  }

  /** The number of the thread among those of this process; null while there is none. */
  get threadId(): number | null {
    return this.#thread.threadId;
  }

  /** As `load` of this room, on an engine of this thread. Throws what that and `WorkThread.run` throw. */
  load(engine: GraphEngine, inputs: Inputs, { mayLoad = () => true, ...options }: ThreadOptions = {}): Promise<LoadReport> {
    return this.#thread.run(engine, { inputs, options }, mayLoad);
  }

  /** Ends the thread, in the middle of a load too, which then fails; none is taken any more. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
