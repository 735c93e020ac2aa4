/** The embedded engine for servers: the database is in a process of its own, which is ended and started again where a statement outlives its deadline. */
import { lateError, until } from "../../deadline.ts";
import { Lifetime } from "../../lifetime.ts";
import { Moments } from "../../moments.ts";
import {
  type Deadline,
  EngineError,
  type GraphEngine,
  type IndexSpec,
  type Row,
  type SearchSource,
  type Statement,
  type WriteTransaction,
} from "../../port.ts";
import { Serial } from "../../serial.ts";
import { type Bounds, Slots } from "../../slots.ts";
import { runWork } from "../../transaction.ts";
import type { Calls, OwnerOptions } from "./messages.ts";
import { Owner, OwnerGone } from "./owner.ts";

/** How long after its deadline a statement may end by itself, in milliseconds: killing the process stops everyone else's as well. */
const GRACE = 250;
/** How often a call is made in all where the process ends under it. */
const TRIES = 3;
/** How long a database that did not open again is left alone, in milliseconds. */
const REOPENING = 1_000;

/** Opens the database in a process of its own. Throws what `openEmbedded` throws. */
export async function openOwned(options: OwnerOptions, bounds: Bounds): Promise<OwnedEngine> {
  return new OwnedEngine(await Owner.start(options), options, new Slots(bounds));
}

/** The engine; `openOwned` makes it. */
export class OwnedEngine implements GraphEngine {
  readonly kind = "embedded";
  readonly #lifetime = new Lifetime();
  readonly #writes = new Serial();
  #owner: Promise<Owner>;
  #pid: number | undefined;
  #isClosing = false;

  constructor(
    owner: Owner,
    private readonly options: OwnerOptions,
    private readonly slots: Slots,
  ) {
    this.#owner = Promise.resolve(this.#watched(owner));
  }

  /** The number of the process that owns the files now; undefined while there is none. */
  get pid(): number | undefined {
    return this.#pid;
  }

  read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]> {
    return this.#bounded("read", statement, deadline);
  }

  search(text: string, limit: number, types?: readonly string[], deadline?: Deadline): Promise<SearchSource> {
    return this.#bounded("search", { text, limit, types: types ?? null }, deadline);
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#lifetime.use(() => this.#writes.run(() => this.#write(work)));
  }

  async prepare(indexes: readonly IndexSpec[]): Promise<void> {
    await this.#lifetime.use(() => this.#writes.run(() => this.#ask("prepare", indexes)));
  }

  version(): Promise<string> {
    return this.#lifetime.use(() => this.#ask("version", null));
  }

  close(): Promise<void> {
    return this.#lifetime.close(async () => {
      this.#isClosing = true;
      const owner = await this.#owner.catch(() => undefined);
      await owner?.close();
    });
  }

  /** A statement in its turn. Its place is free once it has ended, by itself or with the process; its caller waits no longer than the deadline. */
  #bounded<Kind extends "read" | "search">(
    kind: Kind,
    input: Calls[Kind]["input"],
    deadline: Deadline | undefined,
  ): Promise<Calls[Kind]["output"]> {
    return this.#lifetime.use(() =>
      until(
        deadline,
        this.slots.run(deadline, () => this.#ask(kind, input, deadline)),
      ),
    );
  }

  /** Asks the process, and asks the next one where it ended: reads and indexes are safe to repeat. */
  async #ask<Kind extends keyof Calls>(kind: Kind, input: Calls[Kind]["input"], deadline?: Deadline): Promise<Calls[Kind]["output"]> {
    for (let tries = 1; ; tries++) {
      const owner = await this.#owner;
      if (deadline?.signal.aborted) throw lateError(deadline);
      // A search has no statement that could hang; its first one, which reads the words of the whole graph, must not begin again and again.
      const watch = deadline && kind !== "search" ? killAt(owner, deadline.at + GRACE) : undefined;
      try {
        return await owner.call(kind, input);
      } catch (error) {
        if (!(error instanceof OwnerGone) || tries === TRIES) throw error;
        if (deadline?.signal.aborted) throw lateError(deadline);
      } finally {
        watch?.end();
      }
    }
  }

  /** A write whose process ended is made again, unless the files have its commit: then it is done. */
  async #write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      let before = "";
      let done: { readonly result: T } | undefined;
      try {
        const owner = await this.#owner;
        before = await owner.call("begin", null);
        done = { result: await workIn(owner, work) };
        await owner.call("commit", null);
        return done.result;
      } catch (error) {
        if (!(error instanceof OwnerGone)) throw error;
        // Writes come one after another, so that a commit since then is this one.
        if (done && BigInt(await this.#ask("epoch", null)) > BigInt(before)) return done.result;
        if (tries === TRIES) throw error;
      }
    }
  }

  #watched(owner: Owner): Owner {
    this.#pid = owner.pid;
    owner.onGone(() => {
      this.#pid = undefined;
      if (!this.#isClosing) this.#owner = this.#start();
    });
    return owner;
  }

  /** Starts the next process. Calls made meanwhile wait for it; where it does not open they throw why, and it is tried again after a while. */
  #start(): Promise<Owner> {
    const starting = Owner.start(this.options).then((owner) => this.#watched(owner));
    starting.catch(() => {
      setTimeout(() => {
        if (!this.#isClosing) this.#owner = this.#start();
      }, REOPENING).unref();
    });
    return starting;
  }
}

/** One timer for all statements that run. */
const moments = new Moments();

/** Kills a process at a moment, unless the watch is ended before. */
function killAt(owner: Owner, at: number): { end(): void } {
  let isOver = false;
  // Where this process itself was held up, the answer may be there, unread: it is read before anything is killed for it.
  const kill = () => setImmediate(() => isOver || owner.kill());
  const look = () => {
    // So long that the call may have left only now.
    if (performance.now() - at > GRACE) moment = moments.call(performance.now() + GRACE, kill);
    else kill();
  };
  let moment = moments.call(at, look);
  return {
    end: () => {
      isOver = true;
      moments.forget(moment);
    },
  };
}

/** Runs the callback of a write against the open transaction of a process, which is rolled back where it fails. */
async function workIn<T>(owner: Owner, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
  try {
    return await runWork(work, (statement) => owner.call("run", statement), engineError);
  } catch (error) {
    await owner.call("rollback", null).catch(() => undefined);
    throw error;
  }
}

function engineError(error: unknown): EngineError {
  return error instanceof EngineError ? error : new EngineError("INTERNAL", "a statement could not be sent", { cause: error });
}
