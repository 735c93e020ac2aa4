/** An engine in one thread that another thread asks: `serveEngine` where it is, `RemoteEngine` where it is asked. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import { answersOf, type Questions } from "./asking.ts";
import { until } from "./deadline.ts";
import { Lifetime } from "./lifetime.ts";
import { type PackedError, packError, unpackError } from "./packed-error.ts";
import { partsOf } from "./parts.ts";
import {
  type Deadline,
  EngineError,
  type GraphEngine,
  type IndexSpec,
  type Row,
  type SearchSource,
  type Statement,
  type WriteTransaction,
} from "./port.ts";

/** What the engine can be asked, with what goes there and what comes back. */
interface Calls extends Questions {
  /** Begins a write: the engine calls back when its turn has come, then the statements of `work` arrive one by one. */
  write: { input: null; output: null };
  run: { input: { write: number; statement: Statement }; output: readonly Row[] };
  /** The work of a write has come to its end, or has failed. */
  worked: { input: { write: number; isDone: boolean }; output: null };
}

interface Question<Kind extends keyof Calls = keyof Calls> {
  readonly id: number;
  readonly kind: Kind;
  readonly input: Calls[Kind]["input"];
}

/** An answer; `next rows` are some of one that goes on; `work` asks whoever began a write to do its work, again where the engine repeats it. */
type Answer =
  | { readonly id: number; readonly what: "output"; readonly output: unknown }
  | { readonly id: number; readonly what: "next rows"; readonly output: readonly Row[] }
  | { readonly id: number; readonly what: "error"; readonly error: PackedError }
  | { readonly id: number; readonly what: "work" };

/** A write that is being worked on: its transaction, and how its work ends. */
interface Working {
  readonly transaction: WriteTransaction;
  end(failure: Error | null): void;
}

type Doer = { readonly [Kind in keyof Calls]: (input: Calls[Kind]["input"], id: number) => Promise<Calls[Kind]["output"]> };

/** What each question does, while whoever asks is there. */
function doerOf(engine: GraphEngine, writes: Map<number, Working>, begin: (id: number) => void): Doer {
  const writeOf = (id: number): Working => {
    const write = writes.get(id);
    if (!write) throw new EngineError("STATEMENT", "the transaction is over");
    return write;
  };
  return {
    ...answersOf(engine),
    write: async (_, id) => {
      await engine
        .write(
          (transaction) =>
            new Promise<void>((done, fail) => {
              writes.set(id, { transaction, end: (failure) => (failure ? fail(failure) : done()) });
              begin(id);
            }),
        )
        .finally(() => writes.delete(id));
      return null;
    },
    run: ({ write, statement }) => writeOf(write).transaction.run(statement),
    worked: async ({ write, isDone }) => {
      writeOf(write).end(isDone ? null : new WorkFailed());
      return null;
    },
  };
}

/** The work of a write failed where it was done, which has the reason. */
class WorkFailed extends Error {}

/** An engine that is served to another thread. */
export interface ServedEngine {
  /** Resolves once nobody asks any more and all that was asked has ended; a write whose asker has gone is rolled back. */
  readonly ended: Promise<void>;
}

/** Answers from `engine` what a RemoteEngine at the other end of `port` asks, until the port closes: by whoever has it, or with the other thread. */
export function serveEngine(engine: GraphEngine, port: MessagePort): ServedEngine {
  const writes = new Map<number, Working>();
  const running = new Set<Promise<void>>();
  let hasGone = false;
  const say = (answer: Answer) => port.postMessage(answer);
  const gone = () => new EngineError("ABANDONED", "the thread that wrote has ended");
  const doer = doerOf(engine, writes, (id) => {
    // Its turn came after whoever asked had gone.
    if (hasGone) writes.get(id)?.end(gone());
    else say({ id, what: "work" });
  });
  const answer = async <Kind extends keyof Calls>({ id, kind, input }: Question<Kind>): Promise<void> => {
    try {
      const output = await doer[kind](input, id);
      for (const { part, isLast } of partsOf(output)) {
        say(isLast ? { id, what: "output", output: part } : { id, what: "next rows", output: part as readonly Row[] });
        // Others have a turn between two parts: making a part ready for the other thread takes some milliseconds.
        if (!isLast) await nextTurn();
      }
    } catch (error) {
      say({ id, what: "error", error: packError(error) });
    }
  };
  port.on("message", (question: Question) => {
    const asked = answer(question).finally(() => running.delete(asked));
    running.add(asked);
  });
  const ended = new Promise<void>((resolve) => {
    port.once("close", () => {
      hasGone = true;
      for (const write of writes.values()) write.end(gone());
      resolve(Promise.all(running).then(() => undefined));
    });
  });
  return { ended };
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
  /** The rows that came so far of an answer that goes on. */
  rows: Row[];
  /** Of a write: does its work. */
  work?: () => Promise<void>;
}

const ENDED = "the thread that has the engine serves it no longer";

/** The engine that another thread serves at the other end of a port. */
export class RemoteEngine implements GraphEngine {
  readonly #lifetime = new Lifetime();
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #hasEnded = false;

  constructor(
    private readonly port: MessagePort,
    readonly kind: GraphEngine["kind"],
  ) {
    port.on("message", (answer: Answer) => this.#take(answer));
    port.once("close", () => {
      this.#hasEnded = true;
      for (const { reject } of this.#waiting.values()) reject(new EngineError("UNAVAILABLE", ENDED));
      this.#waiting.clear();
    });
  }

  read(statement: Statement, deadline?: Deadline): Promise<readonly Row[]> {
    return this.#lifetime.use(() => until(deadline, this.#ask("read", statement)));
  }

  search(text: string, limit: number, types?: readonly string[], deadline?: Deadline): Promise<SearchSource> {
    return this.#lifetime.use(() => until(deadline, this.#ask("search", { text, limit, types: types ?? null })));
  }

  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#lifetime.use(() => this.#write(work));
  }

  async prepare(indexes: readonly IndexSpec[]): Promise<void> {
    await this.#lifetime.use(() => this.#ask("prepare", indexes));
  }

  version(): Promise<string> {
    return this.#lifetime.use(() => this.#ask("version", null));
  }

  /** Closes the port once the calls under way have ended, and leaves the engine open. */
  close(): Promise<void> {
    return this.#lifetime.close(() => this.port.close());
  }

  async #write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    let outcome: { readonly result: T } | { readonly failure: unknown } | undefined;
    const id = this.#next;
    const transaction: WriteTransaction = { run: (statement) => this.#ask("run", { write: id, statement }) };
    await this.#ask("write", null, async () => {
      outcome = await work(transaction).then(
        (result) => ({ result }),
        (failure: unknown) => ({ failure }),
      );
      await this.#ask("worked", { write: id, isDone: "result" in outcome });
    }).catch((error: unknown) => {
      throw outcome && "failure" in outcome ? outcome.failure : error;
    });
    if (!outcome || !("result" in outcome)) throw new EngineError("INTERNAL", "a write ended without its work");
    return outcome.result;
  }

  #ask<Kind extends keyof Calls>(kind: Kind, input: Calls[Kind]["input"], work?: () => Promise<void>): Promise<Calls[Kind]["output"]> {
    if (this.#hasEnded) return Promise.reject(new EngineError("UNAVAILABLE", ENDED));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (output) => resolve(output as Calls[Kind]["output"]),
        reject,
        rows: [],
        ...(work && { work }),
      });
      this.port.postMessage({ id, kind, input } satisfies Question<Kind>);
    });
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.what === "work") {
      waiting.work?.().catch(waiting.reject);
      return;
    }
    if (answer.what === "next rows") {
      for (const row of answer.output) waiting.rows.push(row);
      return;
    }
    this.#waiting.delete(answer.id);
    if (answer.what === "error") waiting.reject(unpackError(answer.error));
    else waiting.resolve(waiting.rows.length > 0 ? waiting.rows.concat(answer.output as Row[]) : answer.output);
  }
}
