/** Imports in a thread of their own, for a server. */
import type { GraphEngine } from "../engine/port.ts";
import type { Writer } from "../keys/index.ts";
import { type ThreadLimits, WorkThread } from "../load/index.ts";
import { startThread } from "../program.ts";
import type { Asked } from "./commands.ts";
import type { Imported } from "./run.ts";

/** An import, as the thread is given it. */
export interface ImportJob {
  readonly asked: Asked;
  /** The folder in which its files lie (received.ts). */
  readonly folder: string;
  readonly writer: Writer;
}

/** Does imports in a thread, one after another. */
export class ImportThread {
  readonly #thread: WorkThread<ImportJob, string, null, Imported>;

  constructor(limits: ThreadLimits = {}) {
    this.#thread = new WorkThread((options) => startThread(import.meta.url, "program", options), limits);
  }

  /**
   * Imports files that were received, on an engine of this thread; `tell` is told what is noticed on the way, in whole lines. Throws what `importFiles` and
   * `WorkThread.run` throw.
   */
  import(engine: GraphEngine, job: ImportJob, tell: (text: string) => void, signal?: AbortSignal): Promise<Imported> {
    const told = (text: string) => {
      tell(text);
      return null;
    };
    return this.#thread.run(engine, job, told, signal);
  }

  /** Ends the thread, in the middle of an import too, which then fails; none is taken any more. */
  close(): Promise<void> {
    return this.#thread.close();
  }
}
